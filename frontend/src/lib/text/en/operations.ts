export const operations = {
  'operations.lead': 'What this server depends on, and what it means when a part is away.',
  'operations.health': 'Health',
  'operations.summary.UP': 'Everything works.',
  'operations.summary.DEGRADED': 'Warren works on, slower in one respect.',
  'operations.summary.DOWN': 'Warren cannot work without its database.',
  'operations.checked': 'Checked {age} ago',
  'operations.component.database': 'Database',
  'operations.component.rabbitmq': 'RabbitMQ',
  'operations.component.redis': 'Redis',
  'operations.effect.database.UP': 'Every change is committed here.',
  'operations.effect.database.DOWN':
    'Nothing can be read or changed; calls are answered with 503 until it is back.',
  'operations.effect.rabbitmq.UP': 'Events leave and wake-ups arrive at once.',
  'operations.effect.rabbitmq.DOWN':
    'Creating, assigning and completing go on. Events wait in order; rounds run every 5 s.',
  'operations.effect.redis.UP': 'It elects which server dispatches a queue.',
  'operations.effect.redis.DOWN': 'The database elects instead; handing over takes up to 15 s.',
  'operations.effect.other': 'No description of this part.',
  'operations.behind': { one: '1 event waits for the broker', other: '{n} events wait for the broker' },
  'operations.oldest': 'the oldest for {age}',
} as const
