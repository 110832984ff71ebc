/** Reserves to the stroop, and who pays them. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import type { Account, Operation, TransactionEnvelope } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import {
  beginSponsoring,
  createAccount,
  manageData,
  payment,
  setOptions,
} from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { applied, endSponsoring, spoken, stateOf, the } from './told.js'

const RESERVE = 5_000_000n
const FEE = 100n

const joint = (balance: bigint, sellingLiabilities = 0n): Account =>
  account({ of: 'joint', state: { balance, sellingLiabilities } })

const asked = (...operations: readonly Operation[]): TransactionEnvelope =>
  envelope({ source: 'joint', operations, fee: FEE * BigInt(operations.length), signatures: [by('joint')] })

describe('ledger: reserves, to the stroop', () => {
  const others = [account({ of: 'shop', state: {} })]
  const says = (balance: bigint, operation: Operation, sellingLiabilities?: bigint): string =>
    spoken(applied(world(joint(balance, sellingLiabilities), ...others), asked(operation)))

  const cases: readonly (readonly [string, Operation, bigint, string])[] = [
    ['a signer', setOptions({ signer: ['bilal', 1] }), 3n * RESERVE, 'SET_OPTIONS_LOW_RESERVE'],
    ['a data entry', manageData('name'), 3n * RESERVE, 'MANAGE_DATA_LOW_RESERVE'],
    ['a payment', payment('shop', undefined, 7n), 2n * RESERVE + 7n, 'PAYMENT_UNDERFUNDED'],
    [
      'a new account',
      createAccount('new', undefined, 2n * RESERVE),
      4n * RESERVE,
      'CREATE_ACCOUNT_UNDERFUNDED',
    ],
  ]
  for (const [what, operation, needed, code] of cases)
    it(`${what} takes what is above the reserve and the fee, and not one stroop more`, () => {
      expect(says(needed + FEE, operation)).to.equal('txSUCCESS')
      expect(says(needed + FEE - 1n, operation)).to.equal(`txFAILED [${code}]`)
      expect(says(needed + FEE, operation, 1n)).to.equal(`txFAILED [${code}]`)
    })

  it('a new account brings its own reserve along', () => {
    const making = (balance: bigint): Operation => createAccount('new', undefined, balance)
    expect(says(100n * RESERVE, making(2n * RESERVE))).to.equal('txSUCCESS')
    expect(says(100n * RESERVE, making(2n * RESERVE - 1n))).to.equal('txFAILED [CREATE_ACCOUNT_LOW_RESERVE]')
  })

  it('changing the weight of a signer, and removing one, takes none', () => {
    const poor = account({ of: 'joint', signers: [['bilal', 1]], state: { balance: 3n * RESERVE + FEE } })
    const change = (weight: number): string =>
      spoken(applied(world(poor), asked(setOptions({ signer: ['bilal', weight] }))))
    expect([change(2), change(0)]).to.deep.equal(['txSUCCESS', 'txSUCCESS'])
  })

  it('the 21st signer is one too many, whoever could pay for it', () => {
    const full = account({
      of: 'joint',
      signers: Array.from({ length: 20 }, (_, i) => [`director ${i}`, 1] as const),
      state: {},
    })
    const said = applied(world(full), asked(setOptions({ signer: ['bilal', 1] })))
    expect(spoken(said)).to.equal('txFAILED [SET_OPTIONS_TOO_MANY_SIGNERS]')
  })
})

describe('ledger: sponsored signers', () => {
  const sandwich = envelope({
    source: 'joint',
    operations: [
      beginSponsoring('joint', 'bank'),
      setOptions({ signer: ['bilal', 1] }),
      endSponsoring('joint'),
    ],
    signatures: [by('joint'), by('bank')],
  })
  const poor = joint(2n * RESERVE + 3n * FEE)
  const bank = account({ of: 'bank', state: {} })
  const after = applied(world(poor, bank), sandwich)

  it('are paid for by whoever sponsors the account at that moment', () => {
    expect(spoken(after)).to.equal('txSUCCESS')
    expect(the('joint', after).signers.map(({ sponsor }) => sponsor)).to.deep.equal([O.some(key('bank').id)])
    expect(stateOf('joint', after)).to.include({ subentries: 1, sponsored: 1, sponsoring: 0 })
    expect(stateOf('bank', after)).to.include({ subentries: 0, sponsored: 0, sponsoring: 1 })
  })

  it('keep their sponsor when their weight changes, and give the reserve back when they go', () => {
    const change = (weight: number): ReturnType<typeof applied> =>
      applied(
        after.view,
        envelope({
          source: 'bank',
          operations: [setOptions({ signer: ['bilal', weight] }, 'joint')],
          signatures: [by('bank'), by('joint')],
        }),
      )
    const heavier = change(9)
    expect(the('joint', heavier).signers.map(({ sponsor }) => sponsor)).to.deep.equal([
      O.some(key('bank').id),
    ])
    expect(stateOf('bank', heavier).sponsoring).to.equal(1)

    const gone = change(0)
    expect(the('joint', gone).signers).to.deep.equal([])
    expect(stateOf('joint', gone)).to.include({ subentries: 0, sponsored: 0 })
    expect(stateOf('bank', gone)).to.include({ sponsored: 0, sponsoring: 0 })
  })

  it('a sponsorship that is left open undoes everything', () => {
    const open = envelope({
      source: 'joint',
      operations: [beginSponsoring('joint', 'bank'), setOptions({ signer: ['bilal', 1] })],
      signatures: [by('joint'), by('bank')],
    })
    const left = applied(world(joint(100n * RESERVE), bank), open)
    expect(left.code).to.equal('txBAD_SPONSORSHIP')
    expect(the('joint', left).signers).to.deep.equal([])
  })
})
