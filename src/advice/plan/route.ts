/** The way of a plan: the accounts that it comes through, one transaction each, and why that is safe. */
import * as O from 'fp-ts/lib/Option.js'
import { minimumBalance, type LedgerHeader } from '../../kernel/ledger/index.js'
import type { Account, AccountState, SignerKey } from '../../kernel/model/index.js'
import { list } from '../policy/index.js'
import { isSameConfiguration } from './compose.js'
import { holds, notKnown, violated, type Finding } from './finding.js'
import type { PlannedTransaction } from './plan.js'
import type { PlanRequest } from './plan-request.js'
import { noStagesReason } from './stage-words.js'
import { stagesOf, type Stages } from './stages/index.js'

/** One transaction: where it leads, and who signs it only to show that they can. */
export interface Leg {
  readonly purpose: PlannedTransaction['purpose']
  readonly to: Account
  readonly proves: readonly SignerKey[]
}

/** A way, and what is known of the states between. */
export interface Routed {
  /** None where nothing differs. */
  readonly legs: readonly Leg[]
  readonly findings: readonly Finding[]
  /** Whether there is a way at all. */
  readonly isOpen: boolean
}

const directRoute = (from: Account, to: Account): Routed => ({
  legs: isSameConfiguration(from, to) ? [] : [{ purpose: 'change', to, proves: [] }],
  findings: [
    holds(
      'no-weaker-window',
      'one transaction, judged by the account as it is before: there is no state between',
    ),
    holds('abort-safe', 'it is done as a whole or not at all'),
  ],
  isOpen: true,
})

/** Put aside for the fees of all stages together: operations of a few transactions. */
const OPERATIONS = 400n

/** How many signers more the account can pay for. */
const payableIn = (header: LedgerHeader, state: AccountState): number => {
  const free = state.balance - state.sellingLiabilities - minimumBalance(header, state)
  const left = free - OPERATIONS * header.baseFee
  return left < 0n ? 0 : Number(left / header.baseReserve)
}

const stoppable = ({ stages, unproved }: Stages, { proveKeys, nameOf }: PlanRequest): Finding => {
  const says =
    stages.length === 1
      ? 'after the first transaction those who are known to sign can go on and go back'
      : `after each of the first ${String(stages.length)} transactions those who are known to sign can go on and go back`
  return proveKeys && unproved.length > 0
    ? notKnown(
        'abort-safe',
        `${list(unproved.map(nameOf))} cannot show before the change that they work: a secret would be spent`,
      )
    : holds('abort-safe', says)
}

const stagedRoute = (request: PlanRequest, from: Account): Routed => {
  const { to, unavailable, header, nameOf } = request
  const payable = O.map((state: AccountState) => payableIn(header, state))(from.state)
  const found = stagesOf({ from, to, unavailable, payable })
  if (found._tag === 'NoStages') {
    const id = 'no-weaker-window'
    const finding =
      // The lock is told by its own check.
      found.reason._tag === 'NobodySigns'
        ? notKnown(id, 'nobody can sign')
        : violated(id, 'there is no safe way in stages', [noStagesReason(nameOf, found)])
    return { legs: [], findings: [finding], isOpen: false }
  }
  const { stages } = found
  const last = stages[stages.length - 1]
  if (last === undefined) {
    const { legs, findings } = directRoute(from, to)
    const window = findings.slice(0, 1)
    return {
      legs,
      findings: found.unproved.length > 0 ? [...window, stoppable(found, request)] : findings,
      isOpen: true,
    }
  }
  return {
    legs: [
      ...stages.map(({ account }, at): Leg => ({
        purpose: 'add-passengers',
        to: account,
        proves: stages[at - 1]?.passengers ?? [],
      })),
      { purpose: 'cut-over', to, proves: last.passengers },
    ],
    findings: [
      holds(
        'no-weaker-window',
        `whoever can act in ${stages.length === 1 ? 'the state' : `one of the ${String(stages.length)} states`} between can act before or after, at every level`,
      ),
      stoppable(found, request),
    ],
    isOpen: true,
  }
}

/** The way that was asked for: in one transaction, or in stages where new keys are to sign first. */
export const routeOf = (request: PlanRequest, from: Account): Routed =>
  (request.prefer === 'staged' || request.proveKeys) && !isSameConfiguration(from, request.to)
    ? stagedRoute(request, from)
    : directRoute(from, request.to)
