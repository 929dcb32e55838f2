import type { components } from './schema'

export type ProblemBody = components['schemas']['ProblemBody']
export type Violation = components['schemas']['Violation']

/** Why a call was refused, or that it did not arrive. Switch on `code`, show `message`. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly traceId: string | undefined
  readonly errors: Violation[]
  /** When the server said how long to wait, in milliseconds. */
  readonly retryAfter: number | undefined
  /** The whole body: some codes carry more, such as `legal` of `illegal-transition`. */
  readonly body: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>, retryAfter?: number) {
    super(typeof body['detail'] === 'string' ? body['detail'] : `The server answered ${status}.`)
    this.name = 'Problem'
    this.status = status
    this.body = body
    this.code = typeof body['code'] === 'string' ? body['code'] : `http-${status}`
    this.title = typeof body['title'] === 'string' ? body['title'] : ''
    this.traceId = typeof body['traceId'] === 'string' ? body['traceId'] : undefined
    this.errors = Array.isArray(body['errors']) ? body['errors'] : []
    this.retryAfter = retryAfter
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null)
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
    return new Problem(
      response.status,
      body !== null && typeof body === 'object' ? { ...body } : {},
      Number.isFinite(seconds) ? seconds * 1000 : undefined,
    )
  }

  /** Nothing came back: no connection, or the server is not there. */
  static unreachable(cause: unknown): Problem {
    const problem = new Problem(0, { code: 'unreachable', detail: 'The server cannot be reached.' })
    problem.cause = cause
    return problem
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code)
}
