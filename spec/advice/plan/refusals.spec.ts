import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import type { PlanRefusal, PlanRequest, RefusalCode } from '../../../src/advice/plan/index.js'
import { stateDigest } from '../../../src/advice/plan/index.js'
import type { Account } from '../../../src/kernel/model/index.js'
import { hashXKey, NETWORKS, preAuthTxKey } from '../../../src/kernel/model/index.js'
import { account, type AccountParts, type WeightedSigner } from '../../support/build/account.js'
import { someHash } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { planFor, refusalFor, request } from './asking.js'

const NAMES = ['vault', 'anna', 'bruno', 'carla', 'dora', 'emil'] as const

type Parts = Partial<PlanRequest>

const vault = (high: number, signers: readonly WeightedSigner[], more: Partial<AccountParts> = {}): Account =>
  account({ of: 'vault', master: 0, low: 0, medium: 0, high, signers, ...more })

const ones = (...names: readonly string[]): readonly WeightedSigner[] => names.map((name) => [name, 1])

const many = (count: number, prefix = 'key'): readonly WeightedSigner[] =>
  ones(...Array.from({ length: count }, (_, at) => `${prefix}-${String(at)}`))

const without = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => key(name).id))

const refused = (from: Account, to: Account, parts: Parts = {}): PlanRefusal => {
  const found = refusalFor(request(from, to, parts, NAMES))
  if (found._tag === 'Failure') throw new Error(found.message)
  return found
}

const codes = ({ reasons }: PlanRefusal): readonly RefusalCode[] => reasons.map(({ code }) => code)

const twoOfThree = vault(2, ones('anna', 'bruno', 'carla'))

