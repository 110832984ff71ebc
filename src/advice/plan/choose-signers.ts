/**
 * Who signs a transaction of a plan: a smallest set, found by the search for completions and confirmed
 * by the engine. Of equally small sets one in which nobody signs who is to go, and no preimage is spent.
 */
import { evaluate, isAuthorized } from '../../kernel/engine/index.js'
import {
  activeSignersOf,
  MAX_SIGNATURES,
  type Account,
  type SignerKey,
  type TransactionEnvelope,
} from '../../kernel/model/index.js'
import type { Protocol } from '../../kernel/protocol/index.js'
import { afterLoss, profiles } from '../coalition/index.js'
import { completions, fewestSignatures, type Cost, type Obstacle } from '../select/index.js'
import { PROVES_NOTHING, signedBy, viewOf } from './assumed.js'
import { changingGame } from './changing-game.js'
import type { Signing } from './plan.js'

/** Nobody can sign it, and why. */
export interface Unsignable {
  readonly _tag: 'Unsignable'
  readonly obstacles: readonly Obstacle[]
}

/** More signatures than an envelope holds, with those of the keys that are to show that they can sign. */
export interface Crowded {
  readonly _tag: 'Crowded'
  readonly signatures: number
}

/** Whoever signs in whatever order, some signature is to spare. */
export interface Surplus {
  readonly _tag: 'Surplus'
  readonly proves: readonly string[]
}

/** Who signs, or why nobody can. */
export type Chosen = { readonly _tag: 'Chosen'; readonly signing: Signing } | Unsignable | Crowded | Surplus

/** A transaction that is to be signed. */
export interface ToSign {
  readonly protocol: Protocol
  readonly before: Account
  /** What the whole plan ends with: who is not there any more is not asked where others are enough. */
  readonly end: Account
  readonly draft: TransactionEnvelope
  readonly unavailable: ReadonlySet<string>
  /** Keys that have to be among those who sign. */
  readonly proves: readonly SignerKey[]
}

/** Alternatives told of. */
const LISTED = 100

/** Less than a signature, for all that can sign together. */
const [LEAVES, DISCLOSES] = [0.001, 0.02]

/** Fewest signatures; then fewest preimages and payloads, which become public; then fewest who go. */
const costOf = (end: Account): Cost => {
  const stays = new Set(activeSignersOf(end).map(({ key }) => key.strkey))
  return {
    ...fewestSignatures,
    ofSignature: ({ _tag, strkey }) =>
      1 + (_tag === 'Ed25519' ? 0 : DISCLOSES) + (stays.has(strkey) ? 0 : LEAVES),
  }
}

const isAccepted = ({ protocol, before, draft }: ToSign, keys: readonly SignerKey[]): boolean => {
  const { envelope, prove } = signedBy(keys)(draft)
  return isAuthorized(evaluate({ protocol, phase: 'validate', prove })(viewOf(before))(envelope))
}

/** Light signatures first: what is light is then used before enough is reached. */
const ascending = (account: Account, keys: readonly SignerKey[]): readonly SignerKey[] => {
  const weights = new Map(activeSignersOf(account).map(({ key, weight }) => [key.strkey, weight]))
  return keys.toSorted((a, b) => (weights.get(a.strkey) ?? 0) - (weights.get(b.strkey) ?? 0))
}

/** Who signs a transaction, or why nobody can. */
export const chooseSigners = (asked: ToSign): Chosen => {
  const { protocol, before, end, draft, unavailable, proves } = asked
  const extra = new Set(proves.map(({ strkey }) => strkey))
  const able = activeSignersOf(before)
    // Old entries hold signers without weight, who are enough for a threshold of 0; nobody plans on that.
    .filter(({ weight }) => weight > 0)
    .map(({ key }) => key)
    .filter(({ strkey }) => !unavailable.has(strkey) && !extra.has(strkey))
  const judge = { protocol, phase: 'validate', prove: PROVES_NOTHING } as const
  const { answer } = completions(judge)(viewOf(before))(draft)({
    available: new Set(able.map(({ strkey }) => strkey)),
    cost: costOf(end),
  })
  if (answer._tag === 'Impossible') return { _tag: 'Unsignable', obstacles: answer.obstacles }
  if (answer._tag === 'Unknown') throw new Error('invariant: one account is searched within the budget')
  const needed = answer.best.add.map(({ key }) => key)
  const signers = proves.length === 0 ? needed : ascending(before, [...needed, ...proves])
  if (signers.length > MAX_SIGNATURES) return { _tag: 'Crowded', signatures: signers.length }
  if (!isAccepted(asked, signers)) {
    if (proves.length === 0) throw new Error('invariant: a completion is confirmed by the engine')
    return { _tag: 'Surplus', proves: [...extra] }
  }
  const { game } = changingGame(before)
  const out = game.players.map(({ id }) => id).filter((id) => unavailable.has(id) || extra.has(id))
  return {
    _tag: 'Chosen',
    signing: {
      signers,
      // Those who are needed are enough: after all of them, the others would be to spare.
      isOrdered: proves.length > 0,
      proves: [...extra],
      alternatives: profiles(LISTED)(afterLoss(out)(game)),
    },
  }
}
