/**
 * Keys of the examples. Each is the SHA-256 of a public sentence, so anyone can make it again, and no
 * secret has to be written down. They are worthless by design: use them on no network that matters.
 */
import { hash, Keypair, StrKey } from '@stellar/stellar-base'

/** A name for a key, as the account files spell it. */
export type Alias = string

const sha256 = (sentence: string): Buffer => hash(Buffer.from(sentence))

/** The key pair behind a name. */
export const pairOf = (alias: Alias): Keypair =>
  Keypair.fromRawEd25519Seed(sha256(`quorate example key: ${alias}`))

/** The address (`G…`) of a name. */
export const key = (alias: Alias): string => pairOf(alias).publicKey()

/** The 32 bytes that open a hash(x) signer, by name. */
export const preimageOf = (name: string): Buffer => sha256(`quorate example preimage: ${name}`)

/** The hash(x) signer (`X…`) that a named preimage opens. */
export const hashX = (name: string): string => StrKey.encodeSha256Hash(hash(preimageOf(name)))

/** The pre-authorized transaction signer (`T…`) of a transaction hash. */
export const preAuthTx = (transactionHash: Buffer): string => StrKey.encodePreAuthTx(transactionHash)

/** The signed payload signer (`P…`) of a named key and a payload whose length is a multiple of 4. */
export const signedPayload = (alias: Alias, payload: Buffer): string => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(payload.length)
  return StrKey.encodeSignedPayload(Buffer.concat([pairOf(alias).rawPublicKey(), length, payload]))
}
