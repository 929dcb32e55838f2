import createClient from 'openapi-fetch'
import { heardDate } from '../clock'
import { accessToken, renew } from '../session/session'
import { Problem } from './problem'
import type { components, paths } from './schema'

export type Schemas = components['schemas']

async function send(request: Request, token: string | undefined): Promise<Response> {
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`)
  const sentAt = Date.now()
  try {
    const response = await fetch(request)
    heardDate(response.headers.get('Date'), sentAt)
    return response
  } catch (cause) {
    if (request.signal.aborted) throw cause
    throw Problem.unreachable(cause)
  }
}

/** Adds the access token, and tries once more with a new one when it had run out. */
async function authorized(request: Request): Promise<Response> {
  const again = request.clone()
  const token = accessToken()
  const response = await send(request, token)
  if (response.status !== 401 || token === undefined) return refuse(response)
  const renewed = await renew(token)
  return refuse(renewed === undefined ? response : await send(again, renewed))
}

async function refuse(response: Response): Promise<Response> {
  if (!response.ok) throw await Problem.from(response)
  return response
}

/** The typed client of the API. Its calls throw a `Problem` when they are refused; read their answer with `ok`. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: authorized })

/** The answer of a call; a call that failed has thrown before. */
export async function ok<T>(call: Promise<{ data?: T | undefined }>): Promise<T> {
  const { data } = await call
  return data as T
}
