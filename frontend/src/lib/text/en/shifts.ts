export const shifts = {
  'shifts.none': 'No shifts are planned',
  'shifts.none.hint': 'Whoever comes works all the same: a plan makes nobody available.',
  'shifts.vacations': 'Vacations',
  'shifts.vacation': 'Vacation {days}',
} as const
