/** Ways in stages where something is scarce: places, signatures, lumens, numbers, or those who can sign. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  checkStages,
  stagesOf,
  type NoStages,
  type Stages,
} from '../../../../src/advice/plan/stages/index.js'
import {
  activeSignersOf,
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type Account,
} from '../../../../src/kernel/model/index.js'
import { account, type WeightedSigner } from '../../../support/build/account.js'
import { key, sha256 } from '../../../support/build/key.js'
import { decidesNothing, isSamePower } from '../../../reference/stage-model.js'
import { keyOf, treasury } from './two-of-three.js'

const names = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `s${String(from + i)}`)

/** M of N equal keys, numbered from some number on. */
const mOfN = (m: number, n: number, from = 0): Account =>
  treasury([m, m, m], Object.fromEntries(names(from, n).map((name) => [name, 1])))

interface Limits {
  readonly payable?: number
  readonly unavailable?: readonly string[]
}

const ask = (from: Account, to: Account, { payable, unavailable = [] }: Limits = {}): Stages | NoStages =>
  stagesOf({ from, to, payable: O.fromNullable(payable), unavailable: new Set(unavailable.map(keyOf)) })

const travel = (from: Account, to: Account, limits: Limits = {}): Stages['stages'] => {
  const found = ask(from, to, limits)
  if (found._tag === 'NoStages') throw new Error(JSON.stringify(found.reason))
  const unavailable = new Set((limits.unavailable ?? []).map(keyOf))
  expect(checkStages(from, to, unavailable)(found.stages).flat()).to.deep.equal([])
  const signing = found.stages.flatMap(({ passengers }) => passengers.map(({ strkey }) => strkey))
  expect(new Set(signing).size, 'each signs once').to.equal(signing.length)
  return found.stages
}

const refuse = (from: Account, to: Account, limits: Limits = {}): NoStages => {
  const found = ask(from, to, limits)
  if (found._tag === 'Stages') throw new Error('there is a way')
  return found
}

const sizes = (stages: Stages['stages']): number[] => stages.map(({ passengers }) => passengers.length)
const counts = (stages: Stages['stages']): number[] => stages.map(({ account: one }) => one.signers.length)

