/**
 * What the signers of an account can reach together, and what they can reach that they could not.
 *
 * Pre-authorized transactions are left out: each is one approval already given, not somebody who can act.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  MAX_SIGNATURES,
  thresholdAt,
  type Account,
  type Signer,
  type ThresholdLevel,
  type Weight,
} from '../model/index.js'

const CAP = 255

/** Everyone who can sign, with the weight that counts. */
const signersOf = (account: Account): readonly Signer[] =>
  activeSignersOf(account).filter(({ key }) => key._tag !== 'PreAuthTx')

const counted = ({ weight }: Signer): Weight => Math.min(weight, CAP)

/** The weight needed at a level: at least one, because a threshold of 0 still takes a signer. */
const neededAt = (level: ThresholdLevel, { thresholds }: Account): Weight =>
  Math.max(1, thresholdAt(level)(thresholds))

/** Whether all who can sign together reach a level, with the signatures that one envelope can hold. */
export const isReachable =
  (level: ThresholdLevel) =>
  (account: Account): boolean => {
    const heaviest = signersOf(account)
      .map(counted)
      .sort((a, b) => b - a)
      .slice(0, MAX_SIGNATURES)
    return heaviest.reduce((sum, weight) => sum + weight, 0) >= neededAt(level, account)
  }

/** The least old weight with which a new weight is reached, and with whom. */
interface Cheapest {
  readonly before: number
  readonly coalition: readonly Signer[]
}

/**
 * A coalition that reaches a level now and did not before; none where nobody gained it. Exact: for every
 * weight that can be reached now, the coalition that had the least before is kept.
 */
export const gainAt =
  (level: ThresholdLevel) =>
  (before: Account, after: Account): O.Option<readonly Signer[]> => {
    const had = new Map(signersOf(before).map((signer) => [signer.key.strkey, counted(signer)]))
    const enough = neededAt(level, after)
    const cheapest: (Cheapest | undefined)[] = [{ before: 0, coalition: [] }]
    for (const signer of signersOf(after)) {
      const cost = had.get(signer.key.strkey) ?? 0
      for (let reached = enough; reached >= 0; reached--) {
        const from = cheapest[reached]
        if (from === undefined || from.coalition.length === MAX_SIGNATURES) continue
        const to = Math.min(enough, reached + counted(signer))
        const known = cheapest[to]
        if (to === reached || (known !== undefined && known.before <= from.before + cost)) continue
        cheapest[to] = { before: from.before + cost, coalition: [...from.coalition, signer] }
      }
    }
    const found = cheapest[enough]
    return found !== undefined && found.before < neededAt(level, before) ? O.some(found.coalition) : O.none
  }
