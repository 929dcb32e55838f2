import type { obstacle as english } from '../en/obstacle'
import type { Translated } from '../translated'

export const obstacle: Translated<typeof english> = {
  'obstacle.NO_SKILL': 'Es fehlt eine Fähigkeit oder deren Stufe.',
  'obstacle.NO_REGION': 'Bedient eine andere Region.',
  'obstacle.OFFLINE': 'Ist nicht da.',
  'obstacle.UNREACHABLE': 'Ist nicht zu erreichen.',
  'obstacle.BREAK': 'Hat Pause.',
  'obstacle.MEETING': 'Ist in einer Besprechung.',
  'obstacle.BUSY': 'Ist beschäftigt und nimmt nichts Neues.',
  'obstacle.SHIFT_ENDS': 'Die Schicht endet, bevor die Aufgabe getan wäre.',
  'obstacle.NO_CAPACITY': 'Hat so viel, wie möglich ist.',
  'obstacle.other': '{sentence}',
}
