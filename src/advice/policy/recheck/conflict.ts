/**
 * Conflicts checked: the demands are added up as inequalities over weights and quotas that nobody knows,
 * and must leave nothing at all above something.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { USUAL } from '../../coalition/index.js'
import type { Demand } from '../answer.js'
import type { Asked } from '../asked.js'
import type { Conflict } from '../asserted.js'
import type { Assertion, Policy } from '../policy.js'
import { asksFor } from './asks-for.js'
import { accountOf } from './changed.js'
import { insist } from './invariant.js'
import { without } from './weighed.js'
import { ownAt } from './well-formed.js'

/** The sums of both sides of all inequalities, brought to one side: what is left has to be impossible. */
const isContradiction = ({ reasons }: Conflict): boolean => {
  const weights = new Map<string, bigint>()
  const quotas = new Map<ThresholdLevel, bigint>()
  for (const { demand, times } of reasons) {
    // `win` says w(S) - q >= 0, and `lose` says q - w(S) - 1 >= 0.
    const sign = demand.must === 'win' ? times : -times
    for (const key of new Set(demand.keys)) weights.set(key, (weights.get(key) ?? 0n) + sign)
    quotas.set(demand.level, (quotas.get(demand.level) ?? 0n) - sign)
  }
  // No weight is below 0 and no quota below 1, so that all this is at most 0. It is less where anybody must
  // lose, for the 1; and where nobody must, quotas are left, and they are subtracted.
  return reasons.length > 0 && [...weights.values(), ...quotas.values()].every((one) => one <= 0n)
}

/**
 * Whether an assertion makes a demand. That two groups with nobody in common must not both win makes one
 * only beside an assertion of the same conflict by which everybody else has to win.
 */
const demands = (
  asked: Asked,
  { claims }: Assertion,
  beside: readonly Assertion[],
  demand: Demand,
): boolean => {
  const others = without(ownAt(asked, demand.level), demand.keys)
  const othersWin = (): boolean =>
    beside.some((one) =>
      one.claims.some((claim) => asksFor(asked, claim, { level: demand.level, keys: others, must: 'win' })),
    )
  return claims.some((claim) =>
    claim._tag === 'Proper'
      ? claim.at.level === demand.level && demand.must === 'lose' && othersWin()
      : asksFor(asked, claim, demand),
  )
}

/** Passes on a conflict between assertions of an account if it is one, and throws if it is not. */
export const recheckConflict =
  (policy: Policy, base: O.Option<Policy>) =>
  (name: string) =>
  (conflict: Conflict): Conflict => {
    const { reasons, assertions } = conflict
    const asked: Asked = { policy, account: accountOf(policy, name), base, circumstances: USUAL }
    const own = policy.assertions.filter(({ id, on }) => assertions.includes(id) && on.includes(name))
    for (const { assertion: id, demand, times } of reasons) {
      const assertion = own.find((one) => one.id === id)
      if (times <= 0n || assertion === undefined)
        throw new Error('invariant: a reason of a conflict is not one of its own')
      insist(demands(asked, assertion, own, demand), `${id} does not demand what it is said to demand`)
    }
    for (const id of assertions)
      insist(
        reasons.some(({ assertion }) => assertion === id),
        `${id} is blamed for nothing`,
      )
    insist(isContradiction(conflict), 'the reasons of a conflict do not contradict each other')
    return conflict
  }
