/**
 * What the signers of an authorization entry sign: SHA-256 of the network, the nonce, the last ledger, and
 * the tree of calls (xdr `HashIDPreimage`, CAP-46-11); since protocol 27 also of the address (CAP-71-02).
 *
 * Nothing is encoded anew: address and calls go in as the bytes that came, and the rest are two numbers.
 */
import type {
  AddressCredentials,
  AuthorizationEntry,
  Bytes,
  Hash,
  Network,
} from '../../kernel/model/index.js'
import { sha256 } from '../../kernel/signature/index.js'
import { networkIdOf } from '../xdr/index.js'

/** Domains that keep these bytes from being taken for others that are signed (xdr `EnvelopeType`). */
const SOROBAN_AUTHORIZATION = 9
const SOROBAN_AUTHORIZATION_WITH_ADDRESS = 10

const uint32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const int64 = (value: bigint): Bytes => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigInt64(0, value)
  return bytes
}

const joined = (parts: readonly Bytes[]): Bytes => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const partsOf = (
  network: Network,
  { _tag, nonce, expirationLedger, address }: AddressCredentials,
  { invocationBytes }: AuthorizationEntry,
): readonly Bytes[] => {
  const first = [networkIdOf(network), int64(nonce), uint32(expirationLedger)]
  // Without the address, a signature also counts for every other account that has the same signer.
  return _tag === 'Address'
    ? [uint32(SOROBAN_AUTHORIZATION), ...first, invocationBytes]
    : [uint32(SOROBAN_AUTHORIZATION_WITH_ADDRESS), ...first, address.bytes, invocationBytes]
}

/** The hash that is signed for an entry on a network; delegates sign the same. */
export const payloadOf = (
  network: Network,
  credentials: AddressCredentials,
  entry: AuthorizationEntry,
): Hash => sha256(joined(partsOf(network, credentials, entry)))
