import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { preferences } from '../preferences'
import { type Command, register, rekey } from './registry'
import { conflicts, isReserved, listenToKeys, showKeys, takenBy } from './shortcuts'

let stop: () => void
let unregister: () => void = () => undefined

beforeEach(() => {
  stop = listenToKeys()
})
afterEach(() => {
  stop()
  unregister()
  preferences.set({ singleKeys: true })
  document.body.replaceChildren()
})

function commands(...keys: string[]) {
  const run = vi.fn<(keys: string) => void>()
  const all = keys.map(
    (it): Command => ({ id: it, label: 'app.home', keys: it, scope: 'global', run: () => run(it) }),
  )
  unregister = register(all)
  return run
}

function press(key: string, options: KeyboardEventInit & { at?: number } = {}, target: EventTarget = window) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  if (options.at !== undefined) Object.defineProperty(event, 'timeStamp', { value: options.at })
  target.dispatchEvent(event)
  return event
}

it('runs single keys, with Ctrl, and one after the other', () => {
  const run = commands('n', 'mod+k', 'g q', '?')
  press('n')
  expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(true)
  press('g')
  press('q')
  press('?', { shiftKey: true })
  expect(run.mock.calls.flat()).toEqual(['n', 'mod+k', 'g q', '?'])
})

it('waits one second for the rest of a sequence', () => {
  const run = commands('g q')
  press('g', { at: 0 })
  press('q', { at: 1_001 })
  expect(run).not.toHaveBeenCalled()
  press('g', { at: 2_000 })
  press('q', { at: 3_000 })
  expect(run).toHaveBeenCalledOnce()
})

it.each(['input', 'textarea', 'select'])('leaves a %s alone, except for Ctrl', (tag) => {
  const run = commands('n', 'mod+k')
  const field = document.body.appendChild(document.createElement(tag))
  press('n', {}, field)
  expect(run).not.toHaveBeenCalled()
  press('k', { ctrlKey: true }, field)
  expect(run).toHaveBeenCalledWith('mod+k')
})

it('leaves composing, held keys and other modifiers alone', () => {
  const run = commands('n', 'x')
  press('n', { isComposing: true })
  press('n', { repeat: true })
  press('n', { altKey: true })
  press('x', { metaKey: true })
  press('n', { ctrlKey: true })
  expect(run).not.toHaveBeenCalled()
})

it('does nothing behind an open dialog', () => {
  const run = commands('n')
  document.body.innerHTML = '<div role="dialog" aria-modal="true"></div>'
  press('n')
  expect(run).not.toHaveBeenCalled()
})

it('lets Enter press the button that has the focus', () => {
  const run = commands('enter')
  const button = document.body.appendChild(document.createElement('button'))
  press('Enter', {}, button)
  expect(run).not.toHaveBeenCalled()
  press('Enter')
  expect(run).toHaveBeenCalledOnce()
})

it('has single keys switched off, and keeps the others', () => {
  const run = commands('n', 'g q', 'mod+k')
  preferences.set({ singleKeys: false })
  press('n')
  press('g')
  press('q')
  press('k', { ctrlKey: true })
  expect(run.mock.calls.flat()).toEqual(['mod+k'])
})

it('runs a command on the keys that somebody gave it, and not on those it came with', () => {
  const run = commands('n', 'x')
  rekey('n', 'mod+j')
  press('n')
  press('j', { ctrlKey: true })
  rekey('x', '')
  press('x')
  rekey('n', undefined)
  press('n')
  expect(run.mock.calls).toHaveLength(2)
  rekey('x', undefined)
  expect(preferences.get().keys).toEqual({})
})

it('knows whose keys would be taken', () => {
  const of = (id: string, scope: string, keys: string) => ({ id, scope, keys })
  const defined = [of('cancel', 'queue', 'c'), of('go', 'global', 'g q'), of('mine', 'desk', 'd')]
  const taker = (id: string, scope: string, keys: string) => takenBy({ id, scope, keys }, defined)?.id
  expect(taker('new', 'queue', 'c')).toBe('cancel')
  expect(taker('new', 'desk', 'c')).toBeUndefined()
  expect(taker('new', 'desk', 'g')).toBe('go')
  expect(taker('cancel', 'queue', 'c')).toBeUndefined()
  expect(isReserved('x mod+w')).toBe(true)
})

it('finds keys that meet', () => {
  const of = (id: string, scope: string, keys: string) => ({ id, scope, keys })
  expect(conflicts([of('a', 'queue', 'c'), of('b', 'desk', 'c'), of('c', 'global', 'g q')])).toEqual([])
  expect(conflicts([of('a', 'queue', 'c'), of('b', 'global', 'c')])).toHaveLength(1)
  expect(conflicts([of('a', 'queue', 'g'), of('b', 'global', 'g q')])).toHaveLength(1)
  expect(conflicts([of('a', 'queue', 'mod+r')])).toHaveLength(1)
})

it('writes keys as the keyboard does', () => {
  expect(showKeys('g q')).toEqual([['G'], ['Q']])
  expect(showKeys('mod+shift+enter')).toEqual([['Ctrl', '⇧', '↵']])
})
