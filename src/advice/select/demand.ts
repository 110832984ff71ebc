/**
 * Demands: what the checks of one signature list ask, each account once. All checks of an account walk
 * the same signers, so that only the largest needed weight counts (authorization in a closed form;
 * `spec/advice/select` holds it against the evaluator).
 */
import type {
  AccountId,
  CheckedOutcome,
  Hash,
  Judgement,
  ListExplanation,
  Requirement,
  Signer,
  SignerKey,
  Weight,
} from '../../kernel/index.js'
import { isPreAuthorized } from '../../kernel/index.js'

/** Which list of an envelope: an ordinary one has one, a fee bump an outer and an inner one. */
export type ListName = ListExplanation['list']

/** What one account, or the extra signers, ask of a list. */
export interface Demand {
  /** The requirement with the largest needed weight; the first of equals. */
  readonly requirement: Requirement
  readonly account: AccountId | 'extra signers'
  readonly needed: Weight
  /** Everyone who can add weight, in the ledger's order. */
  readonly signers: readonly Signer[]
  /** Those of them that are the hash of this very envelope: weight without a signature. */
  readonly preAuthorized: readonly Signer[]
}

/** What a weight counts: at most 255 (protocol 10). */
export const countedWeight = (weight: Weight): number => Math.min(weight, 255)

/** What signers count together. */
export const weightOf = (signers: readonly Signer[]): number =>
  signers.reduce((sum, { weight }) => sum + countedWeight(weight), 0)

/**
 * A demand as numbers. A needed weight of 0 takes one signer of whatever weight: as if each weighed 1
 * and 1 were needed.
 */
export interface Aim {
  readonly needed: number
  /** What is reached without a signature. */
  readonly given: number
  readonly worthOf: (key: SignerKey) => number
}

/** The numbers of a demand. */
export const aimOf = ({ needed, signers, preAuthorized }: Demand): Aim => {
  const isAny = needed === 0
  // No ledger holds a key twice in one account; a view can, and then its first entry is tried first.
  const worth = new Map(
    signers.toReversed().map(({ key, weight }) => [key.strkey, isAny ? 1 : countedWeight(weight)]),
  )
  return {
    needed: isAny ? 1 : needed,
    given: isAny ? preAuthorized.length : weightOf(preAuthorized),
    worthOf: ({ strkey }) => worth.get(strkey) ?? 0,
  }
}

const accountOf = (requirement: Requirement): AccountId | 'extra signers' =>
  requirement._tag === 'ExtraSigners' ? 'extra signers' : requirement.account

const demandOf = (hash: Hash, requirement: Requirement, { needed, signers }: CheckedOutcome): Demand => ({
  requirement,
  account: accountOf(requirement),
  needed,
  signers,
  preAuthorized: signers.filter(({ key }) => isPreAuthorized(hash, key)),
})

/** The demands that the checks of a list make, in the order of their accounts' first checks. */
export const demandsOf =
  (hash: Hash) =>
  ({ checks }: Judgement): readonly Demand[] => {
    const demands = new Map<string, Demand>()
    for (const { requirement, outcome } of checks) {
      if (outcome._tag !== 'Checked') continue
      const before = demands.get(accountOf(requirement))
      if (before === undefined || before.needed < outcome.needed)
        demands.set(accountOf(requirement), demandOf(hash, requirement, outcome))
    }
    return [...demands.values()]
  }
