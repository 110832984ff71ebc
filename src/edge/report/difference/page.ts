/** A difference as a page for people: who can act before only and after only, level by level. */
import * as O from 'fp-ts/lib/Option.js'
import {
  isSameAuthority,
  type AccountDifference,
  type Distinguishing,
  type LevelDifference,
} from '../../../advice/coalition/index.js'
import type { Account } from '../../../kernel/model/index.js'
import { numbersText } from '../analysis/account-words.js'
import { coalitionText } from '../analysis/coalition-words.js'
import { signerLabel } from '../analysis/report.js'
import { layOut, padded, paragraph, type Block } from '../layout.js'
import { accountLabel, tellingApart, type Names } from '../names.js'
import { bad, dim, good, span, strong, warn, type Line, type Span } from '../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'
import { counted, joined, levelWord } from '../words.js'
import { changeMark, endsOf, isSameReport, keysOf, type DifferenceReport } from './difference.js'

/** Columns before what is said of a level. */
const LABEL = 10

/** Relations of a level as they are told. */
export const RELATION: Readonly<Record<LevelDifference['relation'], Span>> = {
  equal: good('= equal'),
  stricter: warn('< stricter'),
  looser: bad('> looser'),
  incomparable: bad('≠ incomparable'),
}

/** A sum against what is needed: `2 ≥ 2`. */
export const compared = (sum: number, needed: number, isOverfull: boolean): string =>
  `${String(sum)} ${sum >= needed ? '≥' : '<'} ${String(needed)}${isOverfull ? ', by more signatures than an envelope holds' : ''}`

const setBlocks = (
  names: Names,
  title: string,
  { needed, isOverfull }: LevelDifference,
  set: O.Option<Distinguishing>,
): readonly Block[] => {
  if (O.isNone(set)) return []
  const { keys, given, sums } = set.value
  const advance = O.isSome(given)
    ? ` with the transaction that ${signerLabel(names)(given.value)} authorized in advance`
    : ''
  return [
    paragraph(
      4,
      6,
      dim(`${title}: `),
      span(`${coalitionText(names, keys)}${advance} `),
      dim(
        `(before ${compared(sums[0], needed[0], isOverfull[0])}, after ${compared(sums[1], needed[1], isOverfull[1])})`,
      ),
    ),
  ]
}

const levelBlocks =
  (names: Names) =>
  (level: LevelDifference): readonly Block[] => {
    const { needed, relation, loses, gains } = level
    const takes =
      needed[0] === needed[1] ? String(needed[0]) : `${String(needed[0])}, then ${String(needed[1])}`
    return [
      paragraph(
        2,
        4,
        span(padded(levelWord(level.level), LABEL - 2).replaceAll(' ', '\u00a0')),
        RELATION[relation],
        dim(` · takes ${takes}`),
      ),
      ...setBlocks(names, 'only before', level, loses),
      ...setBlocks(names, 'only after', level, gains),
    ]
  }

const numberTexts = (names: Names, { thresholds, weights }: AccountDifference): readonly string[] => [
  ...thresholds.map(({ level, before, after }) => `${levelWord(level)} ${String(before)} → ${String(after)}`),
  ...weights.map((one) => {
    const label = signerLabel(names)(one.key)
    const [was, is] = [O.toNullable(one.before), O.toNullable(one.after)]
    const mark = changeMark(one)
    return mark === '~'
      ? `${label} ${String(was)} → ${String(is)}`
      : `${mark === '+' ? '+' : '−'}${label} ${String(was ?? is)}`
  }),
]

const differenceBlocks =
  (names: Names) =>
  (difference: AccountDifference): readonly Block[] => {
    const { before, after, levels } = difference
    const numbers = numberTexts(names, difference)
    const label = accountLabel(names)
    const heading = before.id === after.id ? label(after.id) : `${label(before.id)} → ${label(after.id)}`
    const isSame = isSameAuthority(difference)
    return [
      paragraph(0, 2, strong(heading), span(isSame ? ' · the same people can do the same' : '')),
      ...(isSame ? [] : levels.flatMap(levelBlocks(names))),
      ...(numbers.length === 0 ? [] : [paragraph(2, 4, dim('numbers: '), span(numbers.join(', ')))]),
    ]
  }

const oneSided =
  (names: Names, mark: Span, word: string) =>
  (account: Account): Block =>
    paragraph(
      0,
      2,
      mark,
      strong(accountLabel(names)(account.id)),
      span(` · ${word} · ${numbersText(account)}`),
    )

const endText = (report: DifferenceReport): Span => {
  const { both, added, removed } = report
  if (isSameReport(report)) return good('✓ the same people can do the same things')
  const changed = both.filter((one) => !isSameAuthority(one)).length
  const parts = [
    ...(changed > 0 ? [`${counted(changed, 'account')} changed`] : []),
    ...(added.length > 0 ? [`${String(added.length)} added`] : []),
    ...(removed.length > 0 ? [`${String(removed.length)} removed`] : []),
  ]
  return bad(`✗ ${joined(parts)}`)
}

/** The page of a difference, in lines of at most a width. */
export const differencePageOf =
  (width: number) =>
  (report: DifferenceReport): readonly Line[] => {
    const columns = Math.max(NARROWEST, Math.min(width, PAGE_WIDTH))
    const { sides, both, added, removed } = report
    const names = tellingApart(keysOf([...both.flatMap(endsOf), ...added, ...removed]))(report.names)
    return layOut(columns)([
      paragraph(0, 2, dim(`before: ${sides[0]} · after: ${sides[1]}`)),
      ...both.flatMap(differenceBlocks(names)),
      ...added.map(oneSided(names, warn('+ '), 'added')),
      ...removed.map(oneSided(names, warn('− '), 'removed')),
      paragraph(0, 2, endText(report)),
    ])
  }