describe('plans are refused', () => {
  describe('where nobody can change the account now', () => {
    it('because weights are too little, with all of them in the argument', () => {
      const found = refused(vault(3, ones('anna', 'bruno')), vault(1, ones('anna', 'bruno')))
      expect(codes(found)).to.deep.equal(['locked-out'])
      const [reason] = found.reasons
      expect(reason.says).to.contain('high takes 3').and.contain('anna').and.contain('bruno')
      expect(
        reason.exhibits.map(({ keys, sum, quota, state }) => [keys.length, sum, quota, state]),
      ).to.deep.equal([[2, 2, 3, 'from']])
    })

    it('because those who cannot sign are needed, and it says who they are', () => {
      const found = refused(twoOfThree, vault(1, ones('anna')), { unavailable: without('bruno', 'carla') })
      expect(codes(found)).to.deep.equal(['locked-out'])
      const [able, unable] = found.reasons[0].exhibits
      expect(able?.keys).to.deep.equal([key('anna').id])
      expect(unable?.keys.toSorted()).to.deep.equal([key('bruno').id, key('carla').id].toSorted())
      expect(unable?.sum).to.equal(2)
    })

    it('because only a pre-authorized transaction has enough weight', () => {
      const inAdvance: WeightedSigner = [preAuthTxKey(someHash('rescue')), 5]
      const found = refused(vault(3, [...ones('anna'), inAdvance]), vault(1, ones('anna')))
      expect(codes(found)).to.deep.equal(['locked-out'])
      expect(found.reasons[0].help).to.contain('pre-authorized')
    })

    it('because 21 keys are needed, and an envelope holds 20 signatures', () => {
      const full = account({ of: 'vault', master: 1, high: 21, signers: many(20) })
      expect(codes(refused(full, { ...full, thresholds: { low: 0, medium: 0, high: 20 } }))).to.deep.equal([
        'too-many-signatures',
      ])
      const enough = account({ of: 'vault', master: 1, high: 20, signers: many(20) })
      const planned = planFor(request(enough, { ...enough, thresholds: { low: 0, medium: 0, high: 1 } }))
      expect(planned.transactions[0]?.signing.signers).to.have.lengthOf(20)
    })

    it('because low, which every transaction of its own needs, takes more than high and more than there is', () => {
      const found = refused(
        vault(1, ones('anna', 'bruno'), { low: 3 }),
        vault(1, ones('anna', 'bruno'), { low: 1 }),
      )
      expect(codes(found)).to.deep.equal(['locked-out'])
      expect(found.reasons[0].says).to.contain('low takes 3')
    })

    it('also where nothing is to be done', () => {
      const locked = vault(3, ones('anna'))
      expect(codes(refused(locked, locked))).to.deep.equal(['locked-out'])
    })
  })

  describe('where nobody could change it afterwards', () => {
    const cases: readonly (readonly [string, Account, Parts])[] = [
      ['too little weight', vault(4, ones('anna', 'bruno', 'carla')), {}],
      ['no signer at all', vault(0, []), {}],
      [
        'a key that is lost and stays needed',
        vault(3, ones('anna', 'bruno', 'carla')),
        { unavailable: without('carla') },
      ],
      ['21 signatures', account({ of: 'vault', master: 1, high: 21, signers: many(20) }), {}],
      ['low out of reach', vault(2, ones('anna', 'bruno'), { low: 9 }), {}],
    ]
    for (const [why, to, parts] of cases)
      it(why, () => {
        const found = refused(twoOfThree, to, parts)
        expect(codes(found)).to.deep.equal(['would-lock'])
        expect(found.checks.find(({ id }) => id === 'never-locks')?.verdict).to.equal('violated')
      })
  })

  it('where a lumen is missing: one stroop less than enough is refused, with the numbers', () => {
    const to = vault(2, ones('anna', 'bruno', 'dora', 'emil'))
    // Two entries of its own and four signers, and three operations.
    const enough = 6n * 5_000_000n + 300n
    const from = (balance: bigint): Account =>
      vault(2, ones('anna', 'bruno', 'carla'), { state: { balance } })
    const found = refused(from(enough - 1n), to)
    expect(codes(found)).to.deep.equal(['reserve-short'])
    expect(O.toUndefined(found.reserve)).to.deep.include({
      balance: enough - 1n,
      fees: 300n,
      minimum: [25_000_000n, 30_000_000n],
      short: O.some(1n),
    })
    expect(found.reasons[0].says).to.contain('0.0000001 XLM are missing')
    expect(planFor(request(from(enough), to)).checks.find(({ id }) => id === 'reserve')?.verdict).to.equal(
      'holds',
    )
  })

  it('where lumens are promised to offers, as if they were not there', () => {
    const to = vault(2, ones('anna', 'bruno', 'carla', 'dora'))
    const state = { balance: 30_000_100n, sellingLiabilities: 1n }
    expect(codes(refused(vault(2, ones('anna', 'bruno', 'carla'), { state }), to))).to.deep.equal([
      'reserve-short',
    ])
  })

  it('not where signers that go pay for those that come, although the account has nothing to spare', () => {
    const from = vault(2, ones('anna', 'bruno', 'carla'), { state: { balance: 25_000_200n } })
    const planned = planFor(request(from, vault(2, ones('anna', 'bruno', 'dora'))))
    expect(planned.applyable).to.equal(true)
  })

  it('where the account is not what it was when somebody looked', () => {
    const from = vault(2, ones('anna', 'bruno', 'carla'), { state: {} })
    const to = vault(2, ones('anna', 'bruno'))
    const digest = stateDigest(from, O.some(100n), O.none)
    expect(planFor(request(from, to, { expected: O.some(digest) })).fromDigest).to.equal(digest)
    const moved = {
      ...from,
      state: O.map((state: object) => ({ ...state, sequence: 101n }))(from.state),
    } as Account
    expect(codes(refused(moved, to, { expected: O.some(digest) }))).to.deep.equal(['stale-digest'])
    const changed = { ...from, thresholds: { low: 1, medium: 0, high: 2 } }
    expect(codes(refused(changed, to, { expected: O.some(digest) }))).to.deep.equal(['stale-digest'])
    const help = (expected: string): string =>
      refused(from, to, { expected: O.some(expected) }).reasons[0].help
    expect(help(stateDigest(from, O.none, O.none))).to.contain('knew no sequence number')
    expect(help(stateDigest(from, O.some(99n), O.none))).to.contain('plan again')
    const onTestnet = { expected: O.some(digest), network: O.some(NETWORKS.testnet) }
    const [reason] = refused(from, to, onTestnet).reasons
    expect([reason.code, reason.help]).to.satisfy(
      ([code, helps]: [string, string]) => code === 'stale-digest' && helps.includes('knew no network'),
    )
  })

  it('where the network would not do an operation', () => {
    const from = vault(2, ones('anna', 'bruno'), { state: { subentries: 1000, balance: 1000_0000000n } })
    const found = refused(from, vault(2, ones('anna', 'bruno', 'carla')))
    expect(codes(found)).to.deep.equal(['operation-fails'])
    expect(found.reasons[0].says).to.contain('opTOO_MANY_SUBENTRIES')
  })

  describe('where new keys are to sign first', () => {
    it('and cannot', () => {
      const to = vault(2, ones('anna', 'bruno', 'dora'))
      const found = refused(twoOfThree, to, { proveKeys: true, unavailable: without('dora') })
      expect(codes(found)).to.deep.equal(['no-safe-stages'])
      expect(found.reasons[0].says).to.contain('dora')
    })

    it('and weights leave no room below a threshold', () => {
      const heavy = vault(255, [
        ['anna', 254],
        ['bruno', 1],
        ['carla', 1],
      ])
      const found = refused(heavy, vault(1, ones('anna', 'dora')), { proveKeys: true })
      expect(codes(found)).to.deep.equal(['no-safe-stages'])
      expect(found.reasons[0].help).to.contain('SEP-53')
      expect(planFor(request(heavy, vault(1, ones('anna', 'dora')))).applyable).to.equal(true)
    })

    it('and the account cannot pay for one signer more', () => {
      const from = vault(2, ones('anna', 'bruno', 'carla'), { state: { balance: 25_010_000n } })
      const found = refused(from, vault(2, ones('anna', 'bruno', 'carla', 'dora')), { proveKeys: true })
      expect(codes(found)).to.deep.equal(['reserve-short'])
    })
  })

  it('with all reasons at once', () => {
    const from = vault(2, ones('anna', 'bruno'), { state: { balance: 20_000_000n } })
    expect(codes(refused(from, vault(9, ones('anna', 'bruno', 'carla'))))).to.deep.equal([
      'would-lock',
      'reserve-short',
    ])
  })
})

