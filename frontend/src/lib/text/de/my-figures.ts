import type { myFigures as english } from '../en/my-figures'
import type { Translated } from '../translated'

export const myFigures: Translated<typeof english> = {
  'myFigures.lead': 'Ihr Tag, und ob die Arbeit gerecht verteilt ist. Nur Sie sehen diese Seite.',
  'myFigures.today': 'Heute',
  'myFigures.since': 'Seit',
  'myFigures.work': 'Jede Aufgabe in „Meine Arbeit“ sehen',
  'myFigures.share': 'Ihr Anteil an der Arbeit',
  'myFigures.share.none': 'Weniger als fünf Kollegen haben Ihre Fähigkeiten',
  'myFigures.share.none.hint':
    'Oder weniger als fünf von ihnen waren zuletzt bei der Arbeit. Bei so wenigen verriete ein Vergleich, wer wer ist; darum gibt es keinen.',
  'myFigures.share.picture': 'Ihr Anteil, und der Bereich der Mitte Ihrer Gruppe',
  'myFigures.share.words': 'Ihr Anteil ist {mine}; die Mitte Ihrer Gruppe liegt zwischen {low} und {high}.',
  'myFigures.share.within': 'Sie sind so beschäftigt wie die meisten Ihrer Gruppe.',
  'myFigures.share.below':
    'Sie sind weniger beschäftigt als die meisten; von zweien, die eine Aufgabe nehmen könnten, kommen Sie zuerst.',
  'myFigures.share.above':
    'Sie sind mehr beschäftigt als die meisten; von zweien, die eine Aufgabe nehmen könnten, kommt der andere zuerst.',
  'myFigures.share.group': {
    one: 'Ihr Anteil ist Zeit mit Aufgaben durch Zeit bei der Arbeit; nach 8 h ist die Hälfte davon vergessen. Die Mitte ist die Gruppe ohne das am meisten und das am wenigsten beschäftigte Zehntel; die Hälfte liegt unter {median}. {n} Person hat eine Fähigkeit mit Ihnen gemeinsam.',
    other:
      'Ihr Anteil ist Zeit mit Aufgaben durch Zeit bei der Arbeit; nach 8 h ist die Hälfte davon vergessen. Die Mitte ist die Gruppe ohne das am meisten und das am wenigsten beschäftigte Zehntel; die Hälfte liegt unter {median}. {n} Personen haben eine Fähigkeit gemeinsam, Sie mitgezählt.',
  },
  'myFigures.share.legend.mine': 'Sie',
  'myFigures.share.legend.group': 'die Mitte Ihrer Gruppe',
  'myFigures.share.legend.median': 'die Hälfte liegt darunter',
  'myFigures.shifts': 'Ihre Schichten der nächsten 14 Tage',
  'myFigures.order': 'Wie die Reihenfolge entsteht',
  'myFigures.order.lead':
    'Welche Aufgabe die nächste ist und wer sie bekommt, folgt für alle denselben Regeln, in dieser Folge:',
  'myFigures.order.urgent':
    'Die dringendste Aufgabe kommt zuerst, P1 vor P2 und so weiter; unter gleichen die älteste.',
  'myFigures.order.age': 'Je 8 Stunden Warten rückt eine Aufgabe eine Stufe auf, aber nie auf die erste.',
  'myFigures.order.rescue':
    'Von denen, die länger als 40 Stunden warten, kommt bei jeder zehnten Zuweisung eine zuerst, damit keine vergessen wird.',
  'myFigures.order.load':
    'Sie geht an jemanden, der die Fähigkeiten hat, für die Region da ist und verfügbar ist; zuerst an den, der am meisten Kapazität frei hat.',
  'myFigures.order.share': 'Bei gleicher Last an den, der zuletzt weniger beschäftigt war.',
  'myFigures.order.idle': 'Ist auch das gleich, an den, der länger frei ist.',
  'myFigures.order.lot':
    'Ist alles gleich, entscheidet ein Los; wer zweifelt, kann es noch einmal berechnen lassen.',
  'myFigures.order.breaks':
    'Pausen zählen in keiner Richtung. Wie schnell Sie sind, und wie oft etwas scheiterte, zählt überhaupt nicht. Warum eine Aufgabe zu Ihnen kam, steht bei der Aufgabe.',
}
