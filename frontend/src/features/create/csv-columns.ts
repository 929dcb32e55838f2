export const FIELDS = [
  'title',
  'priority',
  'queue',
  'category',
  'skills',
  'due',
  'estimate',
  'details',
] as const
export type Field = (typeof FIELDS)[number]

/** Which column, from 0, holds a field; what is not there is left out of the tasks. */
export type Columns = Partial<Record<Field, number>>

const NAMES: Record<Field, readonly string[]> = {
  title: ['title', 'task', 'summary', 'subject', 'name', 'titel', 'aufgabe', 'betreff', 'was'],
  priority: ['priority', 'prio', 'urgency', 'severity', 'priorität', 'dringlichkeit'],
  queue: ['queue', 'warteschlange'],
  category: ['category', 'type', 'label', 'kategorie', 'art'],
  skills: ['skills', 'skill', 'required skills', 'needs', 'fähigkeiten', 'fähigkeit'],
  due: ['due', 'due date', 'due at', 'deadline', 'until', 'fällig', 'frist', 'bis'],
  estimate: ['estimate', 'duration', 'effort', 'minutes', 'aufwand', 'dauer', 'schätzung', 'minuten'],
  details: [
    'details',
    'description',
    'note',
    'notes',
    'body',
    'text',
    'beschreibung',
    'notiz',
    'einzelheiten',
  ],
}

const plain = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

/** By the names in the first row; without any name that is known, the first row is a task as well. */
export function guessColumns(first: readonly string[]): { header: boolean; columns: Columns } {
  const names = first.map(plain)
  const columns: Columns = {}
  const taken = new Set<number>()
  for (const fits of [
    (name: string, known: string) => name === known,
    (name: string, known: string) => name.split(' ').includes(known),
  ]) {
    for (const field of FIELDS) {
      if (columns[field] !== undefined) continue
      const found = names.findIndex(
        (name, it) => !taken.has(it) && NAMES[field].some((known) => fits(name, known)),
      )
      if (found === -1) continue
      columns[field] = found
      taken.add(found)
    }
  }
  const header = first.some((it) => FIELDS.some((field) => NAMES[field].includes(plain(it))))
  return header
    ? { header, columns }
    : { header, columns: { title: 0, ...(first.length > 1 && { priority: 1 }) } }
}
