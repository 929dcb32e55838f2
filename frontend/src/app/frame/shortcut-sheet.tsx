import { ActionIcon, Button } from '@mantine/core'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '@/components/dialog'
import { type Command, keysOf, useCommands } from '@/lib/commands/registry'
import { takenBy } from '@/lib/commands/shortcuts'
import { prefer, usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { KeyEditor, spoken } from './key-editor'
import { Keys } from './keys'
import { closeOverlay, useOverlay } from './overlay'
import classes from './overlay.module.css'

/** What works on this page and by which keys; each can have others, or none. */
export default function ShortcutSheet() {
  const open = useOverlay() === 'shortcuts'
  const commands = useCommands()
  const single = usePreference('singleKeys')
  const own = usePreference('keys')
  const [edited, setEdited] = useState<string>()
  const groups = [
    { title: t('shortcuts.here'), commands: commands.filter((it) => it.scope !== 'global') },
    { title: t('shortcuts.global'), commands: commands.filter((it) => it.scope === 'global') },
  ]
  return (
    <Dialog title={t('shortcuts.title')} opened={open} onClose={closeOverlay}>
      <div className={classes['sheet']}>
        {!single && <p className={classes['off']}>{t('shortcuts.off')}</p>}
        {groups.map(
          (group) =>
            group.commands.length > 0 && (
              <section key={group.title}>
                <h3>{group.title}</h3>
                <ul>
                  {group.commands.map((command) => (
                    <Row
                      key={command.id}
                      command={command}
                      editing={edited === command.id}
                      edit={setEdited}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
        {Object.keys(own).length > 0 && (
          <Button variant="default" onClick={() => prefer({ keys: {} })}>
            {t('shortcuts.resetAll')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

interface RowProps {
  command: Command
  editing: boolean
  edit: (id: string | undefined) => void
}

function Row({ command, editing, edit }: RowProps) {
  const name = command.name ?? t(command.label)
  const keys = keysOf(command)
  const own = usePreference('keys')[command.id]
  // on the page where the keys were chosen, this one was perhaps not there
  const rival = takenBy({ id: command.id, scope: 'global', keys: own || ' ' }, useCommands())
  return (
    <li>
      <span>{name}</span>
      {rival && own !== undefined && !editing && (
        <small className={classes['off']}>
          {t('shortcuts.taken', { keys: spoken(own), what: rival.name ?? t(rival.label) })}
        </small>
      )}
      {editing ? (
        <KeyEditor command={command} name={name} done={() => edit(undefined)} />
      ) : (
        <span className={classes['keysOf']}>
          {keys.map((it) => (
            <Keys key={it} keys={it} />
          ))}
          {keys.length === 0 && <small>{t('shortcuts.none')}</small>}
          <ActionIcon
            size={24}
            aria-label={t('shortcuts.change', { what: name })}
            onClick={() => edit(command.id)}
          >
            <Pencil size={12} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  )
}
