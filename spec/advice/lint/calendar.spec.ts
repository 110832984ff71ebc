import { expect } from 'chai'
import { isOlderThan, monthsAfter } from '../../../src/advice/lint/calendar.js'

describe('lint: months', () => {
  const months: readonly (readonly [day: string, months: number, after: string])[] = [
    ['2026-03-01', 0, '2026-03-01'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2000-02-29', 12, '2001-02-28'],
    ['1900-01-31', 1, '1900-02-28'],
    ['2026-03-01', 24, '2028-03-01'],
    ['2026-11-30', 3, '2027-02-28'],
    ['9998-12-01', 24, '10000-12-01'],
  ]
  for (const [day, count, after] of months)
    it(`${day} and ${count} months is ${after}`, () => expect(monthsAfter(day, count)).to.equal(after))

  const ages: readonly (readonly [since: string, months: number, today: string, isOld: boolean])[] = [
    ['2024-11-21', 24, '2026-11-21', true],
    ['2024-11-22', 24, '2026-11-21', false],
    ['2027-01-01', 1, '2026-11-21', false],
    ['9998-12-01', 24, '2026-11-21', false],
  ]
  for (const [since, count, today, isOld] of ages)
    it(`on ${today}, ${since} is ${isOld ? '' : 'not '}${count} months ago`, () =>
      expect(isOlderThan(since, count, today)).to.equal(isOld))
})
