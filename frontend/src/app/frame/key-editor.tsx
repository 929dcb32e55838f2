import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Command, type CommandDefinition, defined, rekey, useCommands } from '@/lib/commands/registry'
import { isReserved, SEQUENCE, showKeys, strokeOf, takenBy } from '@/lib/commands/shortcuts'
import { preferences } from '@/lib/preferences'
import { t } from '@/lib/text'
import classes from './overlay.module.css'

export const spoken = (keys: string) =>
  showKeys(keys)
    .map((it) => it.join('+'))
    .join(' ')

/** Takes the next one or two strokes as the keys of a command. */
export function KeyEditor({ command, name, done }: { command: Command; name: string; done: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [strokes, setStrokes] = useState<readonly string[]>([])
  const [fault, setFault] = useState('')
  const shown = useCommands()
  useEffect(() => input.current?.focus(), [])

  const give = (keys: string | undefined) => {
    rekey(command.id, keys)
    done()
  }
  const take = useEffectEvent((taken: readonly string[]) => {
    const keys = taken.join(' ')
    const other: (CommandDefinition & { name?: string }) | undefined =
      // what is shown together meets, whatever its scopes
      takenBy({ id: command.id, scope: 'global', keys }, shown) ?? takenBy({ ...command, keys }, defined)
    setStrokes([])
    if (isReserved(keys)) setFault(t('shortcuts.reserved', { keys: spoken(keys) }))
    else if (other) setFault(t('shortcuts.taken', { keys: spoken(keys), what: other.name ?? t(other.label) }))
    else give(keys)
  })
  useEffect(() => {
    if (strokes.length === 0) return
    const timer = setTimeout(() => take(strokes), SEQUENCE)
    return () => clearTimeout(timer)
  }, [strokes])

  const onKeyDown = (event: KeyboardEvent) => {
    const stroke = strokeOf(event.nativeEvent)
    if (event.key === 'Tab' || stroke === undefined) return
    event.preventDefault()
    if (event.repeat) return
    if (stroke === 'escape') done()
    else if (stroke === 'enter') strokes.length > 0 && take(strokes)
    else if (strokes.length > 0) take([...strokes, stroke])
    else {
      setFault('')
      setStrokes([stroke])
    }
  }

  return (
    <div className={classes['editor']}>
      <input
        ref={input}
        readOnly
        // the dialog would take Escape for itself
        data-mantine-stop-propagation="true"
        aria-label={t('shortcuts.change', { what: name })}
        aria-describedby={`${command.id}-hint`}
        placeholder={t('shortcuts.press')}
        value={strokes.length > 0 ? spoken(strokes.join(' ')) : ''}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" onClick={() => give('')}>
        {t('shortcuts.none')}
      </Button>
      {preferences.get().keys[command.id] !== undefined && (
        <Button variant="default" onClick={() => give(undefined)}>
          {t('shortcuts.reset')}
        </Button>
      )}
      <p id={`${command.id}-hint`} role="status" data-bad={fault !== '' || undefined}>
        {fault || t('shortcuts.press.hint')}
      </p>
    </div>
  )
}
