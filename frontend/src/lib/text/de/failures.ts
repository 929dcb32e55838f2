import type { failures as english } from '../en/failures'
import type { Translated } from '../translated'

export const failures: Translated<typeof english> = {
  'failures.deadLetters': 'Tote Nachrichten',
  'failures.lead': 'Nachrichten, die nie angewandt werden können, mit ihrem Grund.',
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
}
