import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { canonicalForm, compareWith, showCanonicalForm } from '../../../src/advice/coalition/index.js'
import { game, type Game } from '../../../src/kernel/model/index.js'

const gameWith = (quota: number, weights: readonly number[]): Game =>
  game(
    quota,
    weights.map((weight, i) => ({ id: `p${i}`, weight })),
  )

const ruleOf = (g: Game): string => {
  const form = canonicalForm(1_000_000)(g)
  return O.isSome(form) ? showCanonicalForm(form.value) : 'truncated'
}

/**
 * Distinct rules up to names that weights up to `max` express, nobody and everybody left out. A weight
 * above the quota, or above the weight that blocks, says no more than one that is equal to it.
 */
const rulesOf = (players: number, max: number): number => {
  const rules = new Set<string>()
  const visit = (weights: readonly number[], total: number): void => {
    const [heaviest = max, last = max] = [weights[0], weights.at(-1)]
    if (weights.length < players)
      for (let weight = 0; weight <= last; weight++) visit([...weights, weight], total + weight)
    else
      for (let quota = Math.max(1, heaviest); quota <= Math.min(total, total - heaviest + 1); quota++)
        rules.add(ruleOf(gameWith(quota, weights)))
  }
  visit([], 0)
  return rules.size
}

describe('coalition: which rule it is', () => {
  // Known numbers of weighted games; the largest weight that the least weights need grows with them.
  for (const [players, max, rules] of [
    [1, 1, 1],
    [2, 2, 3],
    [3, 2, 8],
    [4, 3, 25],
    [5, 5, 117],
    [6, 9, 1111],
  ] as const)
    it(`has ${rules} weighted rules of ${players} up to names`, () =>
      expect(rulesOf(players, max)).to.equal(rules)).timeout(20_000)

  it('does not depend on weights or their order', () => {
    expect(ruleOf(gameWith(51, [49, 49, 2]))).to.equal(ruleOf(gameWith(2, [1, 1, 1])))
    expect(ruleOf(gameWith(5, [1, 2, 3, 2]))).to.equal(ruleOf(gameWith(5, [3, 2, 2, 1])))
    expect(compareWith(gameWith(2, [1, 1, 1]))(gameWith(51, [49, 49, 2]))).to.deep.equal({ _tag: 'Equal' })
  })

  it('tells nobody from everybody', () => {
    expect(ruleOf(gameWith(0, [1, 1]))).to.equal('2: 0')
    expect(ruleOf(gameWith(3, [1, 1]))).to.equal('2: ')
  })
})
