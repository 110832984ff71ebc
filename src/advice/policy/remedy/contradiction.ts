/**
 * Contradictions: assertions of which not all can hold, whatever the weights. Found before any weight is
 * looked at, by adding up what the claims demand; the fewest assertions, one left out at a time.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Conflict } from '../asserted.js'
import { conflictFrom } from './conflict-words.js'
import { findRule, type Objection, type Ruled, type Weighed } from './find-rule.js'
import { askIn, policyWith, rowsOf, type Ground, type Standing } from './ground.js'
import { canDemand } from './refuted.js'
import { addsUp, type Numbers, type Owned } from './weighing.js'

/** So many rules are tried before it is given up. */
const ROUNDS = 150

type Row = Owned<Standing>

const isSpoken = ({ answer }: Standing): boolean => answer._tag === 'Holds' || answer._tag === 'Violated'

/** Claims of the account itself that demand anything by inequalities, and promise anything now. */
const linearOf = ({ standings, subject, judge }: Ground): readonly Standing[] =>
  standings.filter(
    (one) =>
      one.account === subject.name && isSpoken(one) && (judge.isLinear(one.claim) || canDemand(one.claim)),
  )

const objectionOf =
  (ground: Ground, standings: readonly Standing[]) =>
  (numbers: Numbers): Objection<Standing> => {
    const ask = askIn(ground, policyWith(ground, numbers))
    const rowsFrom = rowsOf(ground)
    const answers = standings.map((standing) => ({ standing, answer: ask(standing) }))
    const rows = answers.flatMap(({ standing, answer }) => rowsFrom(standing, answer))
    if (rows.length > 0) return { _tag: 'Breaks', rows }
    const isKept = ({ standing, answer }: (typeof answers)[number]): boolean =>
      answer._tag === 'Holds' || !ground.judge.isLinear(standing.claim)
    return answers.every(isKept) ? { _tag: 'None' } : { _tag: 'Unsaid' }
  }

/** Whether there is a rule that keeps the inequalities of these assertions. */
const ruleFor = (
  ground: Ground,
  known: readonly Row[],
  isIn: (assertion: string) => boolean,
): Ruled<Standing> =>
  findRule({
    keys: ground.keys.length,
    known: known.filter(({ owner }) => isIn(owner.assertion)),
    ask: objectionOf(
      ground,
      linearOf(ground).filter(({ assertion }) => isIn(assertion)),
    ),
    rounds: ROUNDS,
  })

/** All inequalities of the account together. */
export const rulesOf = (ground: Ground): Ruled<Standing> => {
  const rowsFrom = rowsOf(ground)
  const known = linearOf(ground).flatMap((standing) => rowsFrom(standing, standing.answer))
  return ruleFor(ground, known, () => true)
}

const ownersOf = (proof: readonly Weighed<Standing>[]): ReadonlySet<string> =>
  new Set(proof.map(({ row }) => row.owner.assertion))

interface Searched {
  readonly known: readonly Row[]
  readonly proof: readonly Weighed<Standing>[]
}

const joined = (known: readonly Row[], rows: readonly Row[]): readonly Row[] => [
  ...new Set([...known, ...rows]),
]

/**
 * As many of the other assertions as can hold together, those first that hold now, and then this one: a
 * proof that there is no room for it.
 */
const withoutRoom = (ground: Ground, all: Ruled<Standing>, violated: string): O.Option<Searched> => {
  const linear = new Set(linearOf(ground).map(({ assertion }) => assertion))
  const isBroken = (id: string): boolean =>
    ground.standings.some(({ assertion, answer }) => assertion === id && answer._tag === 'Violated')
  const kept = new Set([...linear].filter((id) => !isBroken(id)))
  let known = all.rows
  for (const id of [...linear].filter((one) => one !== violated && isBroken(one))) {
    const ruled = ruleFor(ground, known, (assertion) => kept.has(assertion) || assertion === id)
    known = joined(known, ruled.rows)
    if (ruled._tag === 'Found') kept.add(id)
  }
  const last = ruleFor(ground, known, (assertion) => kept.has(assertion) || assertion === violated)
  return last._tag === 'Impossible' ? O.some({ known: joined(known, last.rows), proof: last.proof }) : O.none
}

/** The same with as few assertions as possible: each is left out once, and stays out if it can. */
const withFewest = (ground: Ground, violated: string, start: Searched): Searched => {
  let { known, proof } = start
  for (const id of ownersOf(start.proof)) {
    const owners = ownersOf(proof)
    if (id === violated || !owners.has(id)) continue
    const ruled = ruleFor(ground, known, (assertion) => assertion !== id && owners.has(assertion))
    known = joined(known, ruled.rows)
    if (ruled._tag === 'Impossible') proof = ruled.proof
  }
  return { known, proof }
}

/** Two demands that say it all: a set that must win, and a set with all of it that must lose. */
const pairIn = ({ known, proof }: Searched): readonly Weighed<Standing>[] => {
  const owners = ownersOf(proof)
  const rows = known.filter(({ owner }) => owners.has(owner.assertion))
  const pairs = rows.flatMap((win) =>
    win.demand.must === 'lose'
      ? []
      : rows
          .filter((lose) => addsUp([win, lose].map(({ demand }) => ({ demand, times: 1n }))))
          .map((lose) => [win, lose] as const),
  )
  const all = pairs.filter((pair) => new Set(pair.map(({ owner }) => owner.assertion)).size === owners.size)
  const apart = ([win, lose]: readonly [Row, Row]): number => lose.demand.keys.length - win.demand.keys.length
  const [closest] = [...all].sort((a, b) => apart(a) - apart(b))
  return closest === undefined ? proof : closest.map((row) => ({ row, times: 1n }))
}

/**
 * A violated assertion that contradicts others, or itself. `all` is what `rulesOf` said of the account;
 * none where there is a rule that keeps it with all the others, or where it is not known.
 */
export const contradictionOf =
  (ground: Ground, all: Ruled<Standing>) =>
  (violated: string): O.Option<Conflict> => {
    if (all._tag !== 'Impossible') return O.none
    const searched = withoutRoom(ground, all, violated)
    if (O.isNone(searched)) return O.none
    const proof = pairIn(withFewest(ground, violated, searched.value))
    if (!addsUp(proof.map(({ row, times }) => ({ demand: row.demand, times }))))
      throw new Error('invariant: demands that contradict each other add up')
    return O.some(conflictFrom(ground, proof))
  }
