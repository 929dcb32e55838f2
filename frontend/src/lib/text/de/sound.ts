import type { sound as english } from '../en/sound'
import type { Translated } from '../translated'

export const sound: Translated<typeof english> = {
  'sound.volume': 'Lautstärke {n} %',
  'sound.hint': 'Bleibt auf diesem Gerät; 0 ist aus. Von mehreren Tabs klingt nur einer. Anhören:',
  'sound.quiet': 'Ruhe von und bis',
  'sound.quiet.from': 'Ruhe von',
  'sound.quiet.to': 'Ruhe bis',
  'sound.task': 'Neue Aufgabe',
  'sound.urgent': 'Neue P1-Aufgabe',
  'sound.gone': 'Aufgabe weggenommen',
}
