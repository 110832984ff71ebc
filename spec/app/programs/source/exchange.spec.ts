import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { HttpExchange, HttpFault, HttpRequest } from '../../../../src/app/ports.js'
import { atMost } from '../../../../src/app/programs/source/at-most.js'
import { retryAfterOf } from '../../../../src/app/programs/source/retry-after.js'
import { retrying, type RetryPolicy } from '../../../../src/app/programs/source/retrying.js'
import type { HttpAnswer } from '../../../../src/edge/source/index.js'
import { virtualTiming } from '../../../support/virtual-timing.js'

const REQUEST: HttpRequest = {
  method: 'GET',
  url: new URL('http://localhost/'),
  headers: {},
  body: O.none,
  bodyOf: [200],
  limit: 1000,
}

const POLICY: RetryPolicy = { attempts: 4, attemptMs: 1000, totalMs: 5000, baseMs: 100, longestMs: 300 }

type Told = E.Either<HttpFault, HttpAnswer>

const status = (code: number, headers: Readonly<Record<string, string>> = {}): Told =>
  E.right({ status: code, headers: new Map(Object.entries(headers)), body: '' })

const fault = (_tag: 'Unreachable' | 'TimedOut'): Told =>
  E.left(_tag === 'TimedOut' ? { _tag } : { _tag, reason: 'cut' })

const NEVER = 'never'

/** Plays answers one after the other, the last for ever. */
const playing = (answers: readonly (Told | typeof NEVER)[]) => {
  const played = { asked: 0, withdrawn: 0 }
  const exchange: HttpExchange = (_request, signal) => () => {
    const answer = answers[Math.min(played.asked++, answers.length - 1)] ?? NEVER
    signal?.addEventListener('abort', () => (played.withdrawn += answer === NEVER ? 1 : 0))
    return answer === NEVER ? new Promise(() => undefined) : Promise.resolve(answer)
  }
  return { played, exchange }
}

const codeOf = (told: Told): number | string => (E.isLeft(told) ? told.left._tag : told.right.status)

interface Row {
  readonly name: string
  readonly answers: readonly (Told | typeof NEVER)[]
  readonly chances?: readonly number[]
  readonly comes: number | string
  readonly asked: number
  readonly at?: number
}

const ROWS: readonly Row[] = [
  { name: 'an answer is taken', answers: [status(200)], comes: 200, asked: 1, at: 0 },
  { name: 'a 404 is an answer', answers: [status(404)], comes: 404, asked: 1, at: 0 },
  { name: 'a redirect is not asked again', answers: [status(302)], comes: 302, asked: 1, at: 0 },
  {
    name: 'what broke off is asked again',
    answers: [fault('Unreachable'), status(200)],
    comes: 200,
    asked: 2,
  },
  {
    name: 'waits grow to the longest, and are random in their whole length',
    answers: [status(503)],
    chances: [0.5, 0.5, 0.5],
    comes: 503,
    asked: 4,
    at: 50 + 100 + 150,
  },
  {
    name: 'a chance of 0 asks again at once',
    answers: [status(500)],
    chances: [0],
    comes: 500,
    asked: 4,
    at: 0,
  },
  {
    name: 'what the server asks for comes before what is random',
    answers: [status(429, { 'retry-after': '2' }), status(200)],
    chances: [0.5],
    comes: 200,
    asked: 2,
    at: 2050,
  },
  {
    name: 'a wait beyond the time is not begun',
    answers: [status(429, { 'retry-after': '5' })],
    comes: 429,
    asked: 1,
    at: 0,
  },
  {
    name: 'a server that never answers is left after each time, and in the end',
    answers: [NEVER],
    chances: [0],
    comes: 'TimedOut',
    asked: 4,
    at: 4000,
  },
  {
    name: 'the time of all is the end of the last',
    answers: [status(503, { 'retry-after': '4' }), NEVER],
    chances: [0.5],
    comes: 'TimedOut',
    asked: 2,
    at: 5000,
  },
]

