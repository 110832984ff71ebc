/**
 * A plan: transactions that lead an account from one configuration to another, and why that is safe.
 * Nothing in it is signed. It is bound by a digest to the account that it begins with.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type {
  Account,
  Coalition,
  Envelope,
  SetOptions,
  SignerKey,
  ThresholdLevel,
  Transaction,
} from '../../kernel/model/index.js'
import type { AccountDifference, Bounded, Profile, Tolerance } from '../coalition/index.js'
import type { Check, ReserveNumbers } from './plan-check.js'

/** Who signs a transaction. */
export interface Signing {
  /** A smallest set that is enough, in the order in which the signatures are to stand. No more may sign. */
  readonly signers: readonly SignerKey[]
  /** Whether that order matters: in another one the network may find a signature to spare. */
  readonly isOrdered: boolean
  /** New keys among them, who sign to show that they can. */
  readonly proves: Coalition
  /** Who else could sign, as "any 2 of these and 1 of those"; without the keys that sign to show it. */
  readonly alternatives: Bounded<Profile>
}

/** One transaction of a plan. */
export interface PlannedTransaction {
  /** What it is for: everything, or only to let new keys in without power. */
  readonly purpose: 'change' | 'add-passengers' | 'cut-over'
  readonly operations: readonly SetOptions[]
  /** The account before and after it, with its state where that is known. */
  readonly before: Account
  readonly after: Account
  /** Whoever changes signers, thresholds or the master weight needs high. */
  readonly level: 'High'
  /** The sequence number that it takes; none where that of the account is not known. */
  readonly sequence: O.Option<bigint>
  /** The least that the network asks for, in stroops. */
  readonly fee: bigint
  readonly signing: Signing
  /** What is to be encoded; none where the sequence number is not known. No preconditions, no memo. */
  readonly transaction: O.Option<Transaction>
}

/** How many keys may be lost or stolen at a level, before and after. */
export interface ToleranceChange {
  readonly level: ThresholdLevel
  readonly loss: readonly [before: Tolerance, after: Tolerance]
  readonly theft: readonly [before: Tolerance, after: Tolerance]
  /** The fewest signatures that can act; none where nobody can. */
  readonly fewest: readonly [before: O.Option<number>, after: O.Option<number>]
}

/** What the change does to an envelope that is out there. */
export interface PendingEffect {
  /** Its place in the request. */
  readonly index: number
  readonly envelope: Envelope
  /** What the network says of its signatures before and after. */
  readonly verdicts: readonly [before: PendingVerdict, after: PendingVerdict]
  /** Whether the plan uses its sequence number; none where that cannot be told. */
  readonly isSequenceUsed: O.Option<boolean>
  readonly becomes:
    /** It can still be sent after the plan. */
    | 'stays-dangerous'
    /** It could not be sent, and after the plan it can. */
    | 'becomes-valid'
    /** It can no longer be sent, whoever signs it: its signatures are not enough, or its number is used. */
    | 'invalidated'
    /** It cannot be sent any more, with or without the plan: its sequence number is used already. */
    | 'spent'
    /** Its signatures are not enough, before or after. Who completes it can send it. */
    | 'incomplete'
    | 'not-known'
}

/** What is said of a pending envelope. */
export type PendingVerdict = 'Authorized' | 'Rejected' | 'Undetermined'

/** An approval that was given in advance: a pre-authorized transaction among the signers. */
export interface PreAuthorized {
  /** StrKey. */
  readonly key: string
  readonly weight: number
  /** Whether it is a signer afterwards. */
  readonly stays: boolean
  /** Whether it is none before. */
  readonly comes: boolean
}

/** A plan. */
export interface Plan {
  readonly _tag: 'Plan'
  /** The account that it begins with: the live one where that was given. */
  readonly from: Account
  readonly to: Account
  /** From the one to the other; who gains and who loses at each level. */
  readonly difference: AccountDifference
  /** How the ledger differs from what was said; none where it was not looked at, or does not. */
  readonly drift: O.Option<AccountDifference>
  /** In their order; none where nothing differs. */
  readonly transactions: readonly PlannedTransaction[]
  /** One of each id, in the order of `CHECK_IDS`. None is violated: what is violated is refused. */
  readonly checks: readonly Check[]
  readonly tolerances: readonly ToleranceChange[]
  /** Computed where the state of the account is known. */
  readonly reserve: O.Option<ReserveNumbers>
  readonly pending: readonly PendingEffect[]
  readonly preAuthorized: readonly PreAuthorized[]
  /** Whether there is something to do, and every needed check holds. */
  readonly applyable: boolean
  /** Whether every needed check is decided. */
  readonly complete: boolean
  /** SHA-256 in hexadecimal of the network, the authority and the sequence number that it begins with. */
  readonly fromDigest: string
  /** The same of what it ends with; without a sequence number. */
  readonly toDigest: string
  /** SHA-256 in hexadecimal of everything that it does, bound to `fromDigest`. */
  readonly digest: string
}