describe('plan: stages where something is scarce', () => {
  it('18 keys are replaced two by two, because an account holds 20', () => {
    const stages = travel(mOfN(10, 18), mOfN(10, 18, 100))
    expect(sizes(stages)).to.deep.equal(Array.from({ length: 9 }, () => 2))
    expect(counts(stages)).to.deep.equal(Array.from({ length: 9 }, () => 20))
  })

  it('keys come in groups as large as the signatures that are left', () => {
    expect(sizes(travel(mOfN(8, 8), mOfN(8, 20)))).to.deep.equal([12])
    expect(sizes(travel(mOfN(15, 15), mOfN(15, 20)))).to.deep.equal([5])
    const grouped = travel(mOfN(10, 11), mOfN(12, 18, 11))
    expect(sizes(grouped)).to.deep.equal([9, 9])
    // All 18 never fit beside 11: those who have signed go ashore.
    expect(counts(grouped)).to.deep.equal([20, 20])
    const most = mOfN(19, 19)
    expect(sizes(travel(most, { ...most, masterWeight: 1 }))).to.deep.equal([1])
  })

  it('whoever has signed stays on board where there is a place for everybody', () => {
    // Eleven must sign, the master key among them; ten new keys fit beside ten.
    const stages = travel({ ...mOfN(11, 10), masterWeight: 1 }, mOfN(11, 20))
    expect(sizes(stages)).to.deep.equal([9, 1])
    expect(counts(stages)).to.deep.equal([19, 20])
    expect(stages[1]!.account.signers).to.include.deep.members([...stages[0]!.account.signers])
  })

  it('with lumens for one signer, keys come one by one', () => {
    const stages = travel(mOfN(2, 3), mOfN(2, 3, 10), { payable: 1 })
    expect(sizes(stages)).to.deep.equal([1, 1, 1])
    expect(counts(stages)).to.deep.equal([4, 4, 4])
  })

  it('with lumens for none, whoever goes makes place, if the others can spare him', () => {
    // 3 of 7 tolerates four losses, 3 of 5 two: five keys of the old ones are enough for that.
    const from = mOfN(3, 7)
    const to = treasury([3, 3, 3], { s0: 1, s1: 1, s2: 1, s3: 1, new: 1 })
    const stages = travel(from, to, { payable: 0 })
    expect(sizes(stages)).to.deep.equal([1])
    expect(counts(stages)).to.deep.equal([7])
    const refused = refuse(mOfN(2, 3), mOfN(2, 3, 10), { payable: 0 })
    expect(refused.reason).to.deep.equal({ _tag: 'NoPlace', signers: 3, isUnpaid: true })
    // Without one of three, the loss of one more would lock the account: this stands in the way.
    expect(refused.faults.map(({ _tag }) => _tag)).to.include('ToleratesLess')
  })

  it('20 keys that all stay leave no place', () => {
    const added = account({
      of: 'treasury',
      master: 0,
      low: 11,
      medium: 11,
      high: 11,
      signers: [...names(0, 19), 'new'].map((name) => [name, 1] as const),
    })
    expect(sizes(travel(mOfN(11, 19), added))).to.deep.equal([1])
    // The one who goes is needed for nothing: 11 of 19 tolerates eight losses, and before and after nine.
    expect(refuse(mOfN(11, 20), added).faults.map(({ _tag }) => _tag)).to.include('ToleratesLess')
    expect(refuse(mOfN(11, 20), added).reason).to.deep.include({ _tag: 'NoPlace', signers: 20 })
  })

  it('20 signers who must all sign leave no signature', () => {
    expect(refuse(mOfN(20, 20), { ...mOfN(20, 20), masterWeight: 1 }).reason._tag).to.equal('NoSignatureLeft')
  })

  it('the master key can be a passenger: it takes no place', () => {
    const stages = travel(mOfN(11, 20), { ...mOfN(11, 20), masterWeight: 3 })
    expect(stages.map(({ account: one }) => one.masterWeight)).to.deep.equal([1])
    expect(stages[0]!.passengers.map(({ strkey }) => strkey)).to.deep.equal([mOfN(1, 1).id])
  })
})

describe('plan: numbers for passengers', () => {
  const more = (from: Account, count: number): Account =>
    account({
      of: 'treasury',
      master: from.masterWeight,
      ...from.thresholds,
      signers: [
        ...from.signers.map((one): WeightedSigner => [one.key, one.weight]),
        ...names(100, count).map((name) => [name, 5] as const),
      ],
    })

  it('stay as they are where the gap is wide already', () => {
    const from = treasury([100, 200, 200], { a: 100, b: 100, c: 100 })
    const [stage] = travel(from, more(from, 3))
    expect(stage!.account.thresholds).to.deep.equal(from.thresholds)
  })

  it('a threshold of 0 takes one signer, who may be no passenger', () => {
    const from = treasury([0, 1, 2], { a: 1, b: 1, c: 1 })
    const [stage] = travel(from, more(from, 1))
    expect(stage!.account.thresholds).to.deep.equal({ low: 2, medium: 2, high: 4 })
  })

  it('are equal for equal power where multiples do not fit', () => {
    // Any two of three, in numbers that leave a gap of 1.
    const from = treasury([128, 128, 128], { a: 127, b: 126, c: 2 })
    const [stage] = travel(from, more(from, 3))
    const weights = stage!.account.signers.map(({ weight }) => weight)
    expect(new Set(weights)).to.deep.equal(new Set([4, 1]))
    expect(stage!.account.thresholds).to.deep.equal({ low: 8, medium: 8, high: 8 })
  })

  /** Every sum is another group: 1, 2, 4, 8 and so on. */
  const binary = (keys: number, thresholds: readonly [number, number, number]): Account =>
    treasury(thresholds, Object.fromEntries(names(0, keys).map((name, i) => [name, 2 ** i])))

  it('are rounded where multiples do not fit and powers differ', () => {
    const from = binary(8, [77, 100, 147])
    const to = more(from, 1)
    const [stage] = travel(from, to)
    const old = activeSignersOf(from).map(({ key: { strkey } }) => strkey)
    expect(isSamePower(from, stage!.account, old)).to.equal(true)
    expect(decidesNothing(stage!.account, stage!.passengers[0]!.strkey)).to.equal(true)
  })

  it('a weight above what is needed counts as that', () => {
    const from = treasury([2, 2, 2], { a: 255, b: 1, c: 1 })
    const [stage] = travel(from, more(from, 2))
    expect(stage!.account.thresholds.high).to.equal(6)
  })

  it('fewer come at once where not all fit', () => {
    expect(sizes(travel(binary(7, [21, 42, 85]), more(binary(7, [21, 42, 85]), 4)))).to.deep.equal([2, 2])
  })

  it('are refused, and soon, where none up to 255 were found', () => {
    const from = binary(8, [85, 128, 170])
    const started = performance.now()
    const { reason, faults } = refuse(from, more(from, 12))
    expect(performance.now() - started).to.be.lessThan(1000)
    expect(reason).to.deep.equal({ _tag: 'NumbersTooLarge', level: 'Low', needed: 85 })
    expect(faults).to.deep.equal([])
  })
})

