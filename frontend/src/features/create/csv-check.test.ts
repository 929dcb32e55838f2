import { describe, expect, it } from 'vitest'
import { checkRow, fixKey, type Rules } from './csv-check'
import { rules } from './csv-testing'
import { nearest } from './nearest'

const check = (row: readonly string[], change: Partial<Rules> = {}) =>
  checkRow({ line: 7, cells: [...row], raw: row.join(',') }, rules(change))
const filled = (change: Record<number, string>) =>
  ['Disk 3 fails', 'P2', '', '', '', '', '', ''].map((it, column) => change[column] ?? it)

describe('a row', () => {
  it('becomes a task', () => {
    const { task, faults } = check([
      ' Disk 3 fails ',
      'p2',
      'Night-Shift',
      'storage',
      'Database; service desk',
      '2026-07-01 17:00',
      '1 h 30 min',
      'First\nsecond',
    ])
    expect(faults).toEqual([])
    expect(task).toEqual({
      title: 'Disk 3 fails',
      priority: 'P2',
      queue: 'night-shift',
      category: 'storage',
      requiredSkills: ['database', 'service desk'],
      dueAt: '2026-07-01T15:00:00.000Z',
      estimateSeconds: 5_400,
      description: 'First\nsecond',
    })
  })

  it('leaves out what is empty, and may end early', () => {
    expect(check(['Disk 3 fails', '2']).task).toEqual({ title: 'Disk 3 fails', priority: 'P2' })
  })

  it('takes one priority for all where there is no column', () => {
    const columns = { title: 0 }
    expect(check(['a', 'urgent'], { columns, width: 2, priority: 'P4' }).task?.priority).toBe('P4')
  })

  it.each<[Record<number, string>, number, string, string | undefined]>([
    [{ 0: '  ' }, 1, 'noTitle', undefined],
    [{ 0: 'x'.repeat(201) }, 1, 'titleLength', undefined],
    [{ 0: 'two\nlines' }, 1, 'character', 'two lines'],
    [{ 0: 'turned \u202e round' }, 1, 'character', 'turned round'],
    [{ 1: '' }, 2, 'noPriority', 'P3'],
    [{ 1: 'urgent' }, 2, 'priority', 'P1'],
    [{ 1: 'Hoch' }, 2, 'priority', 'P2'],
    [{ 1: 'P6' }, 2, 'priority', undefined],
    [{ 2: 'defualt' }, 3, 'queue', 'default'],
    [{ 2: 'elsewhere' }, 3, 'queue', undefined],
    [{ 3: 'x'.repeat(61) }, 4, 'categoryLength', undefined],
    [{ 4: 'databse; network' }, 5, 'skill', 'database; network'],
    [{ 4: 'plumbing' }, 5, 'skill', undefined],
    [{ 4: Array.from({ length: 21 }, (_, it) => `s${it}`).join(';') }, 5, 'skillCount', undefined],
    [{ 5: 'soon' }, 6, 'due.unreadable', undefined],
    [{ 5: '2027-02-29' }, 6, 'due.noSuchDay', undefined],
    [{ 5: '2027-01-01 25:00' }, 6, 'due.noSuchDay', undefined],
    [{ 5: '03/04/2027' }, 6, 'due.ambiguous', undefined],
    [{ 5: '12/31/2027 9:05' }, 6, 'due.ambiguous', '2027-12-31 09:05'],
    [{ 5: '2026-05-31' }, 6, 'due.past', undefined],
    [{ 6: 'a while' }, 7, 'estimate.unreadable', undefined],
    [{ 6: '-30' }, 7, 'estimate.outOfRange', undefined],
    [{ 6: '400 days' }, 7, 'estimate.outOfRange', undefined],
    [{ 7: 'x'.repeat(10_001) }, 8, 'detailsLength', undefined],
    [{ 7: 'bell \u0007' }, 8, 'character', undefined],
    [{ 8: 'too much' }, 9, 'tooManyCells', undefined],
  ])('with %j is refused at column %d: %s', (change, column, cause, fix) => {
    const cellsOf = change[8] === undefined ? filled(change) : [...filled({}), change[8]]
    const { task, faults } = check(cellsOf)
    expect(task).toBeUndefined()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ line: 7, column, cause: `create.fault.${cause}` })
    expect(faults[0]?.fix).toBe(fix)
    if (fix === undefined) return
    const fixes = new Map([[fixKey(faults[0]?.field ?? 'title', faults[0]?.found ?? ''), fix]])
    expect(check(cellsOf, { fixes })).toMatchObject({ faults: [], fixed: true })
  })

  it('names all its faults', () => {
    expect(check(['', 'soon', 'x', '', '', 'y', 'z']).faults).toHaveLength(5)
  })

  it('trusts names while the known ones have not come', () => {
    expect(
      check(filled({ 2: 'any', 4: 'a,b' }), { queues: undefined, skills: undefined }).task,
    ).toMatchObject({
      queue: 'any',
      requiredSkills: ['a', 'b'],
    })
  })

  it('offers a name only for a slip of the hand, and only when it is the one', () => {
    expect(nearest('netwrok', ['network', 'database'])).toBe('network')
    expect(nearest('night', ['light', 'right'])).toBeUndefined()
    expect(nearest('db', ['da'])).toBeUndefined()
  })
})
