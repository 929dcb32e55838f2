import type { dispute as english } from '../en/dispute'
import type { Translated } from '../translated'

export const dispute: Translated<typeof english> = {
  'dispute.report': 'Falsche Entscheidung melden',
  'dispute.reason': 'Was daran falsch ist',
  'dispute.reason.hint': 'Die Leitung liest es und antwortet Ihnen. Von selbst ändert es nichts.',
  'dispute.send': 'Meldung senden',
  'dispute.sent': 'Ihre Meldung wurde gesendet. Die Antwort steht dann hier.',
  'dispute.said': 'Als falsch gemeldet',
  'dispute.answer.by': '{name} hat geantwortet',
  'dispute.open': 'Noch keine Antwort.',
  'dispute.mine': 'Was Sie als falsch gemeldet haben',
  'dispute.mine.none': 'Sie haben nichts gemeldet',
  'dispute.mine.none.hint':
    'Wo steht, warum eine Aufgabe zu Ihnen kam, am Arbeitsplatz und in „Meine Arbeit“, können Sie sagen, dass es falsch war.',
  'dispute.title': 'Als falsch gemeldete Entscheidungen',
  'dispute.none': 'Keine Meldung wartet auf Antwort',
  'dispute.none.answered': 'Noch keine Meldung wurde beantwortet',
  'dispute.state.OPEN': 'Offen',
  'dispute.state.ANSWERED': 'Beantwortet',
  'dispute.decision': 'Wie entschieden wurde: {sentence}',
  'dispute.decision.none': 'Keine Runde hat das entschieden: von Hand zugewiesen oder selbst genommen.',
}
