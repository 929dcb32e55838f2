import { Dialog } from '@/components/dialog'
import type { Schemas } from '@/lib/api/client'
import { number, t } from '@/lib/text'
import { duration } from '@/lib/time'
import classes from './task.module.css'

interface BoundDialogProps {
  queue: string
  items: readonly Schemas['Oldest'][]
  close: () => void
}

/** The oldest task of each kind of work, beside the longest that it can wait. */
export default function BoundDialog({ queue, items, close }: BoundDialogProps) {
  return (
    <Dialog title={t('queue.bound.title', { queue })} opened onClose={close} size={860}>
      <p className={classes['sentence']}>{t('queue.bound.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <div className={classes['scroll']} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('queue.bound.task')}</th>
              <th scope="col">{t('queue.column.skills')}</th>
              <th scope="col">{t('queue.bound.region')}</th>
              <th scope="col">{t('queue.bound.waited')}</th>
              <th scope="col">{t('queue.bound.bound')}</th>
              <th scope="col">{t('queue.bound.older')}</th>
              <th scope="col">{t('queue.bound.turns')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((it) => (
              <tr key={it.taskId}>
                <th scope="row">{it.title}</th>
                <td>{it.requiredSkills.join(', ') || '–'}</td>
                <td>{it.region ?? '–'}</td>
                <td>{duration(it.waitedSeconds)}</td>
                <td>{it.boundSeconds == null ? t('queue.bound.none') : duration(it.boundSeconds)}</td>
                <td>{number(it.older)}</td>
                <td>
                  {it.turnsPerHour == null ? '–' : number(it.turnsPerHour, { maximumFractionDigits: 1 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}
