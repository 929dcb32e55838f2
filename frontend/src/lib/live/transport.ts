import { Client, TickerStrategy } from '@stomp/stompjs'

export interface Connection {
  subscribe: (destination: string) => () => void
  close: () => void
}

export interface Handlers {
  opened: () => void
  frame: (destination: string, body: string) => void
  /** Called once, however it ended; `refused` is the code of an ERROR frame. */
  closed: (refused: string | undefined) => void
}

export type Connect = (token: string, handlers: Handlers) => Connection

const HEARTBEAT = 10_000
const CONNECT_TIMEOUT = 5_000

/** One STOMP connection. It does not reconnect; `LiveConnection` decides that. */
export const connectStomp: Connect = (token, handlers) => {
  const address = new URL('/ws', window.location.origin)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  let refused: string | undefined
  let over = false
  const close = () => {
    if (over) return
    over = true
    void client.deactivate({ force: true })
    handlers.closed(refused)
  }
  const client = new Client({
    brokerURL: address.href,
    connectHeaders: { Authorization: `Bearer ${token}` },
    connectionTimeout: CONNECT_TIMEOUT,
    reconnectDelay: 0,
    heartbeatIncoming: HEARTBEAT,
    heartbeatOutgoing: HEARTBEAT,
    // a hidden tab's own timers are throttled to one a minute
    heartbeatStrategy: TickerStrategy.Worker,
    onConnect: () => {
      if (!over) handlers.opened()
    },
    onStompError: (frame) => {
      refused = frame.headers['message'] ?? 'error'
      close()
    },
    onWebSocketClose: close,
  })
  client.activate()
  return {
    subscribe(destination) {
      const subscription = client.subscribe(destination, (message) =>
        handlers.frame(destination, message.body),
      )
      return () => {
        if (client.connected) subscription.unsubscribe()
      }
    },
    close,
  }
}
