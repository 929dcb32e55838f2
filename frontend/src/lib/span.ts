const UNITS = { h: 3_600, min: 60, m: 60, s: 1 } as const
const PART = /^(\d+(?:[.,]\d+)?)\s*(h|min|m|s)$/i

/**
 * The seconds of a span as people write it: `4 h`, `90 min`, `1 h 30 min`. There are no days: of opening time, nobody
 * agrees how long one is.
 */
export function secondsOf(text: string): number | undefined {
  const parts = text.trim().match(/\d+(?:[.,]\d+)?\s*[a-z]+|\S+/gi) ?? []
  let seconds = 0
  for (const part of parts) {
    const [, count, unit = ''] = PART.exec(part) ?? []
    if (count === undefined) return undefined
    seconds += Number(count.replace(',', '.')) * UNITS[unit.toLowerCase() as keyof typeof UNITS]
  }
  return parts.length > 0 ? Math.round(seconds) : undefined
}

/** A span as `secondsOf` reads it again. */
export function spanOf(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor((seconds % 3_600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.join(' ') || '0 min'
}
