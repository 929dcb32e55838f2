export const myFigures = {
  'myFigures.lead': 'Your day, and whether the work is shared fairly. Only you see this page.',
  'myFigures.today': 'Today',
  'myFigures.since': 'Since',
  'myFigures.work': 'See each task in My work',
  'myFigures.share': 'Your share of the work',
  'myFigures.share.none': 'Fewer than five colleagues share your skills',
  'myFigures.share.none.hint':
    'Or fewer than five of them were at work lately. With so few, a comparison would show who is who, so there is none.',
  'myFigures.share.picture': 'Your share, and the range of the middle of your group',
  'myFigures.share.words': 'Your share is {mine}; the middle of your group is between {low} and {high}.',
  'myFigures.share.within': 'You are as busy as most of your group.',
  'myFigures.share.below': 'You are less busy than most; of two who could take a task, you come first.',
  'myFigures.share.above': 'You are busier than most; of two who could take a task, the other comes first.',
  'myFigures.share.group': {
    one: 'Your share is busy time over time at work, half of it forgotten after 8 h. The middle is the group without its busiest and idlest tenth; half are below {median}. {n} person has a skill in common with you.',
    other:
      'Your share is busy time over time at work, half of it forgotten after 8 h. The middle is the group without its busiest and idlest tenth; half are below {median}. {n} people have a skill in common, counting you.',
  },
  'myFigures.share.legend.mine': 'you',
  'myFigures.share.legend.group': 'the middle of your group',
  'myFigures.share.legend.median': 'half are below',
  'myFigures.shifts': 'Your shifts in the next 14 days',
  'myFigures.order': 'How the order is made',
  'myFigures.order.lead':
    'Which task comes next, and who gets it, follows the same rules for everybody, in this order:',
  'myFigures.order.urgent':
    'The most urgent task goes first, P1 before P2 and so on; among equals, the oldest.',
  'myFigures.order.age': 'A task moves up one level for each 8 hours it waits, but never to the first.',
  'myFigures.order.rescue':
    'Of those that wait longer than 40 hours, one goes first at every tenth assignment, so none is forgotten.',
  'myFigures.order.load':
    'It goes to somebody who has the skills, serves the region and is available; first to whoever has the most capacity free.',
  'myFigures.order.share': 'At the same load, to whoever was less busy lately.',
  'myFigures.order.idle': 'If that is equal too, to whoever has been free for longer.',
  'myFigures.order.lot':
    'If everything is equal, a lot decides; it can be computed again by anyone who doubts it.',
  'myFigures.order.breaks':
    'Breaks count neither way. How fast you are, and how often something failed, does not count at all. Why a task came to you stands at the task.',
} as const
