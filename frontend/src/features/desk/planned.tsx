import { Button } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { Dropdown } from '@/components/dropdown'
import { Select } from '@/components/select'
import { Whereabouts } from '@/components/whereabouts'
import { now } from '@/lib/clock'
import { t } from '@/lib/text'
import { duration, timeOfDay } from '@/lib/time'
import type { Worker } from './desk-data'
import classes from './planned.module.css'
import type { Wish } from './use-presence'

const KINDS = ['SHORT', 'LUNCH', 'OTHER'] as const
const MINUTES = [15, 30, 60] as const
const LONGEST_NOTE = 60

interface PlannedProps {
  worker: Worker
  status: 'BREAK' | 'MEETING'
  change: (wish: Wish) => void
}

/** What is said of the break or meeting that I am in, and the menu that says more. */
export default function Planned(props: PlannedProps) {
  const { worker, status } = props
  return (
    <div className={classes['planned']}>
      <Dropdown
        label={t(`whereabouts.plan.${status}`)}
        width={240}
        target={(target) => (
          <Button variant="default" {...target}>
            {t(`whereabouts.plan.${status}`)}
          </Button>
        )}
      >
        {(close) => <Plan {...props} close={close} />}
      </Dropdown>
      {worker.presence === status && <Whereabouts of={worker} />}
    </div>
  )
}

function Plan({ worker, status, change, close }: PlannedProps & { close: () => void }) {
  const id = useId()
  const known = worker.presence === status ? worker : undefined
  const planned = known?.overdue ? undefined : known?.presenceUntil
  const [kind, setKind] = useState(known?.presenceKind ?? 'SHORT')
  const [note, setNote] = useState(known?.presenceNote ?? '')
  const [end, setEnd] = useState(planned ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    close()
    const minutes = MINUTES.find((it) => String(it) === end)
    const until = minutes === undefined ? end : new Date(now() + minutes * 60_000).toISOString()
    change({
      status,
      ...(status === 'BREAK' && { kind }),
      ...(status === 'BREAK' && kind === 'OTHER' && note.trim() !== '' && { note: note.trim() }),
      ...(until !== '' && { until }),
    })
  }
  return (
    <form className={classes['plan']} onSubmit={submit}>
      {status === 'BREAK' && (
        <Select
          label={t('whereabouts.kind')}
          value={kind}
          options={KINDS.map((it) => [it, t(`whereabouts.kind.${it}`)])}
          change={(value) => setKind(KINDS.find((it) => it === value) ?? kind)}
        />
      )}
      {status === 'BREAK' && kind === 'OTHER' && (
        <div>
          <label htmlFor={id}>{t('whereabouts.note')}</label>
          <input
            id={id}
            maxLength={LONGEST_NOTE}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
      )}
      <Select
        label={t('whereabouts.end')}
        value={end}
        options={[
          ['', t('whereabouts.end.none')],
          ...(planned
            ? [[planned, t('whereabouts.until', { time: timeOfDay(Date.parse(planned)) })] as const]
            : []),
          ...MINUTES.map((it) => [String(it), t('time.in', { age: duration(it * 60) })] as const),
        ]}
        change={setEnd}
      />
      <Button type="submit">{t('whereabouts.save')}</Button>
    </form>
  )
}
