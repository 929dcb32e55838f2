import { plusDays } from '@/lib/week'

/** What the plan shows. */
export interface Shown {
  view?: 'day' | undefined
  /** The day, or one of the week; today without it. */
  on?: string | undefined
  skill?: string | undefined
  text?: string | undefined
}

/** Reads the address; what it says wrongly is left out. The router makes numbers of digits. */
export const shownOfAddress = {
  parse(value: unknown): Shown {
    const { view, on, skill, text } = value as Record<string, unknown>
    return {
      ...(view === 'day' && { view }),
      ...(isDate(on) && { on }),
      ...(isText(skill) && { skill: String(skill) }),
      ...(isText(text) && { text: String(text) }),
    }
  },
}

function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  return !Number.isNaN(Date.parse(value)) && plusDays(value, 0) === value
}

function isText(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
}
