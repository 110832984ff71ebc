/** What is told of authorization entries, in words. */
import * as O from 'fp-ts/lib/Option.js'
import { shortKey, type AuthorizationEntry, type EntryAddress } from '../../../kernel/model/index.js'
import type { EntryCheck, EntryCondition, EntryReason, EntryStep } from '../../soroban/index.js'
import { accountLabel, keyLabel, type Names } from '../names.js'
import { shown } from '../styled.js'
import { counted, joined } from '../words.js'

/** Whose authorization it is: a name, or the short form of an address. */
export const addressLabel =
  (names: Names) =>
  (address: EntryAddress): string =>
    address._tag === 'Account' ? accountLabel(names)(address.account) : shortKey(address.strkey)

/** `transfer of CDLZ…CYSC and 2 calls below it`. */
export const invocationText = ({ invocation, subInvocations }: AuthorizationEntry): string => {
  const what =
    invocation._tag === 'Call'
      ? `${shown(invocation.functionName)} of ${shortKey(invocation.contract)}`
      : 'the creation of a contract'
  return subInvocations === 0 ? what : `${what} and ${counted(subInvocations, 'call')} below it`
}

const stepText = (names: Names, { signature, key, fate }: EntryStep): string => {
  const who = `signature ${String(signature + 1)} of ${keyLabel(names)(key)}`
  switch (fate) {
    case 'NotIncreasing':
      return `${who} does not come after the one before it: public keys have to increase, and none may stand twice`
    case 'NotProved':
      return `${who} does not verify: made for another call, another network, or by another key`
    case 'NotASigner':
      return `${who} adds no weight to the account, and one such signature voids all others`
    case 'Counted':
    case 'Unknown':
      return `${who} is right`
  }
}

const firstFailing = (names: Names, check: O.Option<EntryCheck>): string => {
  const failing = O.isSome(check)
    ? check.value.steps.find(({ fate }) => fate !== 'Counted' && fate !== 'Unknown')
    : undefined
  return failing === undefined ? 'a signature does not count' : stepText(names, failing)
}

const weightText = (check: O.Option<EntryCheck>): string =>
  O.isSome(check) && O.isSome(check.value.needed)
    ? `the medium threshold needs ${String(check.value.needed.value)}, and there is ${String(check.value.counted)}`
    : 'the weight is below the medium threshold'

const signatureReason = ({ credentials }: AuthorizationEntry): string =>
  credentials._tag !== 'SourceAccount' && credentials.signature._tag === 'OtherShape'
    ? `: ${credentials.signature.reason}`
    : ''

/** Why an entry allows nothing. */
export const reasonText = (
  names: Names,
  entry: AuthorizationEntry,
  reason: EntryReason,
  check: O.Option<EntryCheck>,
): string => {
  switch (reason) {
    case 'credentials-not-supported':
      return 'this protocol does not know its credentials'
    case 'delegates-not-sorted':
      return 'its delegates do not stand in the order of their addresses, each once'
    case 'address-cannot-authorize':
      return 'only accounts and contracts can authorize anything'
    case 'signature-shape':
      return `it is not signed as an account signs${signatureReason(entry)}`
    case 'no-signatures':
      return 'nobody has signed it; where the threshold is 0, one signature is needed too'
    case 'too-many-signatures':
      return 'it has more than 20 signatures'
    case 'account-absent':
      return 'the account does not exist'
    case 'keys-not-increasing':
    case 'signature-not-proved':
    case 'not-a-signer':
      return firstFailing(names, check)
    case 'weight-too-low':
      return weightText(check)
    case 'expired':
    case 'expires-too-late':
      return timeText(entry, reason)
  }
}

const timeText = ({ credentials }: AuthorizationEntry, reason: 'expired' | 'expires-too-late'): string => {
  const last = credentials._tag === 'SourceAccount' ? '' : String(credentials.expirationLedger)
  return reason === 'expired'
    ? `it was valid until ledger ${last}`
    : `it is valid until ledger ${last}, which is longer than the network lets a nonce live`
}

const CONDITIONS: Readonly<Record<EntryCondition, string>> = {
  'ledger-not-known': 'that it has not expired (--ledger)',
  'limit-not-known': 'that the network lets a nonce live so long (--max-entry-ttl)',
  'nonce-not-known': 'that its nonce is not used',
}

/** What was not looked at. */
export const conditionsText = (conditions: readonly EntryCondition[]): string =>
  `not known here: ${joined(conditions.map((one) => CONDITIONS[one]))}`
