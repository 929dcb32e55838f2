import type { queueSettings as english } from '../en/queue-settings'
import type { Translated } from '../translated'

export const queueSettings: Translated<typeof english> = {
  'queueSettings.lead':
    'Wie jede Warteschlange ihre Aufgaben vergibt, wie sie ausgehen können und wie oft sie versucht werden.',
  'queueSettings.queues': 'Warteschlangen',
  'queueSettings.acceptance': 'Annahme',
  'queueSettings.choice.AUTO': 'Sofort zugewiesen',
  'queueSettings.choice.MANUAL': 'Erst angeboten',
  'queueSettings.offerSeconds': 'Sekunden für die Antwort',
  'queueSettings.declineLimit': 'Ablehnungen, bis entschieden wird',
  'queueSettings.maxAttempts': 'Versuche',
  'queueSettings.retrySeconds': 'Sekunden bis zum zweiten',
  'queueSettings.wrapUpSeconds': 'Sekunden Nachbearbeitung',
  'queueSettings.shiftEnd': 'Arbeit am Ende einer Schicht',
  'queueSettings.choice.KEEP': 'Bleibt, bis sie getan ist',
  'queueSettings.choice.HAND_BACK': 'Geht zurück in die Warteschlange',
  'queueSettings.range': '{least} bis {most}',
  'queueSettings.dispositions': 'Ausgänge',
  'queueSettings.dispositions.hint':
    'Einer je Zeile, höchstens 20. Wer eine Aufgabe erledigt, muss einen wählen, wenn es welche gibt.',
  'queueSettings.save': 'Speichern',
  'queueSettings.saved': 'Einstellungen von {name} gespeichert',
}
