import { defineCommands } from '@/lib/commands/registry'

export const listCommands = defineCommands('list', {
  down: { label: 'command.list.down', keys: 'j', silent: true },
  up: { label: 'command.list.up', keys: 'k', silent: true },
  open: { label: 'command.list.open', keys: 'enter', silent: true },
  select: { label: 'command.list.select', keys: 'x', silent: true },
  selectAll: { label: 'command.list.selectAll', keys: 'mod+a', silent: true },
  release: { label: 'command.list.release', keys: 'shift+l' },
})
