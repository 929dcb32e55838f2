export const sound = {
  'sound.volume': 'Volume {n} %',
  'sound.hint': 'Kept on this device; 0 is off. Of several tabs only one sounds. Listen:',
  'sound.quiet': 'Quiet from and to',
  'sound.quiet.from': 'Quiet from',
  'sound.quiet.to': 'Quiet until',
  'sound.task': 'New task',
  'sound.urgent': 'New P1 task',
  'sound.gone': 'Task taken away',
} as const
