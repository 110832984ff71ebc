/** The way of a plan: the accounts that it comes through, one transaction each, and why that is safe. */
import type { Account, SignerKey } from '../../kernel/model/index.js'
import { isSameConfiguration } from './compose.js'
import { holds, type Finding } from './finding.js'
import type { PlannedTransaction } from './plan.js'
import type { PlanRequest } from './plan-request.js'

/** One transaction: where it leads, and who signs it only to show that they can. */
export interface Leg {
  readonly purpose: PlannedTransaction['purpose']
  readonly to: Account
  readonly proves: readonly SignerKey[]
}

/** A way, and what is known of the states between. */
export interface Routed {
  readonly legs: readonly Leg[]
  readonly findings: readonly Finding[]
}

const DIRECT: readonly Finding[] = [
  holds(
    'no-weaker-window',
    'one transaction, judged by the account as it is before: there is no state between',
  ),
  holds('abort-safe', 'it is done as a whole or not at all'),
]

/** All in one transaction; none where nothing differs. */
const directRoute = (from: Account, to: Account): Routed => ({
  legs: isSameConfiguration(from, to) ? [] : [{ purpose: 'change', to, proves: [] }],
  findings: DIRECT,
})

/** The way that was asked for. */
export const routeOf = ({ to }: PlanRequest, from: Account): Routed => directRoute(from, to)
