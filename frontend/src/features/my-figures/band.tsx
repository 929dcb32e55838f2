import { useId } from 'react'
import type { Schemas } from '@/lib/api/client'
import { number, t } from '@/lib/text'
import classes from './my-figures.module.css'

const HEIGHT = 44
const percent = (share: number) => number(share, { style: 'percent' })

/** Where I stand among those with a skill in common: the picture says no more than the words beneath it. */
export function Band({ share }: { share: Schemas['ShareBand'] }) {
  const title = useId()
  const at = (part: number) => `${Math.min(Math.max(part, 0), 1) * 100}%`
  const width = `${Math.max(share.high - share.low, 0.004) * 100}%`
  const place = share.mine < share.low ? 'below' : share.mine > share.high ? 'above' : 'within'
  return (
    <figure className={classes['band']}>
      <svg role="img" aria-labelledby={title} width="100%" height={HEIGHT}>
        <title id={title}>{t('myFigures.share.picture')}</title>
        <rect className={classes['scale']} x="0" y="18" width="100%" height="8" rx="4" />
        <rect className={classes['group']} x={at(share.low)} y="12" width={width} height="20" rx="3" />
        <line className={classes['median']} x1={at(share.median)} x2={at(share.median)} y1="12" y2="32" />
        <line className={classes['mine']} x1={at(share.mine)} x2={at(share.mine)} y1="2" y2={HEIGHT - 2} />
      </svg>
      <div className={classes['ends']} aria-hidden>
        <span>{percent(0)}</span>
        <span>{percent(1)}</span>
      </div>
      <figcaption className={classes['caption']}>
        <p className={classes['words']}>
          {t('myFigures.share.words', {
            mine: percent(share.mine),
            low: percent(share.low),
            high: percent(share.high),
          })}
        </p>
        <p>{t(`myFigures.share.${place}`)}</p>
        <p className={classes['dim']}>
          {t('myFigures.share.group', { n: share.people, median: percent(share.median) })}
        </p>
        <ul className={classes['legend']} aria-hidden>
          <li data-part="mine">{t('myFigures.share.legend.mine')}</li>
          <li data-part="group">{t('myFigures.share.legend.group')}</li>
          <li data-part="median">{t('myFigures.share.legend.median')}</li>
        </ul>
      </figcaption>
    </figure>
  )
}
