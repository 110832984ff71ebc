import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import type { Finding } from '../../../src/advice/lint/index.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../../src/kernel/model/index.js'
import {
  afterEdits,
  arbitraryNumbers,
  findingsOf,
  playersOf,
  tableOf,
  type Numbers,
} from './random-account.js'

/** What all groups of an account reach, by adding up. */
interface Naive {
  readonly ids: readonly string[]
  readonly tables: Readonly<Record<ThresholdLevel, readonly boolean[]>>
  readonly thresholds: Readonly<Record<ThresholdLevel, number>>
  readonly all: number
}

const naiveOf = (numbers: Numbers): Naive => {
  const [Low, Medium, High] = numbers.thresholds
  const { ids } = playersOf(numbers)
  return {
    ids,
    tables: {
      Low: tableOf(numbers, 'Low'),
      Medium: tableOf(numbers, 'Medium'),
      High: tableOf(numbers, 'High'),
    },
    thresholds: { Low, Medium, High },
    all: 2 ** ids.length - 1,
  }
}

const of = (findings: readonly Finding[], rule: string): readonly Finding[] =>
  findings.filter((finding) => finding.rule === rule)

const evidenceOf = (findings: readonly Finding[], rule: string): readonly (readonly string[])[] =>
  of(findings, rule)
    .map(({ evidence }) => evidence)
    .toSorted()

const isReached = ({ tables, all }: Naive, level: ThresholdLevel): boolean => tables[level][all] === true

const players = (naive: Naive, is: (at: number) => boolean): readonly string[] =>
  naive.ids.filter((_, at) => is(at))

const alone = (naive: Naive, level: ThresholdLevel): readonly string[] =>
  naive.ids.length > 1 && naive.thresholds[level] > 0
    ? players(naive, (at) => naive.tables[level][1 << at] === true)
    : []

const needed = (naive: Naive, level: ThresholdLevel): readonly string[] =>
  naive.ids.length > 1 && isReached(naive, level)
    ? players(naive, (at) => naive.tables[level][naive.all ^ (1 << at)] === false)
    : []

const vetoes = (naive: Naive, level: ThresholdLevel): readonly string[] => {
  const keys = needed(naive, level)
  const single = players(naive, (at) => naive.tables[level][1 << at] === true)
  return keys.length === naive.ids.length ? [] : keys.filter((key) => !single.includes(key))
}

const isDummyAt = ({ tables }: Naive, level: ThresholdLevel, at: number): boolean =>
  tables[level].every((wins, mask) => wins === tables[level][mask ^ (1 << at)])

const isDummy = (naive: Naive, at: number): boolean =>
  THRESHOLD_LEVELS.every((level) => isDummyAt(naive, level, at))

const swapped = (mask: number, a: number, b: number): number =>
  ((mask >> a) & 1) === ((mask >> b) & 1) ? mask : mask ^ (1 << a) ^ (1 << b)

const areAlike = ({ tables }: Naive, a: number, b: number): boolean =>
  THRESHOLD_LEVELS.every((level) =>
    tables[level].every((wins, mask) => wins === tables[level][swapped(mask, a, b)]),
  )

const haveRivals = ({ tables, all }: Naive): boolean =>
  tables.High.some((wins, mask) => wins && tables.High[all ^ mask] === true)

const winsOnly = ({ tables }: Naive, a: ThresholdLevel, b: ThresholdLevel): boolean =>
  tables[a].some((wins, mask) => wins && tables[b][mask] !== true)

const always = (law: (naive: Naive, findings: readonly Finding[], numbers: Numbers) => void): void =>
  fc.assert(
    fc.property(arbitraryNumbers, (numbers) => law(naiveOf(numbers), findingsOf(numbers), numbers)),
    { numRuns: 300 },
  )

