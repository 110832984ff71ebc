/** Operations of every type, with what is not said filled in. */
import * as O from 'fp-ts/lib/Option.js'
import {
  isDetailedType,
  type AccountId,
  type Bytes,
  type Operation,
  type OperationType,
  type SetOptions,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { key } from './key.js'

/** A name, or an id that has none. */
export type Who = string | { readonly id: AccountId }

export const idOf = (who: Who): AccountId => (typeof who === 'string' ? key(who).id : who.id)

const sourceOf = (from: Who | undefined): O.Option<AccountId> =>
  from === undefined ? O.none : O.some(idOf(from))

export const createAccount = (destination: Who, from?: Who, startingBalance = 10_0000000n): Operation => ({
  _tag: 'CreateAccount',
  source: sourceOf(from),
  destination: idOf(destination),
  startingBalance,
})

export const payment = (destination: Who, from?: Who, amount = 1_0000000n): Operation => ({
  _tag: 'Payment',
  source: sourceOf(from),
  destination: idOf(destination),
  issuer: O.none,
  amount,
})

/** Sets an entry to its own name, or deletes it. */
export const manageData = (name: string, from?: Who, action: 'set' | 'delete' = 'set'): Operation => {
  const bytes = new TextEncoder().encode(name)
  return {
    _tag: 'ManageData',
    source: sourceOf(from),
    name: bytes,
    value: action === 'set' ? O.some(bytes) : O.none,
  }
}

export const accountMerge = (destination: Who, from?: Who): Operation => ({
  _tag: 'AccountMerge',
  source: sourceOf(from),
  destination: idOf(destination),
})

export const bumpSequence = (bumpTo: bigint, from?: Who): Operation => ({
  _tag: 'BumpSequence',
  source: sourceOf(from),
  bumpTo,
})

export const beginSponsoring = (sponsored: Who, from?: Who): Operation => ({
  _tag: 'BeginSponsoringFutureReserves',
  source: sourceOf(from),
  sponsored: idOf(sponsored),
})

/** Present fields are changes, also those that are 0. */
export interface OptionsToSet {
  readonly inflationDestination?: Who
  readonly clearFlags?: number
  readonly setFlags?: number
  readonly master?: number
  readonly low?: number
  readonly medium?: number
  readonly high?: number
  readonly homeDomain?: string | Bytes
  readonly signer?: readonly [string | SignerKey, number]
}

const domainOf = (domain: string | Bytes): Bytes =>
  typeof domain === 'string' ? new TextEncoder().encode(domain) : domain

export const setOptions = (options: OptionsToSet, from?: Who): SetOptions => {
  const { inflationDestination, homeDomain, signer } = options
  return {
    _tag: 'SetOptions',
    source: sourceOf(from),
    inflationDestination: sourceOf(inflationDestination),
    clearFlags: O.fromNullable(options.clearFlags),
    setFlags: O.fromNullable(options.setFlags),
    masterWeight: O.fromNullable(options.master),
    lowThreshold: O.fromNullable(options.low),
    mediumThreshold: O.fromNullable(options.medium),
    highThreshold: O.fromNullable(options.high),
    homeDomain: homeDomain === undefined ? O.none : O.some(domainOf(homeDomain)),
    signer:
      signer === undefined
        ? O.none
        : O.some({
            key: typeof signer[0] === 'string' ? key(signer[0]).signerKey : signer[0],
            weight: signer[1],
          }),
  }
}

/** An operation of any type; what it says beside its type is filler. */
export const operation = (type: OperationType, from?: Who): Operation => {
  if (!isDetailedType(type)) return { _tag: type, source: sourceOf(from) }
  switch (type) {
    case 'CreateAccount':
      return createAccount('someone new', from)
    case 'Payment':
      return payment('someone', from)
    case 'ManageData':
      return manageData('name', from)
    case 'SetOptions':
      return setOptions({}, from)
    case 'AccountMerge':
      return accountMerge('someone', from)
    case 'BumpSequence':
      return bumpSequence(0n, from)
    case 'BeginSponsoringFutureReserves':
      return beginSponsoring('someone', from)
    case 'RevokeSponsorship':
      return { _tag: type, source: sourceOf(from), target: { _tag: 'Account', account: idOf('someone') } }
  }
}
