export const edit = {
  'merge.title': 'Somebody else has changed this meanwhile. Nothing of yours is saved yet.',
  'merge.before': 'It was',
  'merge.theirs': 'It is now',
  'merge.mine': 'Yours',
  'merge.applyMine': 'Apply mine',
  'merge.takeTheirs': 'Take theirs',
  'rows.up': 'Move up: {what}',
  'rows.down': 'Move down: {what}',
  'rows.remove': 'Remove {what}',
} as const
