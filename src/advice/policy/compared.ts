/**
 * Comparing an account with what it was, or with another account: the four relations share the question
 * and differ in which answer they want. Two accounts are compared at one level, by who can act.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import { compareWith, gameUnder, type Comparison } from '../coalition/index.js'
import type { Answer, Counterexample, Exhibit, Unknowable } from './answer.js'
import { gameOf, type Asked } from './asked.js'
import type { Claim, Relation } from './claim.js'
import { exhibitOf } from './exhibit.js'
import { people, type Other } from './other-account.js'

type CompareClaim = Extract<Claim, { readonly _tag: 'Compare' }>

type Found =
  | { readonly _tag: 'Found'; readonly other: Other }
  | { readonly _tag: 'NotKnown'; readonly why: Unknowable }
  /** The account was not there before. */
  | { readonly _tag: 'New' }

const noBase: Unknowable = {
  code: 'no-base',
  says: 'it compares with the policy before the change, and none was given',
  help: 'name it with `--base`, as in `--base origin/main`',
  keys: [],
}

const find = ({ policy, account, base }: Asked, { other }: CompareClaim): Found => {
  if (other._tag === 'Account') {
    const named = policy.accounts.get(other.name)
    if (named === undefined) throw new Error('invariant: an account of a claim is one of its policy')
    return { _tag: 'Found', other: { policy, account: named, said: `on ${other.name}` } }
  }
  if (O.isNone(base)) return { _tag: 'NotKnown', why: noBase }
  const unclear = base.value.unclear?.get(account.account.id)
  if (unclear !== undefined) return { _tag: 'NotKnown', why: unclear }
  const before = [...base.value.accounts.values()].find((one) => one.account.id === account.account.id)
  return before === undefined
    ? { _tag: 'New' }
    : { _tag: 'Found', other: { policy: base.value, account: before, said: 'before the change' } }
}

/** Who can act on one side only, with the weights of both sides. */
interface Difference {
  readonly side: 'own' | 'other'
  readonly keys: Coalition
}

/** A difference that the relation forbids; none where there is none to show. */
const forbidden = (relation: Relation, comparison: Comparison): O.Option<Difference> => {
  const gained: O.Option<Difference> =
    comparison._tag === 'Looser' || comparison._tag === 'Incomparable'
      ? O.some({ side: 'own', keys: comparison.gains })
      : O.none
  const lost: O.Option<Difference> =
    comparison._tag === 'Stricter' || comparison._tag === 'Incomparable'
      ? O.some({ side: 'other', keys: comparison.loses })
      : O.none
  switch (relation) {
    case 'not-looser-than':
    case 'stricter-than':
      return gained
    case 'looser-than':
      return lost
    case 'equals':
      return O.isSome(gained) ? gained : lost
  }
}

const KEPT: Readonly<Record<Relation, readonly Comparison['_tag'][]>> = {
  equals: ['Equal'],
  'stricter-than': ['Stricter'],
  'looser-than': ['Looser'],
  'not-looser-than': ['Equal', 'Stricter'],
}

const COMPARED: Readonly<Record<Comparison['_tag'], string>> = {
  Equal: 'exactly the same groups can act',
  Stricter: 'fewer groups can act',
  Looser: 'more groups can act',
  Incomparable: 'some groups gain and some lose',
}

const exhibits = (
  asked: Asked,
  [own, theirs]: readonly [Game, Game],
  { said }: Other,
  keys: Coalition,
): readonly Exhibit[] => {
  const other = exhibitOf(asked, theirs)(said, keys)
  return [exhibitOf(asked, own)('here', keys), { ...other, rule: 'other' }]
}

const sentence = (asked: Asked, other: Other, claim: CompareClaim, { side, keys }: Difference): string => {
  const level = claim.at.level.toLowerCase()
  const who = people(asked, other, keys)
  const verb = keys.length === 1 ? 'reaches' : 'together reach'
  return side === 'own'
    ? `${who} ${verb} ${level} on ${asked.account.name}, and cannot ${other.said}.`
    : `${who} ${verb} ${level} ${other.said}, and cannot on ${asked.account.name}.`
}

const refutation = (
  asked: Asked,
  claim: CompareClaim,
  games: readonly [Game, Game],
  other: Other,
  comparison: Comparison,
): Counterexample => {
  const difference = forbidden(claim.relation, comparison)
  const shared = { level: claim.at.level, tolerated: O.none, demands: [] }
  return O.isNone(difference)
    ? {
        ...shared,
        says: `At ${claim.at.level.toLowerCase()}, ${COMPARED[comparison._tag]} as ${other.said}.`,
        exhibits: [],
      }
    : {
        ...shared,
        says: sentence(asked, other, claim, difference.value),
        exhibits: exhibits(asked, games, other, difference.value.keys),
      }
}

const certified = (claim: CompareClaim, says: string): Answer => ({
  _tag: 'Holds',
  certificate: { level: claim.at.level, says, exhibits: [] },
})

/** The answer to a comparison. */
export const compared = (asked: Asked, claim: CompareClaim): Answer => {
  const found = find(asked, claim)
  if (found._tag === 'NotKnown') return { _tag: 'Unknown', why: found.why }
  if (found._tag === 'New') return certified(claim, 'the account is new: nobody had any power over it before')
  const { other } = found
  const games = [
    gameOf(asked, claim.at.level),
    gameUnder(asked.circumstances)(claim.at.level)(other.account.account).game,
  ] as const
  const comparison = compareWith(games[1])(games[0])
  return KEPT[claim.relation].includes(comparison._tag)
    ? certified(claim, `compared with ${other.said.replace(/^on /, '')}, ${COMPARED[comparison._tag]}`)
    : { _tag: 'Violated', counterexample: refutation(asked, claim, games, other, comparison) }
}

const WORDS: Readonly<Record<Relation, string>> = {
  equals: 'as',
  'stricter-than': 'stricter than',
  'looser-than': 'looser than',
  'not-looser-than': 'not looser than',
}

/** The claim in a few words: `medium not looser than before`. */
export const comparisonText = ({ relation, other, at }: CompareClaim): string =>
  `${at.said} ${WORDS[relation]} ${other._tag === 'Base' ? 'before' : other.name}`
