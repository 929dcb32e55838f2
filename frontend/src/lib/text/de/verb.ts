import type { verb as english } from '../en/verb'
import type { Translated } from '../translated'

export const verb: Translated<typeof english> = {
  'verb.hold.done': 'Zurückgestellt: {title}',
  'verb.return.reason': 'Warum sie zurückgeht',
  'verb.return.hint':
    'Sie behält ihr Alter in der Warteschlange; eine halbe Stunde lang bekommen Sie sie nicht wieder.',
  'verb.return.submit': 'In die Warteschlange zurückgeben',
  'verb.return.done': 'Zurückgegeben: {title}',
  'verb.transfer.reason': 'Was die nächste Person wissen sollte',
  'verb.transfer.hint': 'Es steht in der Geschichte.',
  'verb.transfer.submit': 'Weitergeben',
  'verb.transfer.done': 'Weitergegeben: {title}',
  'verb.help.reason': 'Wobei Sie Hilfe brauchen',
  'verb.help.hint': 'Leitung und Verwaltung erfahren es; die Aufgabe bleibt solange Ihre.',
  'verb.help.submit': 'Um Hilfe bitten',
  'verb.help.done': 'Um Hilfe gebeten: {title}',
  'transfer.people': 'An eine Person',
  'transfer.queues': 'Oder in eine andere Warteschlange',
  'transfer.nobody': 'Sonst arbeitet hier niemand.',
  'transfer.free': 'frei dafür',
  'transfer.missing': 'Wählen Sie, wer sie bekommt: eine Person oder eine Warteschlange.',
  'obstacle.NO_SKILL': 'Es fehlt eine Fähigkeit oder deren Stufe.',
  'obstacle.NO_REGION': 'Bedient eine andere Region.',
  'obstacle.OFFLINE': 'Ist nicht da.',
  'obstacle.UNREACHABLE': 'Ist nicht zu erreichen.',
  'obstacle.BREAK': 'Hat Pause.',
  'obstacle.MEETING': 'Ist in einer Besprechung.',
  'obstacle.BUSY': 'Ist beschäftigt und nimmt nichts Neues.',
  'obstacle.SHIFT_ENDS': 'Die Schicht endet, bevor die Aufgabe getan wäre.',
  'obstacle.NO_CAPACITY': 'Hat so viel, wie möglich ist.',
  'obstacle.other': '{sentence}',
}
