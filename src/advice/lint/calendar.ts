/** Days and months: how old something is, by the calendar and not by the clock. */
import type { Day } from '../policy/index.js'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 31)

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/**
 * The day so many months later, or the last of that month where it has no such day.
 *
 * @example
 * monthsAfter('2026-01-31', 1) // '2026-02-28'
 */
export const monthsAfter = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return `${digits(toYear, 4)}-${digits(toMonth, 2)}-${digits(Math.min(date, daysIn(toYear, toMonth)), 2)}`
}

/** Whether at least so many months have passed since a day. */
export const isOlderThan = (since: Day, months: number, today: Day): boolean => {
  const due = monthsAfter(since, months)
  // Beyond the year 9999 a day has one digit more, and comes after every other.
  return due.length === today.length ? due <= today : due.length < today.length
}
