import { Button } from '@mantine/core'
import { Age } from '@/components/time'
import { t } from '@/lib/text'
import { useActs } from './acts'
import classes from './task.module.css'
import { useLook } from './use-task'
import { type Conflict, may, setConflict } from './work'

/** Somebody else changed the task first: what, who, both values; it is decided here. */
export function ConflictNote({ conflict }: { conflict: Conflict }) {
  const { wish, seen, theirs, by, at } = conflict
  const { insist } = useActs(useLook())
  const possible = may(wish.kind, theirs.status)
  const changed =
    seen.priority !== theirs.priority
      ? t('task.conflict.changed', { from: seen.priority, to: theirs.priority })
      : seen.status !== theirs.status
        ? t('task.conflict.changed', { from: t(`state.${seen.status}`), to: t(`state.${theirs.status}`) })
        : t('task.conflict.other')
  return (
    <section className={classes['conflict']} role="alert" aria-label={t('task.conflict')}>
      <strong>{t('task.conflict')}</strong>
      <p>
        {by === undefined ? t('task.conflict.somebody') : t('task.conflict.by', { name: by })} (
        <Age since={at} ago />
        ): {changed}
      </p>
      <p>
        {t('task.conflict.mine')} {wish.kind === 'priority' ? wish.priority : t(`task.${wish.kind}`)}
        {!possible && ` ${t('task.conflict.impossible')}`}
      </p>
      <div>
        {possible && <Button onClick={() => void insist(conflict)}>{t('task.conflict.applyMine')}</Button>}
        <Button variant="default" onClick={() => setConflict(theirs.id, undefined)}>
          {t('task.conflict.takeTheirs')}
        </Button>
      </div>
    </section>
  )
}
