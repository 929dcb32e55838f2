import type { coordination as english } from '../en/coordination'
import type { Translated } from '../translated'

export const coordination: Translated<typeof english> = {
  'coordination.lead': 'Was nicht von selbst weitergeht, das Älteste zuerst.',
  'coordination.tasks': 'Aufgaben, über die zu entscheiden ist',
  'coordination.none': 'Nichts zu entscheiden',
  'coordination.none.hint':
    'Aufgaben, die zu oft abgelehnt wurden, die niemand hier will oder bei denen um Hilfe gebeten wird, stehen dann hier.',
  'coordination.reason.DECLINED':
    'So oft abgelehnt, wie die Warteschlange erlaubt: wird niemandem angeboten, bis es entschieden ist.',
  'coordination.reason.EXHAUSTED':
    'Alle, die hier sind und es könnten, haben abgelehnt oder nicht geantwortet.',
  'coordination.reason.HELP': 'Wer sie hat, bittet um Hilfe und arbeitet solange weiter:',
  'coordination.refusals': 'Wer abgelehnt hat',
  'coordination.missed': 'hat nicht geantwortet',
  'coordination.declined': 'hat abgelehnt',
  'coordination.offerAgain': 'Wieder anbieten',
  'coordination.offeredAgain': '{title} wird wieder angeboten',
  'coordination.assign': 'Von Hand zuweisen',
}
