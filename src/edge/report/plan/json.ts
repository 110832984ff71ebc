/**
 * A plan as one JSON object. `formatVersion` changes only where a reader would break; members may be
 * added. Amounts and sequence numbers are texts.
 *
 * - `state`: `changes`, `nothing-to-do`, `refused` or `undecided`
 * - `from`, `to`: the digests of what it begins and ends with; `digest` that of the plan, bound to `from`
 * - `drift`: how the ledger differs from what was said, number by number
 * - `changes`: from the one to the other, number by number; `levels`: who gains and who loses
 * - `findings`: what rules call an error of the result, which refuses nothing
 * - `steps`: the transactions; `checks`; `reasons` of a refusal; `reserve` where the balance is known
 * - `invalidates`: what becomes of pending envelopes; `preAuthorized`: of approvals given in advance
 * - `applyable`: there is something to do and every needed check holds; `complete`: all are decided
 */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountDifference, Tolerance } from '../../../advice/coalition/index.js'
import type {
  Check,
  PendingEffect,
  PlanRefusal,
  ReserveNumbers,
  Shown,
  ToleranceChange,
} from '../../../advice/plan/index.js'
import { networkLabel, PASSPHRASES, toHex } from '../../../kernel/model/index.js'
import { keyJson, levelJson } from '../difference/json.js'
import { accountJson, type Json } from '../json-list.js'
import type { Names } from '../names.js'
import { levelWord } from '../words.js'
import { planStateOf, type PlanReport } from './plan-report.js'
import { stepJson } from './step-json.js'

const changesJson = (names: Names, { thresholds, weights }: AccountDifference): Json => [
  ...thresholds.map((one) => ({ kind: 'threshold', ...one, level: levelWord(one.level) })),
  ...weights.map(({ key, before, after }) => ({
    kind: 'weight',
    ...keyJson(names)(key),
    before: O.toNullable(before),
    after: O.toNullable(after),
  })),
]

const shownJson =
  (names: Names) =>
  ({ title, level, state, keys, sum, quota }: Shown): Json => ({
    title,
    level: levelWord(level),
    state: typeof state === 'string' ? state : { after: state.after },
    signers: keys.map(keyJson(names)),
    sum,
    quota,
  })

const checkJson =
  (names: Names) =>
  ({ id, verdict, says, exhibits, isNeeded }: Check): Json => ({
    id,
    verdict,
    says,
    needed: isNeeded,
    exhibits: exhibits.map(shownJson(names)),
  })

const toleranceJson = (tolerance: Tolerance): Json =>
  tolerance._tag === 'Known'
    ? { known: true, tolerated: tolerance.tolerated, exact: tolerance.exact }
    : { known: tolerance._tag === 'Broken', tolerated: null, exact: tolerance._tag === 'Broken' }

const toleranceChangeJson = ({ level, loss, theft, fewest }: ToleranceChange): Json => ({
  level: levelWord(level),
  loss: { before: toleranceJson(loss[0]), after: toleranceJson(loss[1]) },
  theft: { before: toleranceJson(theft[0]), after: toleranceJson(theft[1]) },
  fewestSignatures: { before: O.toNullable(fewest[0]), after: O.toNullable(fewest[1]) },
})

const reserveJson = ({ balance, sellingLiabilities, minimum, fees, short }: ReserveNumbers): Json => ({
  balance: String(balance),
  sellingLiabilities: String(sellingLiabilities),
  minimum: { before: String(minimum[0]), after: String(minimum[1]) },
  fees: String(fees),
  short: O.isSome(short) ? String(short.value) : null,
})

const pendingJson =
  (called: readonly string[]) =>
  ({ index, envelope, verdicts, isSequenceUsed, becomes }: PendingEffect): Json => ({
    name: called[index] ?? null,
    hash: toHex(envelope.hash),
    before: verdicts[0].toLowerCase(),
    after: verdicts[1].toLowerCase(),
    sequenceUsed: O.toNullable(isSequenceUsed),
    becomes,
  })

const networkJson = ({ network }: PlanReport): Json => {
  if (O.isNone(network)) return null
  const label = networkLabel(network.value)
  return { name: Object.hasOwn(PASSPHRASES, label) ? label : null, passphrase: network.value.passphrase }
}

const reasonsJson = (names: Names, outcome: PlanReport['outcome']): Json =>
  outcome._tag === 'Plan'
    ? []
    : outcome.reasons.map((reason: PlanRefusal['reasons'][number]) => ({
        code: reason.code,
        says: reason.says,
        help: reason.help,
        exhibits: reason.exhibits.map(shownJson(names)),
      }))

const plannedJson = (report: PlanReport): Readonly<Record<string, Json>> => {
  const { outcome, names, artefacts, pending } = report
  if (outcome._tag === 'Refused')
    return { to: null, digest: null, tolerances: [], steps: [], invalidates: [], preAuthorized: [] }
  return {
    to: { digest: outcome.toDigest },
    digest: outcome.digest,
    tolerances: outcome.tolerances.map(toleranceChangeJson),
    steps: outcome.transactions.map(stepJson(names, artefacts)),
    invalidates: outcome.pending.map(pendingJson(pending)),
    preAuthorized: outcome.preAuthorized.map(({ key, weight, stays, comes }) => ({
      ...keyJson(names)(key),
      weight,
      stays,
      comes,
    })),
  }
}

/** The plan for programs. */
export const planJson = (report: PlanReport): Json => {
  const { outcome, names, sides, live } = report
  const { difference, drift, reserve, checks } = outcome
  const isPlan = outcome._tag === 'Plan'
  return {
    formatVersion: 1,
    state: planStateOf(outcome),
    ...accountJson(names, difference.before.id),
    network: networkJson(report),
    before: sides[0],
    after: sides[1],
    live: O.toNullable(live),
    from: { digest: outcome.fromDigest },
    ...plannedJson(report),
    applyable: isPlan && outcome.applyable,
    complete: isPlan && outcome.complete,
    drift: O.isSome(drift) ? changesJson(names, drift.value) : [],
    changes: changesJson(names, difference),
    levels: difference.levels.map(levelJson(names)),
    checks: checks.map(checkJson(names)),
    findings: report.findings.map(({ rule, says, help }) => ({ rule, says, help })),
    reasons: reasonsJson(names, outcome),
    reserve: O.isSome(reserve) ? reserveJson(reserve.value) : null,
  }
}
