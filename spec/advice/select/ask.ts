/** What the specs of the room ask with: a real judge, and real signatures for whoever is named. */
import { nodeCrypto } from '../../../src/app/node/node-crypto.js'
import {
  DEFAULT_PROTOCOL,
  evaluate,
  innermostOf,
  proveWith,
  rememberProofs,
  strict,
  type DecoratedSignature,
  type Envelope,
  type FeeBumpEnvelope,
  type Hash,
  type Judge,
  type LedgerView,
  type Phase,
  type Protocol,
  type SignerKey,
} from '../../../src/kernel/index.js'
import type { Addition, Completion } from '../../../src/advice/select/index.js'
import { modelHash } from '../../support/build/envelope.js'
import { key, sha256 } from '../../support/build/key.js'
import { by, payloadBy, preimage } from '../../support/build/signature.js'
import { ACCOUNT_NAMES, KEY_NAMES, PREIMAGES } from '../../support/arbitrary/pool.js'

const prove = proveWith(strict(nodeCrypto()))

/** A judge under the current protocol before consensus, unless something else is said. */
export const judgeOf = (protocol: number = DEFAULT_PROTOCOL, phase: Phase = 'validate'): Judge => ({
  protocol: protocol as Protocol,
  phase,
  prove,
})

export const judge = judgeOf()

/** The same judge, asking for each proof once; good for one hash. */
export const rememberingJudge = (one: Judge): Judge => ({ ...one, prove: rememberProofs(one.prove) })

/** Keys that specs give names to; a key of any other name must be named here first. */
const names = new Set<string>([...ACCOUNT_NAMES, ...KEY_NAMES])
const secrets = new Map<string, Uint8Array>(PREIMAGES.map((x) => [sha256(x).join(), x]))

export const knowNames = (...more: readonly string[]): void => more.forEach((name) => names.add(name))
export const knowPreimage = (x: Uint8Array): void => void secrets.set(sha256(x).join(), x)

const nameOf = (publicKey: Uint8Array): string => {
  const found = [...names].find((name) => key(name).publicKey.join() === publicKey.join())
  if (found === undefined) throw new Error('nobody here has this key')
  return found
}

/** The signature that a signer really makes over a hash. */
export const signatureOf = (signer: SignerKey, hash: Hash, innerHash = hash): DecoratedSignature => {
  switch (signer._tag) {
    case 'Ed25519':
      return by(nameOf(signer.publicKey))(hash)
    case 'SignedPayload':
      return payloadBy(nameOf(signer.publicKey), signer.payload)(hash)
    case 'HashX': {
      const candidates = [...secrets.values(), ...[...names].map((name) => key(name).sign(innerHash))]
      const x = candidates.find((one) => sha256(one).join() === signer.hash.join())
      if (x === undefined) throw new Error('nobody knows this preimage')
      return preimage(x)(hash)
    }
    case 'PreAuthTx':
      throw new Error('a pre-authorized transaction signs nothing')
  }
}

const rehashed = (bump: FeeBumpEnvelope): FeeBumpEnvelope => {
  const { _tag, feeSource, hasMuxedSource, fee, inner } = bump
  return { ...bump, hash: modelHash({ _tag, feeSource, hasMuxedSource, fee, inner }) }
}

/** The envelope after a completion, or after a part of it: dropped, then signed, inner list first. */
export const completed = (
  envelope: Envelope,
  { drop, undecided }: Completion,
  add: readonly Addition[],
): Envelope => {
  const gone = [...drop, ...undecided]
  const list = (
    name: Addition['list'],
    hash: Hash,
    signatures: readonly DecoratedSignature[],
  ): readonly DecoratedSignature[] => [
    ...signatures.filter((_, at) => !gone.some((one) => one.list === name && one.signature === at)),
    ...add.flatMap((one) =>
      one.list === name ? [signatureOf(one.key, hash, innermostOf(envelope).hash)] : [],
    ),
  ]
  if (envelope._tag === 'Transaction')
    return { ...envelope, signatures: list('transaction', envelope.hash, envelope.signatures) }
  const inner = {
    ...envelope.inner,
    signatures: list('inner', envelope.inner.hash, envelope.inner.signatures),
  }
  const isInnerSame =
    inner.signatures.length === envelope.inner.signatures.length &&
    inner.signatures.every((one, at) => one === envelope.inner.signatures[at])
  const outer = isInnerSame ? envelope : rehashed({ ...envelope, inner })
  return { ...outer, signatures: list('fee-bump', outer.hash, envelope.signatures) }
}

/** Whether the network would say yes. */
export const isYes = (view: LedgerView, envelope: Envelope, by: Judge = judge): boolean =>
  evaluate(by)(view)(envelope)._tag === 'Authorized'

/** Names of the keys of a completion, as the fixtures know them. */
export const namesOf = ({ add }: Completion): readonly string[] =>
  add.map(({ key: signer }) => (signer._tag === 'Ed25519' ? nameOf(signer.publicKey) : signer.strkey))
