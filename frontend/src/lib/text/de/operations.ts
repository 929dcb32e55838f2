import type { operations as english } from '../en/operations'
import type { Translated } from '../translated'

export const operations: Translated<typeof english> = {
  'operations.lead': 'Wovon dieser Server abhängt, und was es bedeutet, wenn ein Teil fehlt.',
  'operations.health': 'Zustand',
  'operations.summary.UP': 'Alles arbeitet.',
  'operations.summary.DEGRADED': 'Warren arbeitet weiter, in einer Hinsicht langsamer.',
  'operations.summary.DOWN': 'Ohne seine Datenbank kann Warren nicht arbeiten.',
  'operations.checked': 'Geprüft vor {age}',
  'operations.component.database': 'Datenbank',
  'operations.component.rabbitmq': 'RabbitMQ',
  'operations.component.redis': 'Redis',
  'operations.effect.database.UP': 'Jede Änderung wird hier festgeschrieben.',
  'operations.effect.database.DOWN':
    'Nichts kann gelesen oder geändert werden; Aufrufe werden mit 503 beantwortet, bis sie zurück ist.',
  'operations.effect.rabbitmq.UP': 'Ereignisse gehen sofort hinaus, Weckrufe kommen sofort an.',
  'operations.effect.rabbitmq.DOWN':
    'Anlegen, Zuweisen und Erledigen gehen weiter. Ereignisse warten in ihrer Folge; Runden laufen alle 5 s.',
  'operations.effect.redis.UP': 'Es bestimmt, welcher Server eine Warteschlange verteilt.',
  'operations.effect.redis.DOWN': 'Stattdessen bestimmt die Datenbank; eine Übergabe dauert bis zu 15 s.',
  'operations.effect.other': 'Zu diesem Teil gibt es keine Beschreibung.',
  'operations.behind': {
    one: '1 Ereignis wartet auf den Broker',
    other: '{n} Ereignisse warten auf den Broker',
  },
  'operations.oldest': 'das älteste seit {age}',
}
