import { zone } from '@/lib/preferences'
import { instantOf } from '@/lib/wall-time'

export type Preset = 'half' | 'hours' | 'tomorrow'

const MINUTE = 60_000
const MORNING = 8

/** When a preset is up: minutes are full ones, and tomorrow begins at eight on the clock of the viewer. */
export function wakeUpAt(preset: Preset, now: number): number {
  if (preset !== 'tomorrow') return Math.ceil(now / MINUTE) * MINUTE + (preset === 'half' ? 30 : 120) * MINUTE
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone() }).format(now)
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return instantOf({ year, month, day: day + 1, hour: MORNING, minute: 0 }, zone())
}
