import type { whereabouts as english } from '../en/whereabouts'
import type { Translated } from '../translated'

export const whereabouts: Translated<typeof english> = {
  'whereabouts.kind': 'Art der Pause',
  'whereabouts.kind.SHORT': 'Kurze Pause',
  'whereabouts.kind.LUNCH': 'Mittagspause',
  'whereabouts.kind.OTHER': 'Andere',
  'whereabouts.note': 'Wofür (freiwillig)',
  'whereabouts.end': 'Geplantes Ende',
  'whereabouts.end.none': 'Keines',
  'whereabouts.until': 'bis {time}',
  'whereabouts.overdue': 'überfällig seit {age}',
  'whereabouts.plan.BREAK': 'Pause planen',
  'whereabouts.plan.MEETING': 'Besprechung planen',
  'whereabouts.save': 'Speichern',
  'whereabouts.wrapUp': 'Nachbearbeitung',
  'whereabouts.wrapUp.hint': 'Zeit für das, was zu Ihrer letzten Aufgabe noch gehört:',
  'whereabouts.wrapUp.left': 'noch {age}',
  'whereabouts.wrapUp.end': 'Jetzt beenden',
}
