import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineCommands, register } from '@/lib/commands/registry'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { prefer, preferences } from '@/lib/preferences'
import { show } from '@/testing/render'
import { overlay } from './overlay'
import ShortcutSheet from './shortcut-sheet'

const run = vi.fn<(what: string) => void>()
const command = (id: string, name: string, keys: string) =>
  ({ id, label: 'app.home', name, scope: 'global', keys, run: () => run(id) }) as const
let clean: (() => void)[] = []

beforeEach(async () => {
  run.mockClear()
  clean = [
    register([command('one', 'First command', 'q'), command('two', 'Second command', 'w x')]),
    listenToKeys(),
  ]
  overlay.set({ open: 'shortcuts' })
  await show(<ShortcutSheet />)
})
afterEach(() => {
  for (const it of clean) it()
  overlay.set({ open: undefined })
  prefer({ keys: {} })
})

const row = (name: string) => {
  const found = screen.getByText(name).closest('li')
  if (found === null) throw new Error(`no row ${name}`)
  return within(found)
}
const edit = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name: `Change the keys: ${name}` }))
  return screen.getByRole('textbox', { name: `Change the keys: ${name}` })
}

it('gives a command the keys that are pressed, one after the other, and keeps them on this device', async () => {
  expect(await edit('First command')).toHaveFocus()
  await userEvent.keyboard('zv')
  expect(await row('First command').findByText('Z')).toBeVisible()
  expect(JSON.parse(localStorage.getItem('warren.preferences') ?? '')).toMatchObject({ keys: { one: 'z v' } })
  overlay.set({ open: undefined })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.keyboard('qzv')
  expect(run.mock.calls).toEqual([['one']])
})

it('takes one key with Enter, or after a second', async () => {
  await edit('First command')
  await userEvent.keyboard('v{Enter}')
  expect(preferences.get().keys).toEqual({ one: 'v' })
  await edit('First command')
  await userEvent.keyboard('z')
  await waitFor(() => expect(preferences.get().keys).toEqual({ one: 'z' }), { timeout: 5_000 })
})

it('refuses keys that another command has or begins with, and those of the browser', async () => {
  await edit('First command')
  await userEvent.keyboard('w{Enter}')
  expect(screen.getByText('W is used by “Second command”.')).toBeVisible()
  await userEvent.keyboard('{Control>}t{/Control}{Enter}')
  expect(screen.getByText('Ctrl+T belongs to the browser.')).toBeVisible()
  defineCommands('elsewhere', { third: { label: 'app.reload', keys: 'p 1' } })
  await userEvent.keyboard('p{Enter}')
  expect(screen.getByText('P is used by “Load it”.')).toBeVisible()
  expect(preferences.get().keys).toEqual({})
})

it('takes the keys away, gives them back, and leaves all as it was on Escape', async () => {
  await edit('First command')
  await userEvent.keyboard('{Escape}')
  expect(row('First command').getByText('Q')).toBeVisible()
  await edit('First command')
  await userEvent.click(row('First command').getByRole('button', { name: 'No keys' }))
  expect(preferences.get().keys).toEqual({ one: '' })
  expect(row('First command').getByText('No keys')).toBeVisible()
  await edit('First command')
  await userEvent.click(row('First command').getByRole('button', { name: 'As at first' }))
  expect(preferences.get().keys).toEqual({})
})
