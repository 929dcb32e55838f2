import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type Command, keysOf, useCommands } from '@/lib/commands/registry'
import type { Finder } from '@/lib/pages'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { Keys } from './keys'
import { closeOverlay, useOverlay } from './overlay'
import classes from './overlay.module.css'
import { type FoundGroup, useFound } from './use-found'

const [store, spotlight] = createSpotlight()

/** Everything that can be done now, what belongs to the page first; and what is found by what is typed. */
export default function Palette({ finders }: { finders: readonly Finder[] }) {
  const open = useOverlay() === 'palette'
  const [typed, setTyped] = useState('')
  const commands = useCommands().filter((it) => it.silent !== true)
  const groups = useFound(open ? typed : '', finders)
  const openFound = useOpenFound()
  usePreference('keys')
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
      query={typed}
      onQueryChange={setTyped}
      actions={[
        ...ordered.map(ofCommand),
        ...groups.map((group) => ({
          group: t(group.label),
          actions: ofGroup(group, typed, openFound),
        })),
      ]}
      nothingFound={t('palette.empty')}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      overlayProps={{ blur: 0 }}
      scrollable
      maxHeight={420}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }} // or keys alone could not scroll it
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

function ofCommand(command: Command): SpotlightActionData {
  const label = command.name ?? t(command.label)
  const [keys] = keysOf(command)
  return {
    id: command.id,
    label,
    children: (
      <span className={classes['action']}>
        <span>{label}</span>
        {keys && <Keys keys={keys} />}
      </span>
    ),
    onClick: command.run,
  }
}

/** The server has looked already: what is typed is a keyword of all it found, so that no filter takes them out. */
function ofGroup(
  { label, found, error }: FoundGroup,
  typed: string,
  open: (found: FoundGroup['found'][number]) => void,
): SpotlightActionData[] {
  if (error !== null) {
    return [{ id: `${label}.failed`, label: error.message, keywords: typed, disabled: true }]
  }
  return found.map((it) => ({
    id: it.id,
    label: it.label,
    keywords: typed,
    children: (
      <span className={classes['action']}>
        <span className={classes['found']}>{it.label}</span>
        <small>{it.hint}</small>
      </span>
    ),
    onClick: () => open(it),
  }))
}

function useOpenFound() {
  const navigate = useNavigate()
  const { inspect } = useInspector()
  return (it: FoundGroup['found'][number]) =>
    'href' in it ? void navigate({ href: it.href }) : inspect(it.inspect.kind, it.inspect.id)
}
