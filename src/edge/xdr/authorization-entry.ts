/** Authorization entries in XDR: whose they are, how they are signed, and for what (CAP-46-11, CAP-71). */
import type { xdr } from '@stellar/stellar-base'
import type {
  AddressCredentials,
  AuthorizationEntry,
  Bytes,
  Credentials,
  Delegate,
  Invocation,
} from '../../kernel/model/index.js'
import { addressText, entryAddressOf } from './entry-address.js'
import { entrySignatureOf } from './entry-signature.js'
import {
  bytesOfValue,
  type CredentialsValue,
  type DelegateValue,
  type EntryValue,
  type WithDelegatesValue,
} from './protocol-27.js'

/** A symbol as text: it is ASCII where the network accepts it, and nothing is promised of the others. */
const symbolText = (symbol: string | Bytes): string =>
  typeof symbol === 'string' ? symbol : new TextDecoder('latin1').decode(symbol)

const delegateOf = (value: DelegateValue): Delegate => ({
  address: entryAddressOf(value.address()),
  signature: entrySignatureOf(value.signature()),
  delegates: value.nestedDelegates().map(delegateOf),
})

const addressCredentialsOf = (
  _tag: AddressCredentials['_tag'],
  value: xdr.SorobanAddressCredentials,
  delegates: readonly Delegate[] = [],
): AddressCredentials => ({
  _tag,
  address: entryAddressOf(value.address()),
  nonce: value.nonce().toBigInt(),
  expirationLedger: value.signatureExpirationLedger(),
  signature: entrySignatureOf(value.signature()),
  delegates,
})

const credentialsOf = (value: CredentialsValue): Credentials => {
  switch (value.switch().value) {
    case 0:
      return { _tag: 'SourceAccount' }
    case 1:
      return addressCredentialsOf('Address', value.value() as xdr.SorobanAddressCredentials)
    case 2:
      return addressCredentialsOf('AddressV2', value.value() as xdr.SorobanAddressCredentials)
    case 3: {
      const { addressCredentials, delegates } = value.value() as WithDelegatesValue
      const signers = delegates.call(value.value()).map(delegateOf)
      return addressCredentialsOf('AddressWithDelegates', addressCredentials.call(value.value()), signers)
    }
    default:
      throw new Error('invariant: the reader admits four types of credentials')
  }
}

const invocationOf = (authorized: xdr.SorobanAuthorizedFunction): Invocation => {
  if (authorized.switch().name !== 'sorobanAuthorizedFunctionTypeContractFn')
    return { _tag: 'CreateContract' }
  const call = authorized.contractFn()
  return {
    _tag: 'Call',
    contract: addressText(call.contractAddress()),
    functionName: symbolText(call.functionName()),
  }
}

const countBelow = (invocation: xdr.SorobanAuthorizedInvocation): number => {
  let count = 0
  for (const sub of invocation.subInvocations()) count += 1 + countBelow(sub)
  return count
}

/** The entry that was read by `SorobanAuthorizationEntry`. */
export const authorizationEntryOf = (entry: EntryValue): AuthorizationEntry => {
  const root = entry.rootInvocation()
  return {
    credentials: credentialsOf(entry.credentials()),
    invocation: invocationOf(root.function()),
    subInvocations: countBelow(root),
    invocationBytes: bytesOfValue(root),
  }
}
