import type { shifts as english } from '../en/shifts'
import type { Translated } from '../translated'

export const shifts: Translated<typeof english> = {
  'shifts.none': 'Keine Schichten geplant',
  'shifts.none.hint': 'Wer kommt, arbeitet trotzdem: ein Plan macht niemanden verfügbar.',
  'shifts.vacations': 'Urlaub',
  'shifts.vacation': 'Urlaub {days}',
}
