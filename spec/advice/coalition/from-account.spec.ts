import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  fewestSignatures,
  gameAt,
  gameUnder,
  minimalWinning,
  USUAL,
  winsOnlyIn,
} from '../../../src/advice/coalition/index.js'
import { gainAt, isReachable } from '../../../src/kernel/ledger/index.js'
import { hashXKey, preAuthTxKey, THRESHOLD_LEVELS, type Account } from '../../../src/kernel/model/index.js'
import { account, type WeightedSigner } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'

const idOf = (name: string): string => key(name).id
const hashX = hashXKey(sha256('a preimage'))
const preAuth = preAuthTxKey(sha256('a transaction'))
const otherPreAuth = preAuthTxKey(sha256('another transaction'))

const people = (count: number, weight: number): readonly WeightedSigner[] =>
  Array.from({ length: count }, (_, i) => [`person ${i}`, weight] as const)

describe('coalition: the game of an account', () => {
  it('has the master key and the signers, and a quota a level', () => {
    const company = account({ of: 'company', master: 3, low: 1, medium: 2, high: 5, signers: [['bilal', 2]] })
    expect(THRESHOLD_LEVELS.map((level) => gameAt(level)(company).game.quota)).to.deep.equal([1, 2, 5])
    expect(gameAt('High')(company).game.players).to.deep.equal([
      { id: idOf('company'), weight: 3 },
      { id: idOf('bilal'), weight: 2 },
    ])
  })

  it('takes one signer for a threshold of 0, leaves a master of weight 0 out, and caps old weights', () => {
    const old = account({ of: 'old', master: 0, signers: [['bilal', 2 ** 32 - 1]] })
    expect(gameAt('Low')(old).game).to.deep.equal({ quota: 1, players: [{ id: idOf('bilal'), weight: 255 }] })
  })

  it('lets nobody act where all 21 would have to sign: an envelope holds 20 signatures', () => {
    const all = account({ of: 'crowd', master: 1, medium: 20, high: 21, signers: people(20, 1) })
    expect(gameAt('High')(all)).to.include({ tooManySignatures: true, needed: 21 })
    expect(O.isNone(fewestSignatures(gameAt('High')(all).game))).to.equal(true)
    expect(gameAt('Medium')(all).tooManySignatures).to.equal(false)
    expect(minimalWinning(100)(gameAt('Medium')(all).game).items).to.have.lengthOf(21)
  })

  it('tells of an account that nobody can use, and of signers without weight', () => {
    const unused = account({ of: 'crowd', master: 0, signers: people(20, 0) })
    for (const level of THRESHOLD_LEVELS)
      expect(minimalWinning(9)(gameAt(level)(unused).game).items).to.deep.equal([])
    const locked = gameAt('Low')(account({ of: 'locked', master: 0 }))
    expect([locked.game.players, locked.tooManySignatures]).to.deep.equal([[], false])
  })

  const mixed = account({
    of: 'mixed',
    master: 1,
    medium: 3,
    signers: [
      [hashX, 1],
      [preAuth, 3],
      [otherPreAuth, 2],
    ],
  })

  it('leaves pre-authorized weight out, and marks what is disclosed by its use', () => {
    const { game, conditional, disclosable } = gameAt('Medium')(mixed)
    expect(game.players.map(({ id }) => id)).to.deep.equal([idOf('mixed'), hashX.strkey])
    expect(conditional.map(({ weight }) => weight)).to.have.members([2, 3])
    expect(disclosable).to.deep.equal([{ id: hashX.strkey, weight: 1 }])
    expect(O.isNone(fewestSignatures(game))).to.equal(true)
  })

  it('grants disclosed weight to everybody, and the weight of one pre-authorized transaction', () => {
    const quotaUnder = (disclosed: readonly string[], preAuthorized: readonly string[]): number =>
      gameUnder({ disclosed, preAuthorized })('Medium')(mixed).game.quota
    expect(quotaUnder([hashX.strkey], [])).to.equal(2)
    expect(quotaUnder([hashX.strkey], [otherPreAuth.strkey])).to.equal(0)
    expect(quotaUnder([], [otherPreAuth.strkey])).to.equal(1)
    // One transaction has one hash: the second adds nothing.
    expect(quotaUnder([], [otherPreAuth.strkey, preAuth.strkey])).to.equal(0)
    // A key is not disclosed by signing.
    expect(gameUnder({ ...USUAL, disclosed: [idOf('mixed')] })('Medium')(mixed).granted).to.equal(0)
  })

  const weighted = fc.tuple(
    fc.constantFrom<WeightedSigner[0]>('alice', 'bilal', 'carol', 'dora', hashX, preAuth),
    fc.integer({ min: 1, max: 6 }),
  )
  const anyAccount: fc.Arbitrary<Account> = fc
    .record({
      master: fc.integer({ min: 0, max: 4 }),
      signers: fc.uniqueArray(weighted, { selector: ([who]) => who }),
      medium: fc.integer({ min: 0, max: 14 }),
    })
    .map((parts) => account({ of: 'joint', ...parts }))

  it('reaches what the ledger room says is reachable, and gains what it says is gained', () =>
    fc.assert(
      fc.property(anyAccount, anyAccount, (before, after) => {
        const [a, b] = [gameAt('Medium')(before).game, gameAt('Medium')(after).game]
        expect(O.isSome(fewestSignatures(a))).to.equal(isReachable('Medium')(before))
        expect(O.isSome(winsOnlyIn(a)(b))).to.equal(O.isSome(gainAt('Medium')(before, after)))
      }),
      { numRuns: 300 },
    ))

  it('reaches the same with 21 signers', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 15, max: 63 }),
        (weights, medium) => {
          const crowd = account({ of: 'crowd', medium, signers: weights.map((w, i) => [`person ${i}`, w]) })
          expect(O.isSome(fewestSignatures(gameAt('Medium')(crowd).game))).to.equal(
            isReachable('Medium')(crowd),
          )
        },
      ),
      { numRuns: 50 },
    ))
})
