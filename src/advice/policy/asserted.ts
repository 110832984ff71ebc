/** What became of an assertion: the answers to its claims, and what could be done about them. */
import type { Coalition, ThresholdLevel } from '../../kernel/model/index.js'
import type { Answer, Demand } from './answer.js'
import type { Claim } from './claim.js'
import type { Assertion } from './policy.js'
import type * as O from 'fp-ts/lib/Option.js'
import type { UnitKind } from './policy-key.js'

/** A claim, and what was said to it. */
export interface Answered {
  readonly claim: Claim
  readonly answer: Answer
}

/** One number that would have to change, or one fact about a key. */
export type Change =
  | {
      readonly _tag: 'Threshold'
      readonly level: ThresholdLevel
      readonly from: number
      readonly to: number
    }
  /** The weight of a signer by its StrKey, the master key among them; 0 removes it. */
  | { readonly _tag: 'Weight'; readonly key: string; readonly from: number; readonly to: number }
  /** The key goes to a unit that has no other: another holder, another vendor, another place. */
  | { readonly _tag: 'OwnUnit'; readonly kind: Exclude<UnitKind, 'key'>; readonly key: string }

/** One step of the argument that claims contradict each other. */
export interface Reason {
  /** The assertion that demands it. */
  readonly assertion: string
  readonly demand: Demand
  /** How often it is counted. */
  readonly times: bigint
  /** In one line: `without chair-1 and chair-2, the others must reach high`. */
  readonly says: string
}

/** Assertions of which not all can hold, whatever the weights; without any one of them the others can. */
export interface Conflict {
  readonly assertions: readonly string[]
  /** Demands that, counted so often, ask for more weight than they allow. */
  readonly reasons: readonly Reason[]
  /** Why all that cannot be, in one or two sentences, for whoever has read the reasons. */
  readonly ends: string
  /** The whole argument in sentences: the reasons, or the first of them, and the end. */
  readonly says: string
}

/** What could be done about a violation. */
export type Remedy =
  /** The smallest change with which this claim holds and no claim breaks that held. */
  | {
      readonly _tag: 'Repair'
      readonly changes: readonly Change[]
      /** Whether it is proved that no smaller change does. */
      readonly isSmallest: boolean
    }
  | { readonly _tag: 'Conflict'; readonly conflict: Conflict }
  /** None with so few changes; more were not tried. */
  | { readonly _tag: 'NotFound'; readonly tried: number; readonly gaveUp: boolean }

/** Of one account. */
export interface Asserted {
  readonly assertion: Assertion
  /** The name of the account. */
  readonly account: string
  readonly answers: readonly Answered[]
  /** Looked for where a claim is violated, and asked for. */
  readonly remedy: O.Option<Remedy>
  /** Small changes that were tried and break something else: the change, and the assertions. */
  readonly spoiled: readonly { readonly change: Change; readonly breaks: readonly string[] }[]
}

/** The worst of its answers: a violation, then nothing claimed, then not known. */
export const verdictOf = ({ answers }: Asserted): Answer['_tag'] =>
  (['Violated', 'Vacuous', 'Unknown'] as const).find((tag) =>
    answers.some(({ answer }) => answer._tag === tag),
  ) ?? 'Holds'

/** A set that some rule has to let act, or not. */
export const demand = (level: ThresholdLevel, must: Demand['must'], keys: Coalition): Demand => ({
  level,
  keys,
  must,
})
