/** Whether everything that the policy promises, and every test of it, holds of the account that a plan ends with. */
import * as O from 'fp-ts/lib/Option.js'
import type { Account } from '../../kernel/model/index.js'
import {
  policyOf,
  recheckAll,
  runAssertions,
  verdictOf,
  type Answered,
  type Asserted,
  type Assertion,
  type Claim,
  type Policy,
  type Tested,
} from '../policy/index.js'
import { isSameConfiguration } from './compose.js'
import { holds, notKnown, several, violated, type Finding } from './finding.js'
import type { Shown } from './plan-check.js'
import type { RefusalReason } from './plan-refusal.js'
import type { Promised } from './plan-request.js'
import { failedReason, testsOf } from './tests-of-result.js'
import { withAccount } from './with-account.js'

const comparesWith =
  (name: string) =>
  (claim: Claim): boolean =>
    claim._tag === 'Compare' && claim.other._tag === 'Account' && claim.other.name === name

/** What is promised of an account, and of others in comparison with it. */
const about =
  (name: string) =>
  (assertion: Assertion): readonly Assertion[] => {
    const on = assertion.claims.some(comparesWith(name))
      ? assertion.on
      : assertion.on.filter((one) => one === name)
    return on.length === 0 ? [] : [{ ...assertion, on }]
  }

const shownOf = ({ answer }: Answered): readonly Shown[] => {
  if (answer._tag !== 'Violated') return []
  const { level, exhibits } = answer.counterexample
  return exhibits
    .filter(({ rule }) => rule === 'own')
    .map(({ title, keys, sum, quota }) => ({ title, level, state: 'to', keys, sum, quota }))
}

const reasonOf = (name: string, { assertion, account, answers }: Asserted): RefusalReason => {
  const says = answers.flatMap(({ answer }) =>
    answer._tag === 'Violated' ? [answer.counterexample.says] : [],
  )
  const of = account === name ? '' : ` of ${account}`
  return {
    code: 'breaks-claims',
    says: `The result breaks \`${assertion.id}\`${of}: ${says.join(' ')}`,
    help: 'Change the weights or the thresholds that the account is to have, or what the policy promises. `quorate check` looks for the smallest repair.',
    // What another account shows is weighed by its own rule, which is not of this plan.
    exhibits: account === name ? answers.flatMap(shownOf) : [],
  }
}

const named = (asserted: readonly Asserted[]): readonly string[] =>
  asserted.map(({ assertion: { id } }) => `\`${id}\``)

const NOTHING_PROMISED = 'no claims are made of this account: nothing was looked at'

/** The policy before the change, with the account as it was found; as it is where it does not know the account. */
const withFound = (base: Policy, from: Account): Policy => {
  const name = [...base.accounts.values()].find(({ account }) => account.id === from.id)?.name
  return name === undefined ? base : withAccount(base, name, from)
}

/**
 * What claims compare with. A change gives nobody power over what was said, nor over what the ledger has:
 * where the two differ, a claim has to hold against both.
 */
const basesOf = ({ policy, account: name, base }: Promised, from: Account): readonly Policy[] => {
  if (O.isNone(base)) return [withAccount(policy, name, from)]
  const found = withFound(base.value, from)
  const said = [...base.value.accounts.values()].find(({ account }) => account.id === from.id)
  return said === undefined || isSameConfiguration(said.account, from) ? [found] : [found, base.value]
}

const RANK: Readonly<Record<Answered['answer']['_tag'], number>> = {
  Violated: 0,
  Vacuous: 1,
  Unknown: 2,
  Holds: 3,
}

const worse = (a: Asserted, b: Asserted): Asserted => (RANK[verdictOf(b)] < RANK[verdictOf(a)] ? b : a)

const answered = (policy: Policy, base: O.Option<Policy>): readonly Asserted[] =>
  recheckAll(policy, base)(runAssertions(policy, base))

/** The assertions of the account, each with the worst answer of all bases. */
const answersOf = (promised: Promised, from: Account, after: Policy): readonly Asserted[] => {
  const assertions = after.assertions.flatMap(about(promised.account))
  return assertions.length === 0
    ? []
    : basesOf(promised, from)
        .map((base) => answered(policyOf({ ...after, assertions }), O.some(base)))
        .reduce((worst, run) => worst.map((one, at) => worse(one, run[at] ?? one)))
}

const countedText = (asserted: readonly unknown[], tested: readonly unknown[]): string =>
  [
    ...(asserted.length > 0 ? [several(asserted.length, 'assertion')] : []),
    ...(tested.length > 0 ? [several(tested.length, 'test')] : []),
  ].join(' and ')

const tests = (tested: readonly Tested[]): readonly string[] => tested.map(({ test }) => `"${test.name}"`)

/** Checks claims and tests of the result; see `basesOf` for what claims call "before". */
export const checkClaims = (promised: O.Option<Promised>, from: Account, to: Account): Finding => {
  if (O.isNone(promised)) return notKnown('claims-hold', NOTHING_PROMISED, false)
  const { policy, account: name } = promised.value
  const after = withAccount(policy, name, to)
  const [asserted, tested] = [answersOf(promised.value, from, after), testsOf(promised.value, from, after)]
  if (asserted.length + tested.length === 0) return notKnown('claims-hold', NOTHING_PROMISED, false)
  const broken = asserted.filter((one) => verdictOf(one) === 'Violated')
  const open = asserted.filter((one) => verdictOf(one) === 'Unknown' || verdictOf(one) === 'Vacuous')
  const failed = tested.filter(({ outcome }) => outcome === 'Failed')
  const unknown = tested.filter(({ outcome }) => outcome === 'Unknown')
  const [first, ...rest] = [...broken.map((one) => reasonOf(name, one)), ...failed.map(failedReason(name))]
  const all = countedText(asserted, tested)
  if (first !== undefined)
    return violated(
      'claims-hold',
      `of ${all} the result breaks ${[...named(broken), ...tests(failed)].join(', ')}`,
      [first, ...rest],
    )
  return open.length + unknown.length > 0
    ? notKnown(
        'claims-hold',
        `of ${all} these are not known to hold of the result: ${[...named(open), ...tests(unknown)].join(', ')}`,
      )
    : holds(
        'claims-hold',
        `${all} of the policy ${asserted.length + tested.length === 1 ? 'holds' : 'hold'} of the result`,
      )
}
