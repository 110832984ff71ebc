/** What changes, number by number: `+` for a signer that comes, `-` for one that goes, `~` for the rest. */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountDifference, WeightDifference } from '../../../advice/coalition/index.js'
import type { AccountId } from '../../../kernel/model/index.js'
import { signerLabel } from '../analysis/report.js'
import { changeMark } from '../difference/difference.js'
import { paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { bad, dim, good, span, warn, type Span } from '../styled.js'
import { counted, joined, levelWord } from '../words.js'
import { changeCounts } from './plan-report.js'

const MARKS: Readonly<Record<'+' | '-' | '~', Span>> = { '+': good('+ '), '-': bad('- '), '~': warn('~ ') }

/** `3 to add, 1 to remove`; nothing where nothing changes. */
export const countsText = (difference: AccountDifference): string => {
  const { added, removed, reweighed, thresholds } = changeCounts(difference)
  return joined(
    [
      ...(added > 0 ? [`${String(added)} to add`] : []),
      ...(removed > 0 ? [`${String(removed)} to remove`] : []),
      ...(reweighed > 0 ? [`${counted(reweighed, 'weight')} to change`] : []),
      ...(thresholds > 0 ? [`${counted(thresholds, 'threshold')} to change`] : []),
    ],
    'and',
  )
}

const weightText = ({ before, after }: WeightDifference): string =>
  O.isNone(before)
    ? `weight ${String(O.toNullable(after))}`
    : O.isNone(after)
      ? `weight ${String(before.value)} → removed`
      : `weight ${String(before.value)} → ${String(after.value)}`

const isMaster = ({ before }: AccountDifference, { key }: WeightDifference): boolean => key === before.id

/**
 * A number that changes. Whoever comes is told by the whole key: a name is what a file says, and a short
 * key that looks right can be made.
 */
const weightBlocks =
  (names: Names, difference: AccountDifference) =>
  (one: WeightDifference): readonly Block[] => {
    const mark = changeMark(one)
    const isNew = mark === '+' && !isMaster(difference, one)
    const label = signerLabel(names)(one.key)
    const hasName =
      label !== one.key && (O.isSome(names.key(one.key)) || O.isSome(names.account(one.key as AccountId)))
    const called = `${isNew && !hasName ? one.key : label}${isMaster(difference, one) ? ' (master key)' : ''}`
    return [
      paragraph(2, 4, MARKS[mark], span(`${called}, ${weightText(one)}`)),
      ...(isNew && hasName ? [paragraph(4, 4, dim(one.key))] : []),
    ]
  }

/** The lines of a difference, thresholds first, then those who come, who change and who go. */
export const changeBlocks = (names: Names, difference: AccountDifference): readonly Block[] => {
  const { thresholds, weights } = difference
  const levels = thresholds.map(
    ({ level, before, after }) => `${levelWord(level)} ${String(before)} → ${String(after)}`,
  )
  const ordered = (['+', '~', '-'] as const).flatMap((mark) =>
    weights.filter((one) => changeMark(one) === mark),
  )
  return [
    ...(levels.length === 0 ? [] : [paragraph(2, 4, MARKS['~'], span(`thresholds: ${levels.join(', ')}`))]),
    ...ordered.flatMap(weightBlocks(names, difference)),
  ]
}
