import type { FeedEntry, FeedPage } from './messages'

interface Options {
  /** Answers the entries after a number, in order, and the last number there is. */
  pull: (after: number) => Promise<FeedPage>
  deliver: (entries: FeedEntry[]) => void
  /** How many are known to be missing; 0 when all are here. */
  missing: (count: number) => void
}

/**
 * Shows each entry once and in order, whatever the push does: what is old is dropped, what is ahead of the next number
 * makes it ask for everything since the last one.
 */
export class FeedCursor {
  private last: number
  private known: number
  private catching: Promise<void> | undefined
  private readonly options: Options

  constructor(last: number, options: Options) {
    this.last = last
    this.known = last
    this.options = options
  }

  get position(): number {
    return this.last
  }

  /** A pushed entry. */
  offer(entry: FeedEntry): void {
    if (entry.seq <= this.last) return
    if (entry.seq === this.last + 1 && this.catching === undefined) {
      this.last = entry.seq
      this.known = Math.max(this.known, this.last)
      this.options.deliver([entry])
      return
    }
    this.heard(entry.seq)
  }

  /** A head beat, or an entry that is ahead. */
  heard(head: number): void {
    this.known = Math.max(this.known, head)
    if (this.known > this.last) void this.catchUp().catch(() => undefined)
  }

  /** Asks until nothing is missing. Fails when the server does; the next beat, entry or poll tries again. */
  catchUp(): Promise<void> {
    this.catching ??= this.pullAll().finally(() => {
      this.catching = undefined
    })
    return this.catching
  }

  private async pullAll(): Promise<void> {
    do {
      if (this.known > this.last) this.options.missing(this.known - this.last)
      const page = await this.options.pull(this.last)
      const fresh = page.entries.filter((it) => it.seq > this.last)
      // What is older than the feed keeps is gone for good: then the head alone is the truth.
      this.last = fresh.at(-1)?.seq ?? page.head
      this.known = Math.max(this.known, page.head)
      if (fresh.length > 0) this.options.deliver(fresh)
      if (fresh.length === 0) break
    } while (this.known > this.last)
    this.known = this.last
    this.options.missing(0)
  }
}
