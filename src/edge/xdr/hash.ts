/**
 * Hashes of what is signed: SHA-256 of the network id, four bytes of domain, and the exact bytes of
 * the transaction (xdr `TransactionSignaturePayload`; stellar-core `getContentsHash`).
 */
import { utf8, type Bytes, type Hash, type Network } from '../../kernel/model/index.js'
import { sha256 } from '../../kernel/signature/sha256.js'

/** The SHA-256 of a network's passphrase. */
export const networkIdOf = ({ passphrase }: Network): Hash => sha256(utf8(passphrase))

/** Domains that keep one kind of signed bytes from being taken for another (xdr `EnvelopeType`). */
export const ENVELOPE_TX = 2
export const ENVELOPE_FEE_BUMP = 5

/** The hash of some bytes of a domain; of v0 they begin at the envelope's own type, see `envelope.ts`. */
export const contentsHash = (networkId: Hash, domain: number, bytes: Bytes): Hash => {
  const preimage = new Uint8Array(networkId.length + 4 + bytes.length)
  preimage.set(networkId)
  // The first three bytes of a domain number are zero, as a fresh array is.
  preimage[networkId.length + 3] = domain
  preimage.set(bytes, networkId.length + 4)
  return sha256(preimage)
}
