/**
 * Asking again where that can help: nobody answered, the answer broke off, or the server says that it is
 * busy. The waits grow, and are random in their whole length ("full jitter"), so that many who were
 * refused together do not come back together.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { HttpAnswer } from '../../../edge/source/index.js'
import type { HttpExchange, HttpFault, Timing } from '../../ports.js'
import { retryAfterOf } from './retry-after.js'

/** How often, and within which time. */
export interface RetryPolicy {
  /** Requests altogether; 1 asks once. */
  readonly attempts: number
  /** One request takes at most so many milliseconds. */
  readonly attemptMs: number
  /** All requests and all waits together take at most so many. */
  readonly totalMs: number
  /** The first wait is up to so many milliseconds, the next up to twice as many. */
  readonly baseMs: number
  /** And none is longer, unless the server asks for it. */
  readonly longestMs: number
}

/** What a service can live with: an answer, or a no, within 10 seconds. */
export const RETRY_POLICY: RetryPolicy = {
  attempts: 4,
  attemptMs: 4_000,
  totalMs: 10_000,
  baseMs: 200,
  longestMs: 2_000,
}

type Told = E.Either<HttpFault, HttpAnswer>

const BUSY: readonly number[] = [408, 429, 500, 502, 503, 504]

/** Whether asking again could bring something else. */
const isWorthAsking = (told: Told): boolean =>
  E.isLeft(told)
    ? told.left._tag === 'Unreachable' || told.left._tag === 'TimedOut'
    : BUSY.includes(told.right.status)

const TIMED_OUT: HttpFault = { _tag: 'TimedOut' }
const CANCELLED: HttpFault = { _tag: 'Cancelled' }

/** One request that ends in time, also where the exchange does not hear that it should. */
const inTime = async (
  timing: Timing,
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<Told>,
  signal: AbortSignal | undefined,
): Promise<Told> => {
  const [mine, timer] = [new AbortController(), new AbortController()]
  const stop = (): void => mine.abort()
  signal?.addEventListener('abort', stop, { once: true })
  const late = timing.sleep(milliseconds, timer.signal).then(() => E.left(TIMED_OUT))
  const withdrawn = new Promise<Told>((resolve) => {
    mine.signal.addEventListener('abort', () => resolve(E.left(CANCELLED)), { once: true })
  })
  try {
    return await Promise.race([ask(mine.signal), late, withdrawn])
  } finally {
    signal?.removeEventListener('abort', stop)
    timer.abort()
    mine.abort()
  }
}

/** How long to wait before the next request, of which there were `made`. */
const waitBefore = (policy: RetryPolicy, timing: Timing, made: number, told: Told): number => {
  const longest = Math.min(policy.longestMs, policy.baseMs * 2 ** (made - 1))
  const asked = E.isRight(told) ? O.getOrElse(() => 0)(retryAfterOf(told.right)) : 0
  return asked + timing.random() * longest
}

/**
 * An exchange that asks again by a policy. What it answers in the end is what the last request came to; a
 * wait that the server asks for and that is longer than what is left of the time is not begun.
 */
export const retrying =
  (policy: RetryPolicy, timing: Timing) =>
  (exchange: HttpExchange): HttpExchange =>
  (request, signal) =>
  async () => {
    const end = timing.now() + policy.totalMs
    for (let made = 1; ; made += 1) {
      if (signal?.aborted === true) return E.left(CANCELLED)
      const left = end - timing.now()
      if (left <= 0) return E.left(TIMED_OUT)
      const ask = (mine: AbortSignal): Promise<Told> => exchange(request, mine)()
      const told = await inTime(timing, Math.min(policy.attemptMs, left), ask, signal)
      if (!isWorthAsking(told) || made >= policy.attempts) return told
      const wait = waitBefore(policy, timing, made, told)
      if (wait >= end - timing.now()) return told
      await timing.sleep(wait, signal)
    }
  }
