export const coordination = {
  'coordination.lead': 'What does not move on by itself, the longest first.',
  'coordination.tasks': 'Tasks to decide about',
  'coordination.none': 'Nothing to decide',
  'coordination.none.hint':
    'Tasks that were declined too often, that everybody here refused, or whose holder asks for help will be listed here.',
  'coordination.reason.DECLINED':
    'Declined as often as the queue allows: offered to nobody until it is decided.',
  'coordination.reason.EXHAUSTED': 'Everybody who is here and could do it said no or did not answer.',
  'coordination.reason.HELP': 'Its holder asks for help, and goes on with it meanwhile:',
  'coordination.refusals': 'Who said no',
  'coordination.missed': 'did not answer',
  'coordination.declined': 'declined',
  'coordination.offerAgain': 'Offer again',
  'coordination.offeredAgain': '{title} is offered again',
  'coordination.assign': 'Assign by hand',
} as const
