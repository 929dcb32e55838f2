import { Link } from '@tanstack/react-router'
import { Arrivals } from '@/components/arrivals'
import { MyDay, useMyDay } from '@/components/my-day'
import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { Age, Time } from '@/components/time'
import { t } from '@/lib/text'
import { Band } from './band'
import { MyDisputes } from './my-disputes'
import classes from './my-figures.module.css'
import { MyShifts } from './my-shifts'

const RULES = ['urgent', 'age', 'rescue', 'load', 'share', 'idle', 'lot'] as const

export default function MyFiguresPage() {
  const day = useMyDay()
  return (
    <Page title={t('myFigures.title')} lead={t('myFigures.lead')}>
      <Arrivals />
      <Panel
        title={t('myFigures.today')}
        query={day}
        actions={day.data && <Age since={day.dataUpdatedAt} ago />}
      >
        {(figures) => (
          <>
            <MyDay figures={figures} />
            <p className={classes['since']}>
              {t('myFigures.since')} <Time at={figures.from} /> ·{' '}
              <Link to="/my-work">{t('myFigures.work')}</Link>
            </p>
          </>
        )}
      </Panel>
      <Panel
        title={t('myFigures.share')}
        query={day}
        isEmpty={(it) => it.share == null}
        empty={<Empty title={t('myFigures.share.none')} hint={t('myFigures.share.none.hint')} />}
      >
        {({ share }) => share && <Band share={share} />}
      </Panel>
      <MyShifts />
      <MyDisputes />
      <section className={classes['order']} aria-labelledby="order">
        <h2 id="order">{t('myFigures.order')}</h2>
        <p>{t('myFigures.order.lead')}</p>
        <ol>
          {RULES.map((it) => (
            <li key={it}>{t(`myFigures.order.${it}`)}</li>
          ))}
        </ol>
        <p>{t('myFigures.order.breaks')}</p>
      </section>
    </Page>
  )
}
