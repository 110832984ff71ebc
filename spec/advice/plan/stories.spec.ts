/**
 * What people do with signers, and what becomes of it: each with its plan, or with the honest answer that
 * there is none.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import type { Plan, PlanRequest } from '../../../src/advice/plan/index.js'
import { differenceBetween } from '../../../src/advice/coalition/index.js'
import type { Account, SetOptions } from '../../../src/kernel/model/index.js'
import { account, type WeightedSigner } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { executed, nameOf, planFor, refusalFor, request } from './asking.js'

const PEOPLE = ['vault', 'alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace'] as const

const nameOfKey = nameOf(PEOPLE)

const vault = (needed: number, signers: readonly WeightedSigner[], master = 0): Account =>
  account({ of: 'vault', master, low: needed, medium: needed, high: needed, signers, state: {} })

const ones = (...names: readonly string[]): readonly WeightedSigner[] => names.map((name) => [name, 1])

const lost = (...names: readonly string[]): Partial<PlanRequest> => ({
  unavailable: new Set(names.map((name) => key(name).id)),
})

/** `-carol`, `bob 2`, `+dave 1`, `high 3`. */
const told =
  (before: Account) =>
  ({ signer, highThreshold, masterWeight }: SetOptions): string => {
    const change = (): string => {
      if (O.isNone(signer)) return ''
      const { key: of, weight } = signer.value
      const name = nameOfKey(of.strkey)
      if (weight === 0) return `-${name}`
      return before.signers.some((one) => one.key.strkey === of.strkey)
        ? `${name} ${String(weight)}`
        : `+${name} ${String(weight)}`
    }
    const numbers = [
      O.isSome(highThreshold) ? `high ${String(highThreshold.value)}` : '',
      O.isSome(masterWeight) ? `master ${String(masterWeight.value)}` : '',
    ]
    return [change(), ...numbers].filter((part) => part !== '').join(', ')
  }

const operationsOf = ({ transactions }: Plan): readonly (readonly string[])[] =>
  transactions.map(({ operations, before }) => operations.map(told(before)))

const signersOf = ({ transactions }: Plan): readonly (readonly string[])[] =>
  transactions.map(({ signing }) => signing.signers.map(({ strkey }) => nameOfKey(strkey)).toSorted())

const planned = (from: Account, to: Account, parts: Partial<PlanRequest> = {}): Plan => {
  const found = planFor(request(from, to, parts, PEOPLE))
  for (const step of executed(found, PEOPLE).steps)
    expect(step._tag === 'Applied' ? step.applied.code : step._tag).to.equal('txSUCCESS')
  return found
}

/** Alice 2, Bob 1, Carol 1, and 3 are needed. */
const LESSON: readonly WeightedSigner[] = [
  ['alice', 2],
  ['bob', 1],
  ['carol', 1],
]

const lesson = vault(3, LESSON)

