import { Button } from '@mantine/core'
import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { explain, isLost } from '@/lib/acting'
import { useCommand } from '@/lib/commands/registry'
import { number, t } from '@/lib/text'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import type { Assignment } from './desk-data'
import { useArmed } from './use-armed'
import { useProgress } from './use-progress'

const STEP = 10
const LONGEST_NOTE = 500

export function Progress({ assignment }: { assignment: Assignment }) {
  const id = useId()
  const armed = useArmed()
  const { percent, pending, error, note, setNote, report, sendNote, again } = useProgress(assignment)
  const step = (by: number) => armed() && report(percent + by)
  useCommand(deskCommands.more, () => step(STEP))
  useCommand(deskCommands.less, () => step(-STEP))
  const words = number(percent / 100, { style: 'percent' })
  return (
    <section className={classes['progress']} aria-label={t('desk.progress')}>
      <div className={classes['scale']}>
        <label htmlFor={id}>{t('desk.progress')}</label>
        <output htmlFor={id} data-pending={pending || undefined}>
          {words}
          {pending && <span className={classes['pending']}> {t('desk.progress.pending')}</span>}
        </output>
      </div>
      <div className={classes['slider']}>
        <Button
          variant="default"
          size="md"
          aria-label={t('desk.progress.less')}
          disabled={percent === 0}
          onClick={() => step(-STEP)}
        >
          <Minus size={14} aria-hidden />
          {STEP}
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={5}
          value={percent}
          aria-valuetext={words}
          onChange={(event) => report(Number(event.currentTarget.value))}
        />
        <Button
          variant="default"
          size="md"
          aria-label={t('desk.progress.more')}
          disabled={percent === 100}
          onClick={() => step(STEP)}
        >
          <Plus size={14} aria-hidden />
          {STEP}
        </Button>
      </div>
      <form
        className={classes['note']}
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim() !== '') sendNote()
        }}
      >
        <input
          className={classes['line']}
          aria-label={t('desk.progress.note')}
          placeholder={t('desk.progress.note')}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="sm" disabled={note.trim() === ''}>
          {t('desk.progress.send')}
        </Button>
      </form>
      {error !== null && !pending && (
        <p className={classes['refused']} role="alert">
          {!isLost(error) && t('desk.progress.refused', { percent: words })} {explain(error)}{' '}
          <Button variant="default" onClick={again}>
            {t('panel.retry')}
          </Button>
        </p>
      )}
    </section>
  )
}