describe('rules agree with all groups, one by one', () => {
  it('on levels that nobody reaches', () =>
    always((naive, findings) => {
      expect(of(findings, 'high-unreachable').length).to.equal(isReached(naive, 'High') ? 0 : 1)
      const stuck = (['Low', 'Medium'] as const).filter((level) => !isReached(naive, level))
      expect(evidenceOf(findings, 'level-unreachable').map(([level]) => level)).to.deep.equal(
        isReached(naive, 'High') ? stuck : [],
      )
    }))

  it('on keys that act alone', () =>
    always((naive, findings) => {
      const high = alone(naive, 'High')
      const isOpen = naive.ids.length > 1 && naive.thresholds.High === 0
      const medium = isOpen ? [] : alone(naive, 'Medium').filter((key) => !high.includes(key))
      const told = (level: string, keys: readonly string[]): readonly (readonly string[])[] =>
        keys.length === 0 ? [] : [[level, ...keys.toSorted()]]
      expect(evidenceOf(findings, 'single-key-high')).to.deep.equal(told('High', high))
      expect(evidenceOf(findings, 'single-key-medium')).to.deep.equal(told('Medium', medium))
    }))

  it('on thresholds of 0', () =>
    always((naive, findings) => {
      const open = THRESHOLD_LEVELS.toReversed().filter((level) => naive.thresholds[level] === 0)
      const levels = naive.ids.length > 1 ? open : []
      const told = of(findings, 'threshold-zero').flatMap(({ evidence }) => evidence.slice(0, levels.length))
      expect(told).to.deep.equal(levels)
    }))

  it('on keys without which nobody acts', () =>
    always((naive, findings) => {
      const told = new Map<string, readonly string[]>()
      for (const level of ['High', 'Medium'] as const)
        for (const key of vetoes(naive, level)) told.set(key, [...(told.get(key) ?? []), level])
      expect(evidenceOf(findings, 'undeclared-veto')).to.deep.equal(
        [...told].map(([key, levels]) => [...levels, key]).toSorted(),
      )
      const locking = needed(naive, 'High').filter(
        (key) => !vetoes(naive, 'High').includes(key) && !alone(naive, 'High').includes(key),
      )
      expect(evidenceOf(findings, 'one-key-loss-locks')).to.deep.equal(
        locking.length === 0 ? [] : [['High', ...locking.toSorted()]],
      )
    }))

  it('on signatures that never make a difference', () =>
    always((naive, findings) => {
      const isWhole = THRESHOLD_LEVELS.every((level) => isReached(naive, level))
      const keys = isWhole ? players(naive, (at) => isDummy(naive, at)) : []
      expect(evidenceOf(findings, 'dummy-signer')).to.deep.equal(keys.map((key) => [key]).toSorted())
    }))

  it('on weights that differ for nothing', () =>
    always((naive, findings, numbers) => {
      const { weights } = playersOf(numbers)
      const isWhole = THRESHOLD_LEVELS.every((level) => isReached(naive, level))
      const classes = naive.ids.map((_, a) =>
        naive.ids.filter((__, b) => a === b || areAlike(naive, a, b)).toSorted(),
      )
      const unequal = classes.filter(
        (keys, at) =>
          isWhole &&
          !isDummy(naive, at) &&
          naive.ids[at] === keys[0] &&
          new Set(keys.map((key) => weights[naive.ids.indexOf(key)])).size > 1,
      )
      expect(evidenceOf(findings, 'unequal-but-interchangeable')).to.deep.equal(unequal.toSorted())
    }))

  it('on two groups that share nobody', () =>
    always((naive, findings) => {
      const isTold = alone(naive, 'High').length > 0 || (naive.ids.length > 1 && naive.thresholds.High === 0)
      expect(of(findings, 'improper').length).to.equal(!isTold && haveRivals(naive) ? 1 : 0)
    }))

  it('on the order of thresholds', () =>
    always((naive, findings) => {
      const { tables, thresholds } = naive
      const isHigher = isReached(naive, 'Medium') && winsOnly(naive, 'High', 'Medium')
      expect(of(findings, 'thresholds-out-of-order').length).to.equal(isHigher ? 1 : 0)
      const isLower = isReached(naive, 'Low') && winsOnly(naive, 'Medium', 'Low')
      expect(of(findings, 'low-above-medium').length).to.equal(isLower ? 1 : 0)
      const same = (
        [
          ['Low', 'Medium'],
          ['Medium', 'High'],
        ] as const
      ).filter(
        ([a, b]) =>
          isReached(naive, a) &&
          isReached(naive, b) &&
          Math.max(1, thresholds[a]) !== Math.max(1, thresholds[b]) &&
          tables[a].every((wins, mask) => wins === tables[b][mask]),
      )
      expect(evidenceOf(findings, 'thresholds-same-rule')).to.deep.equal(same.map((pair) => [...pair]))
    }))
})

describe('fixes', () => {
  it('that are called equivalent let every group act as before', () =>
    always((_, findings, numbers) => {
      for (const { fix } of findings) {
        if (O.isNone(fix) || fix.value.effect !== 'equivalent') continue
        const after = afterEdits(numbers, fix.value.edits)
        for (const level of THRESHOLD_LEVELS)
          expect(withMaster(after, numbers, level)).to.deep.equal(tableOf(numbers, level))
      }
    }))

  it('that are called equivalent come to an end, one after the other, with the rule as it was', () =>
    always((_, findings, numbers) => {
      let [left, after] = [findings, numbers]
      for (let step = 0; ; step++) {
        expect(step, 'fixes of fixes').to.be.below(12)
        const fix = left
          .map((finding) => O.toUndefined(finding.fix))
          .find((one) => one?.effect === 'equivalent' && one.edits.every(({ _tag }) => _tag !== 'Append'))
        if (fix === undefined) break
        after = afterEdits(after, fix.edits)
        left = findingsOf(after)
      }
      for (const level of THRESHOLD_LEVELS)
        expect(withMaster(after, numbers, level)).to.deep.equal(tableOf(numbers, level))
    }))

  it('that make numbers smaller make none larger', () =>
    always((_, findings, numbers) => {
      for (const { fix } of of(findings, 'weights-not-minimal')) {
        if (O.isNone(fix)) continue
        const after = afterEdits(numbers, fix.value.edits)
        const all = ({ master, signers, thresholds }: Numbers): readonly number[] => [
          master,
          ...signers,
          ...thresholds,
        ]
        const [before, now] = [all(numbers), all(after)]
        now.forEach((number, at) => expect(number).to.be.at.most(before[at]!))
        expect(now).to.not.deep.equal(before)
      }
    }))

  it('are found for shares in per cent, whatever the shares are', () => {
    const found = findingsOf({ master: 0, signers: [40, 30, 20, 10], thresholds: [51, 51, 71] })
    expect(of(found, 'weights-not-minimal').map(({ fix }) => O.isSome(fix))).to.deep.equal([true])
  })
})

/** The table over the players before, where a master key that is switched off adds nothing. */
function withMaster(after: Numbers, before: Numbers, level: ThresholdLevel): readonly boolean[] {
  if (before.master === 0 || after.master > 0) return tableOf(after, level)
  const others = tableOf(after, level)
  return Array.from({ length: others.length * 2 }, (_, mask) => others[mask >> 1] === true)
}
