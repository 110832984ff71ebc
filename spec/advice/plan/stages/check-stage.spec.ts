/** What is wrong with states between two configurations, told by name. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { checkStage, checkStages, naiveOrders, stagesOf } from '../../../../src/advice/plan/stages/index.js'
import { preAuthTxKey } from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'
import { key, sha256 } from '../../../support/build/key.js'
import { after, atHigh, before, between, keyOf, namesOf, nobody, proven, treasury } from './two-of-three.js'

const check = checkStage(before, after, proven)

describe('plan: the three naive orders from 2 of 3 to 3 of 5', () => {
  const orders = naiveOrders(before)(after)
  const first = (id: string) => orders.find((one) => one.id === id)!.states[0]!

  it('add first: two new keys that nobody has seen sign own the account', () => {
    const faults = check(first('add-first'))
    expect(first('add-first').signers).to.have.lengthOf(6)
    const [gained] = faults
    expect(gained?._tag).to.equal('GainsPower')
    const names = namesOf(gained?.keys ?? [])
    expect(names).to.have.lengthOf(2)
    expect(['carla', 'dora', 'emil']).to.include.members(names)
    expect(gained).to.deep.include({ sums: [0, 2, 2], needed: [2, 2, 3] })
  })

  it('raise first: 3 of 3, where one lost key locks the account', () => {
    const faults = check(first('raise-first'))
    expect(faults.map(({ _tag }) => _tag)).to.deep.equal(['ToleratesLess', 'ToleratesLess', 'ToleratesLess'])
    expect(faults[0]?.keys).to.have.lengthOf(1)
    expect(faults[0]).to.deep.include({ tolerated: 0, demanded: 1 })
  })

  it('raise first with a dead key: nobody who is left can go on or back', () => {
    const dead = new Set(['anna', 'bruno'].map(keyOf))
    expect(atHigh(checkStage(before, after, dead)(first('raise-first')))).to.deep.equal([
      ['ProvenCannotAct', ['anna', 'bruno']],
    ])
  })

  it('remove first: 2 of 2, where one lost key locks the account', () => {
    const faults = check(first('remove-first'))
    expect(faults.map(({ _tag }) => _tag)).to.deep.equal(['ToleratesLess', 'ToleratesLess', 'ToleratesLess'])
    expect(faults[0]).to.deep.include({ tolerated: 0, demanded: 1 })
  })
})

describe('plan: the staged example', () => {
  it('is refuted with weights of 1 and a threshold of 4: it needs an unproven key', () => {
    expect(atHigh(check(between(4, 1, 1)))).to.deep.equal([['ProvenCannotAct', ['anna', 'bruno', 'cfo']]])
    expect(check(between(4, 1, 1))[0]).to.deep.include({ sum: 3, needed: 4 })
  })

  it('is refuted with weights of 2 and 1 and a threshold of 4: who leaves gains power with two new keys', () => {
    const [fault] = check(between(4, 2, 1))
    expect(fault).to.deep.include({ _tag: 'GainsPower', sums: [1, 4, 2], needed: [2, 4, 3], given: O.none })
    const names = namesOf(fault?.keys ?? [])
    expect(names).to.have.lengthOf(3)
    expect(names).to.include('cfo')
    expect(names.filter((name) => ['carla', 'dora', 'emil'].includes(name))).to.have.lengthOf(2)
  })

  it('is safe with weights of 4 and 1 and a threshold of 8', () => {
    expect(check(between(8, 4, 1))).to.deep.equal([])
  })

  it('is what the recipe finds', () => {
    const found = stagesOf({ from: before, to: after, unavailable: nobody, payable: O.none })
    if (found._tag === 'NoStages') throw new Error(found.reason._tag)
    expect(found.stages.map(({ account: one }) => one)).to.deep.equal([between(8, 4, 1)])
    expect(namesOf(found.stages[0]!.passengers.map(({ strkey }) => strkey))).to.deep.equal([
      'carla',
      'dora',
      'emil',
    ])
  })
})

describe('plan: keys prove themselves on the way', () => {
  const to = treasury([2, 2, 2], { anna: 1, bruno: 1, dora: 1 })
  const dora = key('dora').signerKey
  const boarding = treasury([4, 4, 4], { anna: 2, bruno: 2, cfo: 2, dora: 1 })

  it('a key counts from the stage after the one in which it is a passenger', () => {
    const faultsWith = (passengers: readonly (typeof dora)[]): unknown[] =>
      checkStages(
        before,
        to,
        nobody,
      )([
        { account: boarding, passengers },
        { account: to, passengers: [] },
      ]).map((faults) => faults.map(({ _tag }) => _tag))
    expect(faultsWith([dora])).to.deep.equal([[], []])
    expect(faultsWith([])).to.deep.equal([[], ['ToleratesLess', 'ToleratesLess', 'ToleratesLess']])
  })
})

describe('plan: what else is wrong with a state', () => {
  it('a lock is told with all keys, and once', () => {
    const faults = check(treasury([2, 2, 9], { anna: 1, bruno: 1, cfo: 1 }))
    expect(atHigh(faults)).to.deep.equal([['Locked', ['anna', 'bruno', 'cfo']]])
    expect(faults[0]).to.deep.include({ sum: 3, needed: 9, isOverfull: false })
  })

  it('21 keys that are all needed are a lock, because an envelope holds 20 signatures', () => {
    const signers = Array.from({ length: 20 }, (_, i) => [`s${String(i)}`, 1] as const)
    const full = account({ of: 'treasury', master: 1, low: 1, medium: 1, high: 21, signers })
    const all = new Set([full.id, ...signers.map(([name]) => keyOf(name))])
    expect(checkStage(full, full, all)(full).find(({ _tag }) => _tag === 'Locked')).to.deep.include({
      sum: 21,
      needed: 21,
      isOverfull: true,
    })
  })

  it('where low takes more than high, low decides who can change the account', () => {
    const state = treasury([4, 2, 2], { anna: 1, bruno: 1, cfo: 1 })
    expect(
      check(state).map((fault) => [fault._tag, fault._tag !== 'NotAllowed' && fault.level]),
    ).to.deep.equal([['Locked', 'Low']])
  })

  it('an approval in advance that only counts in between is found, for its transaction', () => {
    const approval = preAuthTxKey(sha256('approved'))
    const state = account({
      of: 'treasury',
      master: 0,
      low: 2,
      medium: 2,
      high: 2,
      signers: [
        ['anna', 1],
        ['bruno', 1],
        ['cfo', 1],
        [approval, 1],
      ],
    })
    expect(check(state)[0]).to.deep.include({ _tag: 'GainsPower', given: O.some(approval.strkey) })
  })

  it('what no account of the network can be is said first', () => {
    const many = Array.from({ length: 21 }, (_, i) => [`s${String(i)}`, 1] as const)
    const limits = (state: Parameters<typeof check>[0]): unknown[] =>
      check(state).map((fault) => fault._tag === 'NotAllowed' && fault.limit)
    expect(limits(account({ of: 'treasury', signers: many }))).to.deep.equal(['too-many-signers'])
    expect(limits(treasury([1, 1, 256], { anna: 1 }))).to.deep.equal(['number-out-of-range'])
    expect(limits(treasury([1, 1, 1], { anna: 256 }))).to.deep.equal(['number-out-of-range'])
    expect(limits(treasury([1, 1, 1], { treasury: 1 }))).to.deep.equal(['own-key-as-signer'])
    const twice = treasury([1, 1, 1], { anna: 1 })
    expect(limits({ ...twice, signers: [...twice.signers, ...twice.signers] })).to.deep.equal([
      'signer-twice',
    ])
    expect(key('treasury').id).to.equal(before.id)
  })
})
