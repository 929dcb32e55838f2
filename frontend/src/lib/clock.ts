/**
 * The server's time. A beat carries the moment it was sent, so the greatest difference seen recently is the one that
 * travelled fastest; until the first beat, the date of an answer serves, which is exact to a second.
 */
const KEPT = 12

let beats: number[] = []
let offset = 0

export function now(): number {
  return Date.now() + offset
}

export function heardBeat(at: string, receivedAt = Date.now()): void {
  beats = [...beats, Date.parse(at) - receivedAt].slice(-KEPT)
  offset = Math.max(...beats)
}

export function heardDate(date: string | null, sentAt: number, receivedAt = Date.now()): void {
  if (beats.length > 0 || date === null) return
  const measured = Date.parse(date) + 500 - (sentAt + receivedAt) / 2
  if (Math.abs(measured) > 1_000) offset = measured
}

export function resetClock(): void {
  beats = []
  offset = 0
}
