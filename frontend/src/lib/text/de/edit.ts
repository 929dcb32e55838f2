import type { edit as english } from '../en/edit'
import type { Translated } from '../translated'

export const edit: Translated<typeof english> = {
  'merge.title': 'Jemand anders hat das inzwischen geändert. Von Ihnen ist noch nichts gespeichert.',
  'merge.before': 'Vorher',
  'merge.theirs': 'Jetzt',
  'merge.mine': 'Ihres',
  'merge.applyMine': 'Meines anwenden',
  'merge.takeTheirs': 'Jenes übernehmen',
  'rows.up': 'Nach oben: {what}',
  'rows.down': 'Nach unten: {what}',
  'rows.remove': '{what} entfernen',
}
