import { preferences } from '@/lib/preferences'
import { createStore } from '@/lib/store'

export type Tone = 'task' | 'urgent' | 'gone'

const KEY = 'warren.sound'

/** What is played: frequency in hertz and beginning in seconds of each note. Rising is new, falling is gone. */
const TONES: Record<Tone, readonly (readonly [number, number])[]> = {
  task: [
    [587, 0],
    [784, 0.14],
  ],
  urgent: [
    [784, 0],
    [784, 0.16],
    [1047, 0.32],
  ],
  gone: [
    [587, 0],
    [392, 0.16],
  ],
}
const NOTE = 0.13

/** How loud, 0 (off) to 100; kept on this device. */
export const sound = createStore<{ volume: number; ready: boolean }>({ volume: readVolume(), ready: false })

let context: AudioContext | undefined

function readVolume(): number {
  const kept = Number(localStorage.getItem(KEY) ?? 60)
  return kept >= 0 && kept <= 100 ? kept : 60
}

export function setVolume(volume: number): void {
  sound.set({ volume })
  localStorage.setItem(KEY, String(volume))
}

/** Call it while somebody clicks or types: browsers let a page sound only after that. */
export function unlockSound(): void {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  void context.resume().then(() => sound.set({ ready: true }))
}

/** Whether a moment of this device's clock lies in the quiet hours; they may last over midnight. */
export function isQuiet(at: Date): boolean {
  const [from, to] = preferences.get().quiet
  if (from === '' || to === '') return false
  const time = at.toTimeString().slice(0, 5)
  return from <= to ? from <= time && time < to : from <= time || time < to
}

/** Sounds, unless it is off or these are quiet hours. */
export function ring(tone: Tone): void {
  if (!isQuiet(new Date())) play(tone)
}

export function play(tone: Tone): void {
  const { volume, ready } = sound.get()
  if (context === undefined || !ready || volume === 0) return
  const begin = context.currentTime + 0.02
  for (const [frequency, after] of TONES[tone]) {
    const note = context.createOscillator()
    const gain = context.createGain()
    note.frequency.value = frequency
    gain.gain.setValueAtTime(0, begin + after)
    gain.gain.linearRampToValueAtTime((volume / 100) * 0.4, begin + after + 0.01)
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + after + NOTE)
    note.connect(gain).connect(context.destination)
    note.start(begin + after)
    note.stop(begin + after + NOTE)
  }
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) sound.set({ volume: readVolume() })
})
