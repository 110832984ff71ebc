/** Days of a policy: `2026-03-01`, and only days that there are. */
import * as E from 'fp-ts/lib/Either.js'
import type { Day } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { refuse, type Read } from '../tree/problem.js'
import type { Tree } from '../tree/tree.js'
import { textIn } from '../tree/tree-reader.js'

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number)
  return (
    year !== undefined &&
    month !== undefined &&
    day !== undefined &&
    year > 0 &&
    day >= 1 &&
    day <= daysIn(year, month)
  )
}

/** A day. */
export const dayIn =
  (what: string) =>
  (tree: Tree): Read<Day> => {
    const text = textIn(what, 'a day such as `2026-03-01`')(tree)
    if (E.isLeft(text) || isDay(text.right)) return text
    return refuse(tree.offset, () =>
      failure(
        'bad-day',
        `${what} is ${quoted(text.right)}; expected a day`,
        DAY.test(text.right)
          ? 'the calendar has no such day'
          : 'write year, month and day, as in `2026-03-01`',
      ),
    )
  }
