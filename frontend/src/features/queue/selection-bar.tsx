import { Button } from '@mantine/core'
import { t } from '@/lib/text'
import { useActs } from './acts'
import { PriorityMenu } from './priority-menu'
import classes from './queue.module.css'
import type { Row } from './rows'
import { useLook } from './use-task'
import { may } from './work'

/** What can be done with the selected rows; the count is in the button. */
export function SelectionBar({ rows, clear }: { rows: readonly Row[]; clear: () => void }) {
  const { act } = useActs(useLook())
  const open = rows.filter((it) => may('cancel', it.status)).length
  const failed = rows.filter((it) => may('retry', it.status)).length
  const done = (worked: boolean) => worked && clear()
  return (
    <div className={classes['selection']} role="toolbar" aria-label={t('queue.selection')}>
      <span>{t('list.selected', { n: rows.length })}</span>
      {open > 0 && (
        <>
          <PriorityMenu
            label={t('queue.selection.priority', { n: open })}
            choose={(priority) => void act(rows, { kind: 'priority', priority }).then(done)}
          />
          <Button variant="default" color="red" onClick={() => void act(rows, { kind: 'cancel' }).then(done)}>
            {t('queue.selection.cancel', { n: open })}
          </Button>
        </>
      )}
      {failed > 0 && (
        <Button variant="default" onClick={() => void act(rows, { kind: 'retry' }).then(done)}>
          {t('queue.selection.retry', { n: failed })}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={clear}>
        {t('queue.selection.clear')}
      </Button>
    </div>
  )
}
