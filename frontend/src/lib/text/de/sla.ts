import type { sla as english } from '../en/sla'
import type { Translated } from '../translated'

export const sla: Translated<typeof english> = {
  'sla.promises': 'Was zugesagt ist',
  'sla.kind.ASSIGN': 'Zugewiesen',
  'sla.kind.FIRST_ACTION': 'Begonnen',
  'sla.kind.RESOLVE': 'Gelöst',
  'sla.state.RUNNING': 'fällig in {time}',
  'sla.state.AT_RISK': 'gefährdet, fällig in {time}',
  'sla.state.BREACHED': 'seit {time} gebrochen',
  'sla.state.PAUSED': 'angehalten, noch {time}',
  'sla.state.MET': 'gehalten',
  'sla.state.MISSED': 'nicht gehalten',
  'sla.state.DROPPED': 'zählt nicht',
  'sla.cause.NOBODY_ABLE': 'Niemand hat die Fähigkeiten und die Region.',
  'sla.cause.NOBODY_PRESENT': 'Niemand war da, der sie erledigen könnte.',
  'sla.cause.ALL_BUSY': 'Alle, die sie erledigen könnten, waren beschäftigt.',
  'sla.cause.DECLINED': 'Sie wurde zu oft abgelehnt.',
  'sla.cause.WAITING': 'Jemand war frei; sie wartete, bis sie an der Reihe war.',
  'sla.cause.OFFERED': 'Jemand war gefragt und hatte nicht geantwortet.',
  'sla.cause.NOT_STARTED': 'Jemand hatte sie und hatte nicht begonnen.',
  'sla.cause.IN_WORK': 'Jemand arbeitete daran.',
  'sla.cause.ON_HOLD': 'Sie war zurückgestellt.',
}
