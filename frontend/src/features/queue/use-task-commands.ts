import { useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { useActs } from './acts'
import { taskCommands } from './commands'
import { undoLatest } from './undo'
import { useIsAdmin, useLook } from './use-task'
import { ask, type Form, may, type Target, type Wish } from './work'

/** The keys of tasks, for these; only one place has them at a time. */
export function useTaskCommands(targets: readonly Target[], here: boolean): void {
  const client = useQueryClient()
  const admin = useIsAdmin() && here
  const look = useLook()
  const { inspect } = useInspector()
  const { act } = useActs(look)
  const able = (kind: Wish['kind']) => admin && targets.some((it) => may(kind, it.status))
  const [only] = targets
  const one = targets.length === 1 ? only : undefined

  const prioritise = able('priority')
  useCommand(taskCommands.p1, () => void act(targets, { kind: 'priority', priority: 'P1' }), prioritise)
  useCommand(taskCommands.p2, () => void act(targets, { kind: 'priority', priority: 'P2' }), prioritise)
  useCommand(taskCommands.p3, () => void act(targets, { kind: 'priority', priority: 'P3' }), prioritise)
  useCommand(taskCommands.p4, () => void act(targets, { kind: 'priority', priority: 'P4' }), prioritise)
  useCommand(taskCommands.p5, () => void act(targets, { kind: 'priority', priority: 'P5' }), prioritise)
  useCommand(taskCommands.cancel, () => void act(targets, { kind: 'cancel' }), able('cancel'))
  useCommand(taskCommands.retry, () => void act(targets, { kind: 'retry' }), able('retry'))
  const asked = (form: Form) => {
    if (one === undefined) return
    ask(one.id, form)
    inspect('task', one.id)
  }
  useCommand(
    taskCommands.assign,
    () => asked('assign'),
    admin && one !== undefined && may('assign', one.status),
  )
  useCommand(
    taskCommands.hold,
    () => (able('resume') ? void act(targets, { kind: 'resume' }) : asked('hold')),
    able('resume') || (admin && one !== undefined && may('hold', one.status)),
  )
  useCommand(taskCommands.undo, () => void undoLatest(client), admin)
  useCommand(taskCommands.link, () => one && copyLink(one.id), here && one !== undefined)
}

export function copyLink(id: string): void {
  const link = new URL(window.location.href)
  link.searchParams.set('inspect', `task:${id}`)
  void navigator.clipboard.writeText(link.href).then(() => toast(t('toast.copied')))
}
