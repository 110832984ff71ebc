/** Stages: the accounts on the way from one configuration to another, and why there may be no such way. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Account, Coalition, Ed25519Key, ThresholdLevel } from '../../../kernel/model/index.js'
import type { StageFault } from './stage-fault.js'

/** An account on the way. */
export interface Stage {
  readonly account: Account
  /**
   * New keys that are in it to show that they can sign: each signs the next transaction, in which it is
   * needed for nothing.
   */
  readonly passengers: readonly Ed25519Key[]
}

/** A question for stages. */
export interface StagesRequest {
  readonly from: Account
  /** Of the same account. */
  readonly to: Account
  /** StrKeys of those who cannot sign. */
  readonly unavailable: ReadonlySet<string>
  /** How many signers more than now the account can pay for; none where nobody asked. */
  readonly payable: O.Option<number>
}

/** A way in stages. */
export interface Stages {
  readonly _tag: 'Stages'
  /** In their order, without the two ends; none where no key is new. */
  readonly stages: readonly Stage[]
  /** New signers who come with the last transaction and sign nothing before: secrets would be spent. */
  readonly unproved: Coalition
}

/** Why there is none. */
export type NoStagesReason =
  /** Those who can sign cannot change the account as it is. */
  | { readonly _tag: 'NobodySigns' }
  /** New keys are to show that they can sign, and cannot. */
  | { readonly _tag: 'NewKeysUnavailable'; readonly keys: Coalition }
  /** No place for one signer more: the account has 20, or cannot pay for another. */
  | { readonly _tag: 'NoPlace'; readonly signers: number; readonly isUnpaid: boolean }
  /** Those who must sign take all the signatures that an envelope holds. */
  | { readonly _tag: 'NoSignatureLeft'; readonly signers: Coalition }
  /** No numbers up to 255 that were tried leave a gap below the threshold that a new key does not close. */
  | { readonly _tag: 'NumbersTooLarge'; readonly level: ThresholdLevel; readonly needed: number }
  /** A state on the way has faults. */
  | { readonly _tag: 'Unsafe' }

/** There is no way in stages. */
export interface NoStages {
  readonly _tag: 'NoStages'
  readonly reason: NoStagesReason
  /** What was wrong with the ways that were tried; the keys in them stand in the way. */
  readonly faults: readonly StageFault[]
}
