/**
 * Claims: what a policy promises of an account, one at one level. A closed set without variables, so that
 * each is decided for all coalitions, always, with an argument or with people who refute it.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../kernel/model/index.js'
import type { Rational } from '../coalition/index.js'
import type { Formula, Members } from './formula.js'
import type { UnitKind } from './policy-key.js'

/** A level, by the word that asked for it: `medium`, `payment`, `set_options.signers`. */
export interface AskedLevel {
  readonly level: ThresholdLevel
  readonly said: string
}

/** A rule to compare with: the account before a change, or another account of the policy. */
export type Reference = { readonly _tag: 'Base' } | { readonly _tag: 'Account'; readonly name: string }

export const RELATIONS = ['equals', 'stricter-than', 'looser-than', 'not-looser-than'] as const

/** How the coalitions of an account are to lie to those of another: =, ⊊, ⊋, ⊆. */
export type Relation = (typeof RELATIONS)[number]

interface AtLevel {
  readonly at: AskedLevel
}

/** One promise at one level. */
export type Claim =
  /** Whoever satisfies the formula can act. */
  | (AtLevel & { readonly _tag: 'Can'; readonly who: Formula })
  /** Nobody who has just enough for the formula can act. */
  | (AtLevel & { readonly _tag: 'Cannot'; readonly who: Formula })
  /** Nobody can act without so many of these. */
  | (AtLevel & { readonly _tag: 'Needs'; readonly count: number; readonly of: Members })
  /** Whichever so many units are lost, the others can act. */
  | (AtLevel & { readonly _tag: 'Survives'; readonly lose: number; readonly by: UnitKind })
  /** Whichever so many units are stolen, the thief cannot act. */
  | (AtLevel & { readonly _tag: 'Withstands'; readonly steal: number; readonly by: UnitKind })
  /** Whichever so many units are stolen, the others can still change the signers. */
  | { readonly _tag: 'Recovers'; readonly steal: number; readonly by: UnitKind }
  /** Everybody who can act satisfies the formula. */
  | (AtLevel & { readonly _tag: 'Every'; readonly has: Formula })
  /** Acting never takes fewer signatures, and no minimal set of signers takes more. */
  | (AtLevel & {
      readonly _tag: 'Signatures'
      readonly atLeast: O.Option<number>
      readonly atMost: O.Option<number>
    })
  | (AtLevel & { readonly _tag: 'Compare'; readonly relation: Relation; readonly other: Reference })
  /** No two groups that share nobody can both act. */
  | (AtLevel & { readonly _tag: 'Proper' })
  /** However all signers fall into two groups, one of them can act. */
  | (AtLevel & { readonly _tag: 'Strong' })
  /** The same for all divisions with these on one side and those on the other. */
  | (AtLevel & { readonly _tag: 'NoDeadlock'; readonly between: readonly [Members, Members] })
  /** Everybody matters to somebody. */
  | (AtLevel & { readonly _tag: 'NoDummies' })
  /** Each of these may stand in for each other. */
  | (AtLevel & { readonly _tag: 'Interchangeable'; readonly of: Members })
  /** Each of these can always stand in for the next, and never the other way round everywhere. */
  | (AtLevel & { readonly _tag: 'Ranks'; readonly of: Members })
  /** How often this key decides. */
  | (AtLevel & {
      readonly _tag: 'Power'
      readonly of: Members
      readonly index: 'banzhaf' | 'shapley-shubik'
      readonly atLeast: O.Option<Rational>
      readonly atMost: O.Option<Rational>
    })
  /** No unit can act alone. */
  | (AtLevel & { readonly _tag: 'NoDictator'; readonly by: UnitKind })
  /** No unit is always needed. */
  | (AtLevel & { readonly _tag: 'NoVeto'; readonly by: UnitKind })
  /** Somebody can act, with the 20 signatures that an envelope holds. */
  | (AtLevel & { readonly _tag: 'Reachable' })
  /** Whoever reaches high reaches medium, and whoever reaches medium reaches low. */
  | { readonly _tag: 'Nested' }

/** The level that a claim speaks of; `Recovers` speaks of high, `Nested` of all. */
export const levelOf = (claim: Claim): ThresholdLevel =>
  claim._tag === 'Recovers' || claim._tag === 'Nested' ? 'High' : claim.at.level
