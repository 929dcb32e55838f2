import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Arrivals } from '@/components/arrivals'
import { MyDay, useMyDay } from '@/components/my-day'
import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Failure, Loading } from '@/components/states'
import { withTexts } from '@/lib/pages'
import { t } from '@/lib/text'
import { Away } from './away'
import { Changes } from './changes'
import { Current } from './current'
import classes from './desk.module.css'
import { type Assignment, useDeskSync, useLatest, useOpen, useWorker, type Worker } from './desk-data'
import { Offers } from './offers'
import { PresenceControl } from './presence-control'
import { NextUp, TakeNext } from './side'
import { StartShift } from './start-shift'

const LastDone = withTexts(() => import('./last-done'), 'desk')
const OnHold = withTexts(() => import('./on-hold'), 'desk', 'work')
const WrapUp = withTexts(() => import('./wrap-up'), 'whereabouts')

const PHRASES = 4
const LONGEST_PHRASE = 80

export default function DeskPage() {
  useDeskSync()
  const worker = useWorker()
  const open = useOpen()
  const failed = [worker, open].find((it) => it.data === undefined && it.error !== null)
  return (
    <Page title={t('desk.title')}>
      <Arrivals />
      {worker.data !== undefined && open.data !== undefined ? (
        <Desk worker={worker.data} open={open.data.items} />
      ) : failed ? (
        <Failure error={failed.error} retry={() => void Promise.all([worker.refetch(), open.refetch()])} />
      ) : (
        <Loading what={t('desk.title')} rows={4} height={48} />
      )}
    </Page>
  )
}

function Desk({ worker, open }: { worker: Worker | null; open: readonly Assignment[] }) {
  const [chosen, choose] = useState<Assignment>()
  const day = useMyDay()
  const phrases = usePhrases()
  const active = open.filter((it) => it.state !== 'ON_HOLD')
  const current = open.find((it) => it.id === chosen?.id && !isLaidAside(it, chosen)) ?? mostPressing(active)
  // what is in the middle stays there until it ends, whatever arrives
  if (current?.id !== chosen?.id || current?.state !== chosen?.state) choose(current)
  const middle = useFocusAfterEnd(current?.id)
  const next = active.filter((it) => it !== current)
  const held = open.filter((it) => it.state === 'ON_HOLD' && it !== current)
  const atWork = worker !== null && worker.presence !== 'OFFLINE'
  return (
    <>
      {atWork ? (
        <PresenceControl worker={worker} open={active.length} />
      ) : (
        <StartShift worker={worker} open={open.length} />
      )}
      {worker && <Away worker={worker} />}
      {worker?.wrapUpUntil && (
        <Suspense>
          <WrapUp until={worker.wrapUpUntil} />
        </Suspense>
      )}
      <Offers />
      <Changes />
      <div className={classes['desk']}>
        <div className={classes['middle']} ref={middle} tabIndex={-1}>
          {current ? (
            <Current key={current.id} assignment={current} phrases={phrases} />
          ) : (
            atWork && <Nothing worker={worker} />
          )}
        </div>
        <div className={classes['side']}>
          {next.length > 0 && <NextUp others={next} show={choose} />}
          {held.length > 0 && (
            <Suspense>
              <OnHold held={held} show={choose} />
            </Suspense>
          )}
          <Panel title={t('desk.today')} query={day}>
            {(figures) => <MyDay figures={figures} />}
          </Panel>
          <Suspense fallback={<Loading what={t('desk.last')} />}>
            <LastDone />
          </Suspense>
        </div>
      </div>
    </>
  )
}

function Nothing({ worker }: { worker: Worker }) {
  return (
    <section className={classes['nothing']} aria-label={t('desk.nothing')}>
      <h2>{t('desk.nothing')}</h2>
      <p>{t(`desk.nothing.${worker.presence}`)}</p>
      {worker.presence === 'AVAILABLE' && <TakeNext />}
    </section>
  )
}

/** It was in the middle, and has been put on hold since: its place is beside. */
function isLaidAside(now: Assignment, before: Assignment): boolean {
  return now.state === 'ON_HOLD' && before.state !== 'ON_HOLD'
}

/** What was begun first; else the most urgent, and of these the one that waits longest. */
function mostPressing(open: readonly Assignment[]): Assignment | undefined {
  return open.toSorted(
    (a, b) =>
      Number(b.state === 'IN_PROGRESS') - Number(a.state === 'IN_PROGRESS') ||
      a.task.priority.localeCompare(b.task.priority) ||
      a.assignedAt.localeCompare(b.assignedAt),
  )[0]
}

/** What I wrote lately, short enough to be written again. */
function usePhrases(): readonly string[] {
  const { data } = useLatest()
  return useMemo(() => {
    const comments = (data?.items ?? []).flatMap((it) => (it.comment ? [it.comment.trim()] : []))
    const short = comments.filter((it) => it.length <= LONGEST_PHRASE && !it.includes('\n'))
    return [...new Set(short)].slice(0, PHRASES)
  }, [data])
}

/** Whoever ended a task by keys goes on at what is there now, not at the top; nobody else's focus is moved. */
function useFocusAfterEnd(current: string | undefined) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(current)
  useEffect(() => {
    const ended = before.current !== undefined && before.current !== current
    before.current = current
    if (ended && document.activeElement === document.body) place.current?.focus()
  }, [current])
  return place
}
