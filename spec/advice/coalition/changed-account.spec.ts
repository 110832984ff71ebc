import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  afterLoss,
  afterTheft,
  changedAccount,
  changedGamesAt,
  compareWith,
  fewestSignatures,
  leavers,
  minimalWinning,
  requotaed,
  reweighed,
  type ChangedAccount,
  type Supposition,
} from '../../../src/advice/coalition/index.js'
import type { Account } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { mOfN, named } from './named-game.js'

const idOf = (name: string): string => key(name).id
const board = account({
  of: 'board',
  master: 0,
  low: 1,
  medium: 2,
  high: 3,
  signers: [
    ['anna', 1],
    ['bruno', 1],
    ['carla', 1],
    ['dora', 1],
  ],
})

const changed = (suppositions: readonly Supposition[], from: Account = board): ChangedAccount => {
  const result = changedAccount(suppositions)(from)
  if (E.isLeft(result)) throw new Error(result.left.message)
  return result.right
}

const refused = (...suppositions: readonly Supposition[]): string => {
  const result = changedAccount(suppositions)(board)
  return E.isLeft(result) ? result.left.code : 'accepted'
}

const fewest = (...game: Parameters<typeof fewestSignatures>): number | undefined =>
  O.toUndefined(fewestSignatures(...game))?.length

describe('coalition: what if', () => {
  it('changes weights, thresholds and signers, several at once', () => {
    const { account: after } = changed([
      { _tag: 'Reweighed', key: idOf('anna'), weight: 2 },
      { _tag: 'Without', key: idOf('dora') },
      { _tag: 'Joined', key: idOf('emil'), weight: 1 },
      { _tag: 'Joined', key: idOf('board'), weight: 4 },
      { _tag: 'Threshold', level: 'High', needed: 4 },
    ])
    expect(after.masterWeight).to.equal(4)
    expect(after.thresholds).to.deep.equal({ low: 1, medium: 2, high: 4 })
    expect(Object.fromEntries(after.signers.map((one) => [one.key.strkey, one.weight]))).to.deep.equal({
      [idOf('anna')]: 2,
      [idOf('bruno')]: 1,
      [idOf('carla')]: 1,
      [idOf('emil')]: 1,
    })
  })

  it('does not change the account where keys are lost or stolen', () => {
    const state = changed([
      { _tag: 'Lost', key: idOf('anna') },
      { _tag: 'Stolen', key: idOf('bruno') },
    ])
    expect(state.account).to.deep.equal(board)
    const { configured, ours, theirs } = changedGamesAt('High')(state)
    expect([fewest(configured), fewest(ours), fewest(theirs)]).to.deep.equal([3, 3, 2])
    expect(minimalWinning(9)(ours).items).to.have.lengthOf(1)
  })

  it('a key both lost and stolen is gone for us, and with the thief', () => {
    const state = changed([
      { _tag: 'Lost', key: idOf('anna') },
      { _tag: 'Stolen', key: idOf('anna') },
    ])
    const { ours, theirs } = changedGamesAt('Medium')(state)
    expect([ours.players.length, fewest(ours), theirs.players.length, fewest(theirs)]).to.deep.equal([
      3, 2, 3, 1,
    ])
  })

  it('refuses names that are no signer, signers twice, and weights out of range', () => {
    expect(refused({ _tag: 'Lost', key: 'anna' })).to.equal('unknown-signer')
    expect(refused({ _tag: 'Stolen', key: idOf('board') })).to.equal('unknown-signer')
    expect(refused({ _tag: 'Without', key: idOf('anna') }, { _tag: 'Lost', key: idOf('anna') })).to.equal(
      'unknown-signer',
    )
    expect(refused({ _tag: 'Joined', key: idOf('anna'), weight: 1 })).to.equal('signer-twice')
    expect(refused({ _tag: 'Joined', key: 'GX', weight: 1 })).to.equal('bad-strkey')
    expect(refused({ _tag: 'Reweighed', key: idOf('anna'), weight: 256 })).to.equal('weight-out-of-range')
    expect(refused({ _tag: 'Threshold', level: 'Low', needed: -1 })).to.equal('weight-out-of-range')
  })

  it('changes games the same way', () => {
    const game = named(5, { Chair: 3, A: 2, B: 2 })
    expect(
      reweighed(
        new Map([
          ['Chair', 4],
          ['A', 0],
          ['C', 1],
        ]),
      )(game),
    ).to.deep.equal(named(5, { Chair: 4, B: 2, C: 1 }))
    expect(compareWith(game)(requotaed(6)(game))._tag).to.equal('Stricter')
    expect(afterLoss(['Chair'])(game)).to.deep.equal(named(5, { A: 2, B: 2 }))
    expect(afterTheft(['Chair', 'A', 'B'])(game)).to.deep.equal(named(0, {}))
  })

  it('4 of 6, and people leave: one to spare, none to spare, locked; fewer insiders each time', () => {
    const steps = leavers([['A'], ['B'], ['C']])(mOfN(4, 6))
    expect(steps.map(({ spare }) => O.toUndefined(spare))).to.deep.equal([2, 1, 0, undefined])
    expect(steps.map(({ insiders }) => O.toUndefined(insiders))).to.deep.equal([4, 3, 2, 1])
    expect(steps.map(({ gone }) => gone.length)).to.deep.equal([0, 1, 2, 3])
  })

  it('leavers may hold several keys, and leave twice', () => {
    const [, first, second] = leavers([['A', 'B'], ['A']])(mOfN(4, 6))
    expect(first!.gone).to.deep.equal(['A', 'B'])
    expect(second!.gone).to.deep.equal(['A', 'B'])
  })
})
