import { createStore } from '../store'
import type { Connect, Connection } from './transport'

export type LiveStatus =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'catching-up'; missing: number }
  | { state: 'polling'; everySeconds: number }
  | { state: 'offline'; since: number }

interface Options {
  connect: Connect
  /** A token that holds, renewed when needed; undefined when nobody is signed in. */
  token: (refused: boolean) => Promise<string | undefined>
  frame: (destination: string, body: string) => void
  /** The connection is open anew: what was missed meanwhile has to be fetched. */
  opened: () => void
  /** Asks for everything without the live connection; fails when the server is away. */
  poll: () => Promise<void>
  visible?: () => boolean
  random?: () => number
}

const FIRST_DELAY = 500
const LONGEST_DELAY = 15_000
const POLL_VISIBLE = 5_000
const POLL_HIDDEN = 30_000
const FAILURES_UNTIL_POLLING = 2
/** The server beats every 10 s; who heard nothing for longer slept, or is cut off. */
const SILENCE = 25_000

/** Keeps one connection open, and polls while that does not succeed. Destinations are shared and counted. */
export class LiveConnection {
  readonly status = createStore<LiveStatus>({ state: 'connecting' })
  private readonly options: Options
  private readonly destinations = new Map<string, number>()
  private readonly subscriptions = new Map<string, () => void>()
  private connection: Connection | undefined
  private open = false
  private running = false
  private failures = 0
  private refused = false
  private lastHeard = 0
  private reconnectTimer: ReturnType<typeof setTimeout> | undefined
  private pollTimer: ReturnType<typeof setTimeout> | undefined
  private watchTimer: ReturnType<typeof setInterval> | undefined

  constructor(options: Options) {
    this.options = options
  }

  start(): void {
    if (this.running) return
    this.running = true
    this.failures = 0
    this.set({ state: 'connecting' })
    this.watchTimer = setInterval(() => this.watch(), POLL_VISIBLE)
    void this.connect()
  }

  stop(): void {
    this.running = false
    this.open = false
    clearTimeout(this.reconnectTimer)
    clearTimeout(this.pollTimer)
    clearInterval(this.watchTimer)
    this.pollTimer = undefined
    this.reconnectTimer = undefined
    this.subscriptions.clear()
    const connection = this.connection
    this.connection = undefined
    connection?.close()
  }

  /** Subscribes while at least one asks for it. */
  follow(destination: string): () => void {
    const followers = (this.destinations.get(destination) ?? 0) + 1
    this.destinations.set(destination, followers)
    if (followers === 1 && this.open) this.subscribe(destination)
    let left = false
    return () => {
      if (left) return
      left = true
      const rest = (this.destinations.get(destination) ?? 1) - 1
      this.destinations.set(destination, rest)
      if (rest > 0) return
      this.destinations.delete(destination)
      this.subscriptions.get(destination)?.()
      this.subscriptions.delete(destination)
    }
  }

  catchingUp(missing: number): void {
    if (!this.open) return
    this.set(missing > 0 ? { state: 'catching-up', missing } : { state: 'live' })
  }

  /** The network is back, the page is looked at again, or the machine woke. */
  recover(): void {
    if (!this.running) return
    if (this.open && Date.now() - this.lastHeard < SILENCE) return
    if (this.connection !== undefined && !this.open) return
    this.failures = Math.min(this.failures, FAILURES_UNTIL_POLLING)
    clearTimeout(this.reconnectTimer)
    this.reconnectTimer = undefined
    if (this.connection === undefined) void this.connect()
    else this.connection.close()
  }

  private async connect(): Promise<void> {
    this.reconnectTimer = undefined
    try {
      const token = await this.options.token(this.refused)
      if (!this.running || this.connection !== undefined) return
      if (token === undefined) return this.stop()
      this.refused = false
      const connection: Connection = this.options.connect(token, {
        opened: () => this.connection === connection && this.onOpened(),
        frame: (destination, body) => {
          if (this.connection !== connection) return
          this.lastHeard = Date.now()
          this.options.frame(destination, body)
        },
        closed: (refused) => this.connection === connection && this.onClosed(refused),
      })
      this.connection = connection
    } catch {
      this.again()
    }
  }

  private onOpened(): void {
    this.open = true
    this.failures = 0
    this.lastHeard = Date.now()
    clearTimeout(this.pollTimer)
    this.pollTimer = undefined
    for (const destination of this.destinations.keys()) this.subscribe(destination)
    this.set({ state: 'live' })
    this.options.opened()
  }

  private onClosed(refused: string | undefined): void {
    const wasOpen = this.open
    this.open = false
    this.connection = undefined
    this.subscriptions.clear()
    if (!this.running) return
    this.refused = refused === 'unauthenticated'
    if (wasOpen) this.set({ state: 'connecting' })
    // a token that ran out is no failure: the next connection brings a new one
    if (wasOpen && this.refused) void this.connect()
    else this.again()
  }

  private again(): void {
    if (!this.running) return
    this.failures += 1
    if (this.failures >= FAILURES_UNTIL_POLLING && this.pollTimer === undefined) this.schedulePoll(0)
    const delay = Math.min(FIRST_DELAY * 2 ** (this.failures - 1), LONGEST_DELAY)
    const jitter = 0.5 + (this.options.random ?? Math.random)() / 2
    clearTimeout(this.reconnectTimer)
    this.reconnectTimer = setTimeout(() => void this.connect(), delay * jitter)
  }

  private schedulePoll(delay: number): void {
    this.pollTimer = setTimeout(() => void this.poll(), delay)
  }

  private async poll(): Promise<void> {
    const every = (this.options.visible ?? (() => document.visibilityState === 'visible'))()
      ? POLL_VISIBLE
      : POLL_HIDDEN
    try {
      await this.options.poll()
      if (this.polls()) this.set({ state: 'polling', everySeconds: every / 1000 })
    } catch {
      const now = this.status.get()
      if (this.polls() && now.state !== 'offline') this.set({ state: 'offline', since: Date.now() })
    }
    if (this.polls()) this.schedulePoll(every)
  }

  private polls(): boolean {
    return this.running && !this.open
  }

  private watch(): void {
    if (this.open && Date.now() - this.lastHeard >= SILENCE) this.connection?.close()
  }

  private subscribe(destination: string): void {
    if (this.connection) this.subscriptions.set(destination, this.connection.subscribe(destination))
  }

  private set(status: LiveStatus): void {
    this.status.set(() => status)
  }
}
