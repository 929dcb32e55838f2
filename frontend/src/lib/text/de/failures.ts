import type { failures as english } from '../en/failures'
import type { Translated } from '../translated'

export const failures: Translated<typeof english> = {
  'failures.deadLetters': 'Tote Nachrichten',
  'failures.lead.messages': 'Nachrichten, die nie angewandt werden können, mit ihrem Grund.',
  'failures.when': 'Gestorben',
  'failures.code': 'Code',
  'failures.source': 'Von',
  'failures.reason': 'Grund',
  'failures.body': 'Inhalt',
  'failures.headers': 'Kopfzeilen',
  'failures.none': 'Keine toten Nachrichten',
  'failures.none.hint':
    'Eine Nachricht, die nie angewandt werden kann oder fünfmal gescheitert ist, steht dann hier mit ihrem Grund.',
  'failures.shown': { one: '1 tote Nachricht gezeigt', other: '{n} tote Nachrichten gezeigt' },
  'failures.gone': 'Diese Nachricht ist nicht auf den bisher geladenen Seiten.',
  'failures.kind': 'Was gescheitert ist',
  'failures.lead.tasks':
    'Gescheiterte Aufgaben: einige werden von selbst wieder versucht, die anderen sind tote Briefe.',
  'failures.tasks': 'Gescheiterte Aufgaben',
  'failures.failed': 'Gescheitert',
  'failures.task': 'Aufgabe',
  'failures.attempts': 'Versuche',
  'failures.next': 'Was folgt',
  'failures.dead': 'toter Brief',
  'failures.again': 'wieder um',
  'failures.redrive': 'Neu versuchen',
  'failures.redrive.what': '{title} neu versuchen',
  'failures.redriven': '{title} wartet wieder',
  'failures.tasks.none': 'Keine gescheiterten Aufgaben',
  'failures.tasks.none.hint':
    'Eine Aufgabe, die als gescheitert gemeldet wurde, steht dann hier, mit dem Grund und der Zeit, zu der sie wieder versucht wird.',
}
