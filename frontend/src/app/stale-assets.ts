const KEY = 'warren.reloads'
const MOST = 2
const WITHIN = 5 * 60_000

/** After an update the old parts of the pages are gone: load the page anew, but never in a circle. */
export function recoverFromStaleAssets(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const recent = reloads().filter((at) => Date.now() - at < WITHIN)
    if (recent.length >= MOST) return
    event.preventDefault()
    sessionStorage.setItem(KEY, JSON.stringify([...recent, Date.now()]))
    window.location.reload()
  })
}

function reloads(): number[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
  return Array.isArray(kept) ? kept.filter((it) => typeof it === 'number') : []
}
