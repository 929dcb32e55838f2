import { expect, it } from 'vitest'
import { isVisible } from './visible'

it.each(['a', '.', '👍', 'é', '字', ' x '])('sees %j', (comment) => {
  expect(isVisible(comment)).toBe(true)
})

it.each(['', '   ', '\n\t', '\u200b', '\u00a0\ufeff', '\u2800', '\u3164', '\u0301'])(
  'does not see %j',
  (comment) => {
    expect(isVisible(comment)).toBe(false)
  },
)
