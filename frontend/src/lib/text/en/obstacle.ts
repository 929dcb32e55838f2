export const obstacle = {
  'obstacle.NO_SKILL': 'Lacks a skill, or its level.',
  'obstacle.NO_REGION': 'Serves another region.',
  'obstacle.OFFLINE': 'Is not here.',
  'obstacle.UNREACHABLE': 'Cannot be reached.',
  'obstacle.BREAK': 'Is on a break.',
  'obstacle.MEETING': 'Is in a meeting.',
  'obstacle.BUSY': 'Is busy and takes nothing new.',
  'obstacle.SHIFT_ENDS': 'Their shift ends before the task would be done.',
  'obstacle.NO_CAPACITY': 'Holds as much as they can.',
  'obstacle.other': '{sentence}',
} as const
