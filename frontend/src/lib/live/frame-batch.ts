const MOST = 2_000

/**
 * Gathers what arrives between two paints. A hidden tab paints nothing: then it stops gathering after a while, and the
 * whole is fetched anew instead.
 */
export function frameBatch<T>(flush: (items: T[]) => void, overflow: () => void) {
  let pending: T[] = []
  let tooMany = false
  let scheduled: number | undefined
  const run = () => {
    scheduled = undefined
    const items = pending
    const lost = tooMany
    pending = []
    tooMany = false
    if (lost) overflow()
    else flush(items)
  }
  return {
    add(items: T[]) {
      if (tooMany || pending.length + items.length > MOST) {
        pending = []
        tooMany = true
      } else {
        pending.push(...items)
      }
      scheduled ??= requestAnimationFrame(run)
    },
    cancel() {
      if (scheduled !== undefined) cancelAnimationFrame(scheduled)
    },
  }
}
