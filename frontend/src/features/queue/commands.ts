import { defineCommands } from '@/lib/commands/registry'

export const queueCommands = defineCommands('queue', {
  filter: { label: 'queue.command.filter', keys: '/' },
})

/** For the rows that are aimed at, or the task that is inspected. */
export const taskCommands = defineCommands('task', {
  p1: { label: 'task.command.p1', keys: 'p 1' },
  p2: { label: 'task.command.p2', keys: 'p 2' },
  p3: { label: 'task.command.p3', keys: 'p 3' },
  p4: { label: 'task.command.p4', keys: 'p 4' },
  p5: { label: 'task.command.p5', keys: 'p 5' },
  assign: { label: 'task.command.assign', keys: 'a' },
  cancel: { label: 'task.command.cancel', keys: 'c' },
  retry: { label: 'task.command.retry', keys: 'r' },
  hold: { label: 'task.command.hold', keys: 'shift+l' },
  comment: { label: 'task.command.comment', keys: 'm' },
  undo: { label: 'task.command.undo', keys: ['u', 'mod+z'] },
  link: { label: 'task.command.link', keys: 'y' },
})
