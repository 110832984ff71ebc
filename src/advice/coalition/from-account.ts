/**
 * The game of an account at a level: who together reach the weight that the level needs.
 *
 * Three things of the chain end here. A threshold of 0 still takes one signer. An envelope holds 20
 * signatures, and an account 21 signers: where all of them would be needed, nobody can act. And not all
 * weight belongs to somebody: a pre-authorized transaction is an approval already given, for that one
 * transaction; a hash(x) preimage, or the signature of a payload, is everybody's once it was used.
 */
import {
  activeSignersOf,
  game as gameOf,
  MAX_SIGNATURES,
  MAX_WEIGHT,
  thresholdAt,
  totalOf,
  type Account,
  type Coalition,
  type Game,
  type Player,
  type Signer,
  type ThresholdLevel,
} from '../../kernel/model/index.js'

/** Under which circumstances an account is looked at. */
export interface Circumstances {
  /** Hash(x) and payload signers that were used: anybody can use them again. StrKeys. */
  readonly disclosed: Coalition
  /** The pre-authorized transaction that is to be sent, if it is one. StrKeys; one at most counts. */
  readonly preAuthorized: Coalition
}

/** Nothing is disclosed, and the transaction is not one of the pre-authorized. */
export const USUAL: Circumstances = { disclosed: [], preAuthorized: [] }

/** An account at a level as a game, and what the game leaves out. */
export interface AccountGame {
  readonly level: ThresholdLevel
  /** Players are signers who can sign anything, named by StrKey; the master key first. */
  readonly game: Game
  /** The weight needed: the threshold, and at least 1. */
  readonly needed: number
  /** Enough weight, but more signatures than an envelope holds. The game's quota is then unreachable. */
  readonly tooManySignatures: boolean
  /** Signers that count for one transaction only. */
  readonly conditional: readonly Player[]
  /** Signers whose proof is everybody's once it was used, players or not. */
  readonly disclosable: readonly Player[]
  /** What anybody brings by the circumstances; the game's quota is less by it. */
  readonly granted: number
}

/** A signer and the weight that counts; entries from before protocol 10 may hold more. */
const playerOf = ({ key, weight }: Signer): Player => ({
  id: key.strkey,
  weight: Math.min(weight, MAX_WEIGHT),
})

const sumOf = (players: readonly Player[]): number => players.reduce((sum, { weight }) => sum + weight, 0)

const heaviest = (players: readonly Player[], count: number): readonly Player[] =>
  [...players].sort((a, b) => b.weight - a.weight).slice(0, count)

/** An account at a level, under given circumstances. */
export const gameUnder =
  ({ disclosed, preAuthorized }: Circumstances) =>
  (level: ThresholdLevel) =>
  (account: Account): AccountGame => {
    const signers = activeSignersOf(account)
    const playersOf = (...kinds: readonly Signer['key']['_tag'][]): readonly Player[] =>
      signers.filter(({ key }) => kinds.includes(key._tag)).map(playerOf)
    const conditional = playersOf('PreAuthTx')
    const disclosable = playersOf('HashX', 'SignedPayload')
    const isPublic = ({ id }: Player): boolean =>
      disclosed.includes(id) && disclosable.some((player) => player.id === id)
    const signing = playersOf('Ed25519', 'HashX', 'SignedPayload')

    // A transaction has one hash, so that one of the pre-authorized counts at most; it takes no signature.
    const approved = sumOf(
      heaviest(
        conditional.filter(({ id }) => preAuthorized.includes(id)),
        1,
      ),
    )
    const needed = Math.max(1, thresholdAt(level)(account.thresholds))
    const players = signing.filter((player) => !isPublic(player))
    const granted = approved + sumOf(signing.filter(isPublic))
    const tooManySignatures =
      approved + sumOf(signing) >= needed && approved + sumOf(heaviest(signing, MAX_SIGNATURES)) < needed
    const reachable = gameOf(Math.max(0, needed - granted), players)
    const game = tooManySignatures ? { ...reachable, quota: totalOf(reachable) + 1 } : reachable
    return { level, game, needed, tooManySignatures, conditional, disclosable, granted }
  }

/** An account at a level, as it usually is. */
export const gameAt: (level: ThresholdLevel) => (account: Account) => AccountGame = gameUnder(USUAL)
