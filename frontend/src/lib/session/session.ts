import { Problem } from '../api/problem'
import type { components } from '../api/schema'
import { createStore, useStore } from '../store'

export type User = components['schemas']['CurrentUser']
export type Role = User['roles'][number]
type SignedIn = components['schemas']['SignedIn']

interface Access {
  token: string
  /** On this device's clock, in milliseconds. */
  expiresAt: number
  user: User
}

interface Session {
  /** `unknown` until the cookie was tried. */
  status: 'unknown' | 'guest' | 'user'
  access: Access | undefined
  /** Whether a session ended by itself, which the sign-in page says. */
  over: boolean
}

type Message = { kind: 'access'; access: Access } | { kind: 'ask' } | { kind: 'end' }

const RENEW_BEFORE = 60_000
const ANSWER_OF_OTHER_TABS = 60
/** Says that this browser may hold a refresh cookie, which no script can see: a guest need not try one. */
const MAY_RESUME = 'warren.mayResume'

export const session = createStore<Session>({ status: 'unknown', access: undefined, over: false })

const tabs = new BroadcastChannel('warren.session')
let timer: ReturnType<typeof setTimeout> | undefined
let renewing: Promise<string | undefined> | undefined

export function accessToken(): string | undefined {
  return session.get().access?.token
}

export function useUser(): User | undefined {
  return useStore(session, (it) => it.access?.user)
}

export function useSession<S>(select: (session: Session) => S): S {
  return useStore(session, select)
}

export async function signIn(username: string, password: string): Promise<User> {
  const access = await call('login', { username, password })
  hold(access)
  tabs.postMessage({ kind: 'access', access } satisfies Message)
  return access.user
}

export async function signOut(): Promise<void> {
  await post('logout').catch(() => undefined)
  tabs.postMessage({ kind: 'end' } satisfies Message)
  end(false)
}

/**
 * A new access token instead of `used`. Each refresh token is good once, so one refresh runs at a time: in this tab by
 * the shared promise, among tabs by the lock; whoever waited takes what the other got.
 */
export function renew(used: string | undefined): Promise<string | undefined> {
  renewing ??= locked(() => renewOnce(used)).finally(() => {
    renewing = undefined
  })
  return renewing
}

/** On opening a page: takes over the session of another tab, or tries the cookie. */
export async function resume(): Promise<void> {
  tabs.postMessage({ kind: 'ask' } satisfies Message)
  await new Promise((resolve) => setTimeout(resolve, ANSWER_OF_OTHER_TABS))
  if (accessToken() !== undefined) return
  if (localStorage.getItem(MAY_RESUME) === null) {
    session.set({ status: 'guest' })
    return
  }
  try {
    await renew(undefined)
  } catch {
    session.set({ status: 'guest' })
  }
}

async function renewOnce(used: string | undefined): Promise<string | undefined> {
  const held = session.get().access
  if (held !== undefined && held.token !== used && held.expiresAt > Date.now()) return held.token
  try {
    const access = await call('refresh')
    hold(access)
    tabs.postMessage({ kind: 'access', access } satisfies Message)
    return access.token
  } catch (error) {
    if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429) {
      end(session.get().status === 'user')
      return undefined
    }
    throw error
  }
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('warren.refresh', work) : work()
}

function hold(access: Access): void {
  localStorage.setItem(MAY_RESUME, 'true')
  session.set({ status: 'user', access, over: false })
  clearTimeout(timer)
  timer = setTimeout(
    () => void renew(access.token).catch(() => undefined),
    Math.max(access.expiresAt - Date.now() - RENEW_BEFORE, 1_000),
  )
}

function end(over: boolean): void {
  localStorage.removeItem(MAY_RESUME)
  clearTimeout(timer)
  session.set({ status: 'guest', access: undefined, over })
}

async function call(what: 'login' | 'refresh', body?: object): Promise<Access> {
  const signedIn = (await (await post(what, body)).json()) as SignedIn
  return {
    token: signedIn.accessToken,
    expiresAt: Date.now() + signedIn.expiresIn * 1000,
    user: signedIn.user,
  }
}

/** `keepalive`: when the page goes away meanwhile, the browser still keeps the new cookie. */
async function post(what: string, body?: object): Promise<Response> {
  const response = await fetch(new URL(`/api/v1/auth/${what}`, window.location.origin), {
    method: 'POST',
    keepalive: true,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw Problem.unreachable(cause)
  })
  if (!response.ok) throw await Problem.from(response)
  return response
}

tabs.onmessage = ({ data }: MessageEvent<Message>) => {
  const held = session.get().access
  switch (data.kind) {
    case 'access':
      if (held === undefined || data.access.expiresAt > held.expiresAt) hold(data.access)
      break
    case 'ask':
      if (held !== undefined) tabs.postMessage({ kind: 'access', access: held } satisfies Message)
      break
    case 'end':
      end(false)
      break
  }
}
