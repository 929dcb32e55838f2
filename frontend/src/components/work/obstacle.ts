import type { Schemas } from '@/lib/api/client'
import { language, textOf } from '@/lib/text'

/** What stands against somebody taking a task. The server knows the names and numbers, in English. */
export function obstacleInWords({ code, sentence }: Schemas['Obstacle']): string {
  if (language().startsWith('en')) return sentence
  return textOf(`obstacle.${code}`, 'obstacle.other', { sentence })
}
