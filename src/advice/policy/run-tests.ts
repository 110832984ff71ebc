/**
 * Running the tests of a policy. The engine judges each, as it judges envelopes for a service: no weight is
 * added up here, so that tests are a second opinion on the claims.
 */
import type * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  audit,
  type Checked,
  type CheckedOutcome,
  type Judge,
  type Verdict,
} from '../../kernel/engine/index.js'
import type { AccountId, Envelope, Failure, LedgerView, Lookup, SignerKey } from '../../kernel/model/index.js'
import { ownTransaction } from './act.js'
import { verdictWhenSigned } from './ask.js'
import { nameOf } from './asked.js'
import { list } from './exhibit.js'
import type { Policy } from './policy.js'
import type { PolicyAccount } from './policy-account.js'
import type { Expected, PolicyTest } from './policy-test.js'
import { accountNamed } from './run.js'
import type { Tested } from './tested.js'

/** What tests with envelopes are judged with. */
export interface Recorded {
  readonly judge: Judge
  /** By the path that the test names; what could not be read says why. */
  readonly envelopes: ReadonlyMap<string, E.Either<Failure, Envelope>>
}

/** What one check of the account reached. */
interface Reached {
  readonly level: string
  readonly needed: number
  readonly counted: number
  readonly missing: number
}

const reachedIn = ({ requirement }: Checked, { needed, counted, met }: CheckedOutcome): Reached => {
  // A threshold of 0 still takes a signer, whose weight is at least 1.
  const least = Math.max(1, needed)
  const level = requirement._tag === 'ExtraSigners' ? 'extra signers' : requirement.level.toLowerCase()
  return { level, needed: least, counted, missing: met ? 0 : least - counted }
}

/** The check of the account that lacks most, the last one where none lacks anything. */
const worstOf = (verdict: Verdict, account: AccountId): O.Option<Reached> => {
  const checks = [...verdict.judgement.checks, ...(O.isSome(verdict.inner) ? verdict.inner.value.checks : [])]
  const reached = checks.flatMap((checked) =>
    checked.requirement._tag !== 'ExtraSigners' &&
    checked.requirement.account === account &&
    checked.outcome._tag === 'Checked'
      ? [reachedIn(checked, checked.outcome)]
      : [],
  )
  return O.fromNullable([...reached].reverse().sort((a, b) => b.missing - a.missing)[0])
}

const expectation = ({ verdict, missing }: Expected): string =>
  verdict === 'allow' ? 'allowed' : O.isSome(missing) ? `denied, ${String(missing.value)} missing` : 'denied'

const finding = (verdict: Verdict, missing: number): string => {
  if (verdict._tag === 'Authorized') return 'allowed'
  const why = verdict._tag === 'Rejected' ? verdict.code : 'not known'
  return missing > 0 ? `denied, ${String(missing)} missing` : `denied with ${why}`
}

/** Compares what the engine said with what was expected of it. */
const compare = (test: PolicyTest, who: string, verdict: Verdict, reached: Reached): Tested => {
  const { expect } = test
  const { level, needed, counted, missing } = reached
  const weighs = `${who} ${String(counted)} of ${level} ${String(needed)}`
  if (verdict._tag === 'Undetermined')
    return {
      test,
      outcome: 'Unknown',
      says: `${weighs}: not known, it depends on ${verdict.missing.join(', ')}`,
    }
  const isAllowed = verdict._tag === 'Authorized'
  const passed =
    isAllowed === (expect.verdict === 'allow') &&
    (O.isNone(expect.missing) || expect.missing.value === missing)
  const found = `${weighs}: ${finding(verdict, missing)}`
  return passed
    ? { test, outcome: 'Passed', says: `${found}, as expected` }
    : { test, outcome: 'Failed', says: `${found}; expected ${expectation(expect)}` }
}

const signerKey = (policy: Policy, strkey: string): SignerKey => {
  const key = policy.keysByStrkey.get(strkey)
  if (key === undefined) throw new Error('invariant: who signs in a test is a key of the policy')
  return key.key
}

/** All accounts of the policy, with nothing known of others; the one that is tested as it is. */
const viewOf = (policy: Policy, tested: PolicyAccount): LedgerView => ({
  accounts: new Map(
    [...policy.accounts.values(), tested].map(({ account }): readonly [AccountId, Lookup] => [
      account.id,
      { _tag: 'Known', account },
    ]),
  ),
  closedWorld: false,
})

const runTest = (policy: Policy, recorded: Recorded, test: PolicyTest): Tested => {
  const on = accountNamed(policy, test.on)
  const { trial } = test
  const judged = (who: string, verdict: Verdict): Tested => {
    const reached = worstOf(verdict, on.account.id)
    return O.isSome(reached)
      ? compare(test, who, verdict, reached.value)
      : { test, outcome: 'Failed', says: `no signature of ${on.name} is checked: ${finding(verdict, 0)}` }
  }
  if (trial._tag === 'Signed') {
    const keys = trial.by.keys.map((strkey) => signerKey(policy, strkey))
    const names = trial.by.keys.map((strkey) => nameOf(policy, strkey))
    const unsigned = ownTransaction([trial.operation])(on.account)
    const verdict = verdictWhenSigned(on.account)(keys)(unsigned)
    return judged(`${list(names)} ${names.length < 2 ? 'weighs' : 'weigh'}`, verdict)
  }
  const envelope = recorded.envelopes.get(trial.file)
  if (envelope === undefined || envelope._tag === 'Left')
    return {
      test,
      outcome: 'Unknown',
      says: envelope === undefined ? `\`${trial.file}\` was not read` : envelope.left.message,
    }
  const verdict = audit(recorded.judge)(viewOf(policy, on))(envelope.right)
  return judged(`the signatures in \`${trial.file}\` weigh`, verdict)
}

/** What became of each test, in the order of the policy. */
export const runTests = (policy: Policy, recorded: Recorded): readonly Tested[] =>
  policy.tests.map((test) => runTest(policy, recorded, test))
