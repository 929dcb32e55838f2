import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { Search } from 'lucide-react'
import { useEffect } from 'react'
import { keysOf, useCommands } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { Keys } from './keys'
import { closeOverlay, useOverlay } from './overlay'
import classes from './overlay.module.css'

const [store, spotlight] = createSpotlight()

/** Everything that can be done now; what belongs to the page comes first. */
export default function Palette() {
  const open = useOverlay() === 'palette'
  const commands = useCommands().filter((it) => it.silent !== true)
  useEffect(() => {
    if (open) spotlight.open()
    else spotlight.close()
  }, [open])
  const ordered = [
    ...commands.filter((it) => it.scope !== 'global'),
    ...commands.filter((it) => it.scope === 'global'),
  ]
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={ordered.map((command) => ({
        id: command.id,
        label: command.name ?? t(command.label),
        children: (
          <span className={classes['action']}>
            <span>{command.name ?? t(command.label)}</span>
            {keysOf(command)[0] && <Keys keys={keysOf(command)[0] ?? ''} />}
          </span>
        ),
        onClick: command.run,
      }))}
      nothingFound={t('palette.empty')}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      overlayProps={{ blur: 0 }}
      scrollable
      maxHeight={360}
      transitionProps={{ duration: 0 }}
      onSpotlightClose={closeOverlay}
      searchProps={{
        leftSection: <Search size={16} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  )
}
