/**
 * An account as rules look at it: its games at the three levels, whether each can be reached at all, and
 * the names that people have.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  THRESHOLD_LEVELS,
  thresholdAt,
  type Game,
  type Player,
  type ThresholdLevel,
} from '../../kernel/model/index.js'
import { gameAt, reachAt, USUAL, type Reach } from '../coalition/index.js'
import { exhibitOf, list, nameOf, type Asked, type Claim, type Exhibit, type Place } from '../policy/index.js'
import type { PolicyAccount } from '../policy/index.js'
import type { LintInput } from './lint-input.js'

/** An account at a level. */
export interface LevelView {
  readonly level: ThresholdLevel
  /** As it is written; what it takes is at least 1. */
  readonly threshold: number
  readonly game: Game
  readonly reach: Reach
}

/** An account of the policy. */
export interface Subject {
  readonly input: LintInput
  readonly account: PolicyAccount
  readonly asked: Asked
  readonly levels: Readonly<Record<ThresholdLevel, LevelView>>
  /** Everybody who can sign anything; a transaction authorized in advance is nobody. */
  readonly players: readonly Player[]
  /** Everything that is claimed of it. */
  readonly claims: readonly Claim[]
}

const viewOf = ({ account }: PolicyAccount, level: ThresholdLevel): LevelView => ({
  level,
  threshold: thresholdAt(level)(account.thresholds),
  game: gameAt(level)(account).game,
  reach: reachAt(level)({ account, lost: [], stolen: [] }),
})

/** All claims by the names of accounts: found once, since every rule asks. */
const claimsIn = ({ policy }: LintInput): ReadonlyMap<string, readonly Claim[]> => {
  const claims = new Map<string, Claim[]>()
  for (const assertion of policy.assertions)
    for (const name of assertion.on) {
      const known = claims.get(name)
      if (known === undefined) claims.set(name, [...assertion.claims])
      else known.push(...assertion.claims)
    }
  return claims
}

const subjectOf =
  (input: LintInput, claims: ReadonlyMap<string, readonly Claim[]>) =>
  (account: PolicyAccount): Subject => {
    const levels = {
      Low: viewOf(account, 'Low'),
      Medium: viewOf(account, 'Medium'),
      High: viewOf(account, 'High'),
    }
    return {
      input,
      account,
      asked: { policy: input.policy, account, base: O.none, circumstances: USUAL },
      levels,
      players: levels.High.game.players,
      claims: claims.get(account.name) ?? [],
    }
  }

/** Subjects of an input: thirty rules look at the same games. The answer depends on the input alone. */
const KNOWN = new WeakMap<LintInput, readonly Subject[]>()

/** The accounts of a policy, in its order. */
export const subjectsOf = (input: LintInput): readonly Subject[] => {
  const known = KNOWN.get(input)
  if (known !== undefined) return known
  const made = [...input.policy.accounts.values()].map(subjectOf(input, claimsIn(input)))
  KNOWN.set(input, made)
  return made
}

/** Whether those who can sign reach a level together. */
export const isReached = ({ reach }: LevelView): boolean => reach._tag === 'Reachable'

/** Levels that can be reached by signatures, the strongest first. */
export const reachedLevels = ({ levels }: Subject): readonly LevelView[] =>
  THRESHOLD_LEVELS.toReversed()
    .map((level) => levels[level])
    .filter(isReached)

/** A key as people call it, with who holds it where that is another name: `chair-1 (anna)`. */
export const who =
  ({ input: { policy } }: Subject) =>
  (key: string): string => {
    const name = nameOf(policy, key)
    const holder = O.toUndefined(policy.keysByStrkey.get(key)?.holder ?? O.none)
    return holder === undefined || holder === name ? name : `${name} (${holder})`
  }

/** Keys heaviest first, equals by name. */
export const ranked = (subject: Subject, keys: readonly string[]): readonly string[] => {
  const { policy } = subject.input
  const earlier = (a: string, b: string): number => (nameOf(policy, a) < nameOf(policy, b) ? -1 : 1)
  return keys.toSorted((a, b) => weightOf(subject, b) - weightOf(subject, a) || earlier(a, b))
}

/** Keys as people call them, in a sentence; heaviest first. */
export const whoAll =
  (subject: Subject) =>
  (keys: readonly string[]): string =>
    list(ranked(subject, keys).map(who(subject)))

/** A set of keys, weighed at a level. */
export const exhibitAt = (
  { asked }: Subject,
  { game }: LevelView,
  title: string,
  keys: readonly string[],
): Exhibit => exhibitOf(asked, game)(title, keys)

/** Where the weight of a key is written. */
export const placeOfKey = ({ account }: Subject, key: string): Place =>
  key === account.account.id ? account.masterPlace : (account.signerPlaces.get(key) ?? account.place)

/** Where a threshold is written. */
export const placeOfLevel = ({ account }: Subject, level: ThresholdLevel): Place =>
  account.thresholdPlaces[level]

/** The weight of a key in the account; 0 where it is no signer. */
export const weightOf = ({ players }: Subject, key: string): number =>
  players.find(({ id }) => id === key)?.weight ?? 0

/** `low`, `medium`, `high`. */
export const word = (level: ThresholdLevel): string => level.toLowerCase()

/** `low and medium`. */
export const words = (levels: readonly ThresholdLevel[]): string =>
  list(THRESHOLD_LEVELS.filter((level) => levels.includes(level)).map(word))
