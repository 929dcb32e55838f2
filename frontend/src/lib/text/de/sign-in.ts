import type { signIn as english } from '../en/sign-in'
import type { Translated } from '../translated'

export const signIn: Translated<typeof english> = {
  'signIn.lead': 'Warren verteilt Arbeit: das Dringendste zuerst, und gerecht.',
  'signIn.username': 'Benutzername',
  'signIn.password': 'Passwort',
  'signIn.showPassword': 'Zeigen, was getippt ist',
  'signIn.submit': 'Anmelden',
  'signIn.pending': 'Meldet an …',
  'signIn.demo': 'Die Demo ausprobieren',
  'signIn.demo.hint': 'Echte Server, Beispielpersonen und -aufgaben. Ein Klick meldet Sie an.',
  'signIn.demo.ADMIN': 'Legt Aufgaben an, sieht die Warteschlange, bestimmt die Regeln.',
  'signIn.demo.MANAGER': 'Sieht alles, ändert nichts.',
  'signIn.demo.EMPLOYEE': 'Bekommt Arbeit, meldet Fortschritt, erledigt sie.',
  'signIn.demo.others': 'Weitere Personen der Demo',
  'signIn.over': 'Ihre Sitzung ist zu Ende. Melden Sie sich an, dann sind Sie wieder an derselben Stelle.',
}
