/** Ways to sign, honest and otherwise. Each has a label for the tables of the READMEs. */
import { hash, Networks, xdr } from '@stellar/stellar-base'
import { pairOf, preimageOf, type Alias } from './keys.js'

/** The hash of the envelope on a network, by its passphrase. */
export type HashOn = (passphrase: string) => Buffer

/** One decorated signature to come. */
export interface Signing {
  readonly label: string
  readonly sign: (hashOn: HashOn) => xdr.DecoratedSignature
}

const decorated = (hint: Buffer, signature: Buffer) => new xdr.DecoratedSignature({ hint, signature })

/** An ordinary signature. */
export const by = (alias: Alias): Signing => ({
  label: alias,
  sign: (hashOn) => pairOf(alias).signDecorated(hashOn(Networks.TESTNET)),
})

/** Ordinary signatures, in this order. */
export const byAll = (...aliases: readonly Alias[]): readonly Signing[] => aliases.map(by)

/** A signature made for the public network. */
export const forPublic = (alias: Alias): Signing => ({
  label: `${alias} (for the public network)`,
  sign: (hashOn) => pairOf(alias).signDecorated(hashOn(Networks.PUBLIC)),
})

/** A good signature under the hint of another key. */
export const withHintOf = (other: Alias, alias: Alias): Signing => ({
  label: `${alias} (with the hint of ${other})`,
  sign: (hashOn) => decorated(pairOf(other).signatureHint(), pairOf(alias).sign(hashOn(Networks.TESTNET))),
})

/** The preimage of a hash(x) signer. */
export const preimage = (name: string): Signing => ({
  label: 'x',
  sign: () => decorated(hash(preimageOf(name)).subarray(-4), preimageOf(name)),
})

/** Bytes that are not the preimage, under the hint of the hash(x) signer. */
export const wrongPreimage = (name: string): Signing => ({
  label: 'not x (with the hint of x)',
  sign: () => decorated(hash(preimageOf(name)).subarray(-4), preimageOf(`not ${name}`)),
})

/** A signature over a payload, under the hint of the signed payload signer. */
export const overPayload = (alias: Alias, payload: Buffer): Signing => ({
  label: `${alias} (over the payload)`,
  sign: () => pairOf(alias).signPayloadDecorated(payload),
})

/** A signature over a payload, under the hint of the plain key: valid bytes, wrong door. */
export const overPayloadWithPlainHint = (alias: Alias, payload: Buffer): Signing => ({
  label: `${alias} (over the payload, with the hint of the key)`,
  sign: () => pairOf(alias).signDecorated(payload),
})
