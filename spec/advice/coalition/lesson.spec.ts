/**
 * What a lesson on multi-signing claims of its examples, recomputed. Two of its claims are wrong, and
 * both in the dangerous direction: it takes the number of keys to lose for the number to steal, and it
 * calls a chair necessary whom three others can do without.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  afterLoss,
  dictators,
  dummies,
  fewestSignatures,
  keysAsUnits,
  lockoutChance,
  lossTolerance,
  minimalBlocking,
  minimalWinning,
  profiles,
  theftChance,
  theftTolerance,
  vetoPlayers,
  winsOnlyIn,
} from '../../../src/advice/coalition/index.js'
import { isWinning, type Game } from '../../../src/kernel/model/index.js'
import { mOfN, named } from './named-game.js'

const sets = (game: Game): readonly string[] =>
  minimalWinning(100)(game).items.map((coalition) => [...coalition].sort().join(' '))

/** Keys that must be stolen before a thief can act, and keys whose loss locks everybody out. */
const needed = (game: Game): { readonly theft: number; readonly lockout: number } => {
  const [theft, loss] = [theftTolerance(keysAsUnits(game))(game), lossTolerance(keysAsUnits(game))(game)]
  if (theft._tag !== 'Known' || loss._tag !== 'Known') throw new Error('unknown')
  return { theft: theft.tolerated + 1, lockout: loss.tolerated + 1 }
}

describe('coalition: the numbers of a lesson', () => {
  it('Alice 2, Bob 1, Carol 1 of 3: all five sums; Alice has a veto', () => {
    const game = named(3, { Alice: 2, Bob: 1, Carol: 1 })
    const acts = (...names: readonly string[]): boolean => isWinning(names)(game)
    expect([acts('Alice'), acts('Alice', 'Bob'), acts('Alice', 'Carol'), acts('Bob', 'Carol')]).to.deep.equal(
      [false, true, true, false],
    )
    expect(acts('Alice', 'Bob', 'Carol')).to.equal(true)
    expect(vetoPlayers(game)).to.deep.equal(['Alice'])
    expect(needed(game)).to.deep.equal({ theft: 2, lockout: 1 })
  })

  it('"N-M+1 must be compromised for theft" is refuted by 3 of 6: three are enough', () => {
    const game = mOfN(3, 6)
    const claimed = 6 - 3 + 1
    const theft = theftTolerance(keysAsUnits(game))(game)
    const keys = theft._tag === 'Known' && O.isSome(theft.breaking) ? theft.breaking.value.keys : []
    expect(keys).to.have.lengthOf(3).and.not.lengthOf(claimed)
    expect(isWinning(keys)(game)).to.equal(true)
  })

  it('theft takes M, lockout N-M+1, for every M of N to 21', () => {
    for (let n = 1; n <= 21; n++)
      for (let m = 1; m <= n; m++)
        expect(needed(mOfN(m, n)), `${m} of ${n}`).to.deep.equal({ theft: m, lockout: n - m + 1 })
  })

  it('executive override: CEO with anyone, or all the others', () => {
    const game = named(4, { CEO: 3, CFO: 2, Treasury: 1, Controller: 1 })
    expect(sets(game)).to.have.members(
      ['CEO CFO', 'CEO Treasury', 'CEO Controller', 'CFO Controller Treasury'].map((line) =>
        line.split(' ').sort().join(' '),
      ),
    )
    expect(profiles(10)(game).items).to.deep.equal([
      [
        { count: 1, of: ['CEO'] },
        { count: 1, of: ['CFO', 'Treasury', 'Controller'] },
      ],
      [{ count: 3, of: ['CFO', 'Treasury', 'Controller'] }],
    ])
    expect([dictators(game), vetoPlayers(game), needed(game).lockout]).to.deep.equal([[], [], 2])
  })

  it('"ensures Chair involvement" is refuted by {Member1, Member2, Secretary}', () => {
    const committee = named(5, { Chair: 3, Member1: 2, Member2: 2, Secretary: 1 })
    const refutation = fewestSignatures(afterLoss(['Chair'])(committee))
    expect(O.toUndefined(refutation)).to.have.members(['Member1', 'Member2', 'Secretary'])
    expect(vetoPlayers(committee)).to.deep.equal([])

    // The same as a comparison with the rule that was meant: the Chair must be there.
    const meant = named(10, { Chair: 8, Member1: 2, Member2: 2, Secretary: 1 })
    expect(O.toUndefined(winsOnlyIn(meant)(committee))).to.have.members(['Member1', 'Member2', 'Secretary'])
  })

  it('the repair and its price: a quota of 6 makes the Chair a single point of failure', () => {
    const repaired = named(6, { Chair: 3, Member1: 2, Member2: 2, Secretary: 1 })
    expect(vetoPlayers(repaired)).to.deep.equal(['Chair'])
    expect(minimalBlocking(9)(repaired).items).to.deep.include(['Chair'])
    expect(needed(repaired).lockout).to.equal(1)

    const heavier = named(6, { Chair: 4, Member1: 2, Member2: 2, Secretary: 1 })
    expect(sets(heavier)).to.have.members(['Chair Member1', 'Chair Member2'])
    expect([vetoPlayers(heavier), dummies(heavier)]).to.deep.equal([['Chair'], ['Secretary']])
  })

  it('four cities of which three are needed: one office is no theft, two lost are a lockout', () => {
    const game = named(3, { NewYork: 1, London: 1, Singapore: 1, Tokyo: 1 })
    expect(needed(game)).to.deep.equal({ theft: 3, lockout: 2 })
  })

  it('3 of 5: any two can be away; 5 of 5: all are needed', () => {
    expect(needed(mOfN(3, 5))).to.deep.equal({ theft: 3, lockout: 3 })
    expect(needed(mOfN(5, 5))).to.deep.equal({ theft: 5, lockout: 1 })
  })

  it('chances, where every key falls by itself with 5 in 100', () => {
    const told = (m: number, n: number): readonly string[] =>
      [theftChance, lockoutChance].map((chance) => chance(() => 0.05)(mOfN(m, n)).toPrecision(3))
    expect(told(1, 1)).to.deep.equal(['0.0500', '0.0500'])
    expect(told(2, 3)).to.deep.equal(['0.00725', '0.00725'])
    expect(told(3, 5)).to.deep.equal(['0.00116', '0.00116'])
    expect(told(5, 7)).to.deep.equal(['0.00000603', '0.00376'])
    expect(told(5, 5)[1]).to.equal('0.226')
  })
})
