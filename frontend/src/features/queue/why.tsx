import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Failure, Loading } from '@/components/states'
import { Age } from '@/components/time'
import type { Schemas } from '@/lib/api/client'
import { language, number, t, textOf } from '@/lib/text'
import { day, duration, timeOfDay } from '@/lib/time'
import { reasonInWords } from './reason'
import { Remedy } from './remedy'
import classes from './task.module.css'
import { useDecision, useWhy, useWorkerName } from './use-task'
import type { TaskView } from './work'

type Decision = Schemas['Decision']
type Terms = Schemas['Terms']

const MICROS = 1_000_000
const MINUTE = 60

/** One sentence for every assignment and every task that waits, and what it was made of. */
export function Why({ task }: { task: TaskView }) {
  const { data, error, refetch } = useWhy(task.id)
  const decision = useDecision(task.id, task.attempt + (task.status === 'OFFERED' ? 1 : 0))
  const waits = task.status === 'QUEUED'
  const title = waits ? t('task.why.waits') : t('task.why.person')
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {data === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={title} rows={2} />
        )
      ) : (
        <>
          <p className={classes['sentence']}>{sentenceOf(data)}</p>
          {waits && <p className={classes['sentence']}>{waitInWords(data)}</p>}
          {waits && data.remedy && <Remedy task={task} remedy={data.remedy} />}
          {waits && data.latest && (
            <p className={classes['sentence']}>{latestInWords(Date.parse(data.latest))}</p>
          )}
          {waits && data.waitingSince && (
            <dl>
              {data.position != null && <Fact name={t('task.why.position')}>{number(data.position)}</Fact>}
              {data.effectivePriority != null && `P${data.effectivePriority}` !== task.priority && (
                <Fact name={t('task.why.aged')}>
                  {t('queue.aged', { from: task.priority, to: `P${data.effectivePriority}` })}
                </Fact>
              )}
              <Fact name={t('queue.column.waiting')}>
                <Age since={data.waitingSince} />
              </Fact>
              {data.able != null && (
                <Fact name={t('task.why.people')}>
                  {t('task.why.counts', {
                    able: data.able,
                    present: data.present ?? 0,
                    free: data.free ?? 0,
                  })}
                </Fact>
              )}
            </dl>
          )}
        </>
      )}
      {!waits && decision.data && <DecisionTable decision={decision.data} />}
    </section>
  )
}

/** The server counts people in English; in other languages the counts below say the same. */
function sentenceOf({ reason, sentence }: Schemas['Why']): string {
  return language().startsWith('en') ? sentence : reasonInWords(reason, sentence)
}

/** Nobody promises it: most likely means four times of five. */
function waitInWords({ expectedWait }: Schemas['Explanation']): string {
  if (expectedWait == null) return t('task.why.wait.unknown')
  const [about, low, high] = [expectedWait.seconds, expectedWait.low, expectedWait.high].map(roughly)
  if (high === about) return t('task.why.wait.soon', { about: about ?? '' })
  return t('task.why.wait', { about: about ?? '', low: low ?? '', high: high ?? '' })
}

function latestInWords(at: number): string {
  return t('task.why.latest', { day: day(at), time: timeOfDay(at) })
}

/** In whole minutes; a guess is not exact to the second. */
function roughly(seconds: number): string {
  return seconds < MINUTE ? t('task.why.wait.moment') : duration(Math.round(seconds / MINUTE) * MINUTE)
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function DecisionTable({ decision }: { decision: Decision }) {
  const { chosen, runnersUp, rejected, params, verified, decidedBy } = decision
  const out = Object.entries(rejected ?? {}).filter(([, n]) => n > 0)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <div className={classes['scroll']} tabIndex={0}>
        <table>
          <caption>
            {t('task.decision.by', { what: textOf(`task.decision.${decidedBy}`, 'task.decision.LOT') })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('task.decision.person')}</th>
              <th scope="col">{t('task.decision.load')}</th>
              <th scope="col">{t('task.decision.share')}</th>
              <th scope="col">{t('task.decision.idle')}</th>
            </tr>
          </thead>
          <tbody>
            {[...(chosen ? [chosen] : []), ...runnersUp].map((terms) => (
              <TermsRow
                key={terms.worker}
                terms={terms}
                bucket={params.shareBucketMicros / MICROS}
                chosen={terms === chosen}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['note']}>
        {verified ? <CircleCheck size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
        {verified ? t('task.decision.verified') : t('task.decision.unverified')}{' '}
        {out
          .map(([what, n]) => t(`task.rejected.${what as keyof NonNullable<typeof rejected>}`, { n }))
          .join(' ')}
      </p>
    </>
  )
}

function TermsRow({ terms, bucket, chosen }: { terms: Terms; bucket: number; chosen: boolean }) {
  const name = useWorkerName(terms.worker)
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        {name ?? '…'}
        {chosen && <small> {t('task.decision.chosen')}</small>}
      </th>
      <td>{t('task.load', { load: terms.load, capacity: terms.capacity })}</td>
      <td>{number(terms.shareBucket * bucket, { style: 'percent' })}</td>
      <td>{duration(terms.idleMillis / 1000)}</td>
    </tr>
  )
}
