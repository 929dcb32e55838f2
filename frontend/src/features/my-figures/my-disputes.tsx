import { Said } from '@/components/dispute/said'
import { useMyDisputes } from '@/components/dispute/use-my-disputes'
import { More } from '@/components/more'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { t } from '@/lib/text'
import classes from './my-figures.module.css'

/** What I reported as wrong, with the answers. */
export function MyDisputes() {
  const query = useMyDisputes()
  return (
    <Panel
      title={t('dispute.mine')}
      query={query}
      isEmpty={(it) => it.length === 0}
      empty={<Empty title={t('dispute.mine.none')} hint={t('dispute.mine.none.hint')} />}
    >
      {(disputes) => (
        <>
          <ul className={classes['disputes']} aria-label={t('dispute.mine')}>
            {disputes.map((it) => (
              <li key={it.id}>
                <h3>{it.title}</h3>
                <Said dispute={it} />
              </li>
            ))}
          </ul>
          <More query={query} />
        </>
      )}
    </Panel>
  )
}
