export const failures = {
  'failures.deadLetters': 'Dead letters',
  'failures.lead': 'Messages that can never be applied, kept with their reason.',
  'failures.when': 'Died',
  'failures.code': 'Code',
  'failures.source': 'From',
  'failures.reason': 'Reason',
  'failures.body': 'Body',
  'failures.headers': 'Headers',
  'failures.none': 'No dead letters',
  'failures.none.hint':
    'A message that can never be applied, or failed five times, will be listed here with its reason.',
  'failures.shown': { one: '1 dead letter shown', other: '{n} dead letters shown' },
  'failures.gone': 'This dead letter is not on the pages loaded so far.',
} as const