describe('source: retrying', () => {
  for (const { name, answers, chances = [0.9], comes, asked, at } of ROWS)
    it(name, async () => {
      const timing = virtualTiming(...chances)
      const { played, exchange } = playing(answers)
      const told = await retrying(POLICY, timing)(exchange)(REQUEST)()
      expect(codeOf(told)).to.equal(comes)
      expect(played.asked).to.equal(asked)
      if (at !== undefined) expect(timing.now()).to.equal(at)
      expect(played.withdrawn).to.equal(answers.includes(NEVER) ? asked - answers.indexOf(NEVER) : 0)
    })

  it('ends at once where the question is withdrawn, also while it waits', async () => {
    for (const answers of [[NEVER], [status(503, { 'retry-after': '3' })]] as const) {
      const caller = new AbortController()
      const { exchange } = playing(answers)
      // A clock that stands still: nothing but the withdrawal can end it.
      const still = {
        ...virtualTiming(0.5),
        sleep: (_: number, signal?: AbortSignal) =>
          new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
      }
      const asking = retrying(POLICY, still)(exchange)(REQUEST, caller.signal)()
      setImmediate(() => caller.abort())
      expect(codeOf(await asking)).to.equal('Cancelled')
    }
  })

  it('never takes longer than it says, and never asks more often, whatever comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constant(NEVER),
            fc.constantFrom(200, 429, 500, 503).map((code) => status(code)),
            fc.nat({ max: 9 }).map((wait) => status(503, { 'retry-after': String(wait) })),
            fc.constantFrom('Unreachable' as const, 'TimedOut' as const).map(fault),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 4 }),
        async (answers, chances) => {
          const timing = virtualTiming(...chances)
          const { played, exchange } = playing(answers)
          await retrying(POLICY, timing)(exchange)(REQUEST)()
          return timing.now() <= POLICY.totalMs && played.asked <= POLICY.attempts
        },
      ),
      { numRuns: 100 },
    ))
})

describe('source: what a server asks to wait', () => {
  const DATE = 'Sat, 21 Nov 2026 10:00:00 GMT'
  for (const [name, headers, waits] of [
    ['nothing', {}, O.none],
    ['seconds', { 'retry-after': '120' }, O.some(120_000)],
    [
      'a date, by the clock of the server',
      { 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT', date: DATE },
      O.some(30_000),
    ],
    ['a date that is over', { 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT', date: DATE }, O.some(0)],
    ['a date, of a server that has no clock', { 'retry-after': DATE }, O.none],
    ['something else', { 'retry-after': '-5', date: DATE }, O.none],
    ['more seconds than a number holds', { 'retry-after': '9'.repeat(400), date: DATE }, O.some(Infinity)],
  ] as const)
    it(name, () => {
      const answer = { status: 429, headers: new Map(Object.entries(headers)), body: '' }
      expect(retryAfterOf(answer)).to.deep.equal(waits)
    })
})

describe('source: at most so many at once', () => {
  it('lets the first go first, and whoever leaves does not hold up the others', async () => {
    const open: (() => void)[] = []
    let running = 0
    let most = 0
    const exchange: HttpExchange = () => () =>
      new Promise((resolve) => {
        most = Math.max(most, ++running)
        open.push(() => {
          running -= 1
          resolve(status(200))
        })
      })
    const limited = atMost(2)(exchange)
    const leaving = new AbortController()
    const asking = [0, 1, 2, 3, 4].map((n) => limited(REQUEST, n === 2 ? leaving.signal : undefined)())
    await Promise.resolve()
    leaving.abort()
    expect(codeOf(await asking[2]!)).to.equal('Cancelled')
    while (open.length > 0) {
      open.shift()?.()
      await new Promise(setImmediate)
    }
    expect((await Promise.all(asking)).map(codeOf)).to.deep.equal([200, 200, 'Cancelled', 200, 200])
    expect(most).to.equal(2)
  })
})
