import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link2Off, ShieldCheck } from 'lucide-react'
import type { Priority } from '@/components/badges'
import { Failure, Loading } from '@/components/states'
import { Time } from '@/components/time'
import { api, ok, type Schemas } from '@/lib/api/client'
import { t, textOf } from '@/lib/text'
import { shortTime } from '@/lib/time'
import { taskKey } from './learn'
import classes from './task.module.css'
import { useWorkerName } from './use-task'
import type { TaskView } from './work'

type Step = Schemas['Step']
const SIZE = 100

/** Every step of the task; `chain` says whether none was altered. */
export function Timeline({ task }: { task: TaskView }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...taskKey(task.id), 'insight', 'history'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/tasks/{id}/history', {
          params: { path: { id: task.id }, query: { after: pageParam, size: SIZE } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
  const steps = data?.pages.flatMap((page) => page.items) ?? []
  const broken = data?.pages.map((page) => page.chain).find((chain) => chain !== 'valid')
  return (
    <section aria-label={t('task.timeline')}>
      <h3>
        {t('task.timeline')}
        {data && (
          <span className={classes['chain']} data-broken={broken !== undefined || undefined}>
            {broken === undefined ? (
              <ShieldCheck size={14} aria-hidden />
            ) : (
              <Link2Off size={14} aria-hidden />
            )}
            {broken === undefined ? t('task.chain.valid') : t('task.chain.broken', { what: broken })}
          </span>
        )}
      </h3>
      {data === undefined && error && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Loading what={t('task.timeline')} />}
      <ol className={classes['timeline']}>
        {steps.map((step) => (
          <StepLine key={step.version} step={step} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </section>
  )
}

interface Facts {
  priority?: Priority
  previousPriority?: Priority
  workerId?: string | null
  percent?: number
  note?: string | null
  comment?: string | null
  reason?: string | null
  text?: string | null
  cause?: string
  queue?: string
  fromQueue?: string
  disposition?: string | null
  until?: string | null
  retryAt?: string | null
  kind?: Promised
  targetAt?: string
  requiredSkills?: string[]
  minSkillLevel?: number
  accounts?: string[]
  escalation?: { step: number; kind: Promised; at: 'RISK' | 'BREACH' } | null
}

type Promised = Schemas['DeadlineView']['kind']

const NAMES_THE_WORKER = [
  'task.assigned',
  'task.offered',
  'task.declined',
  'task.offer-expired',
  'task.offer-revoked',
]

/** Their reasons are codes, and said otherwise. */
const CODED = ['task.offer-revoked', 'task.escalation-skipped']

/** What is still required: `network, server, level 2`. */
function needInWords({ requiredSkills = [], minSkillLevel = 1 }: Facts): string {
  if (requiredSkills.length === 0) return t('task.noSkill')
  return [...requiredSkills, ...(minSkillLevel > 1 ? [t('task.level', { n: minSkillLevel })] : [])].join(', ')
}

/** More exactly what happened, where the type alone does not say it. */
function kindOf(type: string, { cause, disposition, until, retryAt }: Facts): string {
  if (type === 'task.released' && cause && cause !== 'UNDO') return `${type}.${cause}`
  if (type === 'task.completed' && disposition) return `${type}.as`
  if ((type === 'task.held' && until) || (type === 'task.failed' && retryAt)) return `${type}.until`
  return type
}

function StepLine({ step: { type, at, actor, data } }: { step: Step }) {
  const facts = data as Facts
  const { previousPriority, priority, fromQueue, queue, until, retryAt } = facts
  const worker = useWorkerName(NAMES_THE_WORKER.includes(type) ? facts.workerId : undefined)
  const { escalation, targetAt } = facts
  const said = facts.comment ?? facts.note ?? facts.text ?? (CODED.includes(type) ? undefined : facts.reason)
  const then = until ?? retryAt ?? targetAt
  return (
    <li>
      <Time at={at} />
      <span>
        {textOf(`task.step.${kindOf(type, facts)}`, 'task.step.other', {
          type,
          name: worker ?? '…',
          from: previousPriority ?? fromQueue ?? '',
          to: type === 'task.relaxed' ? needInWords(facts) : (priority ?? queue ?? ''),
          promise: facts.kind ? t(`sla.kind.${facts.kind}`) : '',
          n: facts.accounts?.length ?? 0,
          percent: facts.percent ?? 0,
          disposition: facts.disposition ?? '',
          time: then ? shortTime(Date.parse(then), Date.parse(at)) : '',
        })}
        {type === 'task.sla-breached' && facts.cause && (
          <small> {textOf(`sla.cause.${facts.cause}`, 'task.step.other', { type })}</small>
        )}
        {type === 'task.escalation-skipped' && (
          <small> {textOf(`task.skip.${facts.reason}`, 'task.step.other', { type })}</small>
        )}
        {escalation && (
          <small>
            {' '}
            {t(`task.step.escalation.${escalation.at}`, {
              step: escalation.step,
              promise: t(`sla.kind.${escalation.kind}`),
            })}
          </small>
        )}
        <small> {t('task.step.by', { name: actor.name })}</small>
        {said && <q>{said}</q>}
      </span>
    </li>
  )
}
