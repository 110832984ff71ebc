/**
 * The types of protocol 27 (CAP-71) that the library does not have: two more credentials of authorization
 * entries, and with them every type that an entry stands in, up to the envelope.
 *
 * They are made by the library's own makers, beside its types and without a change to them: whoever else
 * uses the library in this process sees it as it was. `spec/edge/xdr/protocol-27.spec.ts` walks both trees
 * of types and holds one against the other.
 *
 * Two types also remember the bytes that they were read from, because those bytes are hashed.
 */
import type { xdr } from '@stellar/stellar-base'
import type { Bytes } from '../../kernel/model/index.js'
import { generated } from './generated.js'
import type { Reader } from './reader.js'
import type { GeneratedType } from './txrep/shape.js'

type Read = (reader: Reader, remainingDepth: number) => unknown

/** A struct or union of the library: a class, with what it is made of in fields of its own. */
interface Made extends GeneratedType {
  new (...parts: never[]): object
  readonly read: Read
}

interface Makers {
  readonly create: (
    context: { readonly results: Record<string, GeneratedType> },
    name: string,
    parts: unknown,
  ) => Made
}

/** The class that a type of the library extends, which makes types of its kind. */
const makersOf = (type: unknown): Makers => Object.getPrototypeOf(type) as Makers

const made = (like: unknown, name: string, parts: unknown): Made =>
  makersOf(like).create({ results: {} }, name, parts)

const asMade = (type: unknown): Made => type as Made

const fieldOf = (struct: unknown, name: string): GeneratedType => {
  const field = asMade(struct)._fields?.find(([field]) => field === name)
  if (field === undefined) throw new Error(`invariant: the library has a field \`${name}\` there`)
  return field[1]
}

/** The same list of other elements; asked for them late, so that a type may hold a list of itself. */
const listLike = (list: GeneratedType, child: () => GeneratedType): GeneratedType =>
  Object.create(list, { _childType: { get: child } }) as GeneratedType

/** A struct in which some fields have other types. */
const withFields = (struct: unknown, types: Readonly<Record<string, GeneratedType>>): Made => {
  const type = class extends asMade(struct) {}
  const fields = (asMade(struct)._fields ?? []).map(
    ([name, before]) => [name, types[name] ?? before] as const,
  )
  return Object.assign(type, { _fields: fields })
}

/** A union in which some arms have other types. */
const withArms = (union: unknown, types: Readonly<Record<string, GeneratedType>>): Made => {
  const type = class extends asMade(union) {}
  return Object.assign(type, { _arms: { ...asMade(union)._arms, ...types } })
}

const BYTES = Symbol('bytes')

/** A type whose values remember the bytes that they were read from. */
const remembering = (type: unknown): Made => {
  const before = asMade(type)
  const after = class extends before {
    static override read(reader: Reader, remainingDepth: number): unknown {
      const from = reader.position
      const value = before.read.call(this, reader, remainingDepth)
      return Object.assign(value as object, { [BYTES]: reader.since(from) })
    }
  }
  return after
}

/** The bytes that a value of an entry's address, or of its tree of calls, was read from. */
export const bytesOfValue = (value: object): Bytes => {
  const bytes = (value as { readonly [BYTES]?: Bytes })[BYTES]
  if (bytes === undefined) throw new Error('invariant: the value was read by a type that remembers')
  return bytes
}

const Address = remembering(generated.ScAddress)
const RootInvocation = remembering(generated.SorobanAuthorizedInvocation)

const entries = fieldOf(generated.InvokeHostFunctionOp, 'auth')

const Delegate: Made = made(generated.SorobanAddressCredentials, 'SorobanDelegateSignature', [
  ['address', Address],
  ['signature', generated.ScVal],
  ['nestedDelegates', listLike(entries, () => Delegate)],
])

const AddressCredentials = withFields(generated.SorobanAddressCredentials, { address: Address })

const WithDelegates = made(generated.SorobanAddressCredentials, 'SorobanAddressCredentialsWithDelegates', [
  ['addressCredentials', AddressCredentials],
  ['delegates', listLike(entries, () => Delegate)],
])

const CredentialsType = made(generated.SorobanCredentialsType, 'SorobanCredentialsType', {
  sorobanCredentialsSourceAccount: 0,
  sorobanCredentialsAddress: 1,
  sorobanCredentialsAddressV2: 2,
  sorobanCredentialsAddressWithDelegates: 3,
})

/** How the library writes that there is nothing more; every other arm is the name of one. */
const nothingMore: unknown = [...(asMade(generated.SorobanCredentials)._switches?.values() ?? [])].find(
  (arm) => typeof arm !== 'string',
)

const Credentials = made(generated.SorobanCredentials, 'SorobanCredentials', {
  switchOn: CredentialsType,
  switches: [
    ['sorobanCredentialsSourceAccount', nothingMore],
    ['sorobanCredentialsAddress', 'address'],
    ['sorobanCredentialsAddressV2', 'addressV2'],
    ['sorobanCredentialsAddressWithDelegates', 'addressWithDelegates'],
  ],
  arms: { address: AddressCredentials, addressV2: AddressCredentials, addressWithDelegates: WithDelegates },
})

const Entry = withFields(generated.SorobanAuthorizationEntry, {
  credentials: Credentials,
  rootInvocation: RootInvocation,
})

const InvokeOp = withFields(generated.InvokeHostFunctionOp, { auth: listLike(entries, () => Entry) })
const Body = withArms(generated.OperationBody, { invokeHostFunctionOp: InvokeOp })
const Operation = withFields(generated.Operation, { body: Body })
const operations = listLike(fieldOf(generated.Transaction, 'operations'), () => Operation)
const V1 = withFields(generated.TransactionV1Envelope, {
  tx: withFields(generated.Transaction, { operations }),
})
const V0 = withFields(generated.TransactionV0Envelope, {
  tx: withFields(generated.TransactionV0, { operations }),
})
const FeeBump = withFields(generated.FeeBumpTransactionEnvelope, {
  tx: withFields(generated.FeeBumpTransaction, {
    innerTx: withArms(generated.FeeBumpTransactionInnerTx, { v1: V1 }),
  }),
})
const Envelope = withArms(generated.TransactionEnvelope, { v0: V0, v1: V1, feeBump: FeeBump })

/** A value of the two types in one place: what the library declares, and what protocol 27 adds. */
export interface DelegateValue {
  readonly address: () => xdr.ScAddress
  readonly signature: () => xdr.ScVal
  readonly nestedDelegates: () => readonly DelegateValue[]
}

/** Credentials of any of the four types. */
export interface CredentialsValue {
  readonly switch: () => { readonly value: number }
  readonly value: () => unknown
}

/** Credentials with delegates. */
export interface WithDelegatesValue {
  readonly addressCredentials: () => xdr.SorobanAddressCredentials
  readonly delegates: () => readonly DelegateValue[]
}

/** An entry with credentials of any of the four types. */
export interface EntryValue {
  readonly credentials: () => CredentialsValue
  readonly rootInvocation: () => xdr.SorobanAuthorizedInvocation
}

/** `SorobanAuthorizationEntry` of protocol 27. */
export const SorobanAuthorizationEntry = Entry as unknown as { readonly fromXDR: () => EntryValue }

/** `TransactionEnvelope` of protocol 27. */
export const TransactionEnvelope = Envelope as unknown as typeof generated.TransactionEnvelope
