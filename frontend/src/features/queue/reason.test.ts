import { expect, it } from 'vitest'
import { loadTexts } from '@/lib/text'
import { reasonInWords } from './reason'

it('says why a task waits in the language of the reader', async () => {
  await loadTexts('?locale=de')
  expect(reasonInWords('NO_CAPACITY', 'Everybody is busy.')).toMatch(/beschäftigt/)
  expect(reasonInWords('SHIFT_ENDS', 'The shift ends.')).toMatch(/länger dauern/)
  await loadTexts('?locale=en')
  expect(reasonInWords('NO_CAPACITY', 'x')).toBe('Everybody who could take this task is busy.')
})

it('repeats the server where it says something new', () => {
  expect(reasonInWords('SOMETHING_NEW', 'It is raining.')).toBe('It is raining.')
})
