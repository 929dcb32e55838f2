import type { myWork as english } from '../en/my-work'
import type { Translated } from '../translated'

export const myWork: Translated<typeof english> = {
  'myWork.filters': 'Filter',
  'myWork.outcome': 'Ausgang',
  'myWork.outcome.all': 'Alle',
  'myWork.from': 'Von',
  'myWork.to': 'Bis',
  'myWork.text': 'Titel oder Kommentar hat',
  'myWork.text.window':
    'Text wird in den letzten 92 Tagen gesucht; wählen Sie einen ersten Tag, um weiter zurück zu suchen.',
  'myWork.clear': 'Filter löschen',
  'myWork.export': 'Als CSV ausgeben',
  'myWork.exporting': '{n} geladen …',
  'myWork.exported': { one: '1 Zeile ausgegeben', other: '{n} Zeilen ausgegeben' },
  'myWork.exportFailed': 'Nichts wurde ausgegeben: {reason}',
  'myWork.at': 'Beendet',
  'myWork.priority': 'Priorität',
  'myWork.task': 'Aufgabe',
  'myWork.duration': 'Dauer',
  'myWork.comment': 'Kommentar',
  'myWork.noComment': 'Kein Kommentar: sie wurde nicht von Ihnen beendet.',
  'myWork.assigned': 'Zugewiesen',
  'myWork.started': 'Begonnen',
  'myWork.notStarted': 'nicht begonnen',
  'myWork.estimate': 'Geschätzt',
  'myWork.by': 'Auftrag von',
  'myWork.details': 'Einzelheiten',
  'myWork.none': 'Noch nichts beendet',
  'myWork.none.hint':
    'Was Sie erledigen, oder was Ihnen abgenommen wird, steht dann hier mit seinem Kommentar.',
  'myWork.noMatch': 'Nichts passt: {filters}',
  'myWork.noMatch.hint': 'Nehmen Sie mehr Tage, oder löschen Sie die Filter, um alles zu sehen.',
  'myWork.gone': 'Diese Zuweisung ist nicht auf den bisher geladenen Seiten.',
}
