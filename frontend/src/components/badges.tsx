import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleOff,
  CirclePause,
  CirclePlay,
  CircleUserRound,
  CircleX,
  Coffee,
  CornerUpLeft,
  HandHelping,
  Hourglass,
  type LucideIcon,
  MoveRight,
  TriangleAlert,
  Unplug,
  Users,
  WifiOff,
} from 'lucide-react'
import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import classes from './badges.module.css'

export type Priority = Schemas['TaskView']['priority']
export type State =
  | Schemas['TaskView']['status']
  | Schemas['AssignmentView']['state']
  | Schemas['WorkerView']['presence']
  | Schemas['Health']['status']

type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'calm'

const STATES: Record<State, { icon: LucideIcon; tone: Tone }> = {
  QUEUED: { icon: CircleDashed, tone: 'calm' },
  OFFERED: { icon: HandHelping, tone: 'busy' },
  ASSIGNED: { icon: CircleUserRound, tone: 'busy' },
  IN_PROGRESS: { icon: CirclePlay, tone: 'busy' },
  ON_HOLD: { icon: Hourglass, tone: 'warn' },
  COMPLETED: { icon: CircleCheck, tone: 'good' },
  FAILED: { icon: CircleX, tone: 'bad' },
  CANCELLED: { icon: Ban, tone: 'calm' },
  LOST: { icon: Unplug, tone: 'warn' },
  RETURNED: { icon: CornerUpLeft, tone: 'calm' },
  TRANSFERRED: { icon: MoveRight, tone: 'calm' },
  AVAILABLE: { icon: CircleDot, tone: 'good' },
  BUSY: { icon: CirclePause, tone: 'warn' },
  MEETING: { icon: Users, tone: 'calm' },
  BREAK: { icon: Coffee, tone: 'calm' },
  UNREACHABLE: { icon: WifiOff, tone: 'warn' },
  OFFLINE: { icon: CircleOff, tone: 'calm' },
  UP: { icon: CircleCheck, tone: 'good' },
  DEGRADED: { icon: TriangleAlert, tone: 'warn' },
  DOWN: { icon: CircleX, tone: 'bad' },
}

/** P1 solid … P5 dotted: the shape and the number say it, the colour only helps. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  return (
    <span className={classes['priority']} data-priority={priority} title={t(`priority.${priority}`)}>
      <span>{priority}</span>
    </span>
  )
}

/** A state of a task, an assignment, a person or a server: icon and word. */
export function StateBadge({ state }: { state: State }) {
  const { icon: Icon, tone } = STATES[state]
  return (
    <span className={classes['state']} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {t(`state.${state}`)}
    </span>
  )
}
