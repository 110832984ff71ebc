/**
 * Deciding by the signatures of a challenge, whoever may give them: the part that both profiles share.
 *
 * The signature of the server is set aside first, because reading verified it; of the others each must be
 * of one key, and no key may have two. Who signed and whether it is enough is the engine's to say.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { weigher, type Weighing } from '../../kernel/engine/index.js'
import {
  hintToHex,
  masterKeyOf,
  shortKey,
  signer,
  type Signer,
  type Weight,
} from '../../kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../kernel/protocol/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { Challenge } from './challenge.js'
import { refusal, type Sep10Failure } from './codes.js'

/** Those of some signers that can count for a client, each once. */
export const countable = (
  { server, clientDomain }: Challenge,
  signers: readonly Signer[],
): readonly Signer[] => {
  const lightest = new Map<string, Signer>()
  for (const one of signers) {
    const { key, weight } = one
    // A hash, or a payload that was signed for something else, does not show who is here now.
    if (key._tag !== 'Ed25519' || key.strkey === server) continue
    if (O.isSome(clientDomain) && key.strkey === clientDomain.value.account) continue
    const before = lightest.get(key.strkey)
    // No ledger lists a key twice; of a value that does, the smaller claim is believed.
    if (before === undefined || weight < before.weight) lightest.set(key.strkey, one)
  }
  return [...lightest.values()]
}

const unknownSignature = (
  { envelope }: Challenge,
  positions: readonly number[],
  known: ReadonlySet<number>,
): Sep10Failure => {
  const at = positions.find((_, index) => !known.has(index)) ?? 0
  const hint = hintToHex(envelope.signatures[at]?.hint ?? 0)
  return refusal(
    'unknown-signature',
    `signature ${String(at + 1)} (hint ${hint}) is of no key that may sign this challenge, or the second one of a key`,
    'send the challenge with the signatures of its signers only, each once',
  )
}

/**
 * Whether these signers authenticate with what they signed; `clients` are as `countable` gives them.
 *
 * Failures: `no-signers`, `not-signed-by-client-domain`, `not-signed-by-client`, `unknown-signature`,
 * `weight-not-reached`.
 */
export const decide = (
  prove: Prove,
  challenge: Challenge,
  clients: readonly Signer[],
  needed: Weight,
): E.Either<Sep10Failure, Weighing> => {
  const { envelope, clientDomain, serverSignature } = challenge
  if (clients.length === 0)
    return E.left(refusal('no-signers', 'no Ed25519 key but those of servers could sign for the client'))
  const positions = [...envelope.signatures.keys()].filter((index) => index !== serverSignature)
  const signatures = envelope.signatures.filter((_, index) => index !== serverSignature)
  const weigh = weigher({ protocol: DEFAULT_PROTOCOL, prove })({ hash: envelope.hash, signatures })
  const domainKeys = O.isSome(clientDomain) ? [signer(masterKeyOf(clientDomain.value.account), 1)] : []
  const { signed } = weigh([...domainKeys, ...clients], 0)
  const hasSigned = new Set(signed.map((one) => one.signer.key.strkey))
  if (O.isSome(clientDomain) && !hasSigned.has(clientDomain.value.account))
    return E.left(
      refusal(
        'not-signed-by-client-domain',
        `the challenge is not signed by \`${shortKey(clientDomain.value.account)}\`, the key of its client_domain`,
      ),
    )
  const weighing = weigh(clients, needed)
  if (weighing.signed.length === 0)
    return E.left(refusal('not-signed-by-client', 'nobody who can sign for the client signed the challenge'))
  if (signed.length !== signatures.length)
    return E.left(unknownSignature(challenge, positions, new Set(signed.map((one) => one.signature))))
  if (!weighing.met)
    return E.left(
      refusal(
        'weight-not-reached',
        `those who signed have a weight of ${String(weighing.weight)}; needed is ${String(needed)}`,
        'collect the signatures of further signers',
      ),
    )
  return E.right(weighing)
}
