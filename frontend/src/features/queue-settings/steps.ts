import type { Schemas } from '@/lib/api/client'
import { secondsOf, spanOf } from '@/lib/span'
import { t } from '@/lib/text'

type Step = Schemas['EscalationStep']

export const KINDS = ['ASSIGN', 'FIRST_ACTION', 'RESOLVE'] as const
export const POINTS = ['RISK', 'BREACH'] as const
export const ACTIONS = ['RAISE_PRIORITY', 'NOTIFY', 'RELAX', 'OVERFLOW'] as const
export const TOLD = ['MANAGER', 'ADMIN'] as const

/** A step as it stands in the form; what belongs to another action is kept, and not sent. */
export interface StepDraft {
  kind: Step['kind']
  at: Step['at']
  delay: string
  action: Step['action']
  /** Empty for one up. */
  priority: string
  accounts: string[]
  roles: NonNullable<Step['roles']>
  skill: string
  /** Empty when a skill is left out instead. */
  level: string
  queue: string
}

export const FIRST: StepDraft = {
  kind: 'ASSIGN',
  at: 'RISK',
  delay: '',
  action: 'RAISE_PRIORITY',
  priority: '',
  accounts: [],
  roles: ['MANAGER'],
  skill: '',
  level: '',
  queue: '',
}

export function stepDraftOf(step: Step): StepDraft {
  return {
    kind: step.kind,
    at: step.at,
    delay: step.delaySeconds ? spanOf(step.delaySeconds) : '',
    action: step.action,
    priority: step.priority ?? '',
    accounts: step.accounts ?? [],
    roles: step.roles ?? (step.action === 'NOTIFY' ? [] : FIRST.roles),
    skill: step.skill ?? '',
    level: step.minSkillLevel == null ? '' : String(step.minSkillLevel),
    queue: step.queue ?? '',
  }
}

export function stepOf(draft: StepDraft): Step {
  const { kind, at, action } = draft
  return { kind, at, action, delaySeconds: secondsOf(draft.delay) ?? 0, ...argumentOf(draft) }
}

function argumentOf({ action, priority, accounts, roles, skill, level, queue }: StepDraft): Partial<Step> {
  switch (action) {
    case 'RAISE_PRIORITY':
      return priority === '' ? {} : { priority: priority as NonNullable<Step['priority']> }
    case 'NOTIFY':
      return { ...(accounts.length > 0 && { accounts }), ...(roles.length > 0 && { roles }) }
    case 'RELAX':
      return level === '' ? (skill === '' ? {} : { skill }) : { minSkillLevel: Number(level) }
    case 'OVERFLOW':
      return queue === '' ? {} : { queue }
  }
}

/** The step as a line: `Assigned, broken + 30 min: tell people`. */
export function stepInWords(draft: StepDraft): string {
  const { priority, skill, level, queue } = argumentOf(draft) as Record<string, string | undefined>
  const words = [draft.priority && priority, skill, level, queue].filter(Boolean)
  return t('promises.step.line', {
    promise: t(`sla.kind.${draft.kind}`),
    point: t(`promises.at.${draft.at}`),
    delay: draft.delay.trim() || '0 min',
    action: [t(`promises.action.${draft.action}`), ...words].join(' '),
  })
}
