import { useQuery } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'
import { number, t } from '@/lib/text'
import { type Filter, STATES, type Status, withTerm } from './grammar'
import classes from './queue.module.css'
import { facetsKey, parameters } from './use-rows'

/** How many there are of each state, priority and queue under the other filters; the server counts. */
export function useFacets(filter: Filter, assignee: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: [...facetsKey, filter, assignee],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tasks/facets', { params: { query: parameters({ filter, assignee }) }, signal })),
    enabled,
    placeholderData: (before) => before,
  })
}

const WORDS = Object.entries(STATES).filter(([, states]) => states.length === 1)

/** Shown only where there are some. */
const RARE: readonly Status[] = ['OFFERED', 'ON_HOLD']

interface FacetsProps {
  q: string
  filter: Filter
  counts: {
    byStatus: Record<string, number>
    byPriority: Record<string, number>
    byQueue: Record<string, number>
  }
  change: (q: string) => void
}

export function Facets({ q, filter, counts, change }: FacetsProps) {
  const { states, priorities, queue } = filter
  const queues = Object.entries(counts.byQueue)
  const wordOf = (status: Status) => WORDS.find(([, it]) => it[0] === status)?.[0] ?? 'any'
  const toggleState = (status: Status) => {
    const rest = states.includes(status) ? states.filter((it) => it !== status) : [...states, status]
    const plain = rest.length === 0 || rest.join() === 'QUEUED'
    change(withTerm(q, 'state', plain ? undefined : rest.map(wordOf).join(',')))
  }
  const togglePriority = (priority: (typeof priorities)[number]) => {
    const rest = priorities.includes(priority)
      ? priorities.filter((it) => it !== priority)
      : [...priorities, priority].sort()
    change(withTerm(q, 'p', rest.length === 0 ? undefined : rest.map((it) => it.slice(1)).join(',')))
  }
  return (
    <div className={classes['facets']}>
      <fieldset>
        <legend className="visually-hidden">{t('queue.key.state')}</legend>
        {WORDS.map(([word, [status]]) =>
          status === undefined || (RARE.includes(status) && !counts.byStatus[status]) ? null : (
            <Facet
              key={word}
              name={t(`state.${status}`)}
              count={counts.byStatus[status] ?? 0}
              on={states.includes(status)}
              toggle={() => toggleState(status)}
            />
          ),
        )}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">{t('queue.key.p')}</legend>
        {(['P1', 'P2', 'P3', 'P4', 'P5'] as const).map((it) => (
          <Facet
            key={it}
            name={it}
            count={counts.byPriority[it] ?? 0}
            on={priorities.includes(it)}
            toggle={() => togglePriority(it)}
          />
        ))}
      </fieldset>
      {queues.length > 1 && (
        <fieldset>
          <legend className="visually-hidden">{t('queue.key.queue')}</legend>
          {queues.map(([name, count]) => (
            <Facet
              key={name}
              name={name}
              count={count}
              on={queue === name}
              toggle={() => change(withTerm(q, 'queue', queue === name ? undefined : name))}
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}

function Facet({
  name,
  count,
  on,
  toggle,
}: {
  name: string
  count: number
  on: boolean
  toggle: () => void
}) {
  return (
    <button type="button" className={classes['facet']} aria-pressed={on} onClick={toggle}>
      {name} <span>{number(count)}</span>
    </button>
  )
}
