import { Link } from '@tanstack/react-router'
import { Panel } from '@/components/panel'
import { Select } from '@/components/select'
import { percent, ShareBar } from '@/components/share-bar'
import { Age } from '@/components/time'
import { number, t } from '@/lib/text'
import { ExportButton } from './export-button'
import { ENOUGH, inOrder, placeOf, verdictOf } from './fairness'
import { HowCounted } from './how-counted'
import classes from './overview.module.css'
import { type Group, useFairness } from './use-overview'

interface FairnessPanelProps {
  skill: string | undefined
  choose: (skill: string) => void
}

/** How evenly those with a skill were busy, in words first. */
export function FairnessPanel({ skill, choose }: FairnessPanelProps) {
  const fairness = useFairness()
  const groups = fairness.data?.items ?? []
  const group = groups.find((it) => it.skill === skill) ?? largest(groups)
  const title = t('overview.fairness')
  return (
    <Panel
      title={title}
      query={fairness}
      isEmpty={(it) => it.items.length === 0}
      empty={<p className={classes['empty']}>{t('overview.fairness.none')}</p>}
      actions={
        <>
          {fairness.data && <Age since={fairness.dataUpdatedAt} ago />}
          {group && (
            <Select
              label={t('overview.skill')}
              bare
              value={group.skill}
              options={groups.map((it) => [it.skill, it.skill])}
              change={choose}
            />
          )}
          <HowCounted what={title}>{t('overview.fairness.how', { n: ENOUGH })}</HowCounted>
          {group && (
            <ExportButton
              what={title}
              name="fairness"
              notes={[
                t('overview.fairness.of', { skill: group.skill }),
                t('overview.fairness.how', { n: ENOUGH }),
              ]}
              rows={() => csvRows(group)}
            />
          )}
        </>
      }
    >
      {() => group && <Shares group={group} />}
    </Panel>
  )
}

const largest = (groups: readonly Group[]) => [...groups].sort((a, b) => b.people - a.people)[0]

function Shares({ group }: { group: Group }) {
  const enough = group.people >= ENOUGH
  return (
    <>
      <div className={classes['verdict']}>
        {enough ? <Indices group={group} /> : <p>{t('overview.fairness.few', { n: group.people })}</p>}
      </div>
      <ul className={classes['shares']} aria-label={t('overview.fairness.of', { skill: group.skill })}>
        {inOrder(group).map((it) => {
          const place = placeOf(it.busyShare, group)
          return (
            <li key={it.workerId}>
              <Link to="/people" search={{ skill: group.skill, inspect: `worker:${it.workerId}` } as object}>
                {it.displayName}
              </Link>
              <ShareBar
                share={it.busyShare}
                band={enough ? group : undefined}
                label={t('overview.fairness.share', { share: percent(it.busyShare) })}
              />
              {enough && <small>{place !== 'within' && t(`overview.fairness.${place}`)}</small>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Both figures, each with what it means for these people. */
function Indices({ group }: { group: Group }) {
  const { jain, gini, mean, low, high, people } = group
  return (
    <>
      <p>
        <strong>{t(`overview.fairness.${verdictOf(jain)}`)}</strong>{' '}
        {t('overview.fairness.band', {
          n: people,
          mean: percent(mean),
          low: percent(low),
          high: percent(high),
        })}
      </p>
      <dl>
        <dt>
          {t('overview.jain')} <b>{figure(jain)}</b>
        </dt>
        <dd>
          {t('overview.jain.means', {
            n: number(jain * people, { maximumFractionDigits: 1 }),
            people,
          })}
        </dd>
        <dt>
          {t('overview.gini')} <b>{figure(gini)}</b>
        </dt>
        <dd>
          {t('overview.gini.means', {
            points: number(2 * gini * mean * 100, { maximumFractionDigits: 1 }),
          })}
        </dd>
      </dl>
    </>
  )
}

const figure = (value: number) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function csvRows(group: Group) {
  const enough = group.people >= ENOUGH
  return [
    ['skill', 'name', 'username', 'busy_share', 'band_low', 'band_high', 'jain', 'gini'],
    ...inOrder(group).map((it) => [
      group.skill,
      it.displayName,
      it.username,
      it.busyShare,
      ...(enough ? [group.low, group.high, group.jain, group.gini] : []),
    ]),
  ]
}
