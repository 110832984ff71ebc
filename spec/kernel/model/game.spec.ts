import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import {
  dualOf,
  game,
  isBlocking,
  isWinning,
  parseGame,
  totalOf,
  type Player,
} from '../../../src/kernel/model/index.js'

const players = (...weights: readonly number[]): readonly Player[] =>
  weights.map((weight, i) => ({ id: `p${i}`, weight }))

const codeOf = (quota: number, given: readonly Player[]): string => {
  const parsed = parseGame(quota, given)
  return E.isLeft(parsed) ? parsed.left.code : 'parsed'
}

describe('game', () => {
  const three = game(3, players(2, 1, 1))

  it('is won by those who have the quota, whoever else is named', () => {
    expect(totalOf(three)).to.equal(4)
    expect(isWinning(['p0', 'p1'])(three)).to.equal(true)
    expect(isWinning(['p1', 'p2', 'stranger'])(three)).to.equal(false)
    expect(isWinning([])(game(0, players(1)))).to.equal(true)
  })

  it('is blocked by those who win the dual', () => {
    for (const coalition of [[], ['p0'], ['p1'], ['p1', 'p2']])
      expect(isBlocking(coalition)(three)).to.equal(isWinning(coalition)(dualOf(three)))
    expect(dualOf(dualOf(three))).to.deep.equal(three)
    expect(isBlocking([])(game(5, players(2, 2)))).to.equal(true)
  })

  it('refuses what is no game', () => {
    expect(codeOf(3, players(2, 1, 1))).to.equal('parsed')
    expect(codeOf(3, players(...Array.from({ length: 33 }, () => 1)))).to.equal('too-many-players')
    expect(codeOf(3, [...players(1), ...players(2)])).to.equal('player-twice')
    for (const weight of [-1, 0.5, 65_536, Number.NaN])
      expect(codeOf(3, players(weight))).to.equal('weight-out-of-range')
    for (const quota of [-1, 0.5, Number.POSITIVE_INFINITY])
      expect(codeOf(quota, players(1))).to.equal('quota-out-of-range')
    expect(() => game(1, players(-1))).to.throw('invariant')
  })
})
