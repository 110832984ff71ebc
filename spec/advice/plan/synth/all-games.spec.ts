import { expect } from 'chai'
import {
  completeGames,
  formulaOf,
  found,
  high,
  monotoneGames,
  nameOf,
  refutes,
  tableOf,
  upToNames,
  type Table,
} from './games.js'

interface Numbers {
  readonly quota: number
  readonly weights: readonly number[]
}

const sum = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0)

/** Whether numbers come before others: the quota first, then all weights, then each. */
const isBefore = (a: Numbers, b: Numbers): boolean => {
  if (a.quota !== b.quota) return a.quota < b.quota
  if (sum(a.weights) !== sum(b.weights)) return sum(a.weights) < sum(b.weights)
  const at = a.weights.findIndex((weight, place) => weight !== b.weights[place])
  return at >= 0 && a.weights[at]! < b.weights[at]!
}

/**
 * All weighted games up to names, each with its smallest numbers: by trying all falling weights. As the
 * heaviest come first, games that are the same up to names have the same table.
 */
const weightedGames = (players: number, most: number): ReadonlyMap<string, Numbers & { table: Table }> => {
  const games = new Map<string, Numbers & { table: Table }>()
  const visit = (weights: readonly number[]): void => {
    if (weights.length < players) {
      for (let weight = 0; weight <= (weights.at(-1) ?? most); weight++) visit([...weights, weight])
      return
    }
    for (let quota = 1; quota <= sum(weights); quota++) {
      const table = tableOf(weights, quota)
      const name = table.map(Number).join('')
      const before = games.get(name)
      if (before === undefined || isBefore({ quota, weights }, before))
        games.set(name, { quota, weights, table })
    }
  }
  visit([])
  return games
}

describe('plan/synth: all games of a few players', () => {
  // Known numbers of weighted games; the largest weight that the least weights need grows with them.
  for (const [players, most, rules] of [
    [1, 1, 1],
    [2, 2, 3],
    [3, 2, 8],
    [4, 3, 25],
    [5, 5, 117],
    [6, 9, 1111],
  ] as const)
    it(`finds the smallest numbers of all ${rules} weighted games of ${players}`, () => {
      const games = [...weightedGames(players, most).values()]
      expect(games.length).to.equal(rules)
      for (const { table, quota, weights } of games) {
        const synthesis = found(high(formulaOf(table, players)))
        if (synthesis._tag !== 'Found') return expect.fail(`${weights.join()} of ${quota}: ${synthesis._tag}`)
        const { rule } = synthesis
        const own = weights.map((_, player) => rule.weights.get(nameOf(player)) ?? 0)
        expect(tableOf(own, rule.quotas.High)).to.deep.equal(table)
        expect([rule.quotas.High, ...own]).to.deep.equal([quota, ...weights])
        expect(synthesis.isSmallest).to.equal(true)
      }
    }).timeout(60_000)

  for (const [players, kinds, weighted] of [
    [2, 3, 3],
    [3, 8, 8],
    [4, 28, 25],
    [5, 208, 117],
  ] as const)
    it(`refutes every monotone game of ${players} that has no weights, and no other`, () => {
      const games = upToNames(monotoneGames(players), players)
      expect(games.length).to.equal(kinds)
      const tags = games.map((table) => {
        const wishes = high(formulaOf(table, players))
        const synthesis = found(wishes)
        if (synthesis._tag === 'Impossible') expect(refutes(synthesis.trade, wishes)).to.equal(true)
        return synthesis._tag
      })
      expect(tags.filter((tag) => tag === 'Found').length).to.equal(weighted)
      expect(tags.filter((tag) => tag === 'Impossible').length).to.equal(kinds - weighted)
    }).timeout(30_000)

  it('refutes the 60 complete games of six that have no weights, where nobody is to be exchanged', () => {
    const games = completeGames(6)
    expect(games.length).to.equal(1171)
    const refuted = games.filter((table) => {
      const wishes = high(formulaOf(table, 6))
      const synthesis = found(wishes)
      if (synthesis._tag === 'Impossible') expect(refutes(synthesis.trade, wishes)).to.equal(true)
      else expect(synthesis._tag).to.equal('Found')
      return synthesis._tag === 'Impossible'
    })
    expect(refuted.length).to.equal(60)
  }).timeout(30_000)

  it('treats all 166 games of four alike, whatever the names', () => {
    const games = monotoneGames(4)
    expect(games.length).to.equal(166)
    for (const table of games) {
      const wishes = high(formulaOf(table, 4))
      const synthesis = found(wishes)
      if (synthesis._tag === 'Impossible') expect(refutes(synthesis.trade, wishes)).to.equal(true)
      else if (synthesis._tag === 'Found') {
        const { weights, quotas } = synthesis.rule
        const own = [0, 1, 2, 3].map((player) => weights.get(nameOf(player)) ?? 0)
        expect(tableOf(own, quotas.High)).to.deep.equal(table)
      } else expect.fail(synthesis._tag)
    }
  })
})
