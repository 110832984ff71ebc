/**
 * Costs: what it costs to ask for a signature. A completion is better where its signatures cost less
 * together; where they cost the same, where it has fewer signatures.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure, type SignerKey } from '../../kernel/index.js'

/** Own costs of signatures, and a cost for each person who must be asked at all. */
export interface Cost {
  /** From 0 to `MAX_COST`; compared to a millionth. */
  readonly ofSignature: (key: SignerKey) => number
  /** Who holds the key; the empty text where nobody in particular does. */
  readonly holderOf: (key: SignerKey) => string
  /** What it costs to ask one person, for however many signatures; 0 to `MAX_COST`. */
  readonly ofHolder: number
}

/** No signature and no person costs more. */
export const MAX_COST = 1_000_000

const NOBODY = (): string => ''

/** Each signature costs 1. */
export const fewestSignatures: Cost = { ofSignature: () => 1, holderOf: NOBODY, ofHolder: 0 }

/**
 * Each person costs 1, however many keys they hold; a key that nobody is said to hold is a person.
 * Keys are named by their StrKeys.
 */
export const fewestPeople = (holders: ReadonlyMap<string, string>): Cost => ({
  ofSignature: () => 0,
  holderOf: ({ strkey }) => holders.get(strkey) ?? strkey,
  ofHolder: 1,
})

/** Each signature costs 1 but those of the preferred signers, who are named by their StrKeys. */
export const preferring = (signers: ReadonlySet<string>): Cost => ({
  ...fewestSignatures,
  ofSignature: ({ strkey }) => (signers.has(strkey) ? 0 : 1),
})

const isCost = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= MAX_COST

/**
 * Each signature costs what the table says of its signer's StrKey, or else `otherwise`.
 *
 * Failure: `cost-out-of-range`, naming the signer.
 */
export const perSigner = (costs: ReadonlyMap<string, number>, otherwise = 1): E.Either<Failure, Cost> => {
  const bad = [...costs, ['every other signer', otherwise] as const].find(([, value]) => !isCost(value))
  return bad === undefined
    ? E.right({ ...fewestSignatures, ofSignature: ({ strkey }) => costs.get(strkey) ?? otherwise })
    : E.left(
        failure(
          'cost-out-of-range',
          `the cost of \`${bad[0]}\` is \`${String(bad[1])}\`; expected a number from 0 to ${String(MAX_COST)}`,
        ),
      )
}

/** Costs as whole numbers, as searches add them. */
export interface WholeCosts {
  readonly own: readonly number[]
  readonly holderCost: number
  /** What 1 of them is worth. */
  readonly unit: number
}

const MILLIONTHS = 1_000_000

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The costs of some keys in their greatest common unit. */
export const wholeCosts =
  ({ ofSignature, ofHolder }: Cost) =>
  (keys: readonly SignerKey[]): WholeCosts => {
    const costs = [ofHolder, ...keys.map(ofSignature)]
    if (!costs.every(isCost)) throw new Error(`invariant: a cost is a number from 0 to ${String(MAX_COST)}`)
    const whole = costs.map((cost) => Math.round(cost * MILLIONTHS))
    const unit = whole.reduce(gcd, 0) || MILLIONTHS
    const [holderCost = 0, ...own] = whole.map((cost) => cost / unit)
    return { own, holderCost, unit: unit / MILLIONTHS }
  }
