/**
 * Acts: the things that people want to do with an account, or fear that somebody does, as envelopes
 * without signatures. A name for each, so that a claim can say who can do what.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  accountIdOf,
  ed25519Key,
  masterKeyOf,
  NO_PRECONDITIONS,
  type Account,
  type AccountId,
  type FeeBumpEnvelope,
  type Operation,
  type SetOptions,
  type TransactionEnvelope,
} from '../../kernel/model/index.js'

/** Somebody who has nothing to do with the account; the bytes are no configuration's. */
const STRANGER_BYTES = new Uint8Array(32).fill(255)

/** The account of a stranger. */
export const STRANGER: AccountId = accountIdOf(STRANGER_BYTES)

/** The key of a stranger. */
export const STRANGER_KEY = ed25519Key(STRANGER_BYTES)

/** An envelope to be signed, and which of its lists those who act sign. The stranger signs the rest. */
export type Unsigned =
  /** The account's own transaction. */
  | { readonly _tag: 'Own'; readonly envelope: TransactionEnvelope }
  /** An operation of the account in a transaction of the stranger, who signs the same list. */
  | { readonly _tag: 'Guest'; readonly envelope: TransactionEnvelope }
  /** The account's own transaction, for which the stranger pays: those who act sign the inner list. */
  | { readonly _tag: 'PaidFor'; readonly envelope: FeeBumpEnvelope }
  /** The stranger's transaction, for which the account pays: those who act sign the outer list. */
  | { readonly _tag: 'Paying'; readonly envelope: FeeBumpEnvelope }

const FEE = 100n

/** No signature is real here, so a hash has to differ from the other one only. */
const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

const isForContracts = ({ _tag }: Operation): boolean =>
  _tag === 'InvokeHostFunction' || _tag === 'ExtendFootprintTTL' || _tag === 'RestoreFootprint'

const transactionOf = (source: AccountId, operations: readonly Operation[]): TransactionEnvelope => ({
  _tag: 'Transaction',
  version: 'v1',
  hash: hash(1),
  transaction: {
    source,
    fee: FEE,
    sequence: 1n,
    preconditions: NO_PRECONDITIONS,
    operations,
    hasMuxedAccount: false,
    hasMuxedSource: false,
    hasMemo: false,
    hasSorobanData: operations.some(isForContracts),
  },
  signatures: [],
})

const feeBumpOf = (feeSource: AccountId, inner: TransactionEnvelope): FeeBumpEnvelope => ({
  _tag: 'FeeBump',
  hash: hash(2),
  feeSource,
  hasMuxedSource: false,
  fee: FEE * 4n,
  inner,
  signatures: [],
})

/** The account's own transaction with some operations. */
export const ownTransaction =
  (operations: readonly Operation[]) =>
  ({ id }: Account): Unsigned => ({ _tag: 'Own', envelope: transactionOf(id, operations) })

const payment: Operation = {
  _tag: 'Payment',
  source: O.none,
  destination: STRANGER,
  issuer: O.none,
  amount: 1n,
}

const NOTHING_SET: SetOptions = {
  _tag: 'SetOptions',
  source: O.none,
  inflationDestination: O.none,
  clearFlags: O.none,
  setFlags: O.none,
  masterWeight: O.none,
  lowThreshold: O.none,
  mediumThreshold: O.none,
  highThreshold: O.none,
  homeDomain: O.none,
  signer: O.none,
}

/** Bit of the flag after which flags stay as they are and the account cannot be merged. */
const IMMUTABLE = 4

/** The stranger becomes a signer. */
const addSigner: Operation = { ...NOTHING_SET, signer: O.some({ key: STRANGER_KEY, weight: 255 }) }

/** Everybody out, the master key off, the stranger in. */
const replaceEverybody = ({ id, signers }: Account): readonly Operation[] => [
  ...signers
    .filter(({ key }) => key.strkey !== masterKeyOf(id).strkey)
    .map(({ key }): Operation => ({ ...NOTHING_SET, signer: O.some({ key, weight: 0 }) })),
  { ...NOTHING_SET, masterWeight: O.some(0), signer: O.some({ key: STRANGER_KEY, weight: 255 }) },
]

const bumpSequence: Operation = { _tag: 'BumpSequence', source: O.none, bumpTo: 2n ** 63n - 1n }
const plain = (
  _tag: 'SetTrustLineFlags' | 'ClaimClaimableBalance' | 'ManageSellOffer' | 'InvokeHostFunction',
): Operation => ({ _tag, source: O.none })

interface ActParts {
  /** In words that follow "to". */
  readonly says: string
  readonly unsigned: (account: Account) => Unsigned
}

/** The acts by name. */
export const ACTS = {
  pay: { says: 'pay', unsigned: ownTransaction([payment]) },
  'add-signer': { says: 'add a signer', unsigned: ownTransaction([addSigner]) },
  'replace-everybody': {
    says: 'replace every signer',
    unsigned: (account) => ownTransaction(replaceEverybody(account))(account),
  },
  merge: {
    says: 'merge the account away',
    unsigned: ownTransaction([{ _tag: 'AccountMerge', source: O.none, destination: STRANGER }]),
  },
  'make-immutable': {
    says: 'set the flag "immutable"',
    unsigned: ownTransaction([{ ...NOTHING_SET, setFlags: O.some(IMMUTABLE) }]),
  },
  'set-home-domain': {
    says: 'set the home domain',
    unsigned: ownTransaction([{ ...NOTHING_SET, homeDomain: O.some(new Uint8Array([120])) }]),
  },
  'bump-sequence': { says: 'raise the sequence number', unsigned: ownTransaction([bumpSequence]) },
  'allow-trust': {
    says: 'allow or forbid a customer to hold the credit',
    unsigned: ownTransaction([plain('SetTrustLineFlags')]),
  },
  'claim-balance': {
    says: 'claim a claimable balance',
    unsigned: ownTransaction([plain('ClaimClaimableBalance')]),
  },
  'withdraw-offer': {
    says: 'withdraw an offer',
    unsigned: ownTransaction([plain('ManageSellOffer')]),
  },
  'call-contract': {
    says: 'call a contract as the source of the transaction',
    unsigned: ownTransaction([plain('InvokeHostFunction')]),
  },
  'pay-in-other': {
    says: "pay within a stranger's transaction",
    unsigned: ({ id }) => ({
      _tag: 'Guest',
      envelope: transactionOf(STRANGER, [{ ...payment, source: O.some(id) }]),
    }),
  },
  'pay-fee-bumped': {
    says: 'pay under a fee bump of a stranger',
    unsigned: ({ id }) => ({ _tag: 'PaidFor', envelope: feeBumpOf(STRANGER, transactionOf(id, [payment])) }),
  },
  'pay-fee-of-other': {
    says: "pay the fee of a stranger's transaction",
    unsigned: ({ id }) => ({ _tag: 'Paying', envelope: feeBumpOf(id, transactionOf(STRANGER, [payment])) }),
  },
} as const satisfies Readonly<Record<string, ActParts>>

/** The name of an act. */
export type Act = keyof typeof ACTS