describe('stories', () => {
  it('somebody joins: one operation, signed by two', () => {
    const to = vault(3, [...LESSON, ['dave', 1]])
    const found = planned(lesson, to)
    expect(operationsOf(found)).to.deep.equal([['+dave 1']])
    expect(signersOf(found)[0]).to.have.lengthOf(2).and.include('alice')
  })

  it('somebody joins and another is forgotten: the plan takes Carol out, and the difference says what she loses', () => {
    const to = vault(3, [
      ['alice', 2],
      ['bob', 1],
      ['dave', 1],
    ])
    expect(operationsOf(planned(lesson, to))).to.deep.equal([['-carol', '+dave 1']])
    const high = differenceBetween(lesson)(to).levels.find(({ level }) => level === 'High')
    const loses = high === undefined || O.isNone(high.loses) ? [] : high.loses.value.keys.map(nameOfKey)
    expect(loses.toSorted()).to.deep.equal(['alice', 'carol'])
  })

  it('somebody joins and has to sign first: two transactions, and no power in between', () => {
    const to = vault(3, [...LESSON, ['dave', 1]])
    const found = planned(lesson, to, { proveKeys: true })
    expect(found.transactions.map(({ purpose }) => purpose)).to.deep.equal(['add-passengers', 'cut-over'])
    expect(signersOf(found)[1]).to.include('dave')
    expect(found.transactions[1]?.signing.isOrdered).to.equal(true)
    const between = found.transactions[0]?.after as Account
    for (const { relation } of differenceBetween(lesson)(between).levels) expect(relation).to.equal('equal')
  })

  it('somebody leaves, and those who stay sign', () => {
    const from = vault(2, ones('alice', 'bob', 'carol', 'dave'))
    const found = planned(from, vault(2, ones('alice', 'bob', 'carol')))
    expect(operationsOf(found)).to.deep.equal([['-dave']])
    expect(signersOf(found)[0]).not.to.include('dave')
  })

  it('a key is lost and the others are enough: it is replaced without it', () => {
    const from = vault(2, ones('alice', 'bob', 'carol'))
    const found = planned(from, vault(2, ones('alice', 'bob', 'dave')), lost('carol'))
    expect(operationsOf(found)).to.deep.equal([['-carol', '+dave 1']])
    expect(signersOf(found)).to.deep.equal([['alice', 'bob']])
  })

  it('more keys are lost than may be, and the master key is there: it alone repairs the account', () => {
    const from = vault(2, ones('alice', 'bob', 'carol'), 2)
    const found = planned(from, vault(2, ones('alice', 'dave', 'erin')), lost('bob', 'carol'))
    expect(signersOf(found)).to.deep.equal([['vault']])
    expect(operationsOf(found)[0]?.at(-1)).to.contain('master 0')
  })

  it('more keys are lost than may be, and the master key is off: the account is locked', () => {
    const from = vault(2, ones('alice', 'bob', 'carol'))
    const found = refusalFor(
      request(from, vault(2, ones('alice', 'dave', 'erin')), lost('bob', 'carol'), PEOPLE),
    )
    if (found._tag === 'Failure') throw new Error(found.message)
    expect(found.reasons.map(({ code }) => code)).to.deep.equal(['locked-out'])
    expect(found.reasons[0].says).to.contain('alice weighs 1 of 2').and.contain('bob')
    expect(found.reasons[0].says).to.contain('carol').and.contain('cannot sign')
  })

  it('four of six, and people leave without giving anything back: the third departure locks the account', () => {
    const six = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'] as const
    const from = vault(4, ones(...six))
    const after = (gone: number): readonly string[] => {
      const staying = six.slice(0, six.length - gone)
      const to = vault(Math.min(4, staying.length), ones(...staying))
      const asked = request(from, to, lost(...six.slice(six.length - gone)), PEOPLE)
      if (gone < 3) return operationsOf(planFor(asked)).flat()
      const found = refusalFor(asked)
      return found._tag === 'Refused' ? found.reasons.map(({ code }) => code) : [found.code]
    }
    expect([1, 2].map(after).map((operations) => operations.toSorted())).to.deep.equal([
      ['-frank'],
      ['-erin', '-frank'],
    ])
    expect(after(3)).to.deep.equal(['locked-out'])
  })

  it('four of six stays, though two are gone: the next loss would lock, and the plan says that none may be lost', () => {
    const from = vault(4, ones('alice', 'bob', 'carol', 'dave', 'erin', 'frank'))
    const { tolerances } = planned(
      from,
      vault(4, ones('alice', 'bob', 'carol', 'dave')),
      lost('erin', 'frank'),
    )
    const losses = tolerances.map(({ loss }) =>
      loss.map((one) => (one._tag === 'Known' ? one.tolerated : one._tag)),
    )
    expect(losses).to.deep.equal([
      [2, 0],
      [2, 0],
      [2, 0],
    ])
  })

  it('the master key is put away once others are there', () => {
    const from = account({ of: 'vault', master: 1, state: {} })
    const found = planned(from, vault(2, ones('alice', 'bob', 'carol')))
    expect(signersOf(found)).to.deep.equal([['vault']])
    const [operations = []] = operationsOf(found)
    expect(operations).to.have.lengthOf(3)
    expect(operations.at(-1)).to.contain('high 2, master 0')
  })
})
