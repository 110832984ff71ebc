/**
 * A client of the sidecar. Whatever happens becomes a value, and only one of them is yes: an answer whose
 * verdict is `authorized`. A status, a time-out, an answer of another form are never taken for it.
 */
import { PATHS, type Routes } from './types.js'

/** One thing wrong with a request, with a stable code. */
export interface RequestError {
  readonly code: string
  readonly message: string
  readonly help: string | null
  readonly subject: string | null
  readonly line: number | null
  readonly column: number | null
}

/** What came of a request. */
export type Result<A> =
  | { readonly _tag: 'Answered'; readonly answer: A; readonly requestId: string | null }
  /** The server refused the request, or could not answer it. */
  | {
      readonly _tag: 'Refused'
      readonly status: number
      readonly errors: readonly RequestError[]
      readonly requestId: string | null
    }
  /** There is no answer: the server was not reached, was too slow, or said something else. */
  | { readonly _tag: 'Failed'; readonly reason: 'unreachable' | 'timeout' | 'malformed' }

/** How the server is reached. */
export interface ClientOptions {
  /** `http://127.0.0.1:8080`. */
  readonly url: string
  /** What the server asks for, where it asks for a token. */
  readonly token?: string
  /** Milliseconds; 15,000 where nothing is said, which is more than the server takes. */
  readonly timeout?: number
  /** In the place of the global `fetch`. */
  readonly fetch?: typeof fetch
}

/** What may be said of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal
  /** Comes back with the answer, and stands in the log of the server. */
  readonly requestId?: string
}

/** One function an endpoint. */
export type Client = {
  readonly [K in keyof Routes]: (
    request: Routes[K][0],
    options?: CallOptions,
  ) => Promise<Result<Routes[K][1]>>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isError = (value: unknown): value is RequestError =>
  isObject(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string'

/** The value of an answer of format version 1; undefined for anything else. */
const readAnswer = async (response: Response): Promise<Readonly<Record<string, unknown>> | undefined> => {
  if (!/^application\/json\b/.test(response.headers.get('content-type') ?? '')) return undefined
  const json: unknown = await response.json()
  return isObject(json) && json['formatVersion'] === 1 ? json : undefined
}

const resultOf = async <A>(response: Response): Promise<Result<A>> => {
  const json = await readAnswer(response)
  if (json === undefined) return { _tag: 'Failed', reason: 'malformed' }
  const requestId = response.headers.get('x-request-id')
  const { errors } = json
  if (response.status === 200 && errors === undefined)
    return { _tag: 'Answered', answer: json as A, requestId }
  return response.status !== 200 && Array.isArray(errors) && errors.every(isError)
    ? { _tag: 'Refused', status: response.status, errors, requestId }
    : { _tag: 'Failed', reason: 'malformed' }
}

const reasonOf = (error: unknown): 'unreachable' | 'timeout' | 'malformed' => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError') return 'timeout'
  return name === 'SyntaxError' ? 'malformed' : 'unreachable'
}

/**
 * A client of one server. No function rejects.
 *
 * @example
 * ```ts
 * import { createClient, isAuthorized } from 'quorate/client'
 *
 * // Nobody listens there: that is no yes.
 * const quorate = createClient({ url: 'http://127.0.0.1:9', timeout: 1000 })
 * const result = await quorate.evaluate({ envelope: 'AAAA' })
 * console.log(result._tag, isAuthorized(result))
 * // => Failed false
 * ```
 */
export const createClient = ({ url, token, timeout = 15_000, fetch: ask = fetch }: ClientOptions): Client => {
  const call =
    (path: string) =>
    async (request: unknown, { signal, requestId }: CallOptions = {}): Promise<Result<unknown>> => {
      try {
        const late = AbortSignal.timeout(timeout)
        const response = await ask(new URL(path, url), {
          method: 'POST',
          // A redirect leads elsewhere, and elsewhere nobody was asked.
          redirect: 'error',
          headers: {
            'content-type': 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
          },
          body: JSON.stringify(request),
          signal: signal === undefined ? late : AbortSignal.any([signal, late]),
        })
        return await resultOf(response)
      } catch (error) {
        return { _tag: 'Failed', reason: reasonOf(error) }
      }
    }
  return Object.fromEntries(
    Object.entries(PATHS).map(([name, path]) => [name, call(path)]),
  ) as unknown as Client
}

/** Whether a result is an answer whose verdict is `authorized`. */
export const isAuthorized = (result: Result<{ readonly verdict: string }>): boolean =>
  result._tag === 'Answered' && result.answer.verdict === 'authorized'

/** Whether a result is an answer by which somebody authenticated (SEP-10). */
export const isAuthenticated = (result: Result<{ readonly state: string }>): boolean =>
  result._tag === 'Answered' && result.answer.state === 'authenticated'
