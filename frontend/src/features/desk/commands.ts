import { defineCommands } from '@/lib/commands/registry'

export const deskCommands = defineCommands('desk', {
  more: { label: 'command.desk.more', keys: '+' },
  less: { label: 'command.desk.less', keys: '-' },
  complete: { label: 'command.desk.complete', keys: 'mod+enter' },
  fail: { label: 'command.desk.fail', keys: 'mod+shift+enter' },
  comment: { label: 'command.desk.comment', keys: 'm' },
  hold: { label: 'command.desk.hold', keys: 'shift+l' },
  pause: { label: 'command.desk.pause', keys: 'b' },
})
