/**
 * All promises of an account as a question to its numbers, for whoever looks for numbers: which promises
 * some numbers break, and what that says of all others.
 */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, totalOf } from '../../../kernel/model/index.js'
import { gameAt } from '../../coalition/index.js'
import type { Conflict } from '../asserted.js'
import { decide } from '../decide.js'
import { formOf } from '../form-of.js'
import type { Policy } from '../policy.js'
import { runAssertions } from '../run.js'
import type { Row } from '../solve/linear-program.js'
import { contradictionOf, rulesOf } from './contradiction.js'
import { accountWith, askIn, groundOf, policyWith, rowsOf, type Judge, type Standing } from './ground.js'
import { rivalryOf } from './rivals.js'
import type { Numbers } from './weighing.js'

/** What is said to numbers. */
export type Objected =
  | { readonly _tag: 'Kept' }
  /** Promises that they break, and inequalities that all numbers keep that break none; maybe none is known. */
  | { readonly _tag: 'Broken'; readonly assertions: readonly string[]; readonly rows: readonly Row[] }

/** The promises of one account. */
export interface NumbersQuestion {
  /** StrKeys of those who have weight, the master key among them if it has. */
  readonly keys: readonly string[]
  /** Numbers are the weights of the keys, then the quotas of low, medium and high. */
  readonly ask: (numbers: Numbers) => Objected
  /** Promises of which not all can be kept, whatever the numbers; none where that is not proved. */
  readonly conflict: () => O.Option<Conflict>
  /** Ids of assertions that say nothing of numbers as things are: vacuous, or not known. */
  readonly setAside: readonly string[]
  /** Ids of all the others. */
  readonly asked: readonly string[]
}

const JUDGE: Judge = { decide, isLinear: (claim) => formOf(claim).isLinear }

const isSpoken = ({ answer }: Standing): boolean => answer._tag === 'Holds' || answer._tag === 'Violated'

const idsOf = (standings: readonly Standing[]): readonly string[] => [
  ...new Set(standings.map(({ assertion }) => assertion)),
]

/** The promises of an account of a policy, and of those that are compared with it. */
export const numbersQuestion =
  (policy: Policy, base: O.Option<Policy>) =>
  (name: string): NumbersQuestion => {
    const ground = groundOf(JUDGE)(policy, base)(name)(runAssertions(policy, base))
    const spoken = ground.standings.filter(isSpoken)
    const rowsFrom = rowsOf(ground)
    return {
      keys: ground.keys,
      setAside: idsOf(ground.standings.filter((one) => !isSpoken(one))),
      asked: idsOf(spoken),
      ask: (numbers) => {
        const account = accountWith(ground, numbers)
        const ask = askIn(ground, policyWith(ground, numbers))
        const broken = spoken
          .map((standing) => ({ standing, answer: ask(standing) }))
          .filter(({ answer }) => answer._tag !== 'Holds')
        const isOutOfReach = THRESHOLD_LEVELS.some((level) => {
          const { game } = gameAt(level)(account)
          return totalOf(game) < game.quota
        })
        return broken.length === 0 && !isOutOfReach
          ? { _tag: 'Kept' }
          : {
              _tag: 'Broken',
              assertions: idsOf(broken.map(({ standing }) => standing)),
              rows: broken.flatMap(({ standing, answer }) => rowsFrom(standing, answer)),
            }
      },
      conflict: () => {
        const rules = rulesOf(ground)
        const contradiction = contradictionOf(ground, rules)
        const violated = idsOf(spoken.filter(({ answer }) => answer._tag === 'Violated'))
        return violated.reduce<O.Option<Conflict>>(
          (found, id) => O.alt(() => O.alt(() => rivalryOf(ground)(id))(contradiction(id)))(found),
          O.none,
        )
      },
    }
  }