describe('plans fail', () => {
  const code = (from: Account, to: Account, parts: Parts = {}): string => {
    const found = refusalFor(request(from, to, parts))
    return found._tag === 'Failure' ? found.code : 'refused'
  }
  it('for two accounts, in whichever place the other one is', () => {
    const other = account({ of: 'ops' })
    expect(code(twoOfThree, other)).to.equal('accounts-differ')
    expect(code(twoOfThree, twoOfThree, { live: O.some(other) })).to.equal('accounts-differ')
  })
  it('for more signers than an account holds', () => {
    expect(code(twoOfThree, vault(1, many(21)))).to.equal('too-many-signers')
    expect(planFor(request(twoOfThree, vault(1, many(20)))).transactions[0]?.operations).to.have.lengthOf(23)
  })
  it('for signers that no account has', () => {
    expect(code(twoOfThree, vault(1, ones('anna', 'vault')))).to.equal('signer-is-account')
    expect(code(twoOfThree, vault(1, ones('anna', 'anna')))).to.equal('signer-twice')
  })
  it('for counts that contradict each other: a reserve made of them would be wrong', () => {
    const to = vault(2, ones('anna', 'carla'))
    const counted = (subentries: number, sponsored = 0): string =>
      code(vault(2, ones('anna', 'bruno'), { state: { subentries, sponsored } }), to)
    expect(counted(1)).to.equal('impossible-state')
    expect(counted(2, 5)).to.equal('impossible-state')
    for (const state of [{ subentries: 2, sponsored: 4 }, { subentries: 9 }])
      expect(planFor(request(vault(2, ones('anna', 'bruno'), { state }), to)).complete).to.equal(true)
    const paid = vault(2, ones('anna', 'bruno'), { state: {} })
    const signers = paid.signers.map((one) => ({ ...one, sponsor: O.some(key('stranger').id) }))
    expect(code({ ...paid, signers }, to)).to.equal('impossible-state')
  })
  it('for a sequence number that is not the one of the account', () => {
    const from = vault(2, ones('anna', 'bruno'), { state: {} })
    expect(code(from, from, { sequence: O.some(99n) })).to.equal('sequence-differs')
    expect(planFor(request(from, from, { sequence: O.some(100n) })).complete).to.equal(true)
  })
})

describe('plans are undecided', () => {
  const to = vault(2, ones('anna', 'bruno'))
  const decided = (from: Account, parts: Parts = {}, then = to): readonly [boolean, readonly string[]] => {
    const { complete, checks } = planFor(request(from, then, parts))
    return [
      complete,
      checks.filter(({ verdict, isNeeded }) => verdict === 'unknown' && isNeeded).map(({ id }) => id),
    ]
  }
  it('without a balance, where one asks for the reserve', () => {
    expect(decided(twoOfThree)).to.deep.equal([true, []])
    expect(decided(twoOfThree, { needsReserve: true })).to.deep.equal([false, ['reserve']])
  })
  it('where only a preimage reaches enough, before or after', () => {
    const secret: WeightedSigner = [hashXKey(someHash('x')), 1]
    expect(decided(vault(2, [...ones('anna'), secret]))).to.deep.equal([false, ['never-locks']])
    const atHand = new Set([secret[0]].flatMap((one) => (typeof one === 'string' ? [] : [one.strkey])))
    expect(decided(vault(2, [...ones('anna'), secret]), { atHand })).to.deep.equal([true, []])
    expect(decided(twoOfThree, {}, vault(2, [...ones('anna'), secret]))).to.deep.equal([
      false,
      ['never-locks'],
    ])
    expect(decided(vault(2, [...ones('anna', 'bruno'), secret]))).to.deep.equal([true, []])
  })
  it('where a new secret is to show that it works', () => {
    const secret: WeightedSigner = [hashXKey(someHash('x')), 1]
    const then = vault(2, [...ones('anna', 'bruno'), secret])
    expect(decided(twoOfThree, { proveKeys: true }, then)).to.deep.equal([false, ['abort-safe']])
    expect(decided(twoOfThree, { prefer: 'staged' }, then)).to.deep.equal([true, []])
  })
})
