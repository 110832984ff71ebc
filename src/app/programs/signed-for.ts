/**
 * The network that an envelope was signed for, where it is another than the one it was judged on: the
 * usual reason for signatures of which none verifies.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { decodeEnvelope } from '../../edge/xdr/index.js'
import type { Explanation } from '../../kernel/engine/index.js'
import { NETWORKS, type Envelope, type Network, type SignerKey } from '../../kernel/model/index.js'
import { hintOf, type Prove } from '../../kernel/signature/index.js'

/** Keys that sign a hash: only their signatures belong to one network. */
const keysIn = ({ lists }: Explanation): readonly SignerKey[] => [
  ...new Map(
    lists.flatMap(({ judgement }) =>
      judgement.checks.flatMap(({ outcome }) =>
        outcome._tag === 'Checked'
          ? outcome.signers.flatMap(({ key }) => (key._tag === 'Ed25519' ? [[key.strkey, key] as const] : []))
          : [],
      ),
    ),
  ).values(),
]

const verifiesAny = (prove: Prove, keys: readonly SignerKey[], envelope: Envelope): boolean =>
  envelope.signatures.some((signature) =>
    keys.some((key) => O.toUndefined(hintOf(key)) === signature.hint && prove(envelope.hash, signature, key)),
  ) ||
  (envelope._tag === 'FeeBump' && verifiesAny(prove, keys, envelope.inner))

/** The other known network on which some signature verifies, if none does on this one. */
export const signedForOther =
  (prove: Prove) =>
  (text: string, network: Network, envelope: Envelope, explanation: Explanation): O.Option<Network> => {
    if (explanation.verdict._tag === 'Authorized') return O.none
    const keys = keysIn(explanation)
    if (verifiesAny(prove, keys, envelope)) return O.none
    return O.fromNullable(
      Object.values(NETWORKS).find((other) => {
        if (other.passphrase === network.passphrase) return false
        const read = decodeEnvelope(other)(text)
        return E.isRight(read) && verifiesAny(prove, keys, read.right)
      }),
    )
  }
