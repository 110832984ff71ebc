/** Who can act while a change is under way, and neither before nor after: held against all groups. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { gainsInWindow } from '../../../src/advice/coalition/index.js'
import { game, isWinning, type Coalition, type Game } from '../../../src/kernel/model/index.js'
import { named } from './named-game.js'

const groupsOf = (keys: readonly string[]): Coalition[] =>
  Array.from({ length: 2 ** keys.length }, (_, mask) => keys.filter((__, i) => ((mask >> i) & 1) === 1))

/** A game of some of twelve keys; each rule may have other keys than the others. */
const someGame = (keys: number, heaviest: number): fc.Arbitrary<Game> =>
  fc
    .tuple(
      fc.subarray(
        Array.from({ length: keys }, (_, i) => `k${String(i)}`),
        { minLength: 0 },
      ),
      fc.infiniteStream(fc.integer({ min: 0, max: heaviest })),
      fc.double({ min: 0, max: 1.1, noNaN: true }),
    )
    .map(([ids, weights, share]) => {
      const players = ids.map((id) => ({ id, weight: weights.next().value as number }))
      const total = players.reduce((sum, { weight }) => sum + weight, 0)
      return game(Math.round(total * share), players)
    })

const games = (keys: number): fc.Arbitrary<Game> =>
  fc.oneof(someGame(keys, 1), someGame(keys, 4), someGame(keys, 20))

const agree = (keys: number, before: Game, mid: Game, after: Game): void => {
  const isInWindow = (group: Coalition): boolean =>
    isWinning(group)(mid) && !isWinning(group)(before) && !isWinning(group)(after)
  const all = groupsOf(Array.from({ length: keys }, (_, i) => `k${String(i)}`))
  const told = gainsInWindow(before, after)(mid)
  expect(O.isSome(told)).to.equal(all.some(isInWindow))
  if (O.isNone(told)) return
  expect(isInWindow(told.value)).to.equal(true)
  for (const one of told.value)
    expect(isWinning(told.value.filter((id) => id !== one))(mid), 'minimal').to.equal(false)
}

describe('coalition: the window of a change', () => {
  it('is what all 2ⁿ groups say, for 7 keys', () => {
    fc.assert(
      fc.property(games(7), games(7), games(7), (before, mid, after) => agree(7, before, mid, after)),
      { numRuns: 1500 },
    )
  }).timeout(20_000)

  it('is what all 2ⁿ groups say, for 12 keys', () => {
    fc.assert(
      fc.property(games(12), games(12), games(12), (before, mid, after) => agree(12, before, mid, after)),
      { numRuns: 40 },
    )
  }).timeout(20_000)

  const before = named(2, { anna: 1, bruno: 1, cfo: 1 })
  const after = named(3, { anna: 1, bruno: 1, carla: 1, dora: 1, emil: 1 })
  const between = (quota: number, old: number): Game =>
    named(quota, { anna: old, bruno: old, cfo: old, carla: 1, dora: 1, emil: 1 })

  it('two keys that nobody has seen sign own the account, where keys come before thresholds rise', () => {
    const gains = gainsInWindow(before, after)(between(2, 1))
    expect(
      O.isSome(gains) && gains.value.filter((id) => ['carla', 'dora', 'emil'].includes(id)).length,
    ).to.be.greaterThan(0)
    expect(gainsInWindow(before, after)(named(2, { carla: 1, dora: 1 }))).to.deep.equal(
      O.some(['carla', 'dora']),
    )
  })

  it('weights of 2 and 1 let one old key and two new ones act; 4 and 1 nobody', () => {
    const gains = O.toUndefined(gainsInWindow(before, after)(between(4, 2)))
    // Anna or Bruno with two new ones could act afterwards: only the one who leaves could not.
    expect(gains).to.have.lengthOf(3)
    expect(gains).to.include('cfo')
    expect(gainsInWindow(before, after)(between(8, 4))).to.deep.equal(O.none)
  })

  it('nobody gains where everybody wins before or after', () => {
    expect(gainsInWindow(named(0, {}), after)(between(2, 1))).to.deep.equal(O.none)
    expect(gainsInWindow(named(1, {}), named(1, {}))(named(0, {}))).to.deep.equal(O.some([]))
  })

  it('takes little time for 41 keys and quotas of 255', () => {
    const many = (from: number, quota: number): Game =>
      game(
        quota,
        Array.from({ length: 21 }, (_, i) => ({ id: `k${String(from + i)}`, weight: 11 + ((i * 7) % 13) })),
      )
    const mid = game(
      255,
      Array.from({ length: 32 }, (_, i) => ({ id: `k${String(i + 4)}`, weight: 9 + (i % 5) })),
    )
    const started = performance.now()
    const gains = gainsInWindow(many(0, 255), many(20, 255))(mid)
    expect(O.isSome(gains)).to.equal(true)
    expect(performance.now() - started).to.be.lessThan(1000)
  })

  it('says so where the quotas are those of no account', () => {
    const large = named(65_535, { a: 65_535, b: 65_534 })
    expect(() => gainsInWindow(large, large)(named(1, { a: 1 }))).to.throw('invariant')
  })
})
