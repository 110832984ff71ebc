/** Envelopes that are refused by their form, each with the reason, and the protocols at which it is given. */
import type { RefusalReason } from '../../../src/kernel/engine/index.js'
import {
  signedPayloadKey,
  type AddressCredentials,
  type Envelope,
  type Operation,
} from '../../../src/kernel/model/index.js'
import type { Phase } from '../../../src/kernel/protocol/index.js'
import { envelope, feeBump, type EnvelopeParts } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { operation, payment } from '../../support/build/operation.js'

export const E = key('E').signerKey
const empty = signedPayloadKey(key('E').publicKey, new Uint8Array(0))
const invoke = operation('InvokeHostFunction')

/** An invocation with one entry, of which only the credentials matter here. */
export const invokeWith = (_tag: AddressCredentials['_tag']): Operation => ({
  ...invoke,
  _tag: 'InvokeHostFunction',
  entries: [
    {
      credentials: {
        _tag,
        address: { _tag: 'Account', account: key('A').id, bytes: new Uint8Array() },
        nonce: 1n,
        expirationLedger: 1,
        signature: { _tag: 'Signatures', signatures: [] },
        delegates: [],
      },
      invocation: { _tag: 'CreateContract' },
      subInvocations: 0,
      invocationBytes: new Uint8Array(),
    },
  ],
})

export const tx = (parts: Omit<EnvelopeParts, 'source'>): Envelope => envelope({ source: 'A', ...parts })
export const bump = (parts: Omit<EnvelopeParts, 'source'>): Envelope =>
  feeBump({ feeSource: 'F', inner: envelope({ source: 'A', ...parts }) })
export const soroban = (parts: Omit<EnvelopeParts, 'source'>): Envelope =>
  tx({ operations: [invoke], hasSorobanData: true, ...parts })

export interface Row {
  readonly reason: RefusalReason
  readonly code: string
  readonly what: string
  readonly envelope: Envelope
  /** The protocols that refuse it for this reason. */
  readonly from: number
  readonly to: number
  readonly phase?: Phase
}

export const ROWS: readonly Row[] = [
  {
    reason: 'fee-bump-not-supported',
    code: 'txNOT_SUPPORTED',
    what: 'a fee bump',
    envelope: bump({}),
    from: 8,
    to: 12,
    phase: 'validate',
  },
  {
    reason: 'v1-envelope-not-supported',
    code: 'txNOT_SUPPORTED',
    what: 'a v1 envelope',
    envelope: tx({ version: 'v1' }),
    from: 8,
    to: 12,
  },
  {
    reason: 'muxed-account-not-supported',
    code: 'txNOT_SUPPORTED',
    what: 'a muxed account',
    envelope: tx({ version: 'v0', isMuxed: true }),
    from: 8,
    to: 12,
  },
  {
    reason: 'preconditions-v2-not-supported',
    code: 'txNOT_SUPPORTED',
    what: 'ledger bounds',
    envelope: tx({ ledgerBounds: { min: 1n, max: 2n } }),
    from: 13,
    to: 18,
  },
  {
    reason: 'preconditions-v2-not-supported',
    code: 'txNOT_SUPPORTED',
    what: 'extra signers twice',
    envelope: tx({ extraSigners: [E, E] }),
    from: 13,
    to: 18,
  },
  {
    reason: 'extra-signer-twice',
    code: 'txMALFORMED',
    what: 'an extra signer twice',
    envelope: tx({ extraSigners: [E, E] }),
    from: 19,
    to: 28,
  },
  {
    reason: 'extra-signer-without-payload',
    code: 'txMALFORMED',
    what: 'a first extra signer with an empty payload',
    envelope: tx({ extraSigners: [empty] }),
    from: 19,
    to: 28,
  },
  {
    reason: 'extra-signer-without-payload',
    code: 'txMALFORMED',
    what: 'a second extra signer with an empty payload',
    envelope: tx({ extraSigners: [E, empty] }),
    from: 19,
    to: 28,
  },
  {
    reason: 'no-operations',
    code: 'txMISSING_OPERATION',
    what: 'no operations',
    envelope: tx({ version: 'v0', operations: [] }),
    from: 8,
    to: 28,
  },
  {
    reason: 'extra-signer-twice',
    code: 'txMALFORMED',
    what: 'an extra signer twice and no operations',
    envelope: tx({ operations: [], extraSigners: [E, E] }),
    from: 19,
    to: 28,
  },
  {
    reason: 'soroban-not-supported',
    code: 'txMALFORMED',
    what: 'an invocation',
    envelope: tx({ version: 'v0', operations: [invoke] }),
    from: 8,
    to: 19,
  },
  {
    reason: 'soroban-without-resources',
    code: 'txMALFORMED',
    what: 'an invocation without resources',
    envelope: tx({ operations: [invoke] }),
    from: 20,
    to: 28,
  },
  {
    reason: 'soroban-without-resources',
    code: 'txMALFORMED',
    what: 'a restoration without resources',
    envelope: tx({ operations: [operation('RestoreFootprint')] }),
    from: 20,
    to: 28,
  },
  {
    reason: 'soroban-without-resources',
    code: 'txMALFORMED',
    what: 'a fee bump around one without resources',
    envelope: bump({ operations: [invoke] }),
    from: 20,
    to: 28,
    phase: 'validate',
  },
  {
    reason: 'soroban-not-alone',
    code: 'txMALFORMED',
    what: 'an invocation before a payment',
    envelope: tx({ operations: [invoke, payment('B')], hasSorobanData: true }),
    from: 13,
    to: 28,
  },
  {
    reason: 'soroban-not-alone',
    code: 'txMALFORMED',
    what: 'an invocation after a payment',
    envelope: tx({ operations: [payment('B'), invoke], hasSorobanData: true }),
    from: 13,
    to: 28,
  },
  {
    reason: 'soroban-not-alone',
    code: 'txMALFORMED',
    what: 'two extensions',
    envelope: tx({
      operations: [operation('ExtendFootprintTTL'), operation('ExtendFootprintTTL')],
      hasSorobanData: true,
    }),
    from: 13,
    to: 28,
  },
  {
    reason: 'resources-without-soroban',
    code: 'txMALFORMED',
    what: 'a payment with resources',
    envelope: tx({ hasSorobanData: true }),
    from: 21,
    to: 28,
  },
  {
    reason: 'soroban-memo-or-muxed-source',
    code: 'txSOROBAN_INVALID',
    what: 'an invocation with a memo',
    envelope: soroban({ hasMemo: true }),
    from: 25,
    to: 28,
  },
  {
    reason: 'soroban-memo-or-muxed-source',
    code: 'txSOROBAN_INVALID',
    what: 'an invocation by a muxed source',
    envelope: soroban({ isMuxed: true }),
    from: 25,
    to: 28,
  },
  {
    reason: 'credentials-not-supported',
    code: 'txMALFORMED',
    what: 'an invocation with an entry that binds its address',
    envelope: soroban({ operations: [invokeWith('AddressV2')] }),
    from: 20,
    to: 26,
  },
  {
    reason: 'credentials-not-supported',
    code: 'txMALFORMED',
    what: 'an invocation with an entry that names delegates',
    envelope: soroban({ operations: [invokeWith('AddressWithDelegates')] }),
    from: 20,
    to: 26,
  },
]
