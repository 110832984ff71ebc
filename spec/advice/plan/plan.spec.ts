import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { isSameConfiguration, plan, type Plan } from '../../../src/advice/plan/index.js'
import { lookup, type Account } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { executed, planFor, request } from './asking.js'
import { canChange, fewestToChange, intruders, keysOf } from './plan-model.js'

const NAMES = ['vault', 'anna', 'bruno', 'carla', 'dora', 'emil', 'frida', 'gustav'] as const

/** Weights of the eight keys, the first of them the master key; 0 is no signer. */
const configuration: fc.Arbitrary<Account> = fc
  .record({
    weights: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 })), {
      minLength: NAMES.length,
      maxLength: NAMES.length,
    }),
    thresholds: fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)),
    balance: fc.constant(1000_0000000n),
  })
  .map(({ weights, thresholds: [low, medium, high], balance }) =>
    account({
      of: 'vault',
      master: weights[0] ?? 0,
      low,
      medium,
      high,
      signers: NAMES.slice(1).flatMap((name, at) => {
        const weight = weights[at + 1] ?? 0
        return weight > 0 ? [[name, weight] as const] : []
      }),
      state: { balance },
    }),
  )

const statesOf = ({ from, transactions }: Plan): readonly Account[] => [
  from,
  ...transactions.map(({ after }) => after),
]

const mustBeSafe = (planned: Plan): void => {
  const { from, to } = planned
  for (const state of statesOf(planned)) {
    expect(intruders(from, to, state), 'who gains power in between').to.deep.equal([])
    expect(fewestToChange(state, keysOf(from, to))).not.to.equal(undefined)
  }
}

const mustEndThere = (planned: Plan): void => {
  const { steps, view } = executed(planned, NAMES)
  for (const step of steps)
    expect(step._tag === 'Applied' ? step.applied.code : step._tag).to.equal('txSUCCESS')
  const found = lookup(view)(planned.to.id)
  expect(found._tag === 'Known' && isSameConfiguration(found.account, planned.to)).to.equal(true)
}

const mustFit = ({ transactions }: Plan): void => {
  for (const { operations, signing, fee, before } of transactions) {
    expect(operations.length).to.be.within(1, 100)
    expect(signing.signers.length).to.be.within(1, 20)
    expect(fee).to.equal(100n * BigInt(operations.length))
    const proves = new Set(signing.proves)
    const needed = signing.signers.map(({ strkey }) => strkey).filter((key) => !proves.has(key))
    expect(canChange(before, needed)).to.equal(true)
    expect(needed.length).to.equal(
      fewestToChange(
        before,
        keysOf(before).filter((key) => !proves.has(key)),
      ),
    )
  }
}

describe('plans', () => {
  for (const proveKeys of [false, true]) {
    const how = proveKeys ? 'in stages' : 'in one transaction'
    it(`lead ${how} to what was asked for, by the engine, with signatures that are verified; or the model finds the lock`, () => {
      let planned = 0
      fc.assert(
        fc.property(configuration, configuration, (from, to) => {
          const found = plan(request(from, to, { proveKeys }, NAMES))
          const isLocked = [from, to].some((one) => fewestToChange(one, keysOf(one)) === undefined)
          if (E.isLeft(found)) {
            const codes = found.left._tag === 'Refused' ? found.left.reasons.map(({ code }) => code) : []
            expect(codes).not.to.deep.equal([])
            expect(codes.some((code) => code === 'locked-out' || code === 'would-lock')).to.equal(isLocked)
            if (!proveKeys) expect(isLocked).to.equal(true)
            return
          }
          planned++
          expect(isLocked).to.equal(false)
          mustBeSafe(found.right)
          mustFit(found.right)
          mustEndThere(found.right)
        }),
        { numRuns: proveKeys ? 25 : 60 },
      )
      expect(planned).to.be.greaterThan(2)
    })
  }

  it('let every new key sign before it matters, where keys are to be proved', () => {
    let staged = 0
    fc.assert(
      fc.property(configuration, configuration, (from, to) => {
        const found = plan(request(from, to, { proveKeys: true }, NAMES))
        if (E.isLeft(found)) return
        const { transactions } = found.right
        const proved = new Set(transactions.flatMap(({ signing }) => signing.proves))
        const before = new Set(keysOf({ ...from, masterWeight: 0 }))
        const fresh = to.signers.map(({ key }) => key.strkey).filter((key) => !before.has(key))
        for (const key of fresh) expect(proved.has(key), key).to.equal(true)
        if (fresh.length > 0) staged++
      }),
      { numRuns: 40 },
    )
    expect(staged).to.be.greaterThan(2)
  })

  it('replace all of 20 signers by 20 others', () => {
    const names = (prefix: string): readonly string[] =>
      Array.from({ length: 20 }, (_, at) => `${prefix}-${at}`)
    const made = (prefix: string): Account =>
      account({
        of: 'vault',
        master: 0,
        low: 11,
        medium: 11,
        high: 11,
        signers: names(prefix).map((name) => [name, 1] as const),
        state: {},
      })
    const planned = planFor(request(made('old'), made('new')))
    expect(planned.transactions.map(({ operations }) => operations.length)).to.deep.equal([40])
    expect(planned.transactions[0]?.signing.signers.length).to.equal(11)
    const { steps } = executed(planned, [...names('old'), ...names('new')])
    expect(steps.map((step) => (step._tag === 'Applied' ? step.applied.code : step._tag))).to.deep.equal([
      'txSUCCESS',
    ])
  })

  it('have nothing to do where nothing differs', () => {
    const here = account({ of: 'vault', state: {} })
    const planned = planFor(request(here, { ...here, state: O.none }))
    expect(planned.transactions).to.deep.equal([])
    expect([planned.applyable, planned.complete]).to.deep.equal([false, true])
  })

  it('are signed by those who stay, where as few of them are enough', () => {
    const from = account({
      of: 'vault',
      master: 0,
      high: 2,
      signers: [
        ['anna', 1],
        ['bruno', 1],
        ['carla', 1],
      ],
      state: {},
    })
    for (const leaver of ['anna', 'bruno', 'carla']) {
      const staying = ['anna', 'bruno', 'carla'].filter((name) => name !== leaver)
      const joined = account({
        of: 'vault',
        master: 0,
        high: 2,
        signers: [...staying, 'dora'].map((name) => [name, 1] as const),
      })
      const staged = planFor(request(from, joined, { proveKeys: true })).transactions
      expect(staged).to.have.lengthOf(2)
      for (const { signing } of staged)
        expect(signing.signers.map(({ strkey }) => strkey)).not.to.include(key(leaver).id)
      const to = account({
        of: 'vault',
        master: 0,
        high: 2,
        signers: staying.map((name) => [name, 1] as const),
      })
      const [transaction] = planFor(request(from, to)).transactions
      const signers = transaction?.signing.signers.map(({ strkey }) => strkey) ?? []
      expect(signers.toSorted()).to.deep.equal(to.signers.map(({ key }) => key.strkey).toSorted())
    }
  })
})
