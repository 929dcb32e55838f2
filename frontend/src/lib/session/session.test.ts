import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { api, ok } from '../api/client'
import { isProblem } from '../api/problem'
import { mayRetry } from '../api/retry'
import { renew, resume, session, signIn, signOut } from './session'

const calls: string[] = []
let valid = ''
let refreshes: 'ok' | 'over' | 'away' = 'ok'

const url = (path: string) => new URL(`/api/v1${path}`, window.location.origin).href
const user = { id: '1', username: 'ada', displayName: 'Ada', roles: ['EMPLOYEE'] }
const signedIn = () => {
  valid = `token ${calls.length}`
  return HttpResponse.json({ accessToken: valid, expiresIn: 600, user })
}
const problem = (status: number, code: string) =>
  HttpResponse.json({ code, detail: `It is ${code}.`, traceId: 'abc' }, { status })

const server = setupServer(
  http.post(url('/auth/login'), () => {
    calls.push('login')
    return signedIn()
  }),
  http.post(url('/auth/refresh'), () => {
    calls.push('refresh')
    if (refreshes === 'away') return HttpResponse.error()
    return refreshes === 'over' ? problem(401, 'unauthenticated') : signedIn()
  }),
  http.post(url('/auth/logout'), () => new HttpResponse(null, { status: 204 })),
  http.get(url('/me'), ({ request }) => {
    calls.push('me')
    const token = request.headers.get('Authorization')
    return token === `Bearer ${valid}` ? HttpResponse.json(user) : problem(401, 'unauthenticated')
  }),
  http.get(url('/statistics'), () => problem(403, 'forbidden')),
)

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  calls.length = 0
  refreshes = 'ok'
})
afterEach(() => signOut())
afterAll(() => server.close())

const me = () => ok(api.GET('/api/v1/me'))

it('sends the token, and gets a new one when it has run out', async () => {
  await signIn('ada', 'secret')
  expect(await me()).toEqual(user)
  valid = 'another'
  expect(await me()).toEqual(user)
  expect(calls).toEqual(['login', 'me', 'me', 'refresh', 'me'])
})

it('refreshes once for all calls that fail at the same time', async () => {
  await signIn('ada', 'secret')
  valid = 'another'
  await Promise.all([me(), me(), me()])
  expect(calls.filter((it) => it === 'refresh')).toHaveLength(1)
})

it('takes the token that somebody else got meanwhile', async () => {
  await signIn('ada', 'secret')
  const token = await renew('an older one')
  expect(token).toBe(valid)
  expect(calls).toEqual(['login'])
})

it('tries the cookie on opening a page only where somebody has signed in and not out again', async () => {
  await resume()
  expect(session.get().status).toBe('guest')
  await signIn('ada', 'secret')
  session.set({ status: 'unknown', access: undefined })
  await resume()
  expect(session.get().status).toBe('user')
  await signOut()
  await resume()
  expect(session.get().status).toBe('guest')
  expect(calls).toEqual(['login', 'refresh'])
})

it('ends the session when the server says so, and says that it is over', async () => {
  await signIn('ada', 'secret')
  valid = 'another'
  refreshes = 'over'
  await expect(me()).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(session.get()).toMatchObject({ status: 'guest', access: undefined, over: true })
})

it('keeps the session when the server is only away', async () => {
  await signIn('ada', 'secret')
  valid = 'another'
  refreshes = 'away'
  const error = await me().catch((it: unknown) => it)
  expect(isProblem(error, 'unreachable')).toBe(true)
  expect(session.get().status).toBe('user')
})

it('throws what the server refused, with its reference', async () => {
  await signIn('ada', 'secret')
  await expect(ok(api.GET('/api/v1/statistics'))).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
    message: 'It is forbidden.',
    traceId: 'abc',
  })
})

it('hears of the sign-out in another tab', async () => {
  await signIn('ada', 'secret')
  new BroadcastChannel('warren.session').postMessage({ kind: 'end' })
  await expect.poll(() => session.get().status).toBe('guest')
  expect(session.get().over).toBe(false)
})

it('tries again what may pass by itself, and nothing else', async () => {
  const { Problem } = await import('../api/problem')
  const retried = [0, 400, 401, 403, 404, 408, 409, 412, 422, 429, 500, 502, 503].filter((status) =>
    mayRetry(0, new Problem(status, {})),
  )
  expect(retried).toEqual([0, 408, 429, 502, 503])
  expect(mayRetry(3, new Problem(503, {}))).toBe(false)
})
