/** Candidates for a repair: other numbers for an account, and what its claims teach of them. */
import { THRESHOLD_LEVELS, totalOf, type Account, type ThresholdLevel } from '../../../kernel/model/index.js'
import { gameAt } from '../../coalition/index.js'
import {
  accountWith,
  askIn,
  choicesOf,
  isFine,
  policyWith,
  rowsOf,
  type Ground,
  type Standing,
} from './ground.js'
import { ownedBy, type Numbers, type Owned } from './weighing.js'

/** What is to be kept, and what is wanted. */
export interface Order {
  readonly ground: Ground
  /** Claims that are to hold afterwards. */
  readonly wanted: ReadonlySet<Standing>
  /** Demands of these claims, and of claims that hold. */
  readonly known: readonly Owned<Standing>[]
}

const isReachable = (level: ThresholdLevel, account: Account): boolean => {
  const { game } = gameAt(level)(account)
  return totalOf(game) >= game.quota
}

/** Levels that can be reached, and have to stay so. */
const reachedLevels = ({ subject }: Ground): readonly ThresholdLevel[] =>
  THRESHOLD_LEVELS.filter((level) => isReachable(level, subject.account))

/** Whether claims are as they have to be with other numbers, or what that teaches. */
export type Lesson =
  | { readonly _tag: 'Fine' }
  | {
      readonly _tag: 'Not'
      /** Demands that would have to be met. */
      readonly rows: readonly Owned<Standing>[]
      /** Demands of which one would have to be met. */
      readonly choices: readonly Owned<Standing>[]
    }

/** Asks all claims of a candidate, those first that have refused one before. */
export const askedAbout = ({ ground, wanted }: Order): ((numbers: Numbers) => Lesson) => {
  const levels = reachedLevels(ground)
  const [rowsFrom, choicesFrom] = [rowsOf(ground), choicesOf(ground)]
  let order = [...ground.standings].sort((a, b) => Number(wanted.has(b)) - Number(wanted.has(a)))
  return (numbers) => {
    const account = accountWith(ground, numbers)
    if (!levels.every((level) => isReachable(level, account))) return { _tag: 'Not', rows: [], choices: [] }
    const ask = askIn(ground, policyWith(ground, numbers))
    for (const standing of order) {
      const answer = ask(standing)
      if (isFine(standing, wanted.has(standing), answer)) continue
      order = [standing, ...order.filter((one) => one !== standing)]
      return { _tag: 'Not', rows: rowsFrom(standing, answer), choices: choicesFrom(standing, answer) }
    }
    return { _tag: 'Fine' }
  }
}

/** Demands that a candidate has to meet, whatever the claims say: those known, and that levels stay in reach. */
export const rowsToKeep = ({ ground, wanted, known }: Order): readonly Owned<Standing>[] => {
  const [standing] = wanted
  if (standing === undefined) throw new Error('invariant: a repair is wanted for a claim')
  const own = ownedBy(standing)(ground.keys)
  return [...known, ...reachedLevels(ground).map((level) => own({ level, must: 'win', keys: ground.keys }))]
}
