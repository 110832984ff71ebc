/** What a change means: how much may be lost or stolen before and after, and who gains and who loses. */
import * as O from 'fp-ts/lib/Option.js'
import type { Distinguishing, LevelDifference, Tolerance } from '../../../advice/coalition/index.js'
import type { Plan, ToleranceChange } from '../../../advice/plan/index.js'
import { coalitionText } from '../analysis/coalition-words.js'
import { THRESHOLD_LEVELS } from '../../../kernel/model/index.js'
import { signerLabel } from '../analysis/report.js'
import { compared, RELATION } from '../difference/page.js'
import { paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { dim, span, type Span } from '../styled.js'
import { joined, levelWord } from '../words.js'

/** A tolerance as a number; in words where there is none. */
export const toleranceWord = (tolerance: Tolerance): string => {
  switch (tolerance._tag) {
    case 'Known':
      return `${tolerance.exact ? '' : 'at least '}${String(tolerance.tolerated)}`
    case 'Broken':
      return 'broken'
    case 'Unknown':
      return 'not known'
  }
}

const pairText = (before: string, after: string): string =>
  before === after ? `${before}, as before` : `${before} → ${after}`

const fewestText = (fewest: O.Option<number>): string => (O.isSome(fewest) ? String(fewest.value) : 'never')

/** Levels as they are called together. */
const levelsText = (levels: readonly string[]): string =>
  levels.length === THRESHOLD_LEVELS.length ? 'every level' : joined(levels)

/** How a level is called, and what is said of it: levels of which the same is said are told together. */
interface LevelTold {
  readonly level: string
  readonly text: string
}

const grouped = (told: readonly LevelTold[]): readonly LevelTold[] => {
  const groups: { readonly levels: string[]; readonly text: string }[] = []
  for (const { level, text } of told) {
    const group = groups.find((one) => one.text === text)
    if (group === undefined) groups.push({ levels: [level], text })
    else group.levels.push(level)
  }
  return groups.map(({ levels, text }) => ({ level: levelsText(levels), text }))
}

const toleranceText = ({ loss, theft, fewest }: ToleranceChange): string =>
  [
    `keys that may be lost ${pairText(toleranceWord(loss[0]), toleranceWord(loss[1]))}`,
    `stolen ${pairText(toleranceWord(theft[0]), toleranceWord(theft[1]))}`,
    `fewest signatures ${pairText(fewestText(fewest[0]), fewestText(fewest[1]))}`,
  ].join('; ')

/** One line for each level, or for several of which the same is said. */
export const toleranceBlocks = (tolerances: readonly ToleranceChange[]): readonly Block[] =>
  grouped(tolerances.map((one) => ({ level: levelWord(one.level), text: toleranceText(one) }))).map(
    ({ level, text }) => paragraph(2, 4, dim(`${level}: `), span(text)),
  )

const setText = (
  names: Names,
  title: string,
  { needed, isOverfull }: LevelDifference,
  set: O.Option<Distinguishing>,
): readonly string[] => {
  if (O.isNone(set)) return []
  const { keys, given, sums } = set.value
  const advance = O.isSome(given)
    ? ` with the transaction that ${signerLabel(names)(given.value)} authorized in advance`
    : ''
  const [was, is] = [compared(sums[0], needed[0], isOverfull[0]), compared(sums[1], needed[1], isOverfull[1])]
  return [`${title}: ${coalitionText(names, keys)}${advance} (${was}; then ${is})`]
}

interface Gained {
  readonly levels: string[]
  readonly relation: Span
  readonly lines: readonly string[]
}

/** Who can act before only and after only, level by level; levels of which the same is said once. */
export const gainBlocks = (names: Names, { difference }: Pick<Plan, 'difference'>): readonly Block[] => {
  const groups: Gained[] = []
  for (const level of difference.levels) {
    const lines = [
      ...setText(names, 'only before', level, level.loses),
      ...setText(names, 'only after', level, level.gains),
    ]
    const relation = RELATION[level.relation]
    const same = groups.find(
      (one) => one.relation.text === relation.text && one.lines.join('\n') === lines.join('\n'),
    )
    if (same === undefined) groups.push({ levels: [levelWord(level.level)], relation, lines })
    else same.levels.push(levelWord(level.level))
  }
  return groups.flatMap(({ levels, relation, lines }) => [
    paragraph(2, 4, dim(`${levelsText(levels)}: `), relation),
    ...lines.map((line) => paragraph(4, 6, span(line))),
  ])
}
