/** Keys that somebody has: not lost, and seen to sign where the policy keeps proofs at all. */
import * as O from 'fp-ts/lib/Option.js'
import { activeSignersOf } from '../../kernel/model/index.js'
import type { PolicyKey } from '../policy/index.js'
import type { LintInput } from './lint-input.js'

/** Whether the policy says of any key that it is lost or proved; of others nothing is concluded. */
export const saysOfUse = ({ policy }: LintInput): boolean =>
  [...policy.keys.values()].some(({ lost, proof }) => O.isSome(lost) || O.isSome(proof))

const keepsProofs = ({ policy }: LintInput): boolean =>
  [...policy.keys.values()].some(({ proof }) => O.isSome(proof))

/** The day on which a key was lost, by its StrKey. */
export const lostOn = ({ policy }: LintInput, key: string): O.Option<string> =>
  policy.keysByStrkey.get(key)?.lost ?? O.none

const isShown = (input: LintInput, key: PolicyKey | undefined): boolean =>
  key !== undefined && O.isSome(key.proof) && input.isProved(key)

/** Why a key does not count, in a few words; none where it counts. Hashes and payloads sign no messages. */
export const whyUnusable = (input: LintInput, key: string): O.Option<string> => {
  const lost = lostOn(input, key)
  if (O.isSome(lost)) return O.some(`lost on ${lost.value}`)
  if (!keepsProofs(input) || !key.startsWith('G')) return O.none
  return isShown(input, input.policy.keysByStrkey.get(key)) ? O.none : O.some('no proof')
}

/** Whether a key has weight on an account of the policy. */
export const hasWeight = ({ policy }: LintInput, key: string): boolean =>
  [...policy.accounts.values()].some(({ account }) =>
    activeSignersOf(account).some((one) => one.key.strkey === key),
  )
