import { defineCommands } from '@/lib/commands/registry'

export const appCommands = defineCommands('global', {
  palette: { label: 'palette.open', keys: 'mod+k', silent: true },
  shortcuts: { label: 'shortcuts.title', keys: '?' },
  theme: { label: 'command.theme' },
  rail: { label: 'command.rail', keys: '[' },
  closeInspector: { label: 'command.inspector', keys: ['escape', ']'] },
  pinInspector: { label: 'inspector.pin', keys: 'i' },
  signOut: { label: 'profile.signOut' },
})
