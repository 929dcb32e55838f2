import type { overview as english } from '../en/overview'
import type { Translated } from '../translated'

export const overview: Translated<typeof english> = {
  'overview.lead': 'Wie lange Aufgaben warten, wie viele erledigt werden und wie gleichmäßig.',
  'overview.range': 'Zeitraum',
  'overview.range.last': { one: 'Letzte Stunde', other: 'Letzte {n} Stunden' },
  'overview.zone': 'Zeiten in {zone}; zu ändern im Profil.',
  'overview.how': 'Wie gezählt wird: {what}',
  'overview.rows': 'Aufgaben zeigen',
  'overview.export': 'Als CSV exportieren: {what}',
  'overview.exported': '{what}, exportiert aus Warren am {time}, Zone {zone}',
  'overview.flow': 'Durchlauf',
  'overview.flow.how':
    'Jede Minute notiert Warren, wie viele Aufgaben warten, zugewiesen und in Arbeit sind und was seitdem geschah. Ein Punkt der Diagramme ist {n} min: Ereignisse sind summiert, das andere ist der Stand an seinem Ende. Wo eine Linie unterbrochen ist, lief kein Server oder niemand zählte. Der letzte Punkt ist nicht vorbei.',
  'overview.flow.none': 'Noch ist nichts gezählt. Der erste Punkt kommt innerhalb einer Minute.',
  'overview.flow.stocks': 'Wartende Aufgaben und solche in Arbeit',
  'overview.flow.rates': 'In {n} min angelegt und abgeschlossen',
  'overview.tableOf': '{what}: Tabelle',
  'overview.asTable': 'Als Tabelle',
  'overview.until': 'Bis',
  'overview.line.waiting': 'Wartend',
  'overview.line.assigned': 'Zugewiesen',
  'overview.line.inProgress': 'In Arbeit',
  'overview.line.created': 'Angelegt',
  'overview.line.completed': 'Erledigt',
  'overview.line.failed': 'Gescheitert',
  'overview.chart.line': '{line}: jetzt {last}, höchstens {most}.',
  'overview.inQueue': 'Wartend',
  'overview.inQueue.how':
    'Aufgaben, die niemandem zugewiesen sind, in allen Warteschlangen, beim letzten Punkt. Daneben: um wie viele es mehr oder weniger sind als zu Beginn des Zeitraums.',
  'overview.growth': '{change} seit',
  'overview.created': 'Angelegt',
  'overview.created.how':
    'Aufgaben, die im Zeitraum hereinkamen, auf welchem Weg auch immer. Minuten, die niemand zählte, fehlen.',
  'overview.completed': 'Erledigt',
  'overview.completed.how': 'Aufgaben, die im Zeitraum erledigt wurden, jede einmal.',
  'overview.failed': 'Gescheitert',
  'overview.failed.how':
    'Wie oft die Arbeit an einer Aufgabe im Zeitraum scheiterte. Eine wiederholte, die noch einmal scheiterte, zählt zweimal.',
  'overview.perHour': '{n} je Stunde',
  'overview.before': '{change} gegenüber derselben Zeit davor ({n})',
  'overview.before.none': 'keine in derselben Zeit davor',
  'overview.waits': 'Warten und Bearbeiten',
  'overview.waits.how':
    'Warten: vom Anlegen einer Aufgabe bis zur ersten Zuweisung. Bearbeiten: vom Beginn der Arbeit bis zur Erledigung. Aus den Zuweisungen, die im Zeitraum endeten, und den offenen. p50: die Hälfte dauerte nicht länger; p90: neun von zehn; p95: neunzehn von zwanzig. Bei wenigen Aufgaben ist p95 die längste.',
  'overview.waits.none': {
    one: 'In der letzten Stunde wurde nichts zugewiesen.',
    other: 'In den letzten {n} Stunden wurde nichts zugewiesen.',
  },
  'overview.waits.sample': { one: 'Aus 1 Zuweisung.', other: 'Aus {n} Zuweisungen.' },
  'overview.waits.cut': 'Es waren mehr; nichts fehlt seit',
  'overview.priority': 'Priorität',
  'overview.waiting': 'Warten',
  'overview.handling': 'Bearbeiten',
  'overview.sample': 'Aufgaben',
  'overview.tasks': 'Aufgaben nach Zustand und Priorität',
  'overview.tasks.how':
    'Alle Aufgaben, wie sie in diesem Augenblick sind, in allen Warteschlangen, nach der Priorität, die ihnen jemand gab. Jede Zahl führt zu ihren Aufgaben.',
  'overview.tasks.none': 'Noch gibt es keine Aufgaben.',
  'overview.state': 'Zustand',
  'overview.sum': 'Alle',
  'overview.skill': 'Fähigkeit',
  'overview.fairness': 'Gerechtigkeit',
  'overview.fairness.how':
    'Beschäftigt: beschäftigte Zeit durch Zeit bei der Arbeit, alle 8 h zur Hälfte vergessen; Pausen zählen nicht. Verglichen werden die mit der Fähigkeit, die zuletzt da waren. Das Band reicht vom 10. bis zum 90. Perzentil. Weniger als {n} Personen werden weder verglichen noch gereiht.',
  'overview.fairness.of': 'Wie beschäftigt die mit {skill} waren',
  'overview.fairness.none': 'Niemand war zuletzt bei der Arbeit; es gibt nichts zu vergleichen.',
  'overview.fairness.few': {
    one: 'Nur 1 Person mit dieser Fähigkeit war zuletzt da: nichts zu vergleichen.',
    other:
      'Nur {n} Personen mit dieser Fähigkeit waren zuletzt da: zu wenige zum Vergleichen, daher nach Namen.',
  },
  'overview.fairness.even': 'Die Arbeit ist gleichmäßig verteilt.',
  'overview.fairness.fair': 'Die Arbeit ist recht gleichmäßig verteilt.',
  'overview.fairness.uneven': 'Die Arbeit ist ungleich verteilt.',
  'overview.fairness.band':
    '{n} Personen waren im Mittel {mean} ihrer Zeit beschäftigt, die meisten zwischen {low} und {high}.',
  'overview.fairness.share': '{share} der Zeit bei der Arbeit beschäftigt',
  'overview.fairness.above': 'über dem Band',
  'overview.fairness.below': 'unter dem Band',
  'overview.jain': 'Jain-Index',
  'overview.jain.means':
    'So gleichmäßig, als täten {n} von {people} Personen alles zu gleichen Teilen. 1 ist vollkommen gleich.',
  'overview.gini': 'Gini-Koeffizient',
  'overview.gini.means':
    'Je zwei von ihnen liegen im Mittel {points} Prozentpunkte auseinander. 0 ist vollkommen gleich.',
  'overview.levels': 'Service-Level',
}
