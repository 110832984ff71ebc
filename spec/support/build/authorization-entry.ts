/**
 * Authorization entries for specs, as bytes: put together from what stellar-base writes of their parts,
 * because it knows half of the credentials only. What is signed is hashed here on its own.
 */
import { hash, xdr } from '@stellar/stellar-base'
import { NETWORKS, type Bytes, type Network } from '../../../src/kernel/model/index.js'
import { key } from './key.js'

export type CredentialsTag = 'SourceAccount' | 'Address' | 'AddressV2' | 'AddressWithDelegates'

export interface DelegateParts {
  readonly address: xdr.ScAddress
  readonly signature?: xdr.ScVal
  readonly delegates?: readonly DelegateParts[]
}

/** What an entry is made of; what is left out is filler. */
export interface EntryParts {
  readonly credentials?: CredentialsTag
  readonly address?: xdr.ScAddress
  readonly nonce?: bigint
  readonly expirationLedger?: number
  readonly invocation?: xdr.SorobanAuthorizedInvocation
  readonly network?: Network
  /** Names of keys that sign, in the order in which they stand. */
  readonly signers?: readonly string[]
  /** Instead of a list of signatures. */
  readonly signature?: (payload: Bytes) => xdr.ScVal
  readonly delegates?: (payload: Bytes) => readonly DelegateParts[]
}

/** The address of the account of a name. */
export const accountAddress = (name: string): xdr.ScAddress =>
  xdr.ScAddress.scAddressTypeAccount(xdr.PublicKey.publicKeyTypeEd25519(Buffer.from(key(name).publicKey)))

/** The address of some contract. */
export const contractAddress = (byte = 7): xdr.ScAddress =>
  xdr.ScAddress.scAddressTypeContract(Buffer.alloc(32, byte) as unknown as xdr.Hash)

/** A call of a function, with calls below it. */
export const invocation = (
  name = 'transfer',
  below: readonly xdr.SorobanAuthorizedInvocation[] = [],
): xdr.SorobanAuthorizedInvocation =>
  new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(
      new xdr.InvokeContractArgs({
        contractAddress: contractAddress(),
        functionName: name,
        args: [xdr.ScVal.scvU32(5)],
      }),
    ),
    subInvocations: [...below],
  })

const field = (name: string, bytes: Bytes): xdr.ScMapEntry =>
  new xdr.ScMapEntry({ key: xdr.ScVal.scvSymbol(name), val: xdr.ScVal.scvBytes(Buffer.from(bytes)) })

/** One element of a list of signatures. */
export const element = (publicKey: Bytes, signature: Bytes): xdr.ScVal =>
  xdr.ScVal.scvMap([field('public_key', publicKey), field('signature', signature)])

/** The list of the signatures of some keys over a payload, in the order of the names. */
export const signedBy =
  (...names: readonly string[]) =>
  (payload: Bytes): xdr.ScVal =>
    xdr.ScVal.scvVec(names.map((name) => element(key(name).publicKey, key(name).sign(payload))))

/** Names in the order of their public keys, in which the network wants them. */
export const inOrder = (...names: readonly string[]): readonly string[] =>
  [...names].sort((a, b) => Buffer.compare(key(a).publicKey, key(b).publicKey))

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const int64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}

const delegateBytes = ({ address, signature, delegates = [] }: DelegateParts): Buffer =>
  Buffer.concat([
    address.toXDR(),
    (signature ?? xdr.ScVal.scvVoid()).toXDR(),
    uint32(delegates.length),
    ...delegates.map(delegateBytes),
  ])

const TYPES: Readonly<Record<CredentialsTag, number>> = {
  SourceAccount: 0,
  Address: 1,
  AddressV2: 2,
  AddressWithDelegates: 3,
}

const filled = (parts: EntryParts) => ({
  credentials: 'Address' as const,
  address: accountAddress('joint'),
  nonce: 1234n,
  expirationLedger: 1000,
  invocation: invocation(),
  network: NETWORKS.testnet,
  ...parts,
})

/** What is signed for an entry: of the older credentials as stellar-base has it. */
export const entryPayload = (parts: EntryParts): Bytes => {
  const { credentials, address, nonce, expirationLedger, invocation: root, network } = filled(parts)
  const networkId = hash(Buffer.from(network.passphrase))
  if (credentials === 'Address')
    return hash(
      xdr.HashIdPreimage.envelopeTypeSorobanAuthorization(
        new xdr.HashIdPreimageSorobanAuthorization({
          networkId,
          nonce: new xdr.Int64(nonce),
          signatureExpirationLedger: expirationLedger,
          invocation: root,
        }),
      ).toXDR(),
    )
  const tail = [address.toXDR(), root.toXDR()]
  return hash(Buffer.concat([uint32(10), networkId, int64(nonce), uint32(expirationLedger), ...tail]))
}

/** The bytes of an entry, signed by whom the parts say. */
export const entryBytes = (parts: EntryParts = {}): Buffer => {
  const { credentials, address, nonce, expirationLedger, invocation: root, ...rest } = filled(parts)
  if (credentials === 'SourceAccount') return Buffer.concat([uint32(0), root.toXDR()])
  const payload = entryPayload(parts)
  const signature = (rest.signature ?? signedBy(...(rest.signers ?? [])))(payload)
  const delegates = rest.delegates?.(payload) ?? []
  return Buffer.concat([
    uint32(TYPES[credentials]),
    address.toXDR(),
    int64(nonce),
    uint32(expirationLedger),
    signature.toXDR(),
    ...(credentials === 'AddressWithDelegates'
      ? [uint32(delegates.length), ...delegates.map(delegateBytes)]
      : []),
    root.toXDR(),
  ])
}

/** The same as text. */
export const entryText = (parts: EntryParts = {}): string => entryBytes(parts).toString('base64')
