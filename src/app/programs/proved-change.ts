/**
 * Whether a policy that was edited still promises what it did. What a fix says of itself is not believed:
 * both policies are read, and every account is compared at every level.
 */
import { isNoLooser, isSameRule, type Fix } from '../../advice/lint/index.js'
import { recheckAll, runAssertions, verdictOf, type Policy } from '../../advice/policy/index.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Account } from '../../kernel/model/index.js'

const accountsOf = (policy: Policy): ReadonlyMap<string, Account> =>
  new Map([...policy.accounts.values()].map(({ account }) => [account.id, account]))

const nameOf = (policy: Policy, id: string): string =>
  [...policy.accounts.values()].find(({ account }) => account.id === id)?.name ?? id

/** Claims that held, by assertion and account. */
const holding = (policy: Policy): readonly string[] =>
  recheckAll(
    policy,
    O.none,
  )(runAssertions(policy, O.none)).flatMap((asserted) =>
    verdictOf(asserted) === 'Holds' ? [`${asserted.assertion.id} on ${asserted.account}`] : [],
  )

const brokenIn = (before: Policy, after: Policy): string | undefined => {
  const [held, holds] = [holding(before), new Set(holding(after))]
  const kept = new Set(after.assertions.flatMap(({ id, on }) => on.map((account) => `${id} on ${account}`)))
  return held.find((claim) => kept.has(claim) && !holds.has(claim))
}

/**
 * Why an edited policy is not what a fix promised; none where it is. `equivalent`: the same people can act
 * on every account, at every level. `improvement`: nobody can who could not before. Either way the
 * accounts are the same ones, and no claim breaks that held.
 */
export const whyNotProved = (
  before: Policy,
  after: Policy,
  effect: Exclude<Fix['effect'], 'suggested'>,
): O.Option<string> => {
  const [was, is] = [accountsOf(before), accountsOf(after)]
  if (was.size !== is.size || [...was.keys()].some((id) => !is.has(id)))
    return O.some('the accounts would be others')
  const test = effect === 'equivalent' ? isSameRule : isNoLooser
  for (const [id, account] of was) {
    const other = is.get(id)
    if (other === undefined || !test(account, other))
      return O.some(
        effect === 'equivalent'
          ? `it is not proved that the same people can act on ${nameOf(before, id)}`
          : `it is not proved that nobody gains anything on ${nameOf(before, id)}`,
      )
  }
  const broken = brokenIn(before, after)
  return broken === undefined ? O.none : O.some(`${broken} would not hold any more`)
}
