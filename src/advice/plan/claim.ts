/**
 * Claims: what a preset protects from and what it does not, each with acts that prove it. A claim that
 * the engine does not confirm is a mistake in the preset.
 */
import { ACTS, canGet, type Act } from '../policy/index.js'
import { accountOf, assumedKeys, type Alias, type Configuration } from './configuration.js'

/** Any so many of some names. */
export interface Some {
  readonly any: number
  readonly of: readonly Alias[]
}

/** Who acts: for each part, any so many of it. Nobody, where there is none. */
export type Coalition = readonly Some[]

/** Any so many of some names. */
export const any = (count: number, of: readonly Alias[]): Some => ({ any: count, of })

/** All of some names. */
export const all = (...of: readonly Alias[]): Some => ({ any: of.length, of })

/** One thing to ask: can they do that? It holds where the answer is the same for every choice. */
export interface Proof {
  readonly by: Coalition
  readonly act: Act
  readonly can: boolean
}

/** They can do each of these things. */
export const can = (by: Coalition, ...acts: readonly Act[]): readonly Proof[] =>
  acts.map((act) => ({ by, act, can: true }))

/** They can do none of these things. */
export const cannot = (by: Coalition, ...acts: readonly Act[]): readonly Proof[] =>
  acts.map((act) => ({ by, act, can: false }))

/** A statement for people, and what proves it. */
export interface Claim {
  /** In a few words, as a heading: no full stop. */
  readonly says: string
  /** What follows from it: whole sentences. */
  readonly means: string
  readonly because: readonly Proof[]
}

/** All ways to choose so many of some things. */
const choices = <A>(count: number, of: readonly A[]): readonly (readonly A[])[] => {
  const [first, ...rest] = of
  if (count === 0) return [[]]
  if (first === undefined) return []
  return [...choices(count - 1, rest).map((others) => [first, ...others]), ...choices(count, rest)]
}

/** Every set of names that a coalition may be. */
export const setsOf = (coalition: Coalition): readonly (readonly Alias[])[] =>
  coalition.reduce<readonly (readonly Alias[])[]>(
    (sets, some) => sets.flatMap((set) => choices(some.any, some.of).map((more) => [...set, ...more])),
    [[]],
  )

/** Whether the engine confirms a proof, for every set that its coalition may be. */
export const isConfirmed =
  (configuration: Configuration) =>
  ({ by, act, can: expected }: Proof): boolean => {
    const keyOf = assumedKeys(configuration)
    const account = accountOf(keyOf)(configuration)
    const unsigned = ACTS[act].unsigned(account)
    return setsOf(by).every((set) => canGet(account)(set.map(keyOf))(unsigned) === expected)
  }

/** The proofs of a claim that the engine does not confirm: none, or the claim is wrong. */
export const unconfirmed =
  (configuration: Configuration) =>
  ({ because }: Claim): readonly Proof[] =>
    because.filter((proof) => !isConfirmed(configuration)(proof))
