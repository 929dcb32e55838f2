import { sound } from './sound'

/** Whoever is seen rings first; a hidden page waits, and one that may not sound waits longest. */
const HIDDEN_WAITS = 150
const SILENT_WAITS = 400

/** What one tab stores, another sees a moment later: so long the next claim has to wait. */
const SPREADS_WITHIN = 500

/** Calls `ring` in one tab of this device only: the first that claims the number of the entry. */
export async function oneRings(account: string, seq: number, ring: () => void): Promise<void> {
  const patience = !sound.get().ready ? SILENT_WAITS : document.hidden ? HIDDEN_WAITS : 0
  if (patience > 0) await new Promise((resolve) => setTimeout(resolve, patience))
  const key = `warren.rung.${account}`
  const claim = () => {
    if (Number(localStorage.getItem(key) ?? 0) >= seq) return false
    localStorage.setItem(key, String(seq))
    ring()
    return true
  }
  if (!('locks' in navigator)) {
    claim()
    return
  }
  await navigator.locks.request(key, async () => {
    if (claim()) await new Promise((resolve) => setTimeout(resolve, SPREADS_WITHIN))
  })
}