describe('plan: who can show that they can sign', () => {
  const from = treasury([2, 2, 2], { anna: 1, bruno: 1, cfo: 1 })
  const withKeys = (...more: readonly WeightedSigner[]): Account =>
    account({
      of: 'treasury',
      master: 0,
      low: 2,
      medium: 2,
      high: 2,
      signers: [['anna', 1], ['bruno', 1], ['cfo', 1], ...more],
    })

  it('nobody new: nothing is between', () => {
    expect(ask(from, treasury([3, 3, 3], { anna: 1, bruno: 1, cfo: 1 }))).to.deep.equal({
      _tag: 'Stages',
      stages: [],
      unproved: [],
    })
  })

  it('preimages, payloads and approvals show nothing before, because that would spend them', () => {
    const secrets = [
      hashXKey(sha256('x')),
      signedPayloadKey(key('dora').publicKey, sha256('p')),
      preAuthTxKey(sha256('t')),
    ]
    const found = ask(from, withKeys(['dora', 1], ...secrets.map((one): WeightedSigner => [one, 1])))
    if (found._tag === 'NoStages') throw new Error('there is a way')
    expect([...found.unproved].sort()).to.deep.equal(secrets.map(({ strkey }) => strkey).sort())
    expect(found.stages.map(({ account: one }) => activeSignersOf(one).length)).to.deep.equal([4])
  })

  it('an approval in advance keeps the power that it had', () => {
    const approval = preAuthTxKey(sha256('t'))
    const stages = travel(withKeys([approval, 1]), withKeys([approval, 1], ['dora', 1]))
    expect(stages[0]!.account.signers.find((one) => one.key.strkey === approval.strkey)?.weight).to.equal(2)
  })

  it('new keys that cannot sign are named', () => {
    expect(refuse(from, withKeys(['dora', 1], ['emil', 1]), { unavailable: ['dora'] }).reason).to.deep.equal({
      _tag: 'NewKeysUnavailable',
      keys: [keyOf('dora')],
    })
  })

  it('where nobody can sign now, nothing can be done', () => {
    const lost = { unavailable: ['anna', 'bruno'] }
    expect(refuse(from, withKeys(['dora', 1]), lost).reason._tag).to.equal('NobodySigns')
  })

  it('a lost key with the others still enough: the way is open', () => {
    expect(sizes(travel(from, withKeys(['dora', 1]), { unavailable: ['cfo'] }))).to.deep.equal([1])
  })
})
