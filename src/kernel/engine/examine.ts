/**
 * Examining one requirement: who may add weight, how much is needed, and is it reached?
 *
 * Signer sets are built once an account, and a check that was made before with the same account and the
 * same needed weight is not walked again: it would count the same signers and mark the same signatures.
 */
import * as O from 'fp-ts/lib/Option.js'
import { lookup, thresholdAt, type AccountId, type LedgerView, type Weight } from '../model/index.js'
import { isSupported, type Phase, type Protocol } from '../protocol/index.js'
import { check, type CheckResult } from './check.js'
import type { Checker } from './checker.js'
import type { OperationRequirement, Requirement } from './requirement.js'
import { accountSignerSet, extraSignerSet, missingAccountSignerSet, type SignerSet } from './signer-set.js'
import type { CheckedOutcome, Outcome } from './verdict.js'

/** What a check needs to know of an account's state. */
interface Subject {
  readonly rule: 'account' | 'missing-account'
  readonly signers: SignerSet
  readonly neededAt: (requirement: Exclude<Requirement, { _tag: 'ExtraSigners' }>) => Weight
  /** Results so far by needed weight, with what they spent of the budget. */
  readonly results: Map<Weight, { readonly result: CheckResult; readonly spent: number }>
}

/** Examines requirements against one signature list, which is passed at each call. */
export type Examine = (list: Checker, requirement: Requirement) => Outcome

const NO_ACCOUNT: Outcome = { _tag: 'NoAccount' }
const NOT_FETCHED: Outcome = { _tag: 'NotFetched' }
const NOT_SUPPORTED: Outcome = { _tag: 'NotSupported' }

const checked = (
  rule: CheckedOutcome['rule'],
  { signers }: SignerSet,
  { met, needed, counted, steps }: CheckResult,
): CheckedOutcome => ({ _tag: 'Checked', rule, signers, met, needed, counted, steps })

const knownSubject = (view: LedgerView, id: AccountId): O.Option<Subject> => {
  const found = lookup(view)(id)
  if (found._tag !== 'Known') return O.none
  const { account } = found
  return O.some({
    rule: 'account',
    signers: accountSignerSet(account),
    neededAt: ({ level }) => thresholdAt(level)(account.thresholds),
    results: new Map(),
  })
}

/** The check again, or its marks again where nothing else could come of it. */
const checkOnce = (list: Checker, { signers, results }: Subject, needed: Weight): CheckResult => {
  const before = results.get(needed)
  if (before !== undefined && list.spent + before.spent <= list.budget) {
    list.spent += before.spent
    for (const step of before.result.steps) if (step._tag === 'Counted') list.used[step.signature] = true
    return before.result
  }
  const spent = list.spent
  const result = check(list, signers, needed)
  results.set(needed, { result, spent: list.spent - spent })
  return result
}

/** An examiner of one envelope's requirements under a protocol and a phase. */
export const examiner = (protocol: Protocol, phase: Phase, view: LedgerView): Examine => {
  const subjects = new Map<AccountId, Subject>()
  const missing = new Map<AccountId, Subject>()

  const known = (id: AccountId): O.Option<Subject> => {
    const before = subjects.get(id)
    if (before !== undefined) return O.some(before)
    const subject = knownSubject(view, id)
    if (O.isSome(subject)) subjects.set(id, subject.value)
    return subject
  }

  const absent = (id: AccountId): Subject => {
    const before = missing.get(id)
    if (before !== undefined) return before
    const subject: Subject = {
      rule: 'missing-account',
      signers: missingAccountSignerSet(id),
      neededAt: () => 0,
      results: new Map(),
    }
    missing.set(id, subject)
    return subject
  }

  /** Only an operation with a source of its own can act for an account that does not exist (yet). */
  const subjectOf = (requirement: Exclude<Requirement, { _tag: 'ExtraSigners' }>): O.Option<Subject> => {
    const subject = known(requirement.account)
    if (O.isSome(subject)) return subject
    const hasOwnSource = requirement._tag === 'Operation' && O.isSome(requirement.operation.source)
    return hasOwnSource ? O.some(absent(requirement.account)) : O.none
  }

  const isUnknownOperation = ({ operation }: OperationRequirement): boolean =>
    // At apply all signatures are judged before any operation is asked whether it is supported.
    phase === 'validate' && !isSupported(protocol)(operation._tag)

  return (list, requirement) => {
    if (requirement._tag === 'ExtraSigners') {
      const { keys } = requirement
      const set = extraSignerSet(keys)
      return {
        _tag: 'Checked',
        rule: 'extra-signers',
        signers: set.signers,
        ...check(list, set, keys.length),
      }
    }
    if (requirement._tag === 'Operation' && isUnknownOperation(requirement)) return NOT_SUPPORTED
    if (lookup(view)(requirement.account)._tag === 'NotFetched') return NOT_FETCHED
    const subject = subjectOf(requirement)
    if (O.isNone(subject)) return NO_ACCOUNT
    const { rule, neededAt, signers } = subject.value
    return checked(rule, signers, checkOnce(list, subject.value, neededAt(requirement)))
  }
}
