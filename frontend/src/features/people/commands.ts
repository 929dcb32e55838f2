import { defineCommands } from '@/lib/commands/registry'

export const peopleCommands = defineCommands('people', {
  filter: { label: 'people.filter', keys: '/' },
  add: { label: 'people.add', keys: 'shift+n' },
})
