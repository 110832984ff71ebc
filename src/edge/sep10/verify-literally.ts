/**
 * SEP-10's two questions word for word, as the SDKs ask them: of a list of signers, and of weights with a
 * threshold. They know no account, so that whoever calls them has to know what a signer is, and a disabled
 * master key counts where it is listed; use `authenticate`, and these to compare with what another library
 * says. Their names are not those of the SDKs, so that nobody takes them for a login out of habit.
 */
import * as E from 'fp-ts/lib/Either.js'
import { parseSignerKey, signer, type Signer, type Weight } from '../../kernel/model/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { Challenge } from './challenge.js'
import type { Sep10Failure } from './codes.js'
import { countable, decide } from './decide.js'

/** What is a signer at all; hashes, seeds and texts that are nothing are passed over, and never a throw. */
const signersOf = (weights: Iterable<readonly [string, Weight]>): readonly Signer[] =>
  [...weights].flatMap(([text, weight]) => {
    const key = parseSignerKey(text)
    return E.isRight(key) ? [signer(key.right, weight)] : []
  })

const verify = (
  prove: Prove,
  challenge: Challenge,
  weights: readonly (readonly [string, Weight])[],
  threshold: Weight,
): E.Either<Sep10Failure, readonly string[]> => {
  const clients = countable(challenge, signersOf(weights))
  const decided = decide(prove, challenge, clients, threshold)
  if (E.isLeft(decided)) return decided
  const signed = new Set(decided.right.signed.map((one) => one.signer.key.strkey))
  return E.right(clients.map(({ key }) => key.strkey).filter((key) => signed.has(key)))
}

/**
 * Which of these signers signed; at least one must, and nobody else.
 *
 * Failures: as of `authenticate`, but for those of an account or a level.
 */
export const verifySignersLiterally =
  (prove: Prove) =>
  (signers: readonly string[]) =>
  (challenge: Challenge): E.Either<Sep10Failure, readonly string[]> =>
    verify(
      prove,
      challenge,
      signers.map((text) => [text, 1] as const),
      0,
    )

/**
 * Which of these signers signed, where their weights reach the threshold. A key with weight 0 counts as one
 * who signed; `authenticate` in `strict` does not let it.
 *
 * Failures: as of `authenticate`, but for those of an account or a level.
 */
export const verifyThresholdLiterally =
  (prove: Prove) =>
  (threshold: Weight, weights: ReadonlyMap<string, Weight>) =>
  (challenge: Challenge): E.Either<Sep10Failure, readonly string[]> =>
    verify(prove, challenge, [...weights], threshold)
