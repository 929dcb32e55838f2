import { defineCommands } from '@/lib/commands/registry'

export const createCommands = defineCommands('global', {
  create: { label: 'create.command', keys: 'n' },
})
