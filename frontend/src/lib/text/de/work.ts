import type { work as english } from '../en/work'
import type { Translated } from '../translated'

export const work: Translated<typeof english> = {
  'work.close': 'Schließen',
  'work.reason.missing': 'Sagen Sie in ein, zwei Worten, warum, damit andere es verstehen.',
  'work.hold': 'Zurückstellen',
  'work.hold.reason': 'Worauf es wartet',
  'work.hold.until': 'Geht von selbst weiter',
  'work.hold.until.never': 'Nein, ich nehme sie wieder auf',
  'work.hold.until.half': 'In einer halben Stunde',
  'work.hold.until.hours': 'In zwei Stunden',
  'work.hold.until.tomorrow': 'Morgen früh',
  'work.hold.until.exact': 'Zu einer Zeit …',
  'work.hold.until.exact.label': 'Datum und Zeit ({zone})',
  'work.hold.until.wrong': 'Wählen Sie eine Zeit in der Zukunft, innerhalb von 90 Tagen.',
  'work.held.since': 'zurückgestellt seit',
  'work.held.open': 'bis jemand sie wieder aufnimmt',
  'work.held.until': 'geht von selbst weiter:',
  'work.help.waits': 'wartet auf Hilfe seit',
  'comments.title': 'Kommentare',
  'comments.say': 'Etwas dazu sagen',
  'comments.say.hint': '@name ruft jemanden dazu.',
  'comments.people': 'Wer gerufen wird',
  'comments.send': 'Senden',
  'comments.pending': 'Unterwegs …',
}
