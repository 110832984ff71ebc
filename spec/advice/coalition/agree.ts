/** Every measure of the room against its definition, on one game; throws where they differ. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import * as coalition from '../../../src/advice/coalition/index.js'
import { game as gameOf, type Coalition, type Game } from '../../../src/kernel/model/index.js'
import * as naive from './naive.js'
import type { Mask, NaiveGame, NaiveUnits } from './naive.js'

const LIMIT = 1_000_000

const nameOf = (i: number): string => `p${i}`
const maskOf = (members: Coalition): Mask =>
  members.reduce((mask, id) => mask | (1 << Number(id.slice(1))), 0)
const namesOf = (players: readonly number[]): Coalition => players.map(nameOf)
const sorted = (masks: readonly Mask[]): Mask[] => [...masks].sort((a, b) => a - b)

export const gameFrom = ({ weights, quota }: NaiveGame): Game =>
  gameOf(
    quota,
    weights.map((weight, i) => ({ id: nameOf(i), weight })),
  )

const value = <A>(option: O.Option<A>): A | undefined => O.toUndefined(option)

const agreeOnSets = (g: NaiveGame, game: Game): void => {
  const minimal = naive.minimalWinning(g)
  expect(sorted(coalition.minimalWinning(LIMIT)(game).items.map(maskOf))).to.deep.equal(minimal)
  expect(sorted(coalition.minimalBlocking(LIMIT)(game).items.map(maskOf))).to.deep.equal(
    naive.minimalBlocking(g),
  )
  const { ids, masks } = coalition.minimalWinningMasks(game)
  const streamed = [...masks].map((mask) => maskOf(ids.filter((_, i) => ((mask >>> i) & 1) === 1)))
  expect(sorted(streamed)).to.deep.equal(minimal)

  // Every profile drawn out in full is every minimal coalition once.
  const drawn = coalition
    .profiles(LIMIT)(game)
    .items.flatMap((profile) =>
      naive
        .allMasks(g)
        .filter((mask) => profile.every(({ count, of }) => naive.sizeOf(mask & maskOf(of)) === count))
        .filter((mask) => naive.sizeOf(mask) === profile.reduce((sum, { count }) => sum + count, 0)),
    )
  expect(sorted(drawn)).to.deep.equal(minimal)
  expect(coalition.minimalCount(LIMIT)(game)).to.deep.equal({ count: minimal.length, truncated: false })

  expect(value(coalition.fewestSignatures(game))?.length ?? Infinity).to.equal(naive.fewest(g))
  expect(value(coalition.mostSignatures(game))?.length ?? -Infinity).to.equal(naive.most(g))
}

const agreeOnPlayers = (g: NaiveGame, game: Game): void => {
  expect(coalition.vetoPlayers(game)).to.deep.equal(namesOf(naive.vetoes(g)))
  expect(coalition.dictators(game)).to.deep.equal(namesOf(naive.dictators(g)))
  expect(coalition.dummies(game)).to.deep.equal(namesOf(naive.dummies(g)))
  const classes = coalition.interchangeable(game)
  const classOf = (i: number): number => classes.findIndex((members) => members.includes(nameOf(i)))
  const pairs = g.weights.flatMap((_, i) => g.weights.map((__, j) => [i, j] as const))
  expect(pairs.filter(([i, j]) => classOf(i) === classOf(j))).to.deep.equal(
    pairs.filter(([i, j]) => naive.areInterchangeable(g, i, j)),
  )
}

const agreeOnPower = (g: NaiveGame, game: Game): void => {
  const swings = naive.swings(g)
  expect(coalition.banzhaf(game).map((power) => power.swings)).to.deep.equal(swings)
  const shares = coalition.banzhaf(game).flatMap(({ share }) => (O.isSome(share) ? [share.value] : []))
  if (shares.length > 0)
    expect(shares.reduce(coalition.addRationals)).to.deep.equal(coalition.rational(1n, 1n))

  const orders = g.weights.reduce((product, _, i) => product * BigInt(i + 1), 1n)
  const shapley = coalition.shapleyShubik(game)
  expect(shapley._tag === 'Known' ? shapley.shares.map(({ share }) => share) : shapley).to.deep.equal(
    naive.pivots(g).map((pivots) => coalition.rational(pivots, orders)),
  )
  expect(coalition.winningCount(game).winning).to.equal(naive.winningCount(g))

  const chances = g.weights.map((weight, i) => ((weight * 7 + i * 3) % 11) / 11)
  const chanceOf = (id: string): number => chances[Number(id.slice(1))] ?? 0
  expect(coalition.theftChance(chanceOf)(game)).to.be.closeTo(naive.winningChance(g, chances), 1e-9)
  expect(coalition.lockoutChance(chanceOf)(game)).to.be.closeTo(
    1 -
      naive.winningChance(
        g,
        chances.map((p) => 1 - p),
      ),
    1e-9,
  )
}

const agreeOnRules = (g: NaiveGame, game: Game): void => {
  expect(coalition.proper(game)._tag === 'Proper').to.equal(naive.isProper(g))
  expect(coalition.strong(game)._tag === 'Strong').to.equal(naive.isStrong(g))
}

/** All measures of one game. */
export const agreeOn = (g: NaiveGame): void => {
  const game = gameFrom(g)
  agreeOnSets(g, game)
  agreeOnPlayers(g, game)
  agreeOnPower(g, game)
  agreeOnRules(g, game)
}

/** What the definition of one rule from the other comes to; both over the same players. */
export const agreeOnPair = (a: NaiveGame, b: NaiveGame): void => {
  const [first, second] = [gameFrom(a), gameFrom(b)]
  const [forth, back] = [naive.entails(a, b), naive.entails(b, a)]
  expect(coalition.entails(second)(first)).to.equal(forth)
  expect(coalition.entails(first)(second)).to.equal(back)
  const told = coalition.compareWith(second)(first)
  expect(told._tag).to.equal(forth ? (back ? 'Equal' : 'Stricter') : back ? 'Looser' : 'Incomparable')
  if ('gains' in told) {
    expect(naive.wins(a, maskOf(told.gains))).to.equal(true)
    expect(naive.wins(b, maskOf(told.gains))).to.equal(false)
  }
  if ('loses' in told) {
    expect(naive.wins(a, maskOf(told.loses))).to.equal(false)
    expect(naive.wins(b, maskOf(told.loses))).to.equal(true)
  }
}

const toleratedFor = (least: number, count: number): number | 'Broken' =>
  least === 0 ? 'Broken' : Math.min(least - 1, count)

/** Tolerances for units of which keys may have several. */
export const agreeOnUnits = (g: NaiveGame, units: NaiveUnits): void => {
  const game = gameFrom(g)
  // Only units that hold a key of some weight are units of the account.
  const weighed = new Set(units.of.flatMap((copies, i) => ((g.weights[i] ?? 0) > 0 ? copies : [])))
  const told: coalition.Units = {
    kind: 'place',
    of: new Map(units.of.map((copies, i) => [nameOf(i), copies.map((unit) => `u${unit}`)])),
  }
  const toleratedBy = (tolerance: coalition.Tolerance): number | string =>
    tolerance._tag === 'Known' ? tolerance.tolerated : tolerance._tag
  expect(toleratedBy(coalition.lossTolerance(told)(game)), 'loss').to.equal(
    toleratedFor(naive.leastLoss(g, units), weighed.size),
  )
  expect(toleratedBy(coalition.theftTolerance(told)(game)), 'theft').to.equal(
    toleratedFor(naive.leastTheft(g, units), weighed.size),
  )
}
