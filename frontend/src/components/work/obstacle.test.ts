import { expect, it } from 'vitest'
import { loadTexts } from '@/lib/text'
import { obstacleInWords } from './obstacle'

it.each([
  ['NO_SKILL', /Fähigkeit/],
  ['NO_REGION', /Region/],
  ['OFFLINE', /nicht da/],
  ['UNREACHABLE', /nicht zu erreichen/],
  ['BREAK', /Pause/],
  ['MEETING', /Besprechung/],
  ['BUSY', /beschäftigt/],
  ['SHIFT_ENDS', /Schicht endet/],
  ['NO_CAPACITY', /so viel/],
  ['SOMETHING_NEW', /^It is raining\.$/],
])('says what stands against somebody in the language of the reader: %s', async (code, words) => {
  await loadTexts('?locale=de')
  expect(obstacleInWords({ code, sentence: 'It is raining.' })).toMatch(words)
  await loadTexts('?locale=en')
  expect(obstacleInWords({ code, sentence: 'It is raining.' })).toBe('It is raining.')
})
