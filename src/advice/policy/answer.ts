/**
 * What is said to a claim. Only `Holds` passes: a claim over nobody promises nothing, and what is not
 * known is not promised.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { Coalition, ThresholdLevel } from '../../kernel/model/index.js'

/** A set of keys that makes an argument, with its weight in the rule that it is weighed by. */
export interface Exhibit {
  /** What it is, in a few words: `signed by`, `who is left`, `the other side`. */
  readonly title: string
  /** Units that stand for the keys, where the claim speaks of units: `anna`, `zurich-office`. */
  readonly units: readonly string[]
  /** StrKeys, heaviest first. */
  readonly keys: Coalition
  /** What each of them weighs, in the order of the keys. */
  readonly weights: readonly number[]
  readonly sum: number
  readonly quota: number
  /** Whether it is weighed by the account itself, or by what the account is compared with. */
  readonly rule: 'own' | 'other'
}

/** How much is asked for, and how much holds. */
export interface Tolerated {
  readonly asked: number
  readonly holds: number
  /** What is counted: `key`, `holder`, `signature`. */
  readonly unit: string
}

/** A set that must win, or must not, under every rule that keeps a claim: an inequality over weights. */
export interface Demand {
  readonly level: ThresholdLevel
  readonly keys: Coalition
  readonly must: 'win' | 'lose'
}

/** People who refute a claim. */
export interface Counterexample {
  readonly level: ThresholdLevel
  /** What it shows, in one or two whole sentences, with the names that people have. */
  readonly says: string
  readonly exhibits: readonly Exhibit[]
  /** The most that would hold, where the claim counts something. */
  readonly tolerated: O.Option<Tolerated>
  /**
   * What it breaks; one for claims that are nothing but inequalities (see `ClaimForm.isLinear`), none
   * for the others.
   */
  readonly demands: readonly Demand[]
}

/** Why a claim holds: the sets at which it would break first, and that they do not. */
export interface Certificate {
  readonly level: ThresholdLevel
  /** In one line: `the 2 heaviest of 9 keys leave 7 of 7`. */
  readonly says: string
  readonly exhibits: readonly Exhibit[]
}

/** Why something is not known. */
export interface Unknowable {
  /** Kebab-case: `no-metadata`, `no-base`, `base-unreadable`, `conditional-signers`, `gave-up`. */
  readonly code: string
  /** Lower case, no full stop. */
  readonly says: string
  readonly help: string
  /** Keys that it is about. */
  readonly keys: Coalition
}

/** What is said to one claim. */
export type Answer =
  | { readonly _tag: 'Holds'; readonly certificate: Certificate }
  | { readonly _tag: 'Violated'; readonly counterexample: Counterexample }
  /** It speaks of nobody, or of more people than there are: it could not be broken. */
  | { readonly _tag: 'Vacuous'; readonly says: string; readonly help: string }
  | { readonly _tag: 'Unknown'; readonly why: Unknowable }
