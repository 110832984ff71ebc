/**
 * What a remedy is looked for on: an account with all that is claimed of it, and how to ask the claims
 * again with other numbers, or with keys somewhere else.
 */
import type * as O from 'fp-ts/lib/Option.js'
import {
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Account,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import { gameAt } from '../../coalition/index.js'
import type { Answer, Counterexample, Demand } from '../answer.js'
import type { Asserted } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { Subject } from '../decide.js'
import type { Policy } from '../policy.js'
import type { PolicyAccount } from '../policy-account.js'
import { choicesIn, demandsIn } from './refuted.js'
import { ownedBy, placeOf, type Numbers, type Owned } from './weighing.js'

/** Who answers claims. */
export interface Judge {
  readonly decide: (subject: Subject) => (claim: Claim) => Answer
  /** See `ClaimForm.isLinear`. */
  readonly isLinear: (claim: Claim) => boolean
}

/** A claim, and what is said to it as things are. */
export interface Standing {
  /** The id of its assertion. */
  readonly assertion: string
  readonly account: string
  readonly claim: Claim
  readonly answer: Answer
}

/** Everything that is known before a search. */
export interface Ground {
  readonly judge: Judge
  readonly policy: Policy
  readonly base: O.Option<Policy>
  readonly subject: PolicyAccount
  /** StrKeys of those whose weight can change: who has a weight now, and can sign anything. */
  readonly keys: readonly string[]
  /** As they are. */
  readonly numbers: Numbers
  /** Claims of the account, and of other accounts that are compared with it. */
  readonly standings: readonly Standing[]
  /** Claims of other accounts, whatever they are compared with: they count where keys move. */
  readonly elsewhere: readonly Standing[]
}

/** An account of a policy with everything that was said to its claims. */
export const groundOf =
  (judge: Judge) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (name: string) =>
  (all: readonly Asserted[]): Ground => {
    const subject = policy.accounts.get(name)
    if (subject === undefined) throw new Error('invariant: an account of an assertion is one of its policy')
    const { players } = gameAt('High')(subject.account).game
    const isTouched = ({ account, claim }: Standing): boolean =>
      account === name ||
      (claim._tag === 'Compare' && claim.other._tag === 'Account' && claim.other.name === name)
    const quotas = THRESHOLD_LEVELS.map((level) =>
      Math.max(1, thresholdAt(level)(subject.account.thresholds)),
    )
    const standings = all.flatMap(({ assertion, account, answers }) =>
      answers.map(({ claim, answer }): Standing => ({ assertion: assertion.id, account, claim, answer })),
    )
    return {
      judge,
      policy,
      base,
      subject,
      keys: players.map(({ id }) => id),
      numbers: [...players.map(({ weight }) => weight), ...quotas],
      standings: standings.filter(isTouched),
      elsewhere: standings.filter((one) => !isTouched(one)),
    }
  }

/** The written threshold of a level, where a new quota is wanted: a 0 stays, if it can. */
const thresholdFor = ({ keys, numbers, subject }: Ground, after: Numbers, level: ThresholdLevel): number => {
  const place = placeOf(level, keys.length)
  const before = thresholdAt(level)(subject.account.thresholds)
  return after[place] === numbers[place] ? before : (after[place] ?? before)
}

/** The account with other numbers. Who weighs 0 is no signer. */
export const accountWith = (ground: Ground, after: Numbers): Account => {
  const { account } = ground.subject
  const weights = new Map(ground.keys.map((key, index) => [key, after[index] ?? 0]))
  const weightOf = (key: string, before: number): number => Math.min(weights.get(key) ?? before, MAX_WEIGHT)
  return {
    ...account,
    masterWeight: weightOf(account.id, account.masterWeight),
    thresholds: {
      low: thresholdFor(ground, after, 'Low'),
      medium: thresholdFor(ground, after, 'Medium'),
      high: thresholdFor(ground, after, 'High'),
    },
    signers: account.signers
      .map((one) => ({ ...one, weight: weightOf(one.key.strkey, one.weight) }))
      .filter(({ weight }) => weight > 0),
  }
}

/** The policy with other numbers for the account. */
export const policyWith = (ground: Ground, after: Numbers): Policy => {
  const { subject, policy } = ground
  const changed = { ...subject, account: accountWith(ground, after) }
  return { ...policy, accounts: new Map(policy.accounts).set(subject.name, changed) }
}

/** Asks claims of another state of the policy. */
export const askIn =
  ({ judge, base }: Ground, policy: Policy) =>
  ({ account, claim }: Standing): Answer => {
    const found = policy.accounts.get(account)
    if (found === undefined) throw new Error('invariant: a policy keeps its accounts')
    return judge.decide({ policy, account: found, base })(claim)
  }

type Reading = (claim: Claim, refutation: Counterexample) => readonly Demand[]

const readBy =
  (read: Reading) =>
  ({ keys, subject }: Ground) =>
  (standing: Standing, answer: Answer): readonly Owned<Standing>[] =>
    answer._tag === 'Violated' && standing.account === subject.name
      ? read(standing.claim, answer.counterexample)
          // That 20 of 21 signers are enough is no inequality, as others may be the heaviest then.
          .map((one) => (standing.claim._tag === 'Reachable' ? { ...one, keys } : one))
          .map(ownedBy(standing)(keys))
      : []

/** What a violation says that every rule has to do. */
export const rowsOf = readBy(demandsIn)

/** What a violation says of which every rule has to do one thing at least. */
export const choicesOf = readBy(choicesIn)

const GOODNESS: Readonly<Record<Answer['_tag'], number>> = { Violated: 0, Vacuous: 1, Unknown: 2, Holds: 3 }

/** Whether it is said of a claim what is wanted: that it holds, or nothing worse than before. */
export const isFine = ({ answer: before }: Standing, isWanted: boolean, after: Answer): boolean =>
  isWanted ? after._tag === 'Holds' : GOODNESS[after._tag] >= GOODNESS[before._tag]
