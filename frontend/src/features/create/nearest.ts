/** The one name that differs by a slip of the hand, or undefined. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase()
  const most = Math.min(2, Math.floor(wanted.length / 3))
  const [first, second] = names
    .filter((it) => Math.abs(it.length - wanted.length) <= most)
    .map((name) => ({ name, far: distance(wanted, name.toLowerCase()) }))
    .filter((it) => it.far <= most)
    .sort((a, b) => a.far - b.far)
  return first === undefined || second?.far === first.far ? undefined : first.name
}

/** How many letters must be put in, left out, changed or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, it) => it)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
