import { type BrowserContext, expect, type Page, type WebSocketRoute } from '@playwright/test'

type Fate = 'arrives' | 'is lost' | 'arrives twice'

/** The live connection of a browser in our hands: it can be cut, and single frames lost or doubled. */
export class Wire {
  /** How many connections there were, and how many heart-beats the page sent over them. */
  connections = 0
  beats = 0
  /** What the server last said on the feed about its head. */
  head = ''
  private whole = true
  private readonly open = new Set<WebSocketRoute>()
  private rule: { frame: RegExp; fate: Fate; applied: () => void } | undefined

  /** Takes the live connections of all tabs of that browser that are opened from now on. */
  async hold(context: BrowserContext): Promise<void> {
    await context.routeWebSocket(/\/ws$/, (socket) => this.connect(socket))
  }

  /** Breaks it. What the page opens anew stays without an answer until the wire is mended. */
  async cut(): Promise<void> {
    this.whole = false
    await this.close()
  }

  async mend(): Promise<void> {
    this.whole = true
    await this.close()
  }

  /** Decides on the next frame from the server that says this; resolves once it has come by. */
  next(frame: RegExp, fate: Fate): Promise<void> {
    return new Promise((applied) => {
      this.rule = { frame, fate, applied }
    })
  }

  /** Says to the page again what the server last said about its head, and waits until it has heard. */
  async repeatHead(page: Page): Promise<void> {
    for (const socket of this.open) socket.send(this.head)
    await page.evaluate(() => undefined)
  }

  private async close(): Promise<void> {
    const sockets = [...this.open]
    this.open.clear()
    await Promise.all(sockets.map((it) => it.close({ code: 1012, reason: 'the story cut it' })))
  }

  private connect(socket: WebSocketRoute): void {
    this.open.add(socket)
    if (!this.whole) return
    this.connections += 1
    const server = socket.connectToServer()
    socket.onMessage((frame) => {
      if (frame === '\n') this.beats += 1
      server.send(frame)
    })
    server.onMessage((frame) => {
      if (/"feed\.head"/.test(String(frame))) this.head = String(frame)
      const fate = this.fateOf(String(frame))
      if (fate === 'is lost') return
      socket.send(frame)
      if (fate === 'arrives twice') socket.send(frame)
    })
  }

  private fateOf(frame: string): Fate {
    if (this.rule === undefined || !this.rule.frame.test(frame)) return 'arrives'
    const { fate, applied } = this.rule
    this.rule = undefined
    applied()
    return fate
  }
}

/** Holds the next such call on its way: the server hears of it when it is let go; then its answer arrives, or is lost. */
export async function holdCall(on: Page | BrowserContext, path: RegExp) {
  let letGo: (answer: 'arrives' | 'is lost') => void = () => undefined
  let begun: () => void = () => undefined
  const onItsWay = new Promise<void>((resolve) => {
    begun = resolve
  })
  const decided = new Promise<'arrives' | 'is lost'>((resolve) => {
    letGo = resolve
  })
  await on.route(
    path,
    async (route) => {
      begun()
      const answer = await decided
      const response = await route.fetch()
      if (answer === 'arrives') await route.fulfill({ response })
      else await route.abort('connectionreset')
    },
    { times: 1 },
  )
  return { onItsWay, letGo }
}

export const chip = (page: Page, text: string | RegExp) =>
  page.getByRole('button', { name: text, exact: true })

export async function expectLive(page: Page): Promise<void> {
  await expect(chip(page, 'Live')).toBeVisible()
}
