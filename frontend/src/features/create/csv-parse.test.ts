import { describe, expect, it } from 'vitest'
import { guessColumns } from './csv-columns'
import { guessSeparator, parseCsv, writeRow } from './csv-parse'

const rows = (text: string, separator = ',') => [...parseCsv(text, separator)]
const cells = (text: string, separator = ',') => rows(text, separator).map((it) => it.cells)

describe('parsing', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF and a last line break',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'old Mac line breaks',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a BOM', '\ufeffa,b', [['a', 'b']]],
    ['separators, quotes and line breaks in quotes', '"a,""b""\r\nc",d', [['a,"b"\r\nc', 'd']]],
    ['empty cells at the ends', ',a,', [['', 'a', '']]],
    ['an empty quoted cell', '"",a', [['', 'a']]],
    ['a quote within a cell, as it is', '5" disk,b', [['5" disk', 'b']]],
    ['no empty lines', 'a\n\n  \n,\nb', [['a'], ['b']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, expected) => expect(cells(text)).toEqual(expected))

  it('counts lines as an editor does', () => {
    expect(rows('a\r\n\r\n"b\r\nb"\nc').map((it) => it.line)).toEqual([1, 3, 5])
  })

  it.each([
    ['that does not end', 'a,"b\nc,d\ne,f'],
    ['that ends on a later line', 'a,"b\nc,"d"\ne,f'],
    ['with something behind it', 'a,"b"x\nc,d\ne,f'],
  ])('lets a quote %s spoil its own line only', (_, text) => {
    const read = rows(text)
    expect(read.map((it) => it.broken ?? false)).toEqual([true, false, false])
    expect(read.map((it) => it.line)).toEqual([1, 2, 3])
    expect(read[0]?.raw).toBe(text.split('\n')[0])
    expect(read[2]?.cells).toEqual(['e', 'f'])
  })

  it.each([
    [',', 'title,priority\n"a;b;c",P1\nd,P2'],
    [';', 'title;priority\n"a,b,c";P1\n1,5;P2'],
    ['\t', 'title\tpriority\na, b; c\tP1'],
    [',', 'only titles\nand more'],
  ])('guesses the separator %j', (separator, text) => expect(guessSeparator(text)).toBe(separator))

  it('writes what it reads', () => {
    const row = ['a,b', 'say "hi"', 'two\nlines', '', 'plain']
    for (const separator of [',', ';', '\t']) {
      expect(cells(writeRow(row, separator), separator)).toEqual([row])
    }
  })
})

describe('columns', () => {
  it('knows them by their names, in both languages', () => {
    expect(guessColumns(['ID', 'Summary', 'Prio', 'requiredSkills', 'Due date', 'Estimate (min)'])).toEqual({
      header: true,
      columns: { title: 1, priority: 2, skills: 3, due: 4, estimate: 5 },
    })
    expect(guessColumns(['Titel', 'Priorität', 'Fähigkeiten', 'Fällig', 'Beschreibung']).columns).toEqual({
      title: 0,
      priority: 1,
      skills: 2,
      due: 3,
      details: 4,
    })
  })

  it('takes a first row without names as a task', () => {
    expect(guessColumns(['Disk 3 is failing', 'P2'])).toEqual({
      header: false,
      columns: { title: 0, priority: 1 },
    })
  })
})
