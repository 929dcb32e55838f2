import { Dialog } from '@/components/dialog'
import { type Command, keysOf, useCommands } from '@/lib/commands/registry'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { Keys } from './keys'
import { closeOverlay, useOverlay } from './overlay'
import classes from './overlay.module.css'

/** The keys that work on this page. */
export default function ShortcutSheet() {
  const open = useOverlay() === 'shortcuts'
  const commands = useCommands().filter((it) => keysOf(it).length > 0)
  const single = usePreference('singleKeys')
  return (
    <Dialog title={t('shortcuts.title')} opened={open} onClose={closeOverlay}>
      <div className={classes['sheet']}>
        {!single && <p className={classes['off']}>{t('shortcuts.off')}</p>}
        <Keyed commands={commands.filter((it) => it.scope !== 'global')} />
        <section>
          <h3>{t('shortcuts.global')}</h3>
          <Keyed commands={commands.filter((it) => it.scope === 'global')} />
        </section>
      </div>
    </Dialog>
  )
}

function Keyed({ commands }: { commands: readonly Command[] }) {
  if (commands.length === 0) return null
  return (
    <dl>
      {commands.map((command) => (
        <div key={command.id} style={{ display: 'contents' }}>
          <dt>{command.name ?? t(command.label)}</dt>
          <dd>
            {keysOf(command).map((keys) => (
              <Keys key={keys} keys={keys} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
