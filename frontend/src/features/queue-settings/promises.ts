import { mergeOf } from '@/components/edit/merge'
import type { Schemas } from '@/lib/api/client'
import { secondsOf, spanOf } from '@/lib/span'
import { t } from '@/lib/text'
import { type StepDraft, stepDraftOf, stepInWords, stepOf } from './steps'

export type Level = Schemas['LevelView']
type Request = Schemas['LevelRequest']
type Targets = Schemas['Targets']

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const
export const PROMISES = ['assignSeconds', 'firstActionSeconds', 'resolveSeconds'] as const
export type Priority = (typeof PRIORITIES)[number]
export type Promised = (typeof PROMISES)[number]

/** What is promised for one priority, as it is typed; empty for nothing. */
export type Spans = Record<Promised, string>

/** What a queue promises, as it stands in the form. */
export type Draft = Record<Priority, Spans> & {
  calendar: string
  riskPercent: string
  pauseOnHold: boolean
  escalations: StepDraft[]
}
export type Field = keyof Draft

const FIELDS: readonly Field[] = [...PRIORITIES, 'calendar', 'riskPercent', 'pauseOnHold', 'escalations']

export const merging = mergeOf<Draft>(FIELDS)

export function draftOf(level: Level): Draft {
  const spans = PRIORITIES.map((priority) => {
    const found = level.targets.find((it) => it.priority === priority)
    const typed = PROMISES.map((it) => [it, found?.[it] == null ? '' : spanOf(found[it])])
    return [priority, Object.fromEntries(typed) as Spans]
  })
  return {
    ...(Object.fromEntries(spans) as Record<Priority, Spans>),
    calendar: level.calendar,
    riskPercent: String(level.riskPercent),
    pauseOnHold: level.pauseOnHold,
    escalations: level.escalations.map(stepDraftOf),
  }
}

export function toSend(draft: Draft): Request {
  const targets = PRIORITIES.map((priority): Targets => {
    const seconds = PROMISES.map((it) => [it, secondsOf(draft[priority][it]) ?? null])
    return { priority, ...(Object.fromEntries(seconds) as Record<Promised, number | null>) }
  })
  return {
    calendar: draft.calendar,
    riskPercent: Number(draft.riskPercent),
    pauseOnHold: draft.pauseOnHold,
    targets: targets.filter((it) => PROMISES.some((promise) => it[promise] != null)),
    escalations: draft.escalations.map(stepOf),
  }
}

/** Whether what is typed is a span, or nothing. */
export function isSpan(text: string): boolean {
  const seconds = secondsOf(text)
  return text.trim() === '' || (seconds !== undefined && seconds > 0)
}

export function isReadable(draft: Draft): boolean {
  const percent = Number(draft.riskPercent)
  return (
    PRIORITIES.every((it) => PROMISES.every((promise) => isSpan(draft[it][promise]))) &&
    Number.isInteger(percent) &&
    percent >= 1 &&
    percent <= 99 &&
    draft.escalations.every((it) => it.delay.trim() === '' || secondsOf(it.delay) !== undefined)
  )
}

export function inWords(draft: Draft, field: Field): string {
  switch (field) {
    case 'calendar':
      return draft.calendar
    case 'riskPercent':
      return `${draft.riskPercent} %`
    case 'pauseOnHold':
      return t(draft.pauseOnHold ? 'promises.pause.yes' : 'promises.pause.no')
    case 'escalations':
      return draft.escalations.map((it) => stepInWords(it)).join('\n') || '–'
    default: {
      const said = PROMISES.filter((it) => draft[field][it].trim() !== '')
      return said.map((it) => `${t(`promises.${it}`)}: ${draft[field][it]}`).join('\n') || '–'
    }
  }
}

export function nameOf(field: Field): string {
  return PRIORITIES.includes(field as Priority)
    ? t(`priority.${field as Priority}`)
    : t(`promises.${field as Exclude<Field, Priority>}`)
}
