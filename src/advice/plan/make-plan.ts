/**
 * Plans: from one configuration of an account to another, or why not. In one transaction where nothing
 * else is asked for: it is judged by the account before it, and done as a whole or not at all, so that
 * there is no state between (CAP-2). What remains to be proved are the two ends, and that the network
 * does it.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Failure } from '../../kernel/model/index.js'
import { differenceBetween } from '../coalition/index.js'
import { checkClaims } from './check-claims.js'
import { checkOperations, checkReserve, checkSignatures } from './check-journey.js'
import { checkLock } from './check-lock.js'
import { isSameConfiguration } from './compose.js'
import type { Finding } from './finding.js'
import { pendingEffects, preAuthorizedIn } from './pending-effect.js'
import type { Plan } from './plan.js'
import type { Check, ReserveNumbers } from './plan-check.js'
import type { PlanRefusal, RefusalReason } from './plan-refusal.js'
import type { PlanRequest } from './plan-request.js'
import { reserveNumbers } from './reserve-numbers.js'
import { routeOf, type Routed } from './route.js'
import { startOf, type Start } from './start.js'
import { planDigest, stateDigest } from './state-digest.js'
import { toleranceChanges } from './tolerance-change.js'
import { travel, type Journey } from './travel.js'

/** Everything that was found out on the way. */
interface Found {
  readonly start: Start
  readonly journey: Journey
  readonly isOpen: boolean
  readonly reserve: O.Option<ReserveNumbers>
  readonly findings: readonly Finding[]
  readonly reasons: readonly RefusalReason[]
}

const staleHelp = (expected: string, { account, sequence }: Start, { network }: PlanRequest): string => {
  const less: readonly (readonly [digest: string, what: string])[] = [
    [stateDigest(account, O.none, network), 'no sequence number'],
    [stateDigest(account, sequence, O.none), 'no network'],
    [stateDigest(account, O.none, O.none), 'neither network nor sequence number'],
  ]
  const [, unknown] = less.find(([digest]) => digest === expected) ?? []
  return unknown === undefined
    ? 'Look at what changed, and plan again. A payment is enough: it uses a sequence number.'
    : `Its signers are as they were; that digest is of a plan that knew ${unknown}. Take the digest of a plan that knows as much as this one.`
}

const staleReason = (expected: string, start: Start, request: PlanRequest): RefusalReason => ({
  code: 'stale-digest',
  says: `The account is not what it was when somebody looked: its digest was \`${expected}\` and is \`${start.digest}\`.`,
  help: staleHelp(expected, start, request),
  exhibits: [],
})

const findingsOf = (
  request: PlanRequest,
  start: Start,
  routed: Routed,
  journey: Journey,
): readonly Finding[] => {
  const { unavailable, atHand, nameOf, header, to, promised, needsReserve } = request
  const between = routed.legs.slice(0, -1).map((leg, index) => ({
    state: { after: index + 1 },
    account: leg.to,
  }))
  const before = [{ state: 'from', account: start.account } as const]
  const after = isSameConfiguration(start.account, to) ? [] : [{ state: 'to', account: to } as const]
  const states = [...before, ...between, ...after]
  const lock = checkLock({ states, unavailable, atHand, nameOf })
  const isLocked = lock.check.verdict === 'violated'
  const reserve = reserveNumbers(header)(start.account, journey.costs)
  return [
    lock,
    ...routed.findings,
    ...(routed.isOpen
      ? [
          checkSignatures(journey, isLocked, nameOf),
          checkOperations(journey),
          checkReserve(journey, reserve, needsReserve),
        ]
      : []),
    checkClaims(promised, start.account, to),
  ]
}

const explore = (request: PlanRequest): E.Either<Failure, Found> => {
  const { header, unavailable, expected } = request
  const started = startOf(request)
  if (E.isLeft(started)) return started
  const start = started.right
  const routed = routeOf(request, start.account)
  const travelled = travel({ header, unavailable })(start.account, start.sequence)(routed.legs)
  if (E.isLeft(travelled)) return travelled
  const journey = travelled.right
  const findings = findingsOf(request, start, routed, journey)
  const isStale = O.isSome(expected) && expected.value !== start.digest
  return E.right({
    start,
    journey,
    isOpen: routed.isOpen,
    reserve: reserveNumbers(header)(start.account, journey.costs),
    findings,
    reasons: [
      ...(isStale ? [staleReason(expected.value, start, request)] : []),
      ...findings.flatMap(({ reasons }) => reasons),
    ],
  })
}

const isDecided = ({ verdict, isNeeded }: Check): boolean => verdict !== 'unknown' || !isNeeded

const planOf = (request: PlanRequest, { start, journey, isOpen, reserve, findings }: Found): Plan => {
  const { to, header, prove, others, pending } = request
  const { transactions, obstruction } = journey
  if (!isOpen || O.isSome(obstruction))
    throw new Error('invariant: what stops a plan is a reason to refuse it')
  const checks = findings.map(({ check }) => check)
  const complete = checks.every(isDecided)
  const toDigest = stateDigest(to, O.none, request.network)
  const ends = { from: start.account, to, others, sequences: [start.sequence, journey.sequence] } as const
  return {
    _tag: 'Plan',
    from: start.account,
    to,
    difference: differenceBetween(start.account)(to),
    drift: start.drift,
    transactions,
    checks,
    tolerances: toleranceChanges(start.account)(to),
    reserve,
    pending: pendingEffects({ protocol: header.protocol, phase: 'validate', prove })(ends)(pending),
    preAuthorized: preAuthorizedIn(start.account)(to),
    applyable: transactions.length > 0 && complete,
    complete,
    fromDigest: start.digest,
    toDigest,
    digest: planDigest(start.digest, toDigest, transactions),
  }
}

/**
 * A plan, or why there is none. It never makes an envelope, signs nothing and sends nothing.
 *
 * Failures: `accounts-differ`, `too-many-signers`, `signer-is-account`, `signer-twice`, `impossible-state`,
 * `sequence-differs`, `weight-out-of-range`. Refusals: see `RefusalCode`; all reasons that were found are
 * given.
 */
export const plan = (request: PlanRequest): E.Either<Failure | PlanRefusal, Plan> => {
  const explored = explore(request)
  if (E.isLeft(explored)) return explored
  const found = explored.right
  const { start, reserve, findings } = found
  const [first, ...rest] = found.reasons
  if (first === undefined) return E.right(planOf(request, found))
  return E.left({
    _tag: 'Refused',
    reasons: [first, ...rest],
    difference: differenceBetween(start.account)(request.to),
    drift: start.drift,
    checks: findings.map(({ check }) => check),
    reserve,
    fromDigest: start.digest,
  })
}
