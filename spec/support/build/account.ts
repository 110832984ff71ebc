/** Accounts in one line: `account({ of: 'joint', low: 1, medium: 2, signers: [['bilal', 1]] })`. */
import * as O from 'fp-ts/lib/Option.js'
import {
  ledgerView,
  ordSigner,
  signer,
  type Account,
  type AccountId,
  type AccountState,
  type LedgerView,
  type Signer,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { key } from './key.js'

/** A name stands for the account, or the ed25519 key, of that name. */
export type WeightedSigner = readonly [string | SignerKey, number]

/** What is left out is as in a new account. */
export interface AccountParts {
  /** A name, or an id that has none. */
  readonly of: string | { readonly id: AccountId }
  readonly master?: number
  readonly low?: number
  readonly medium?: number
  readonly high?: number
  readonly signers?: readonly WeightedSigner[]
  /** What the ledger keeps beside authority: nothing is known where it is absent. */
  readonly state?: Partial<AccountState>
}

/** An account that can pay a fee, and whose next sequence number is 101. */
export const usualState: AccountState = {
  sequence: 100n,
  balance: 100_0000000n,
  sellingLiabilities: 0n,
  buyingLiabilities: 0n,
  subentries: 0,
  sponsored: 0,
  sponsoring: 0,
  flags: 0,
  sequenceLedger: 0,
  sequenceTime: 0n,
  sponsor: O.none,
  data: [],
}

const signerOf = ([who, weight]: WeightedSigner): Signer =>
  signer(typeof who === 'string' ? key(who).signerKey : who, weight)

/** An account; its signers are put into the ledger's order, and counted as sub-entries in `state`. */
export const account = (parts: AccountParts): Account => {
  const signers = (parts.signers ?? []).map(signerOf).toSorted(ordSigner.compare)
  return {
    id: typeof parts.of === 'string' ? key(parts.of).id : parts.of.id,
    masterWeight: parts.master ?? 1,
    thresholds: { low: parts.low ?? 0, medium: parts.medium ?? 0, high: parts.high ?? 0 },
    signers,
    state:
      parts.state === undefined
        ? O.none
        : O.some({ ...usualState, subentries: signers.length, ...parts.state }),
  }
}

/** A world in which these accounts exist, and no others. */
export const world = (...accounts: readonly Account[]): LedgerView => {
  const view = ledgerView({ accounts, closedWorld: true })
  if (view._tag === 'Left') throw new Error(view.left.message)
  return view.right
}
