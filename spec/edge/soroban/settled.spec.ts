/** Envelopes with entries: what is said of both together, on submission and when a ledger closes. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  accountsOfEntries,
  entriesAnswer,
  entriesOf,
  innerCodeBy,
  judgeEntries,
  operationCodesBy,
  settledBy,
} from '../../../src/edge/soroban/index.js'
import { accountsOf, evaluate } from '../../../src/kernel/engine/index.js'
import {
  type AuthorizationEntry,
  type LedgerView,
  type Operation,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import type { Phase } from '../../../src/kernel/protocol/index.js'
import { account, world } from '../../support/build/account.js'
import {
  accountAddress,
  contractAddress,
  entryText,
  inOrder,
  type EntryParts,
} from '../../support/build/authorization-entry.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { by } from '../../support/build/signature.js'
import { decodedEntry, JUDGE } from './fixture.js'

const RELAYER = account({ of: 'relayer' })
const JOINT = account({ of: 'joint', master: 1, medium: 2, signers: [['bilal', 1]] })
const ALL = world(RELAYER, JOINT)
const WITHOUT_JOINT: LedgerView = { ...world(RELAYER), closedWorld: false }

const GOOD: EntryParts = { signers: inOrder('joint', 'bilal') }
const BAD: EntryParts = { signers: ['joint'] }
const CONTRACT: EntryParts = { address: contractAddress() }
const SOURCE: EntryParts = { credentials: 'SourceAccount' }

const carrying = (...parts: readonly EntryParts[]): TransactionEnvelope => {
  const entries: readonly AuthorizationEntry[] = parts.map((one) => decodedEntry(entryText(one)))
  const invoke: Operation = { _tag: 'InvokeHostFunction', source: O.none, entries }
  return envelope({
    source: 'relayer',
    operations: [invoke],
    hasSorobanData: true,
    signatures: [by('relayer')],
  })
}

const settled = (phase: Phase, view: LedgerView, ...parts: readonly EntryParts[]) => {
  const one = carrying(...parts)
  const verdict = evaluate({ ...JUDGE, phase })(view)(one)
  return settledBy(verdict, judgeEntries(JUDGE)(view)(one))
}

const told = (phase: Phase, view: LedgerView, ...parts: readonly EntryParts[]): string => {
  const { _tag, code, entries } = settled(phase, view, ...parts)
  return `${_tag} ${O.toUndefined(code) ?? '-'} ${entries.join()}`.trim()
}

describe('envelopes with authorization entries', () => {
  it('are what their own signatures make them on submission, whatever the entries are', () => {
    for (const view of [ALL, WITHOUT_JOINT])
      for (const parts of [GOOD, BAD, CONTRACT, SOURCE])
        expect(told('validate', view, parts)).to.equal('Authorized txSUCCESS')
  })

  const APPLY: readonly (readonly [
    says: string,
    view: LedgerView,
    parts: readonly EntryParts[],
    word: string,
  ])[] = [
    ['an entry that is signed', ALL, [GOOD], 'Authorized txSUCCESS'],
    ['one that is not', ALL, [GOOD, BAD], 'Rejected txFAILED 1'],
    ['one of an account that was not fetched', WITHOUT_JOINT, [SOURCE, GOOD], 'Undetermined - 1'],
    [
      'one that is refused beside one that is open',
      WITHOUT_JOINT,
      [GOOD, { signers: [] }],
      'Rejected txFAILED 1',
    ],
    ['one of a contract, which is what the operation does', ALL, [CONTRACT], 'Authorized txSUCCESS'],
    ['one that rests on the envelope', ALL, [SOURCE], 'Authorized txSUCCESS'],
    ['none', ALL, [], 'Authorized txSUCCESS'],
  ]
  for (const [says, view, parts, word] of APPLY)
    it(`are ${word} when the ledger closes, with ${says}`, () =>
      expect(told('apply', view, ...parts)).to.equal(word))

  it('are never made better by their entries', () => {
    const unsigned = { ...carrying(GOOD), signatures: [] }
    const verdict = evaluate({ ...JUDGE, phase: 'apply' })(ALL)(unsigned)
    for (const parts of [GOOD, BAD])
      expect(settledBy(verdict, judgeEntries(JUDGE)(ALL)(carrying(parts)))).to.include({ _tag: 'Rejected' })
    const open = evaluate({ ...JUDGE, phase: 'apply' })({ accounts: new Map(), closedWorld: false })(unsigned)
    expect(settledBy(open, judgeEntries(JUDGE)(ALL)(carrying(BAD)))._tag).to.equal('Undetermined')
  })

  it('say which accounts are missing', () => {
    const joint = [key('joint').id]
    expect(settled('apply', WITHOUT_JOINT, GOOD, GOOD).missing).to.deep.equal(joint)
    expect(settled('apply', WITHOUT_JOINT, SOURCE, GOOD, CONTRACT).missing).to.deep.equal(joint)
    const nobody: LedgerView = { ...world(), closedWorld: false }
    // Of the envelope and of its entries at once, so that nobody has to ask twice.
    expect(settled('apply', nobody, BAD, CONTRACT, SOURCE)).to.deep.include({
      ...{ _tag: 'Undetermined', missing: [key('relayer').id, ...joint], entries: [] },
    })
    expect(settled('validate', nobody, BAD).missing).to.deep.equal([key('relayer').id])
    for (const view of [ALL, WITHOUT_JOINT])
      expect(settled('apply', view, SOURCE, { signers: [] }).missing).to.deep.equal([])
    expect(settled('apply', ALL, GOOD).missing).to.deep.equal([])
  })

  it('give their operations the code of a call that trapped, and its inner transaction that of a failure', () => {
    const one = carrying(GOOD, BAD)
    const entries = judgeEntries(JUDGE)(ALL)(one)
    const verdict = evaluate({ ...JUDGE, phase: 'apply' })(ALL)(one)
    const whole = settledBy(verdict, entries)
    const codes = [O.none, O.some('opBAD_AUTH' as const)]
    const trapped = O.some('INVOKE_HOST_FUNCTION_TRAPPED')
    expect(operationCodesBy(whole, entries, codes)).to.deep.equal([trapped, codes[1]])
    expect(operationCodesBy({ ...whole, entries: [] }, entries, codes)).to.deep.equal(codes)
    expect(operationCodesBy({ ...whole, _tag: 'Undetermined' }, entries, codes)).to.deep.equal(codes)
    const success = O.some('txSUCCESS' as const)
    expect(innerCodeBy(whole, success)).to.deep.equal(O.some('txFAILED'))
    expect(innerCodeBy({ ...whole, _tag: 'Undetermined' }, success)).to.deep.equal(O.none)
    expect(innerCodeBy({ ...whole, entries: [] }, success)).to.deep.equal(success)
  })

  it('fail inside a fee bump, as the network tells it', () => {
    const bump = feeBump({ feeSource: 'relayer', inner: carrying(BAD), signatures: [by('relayer')] })
    const verdict = evaluate({ ...JUDGE, phase: 'apply' })(ALL)(bump)
    const { _tag, code } = settledBy(verdict, judgeEntries(JUDGE)(ALL)(bump))
    expect([_tag, code]).to.deep.equal(['Rejected', O.some('txFEE_BUMP_INNER_FAILED')])
  })

  it('name the accounts of entries apart from those that decide about the envelope', () => {
    const one = carrying(GOOD, CONTRACT, SOURCE, {
      credentials: 'AddressWithDelegates',
      address: contractAddress(),
      delegates: () => [
        { address: contractAddress(), delegates: [{ address: accountAddress('carina') }] },
        { address: accountAddress('bilal') },
      ],
    })
    expect(accountsOf('apply')(one)).to.deep.equal([key('relayer').id])
    expect(accountsOfEntries(one)).to.deep.equal(['joint', 'carina', 'bilal'].map((name) => key(name).id))
    expect(entriesOf(one).map(({ operation, position }) => [operation, position])).to.deep.equal([
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 3],
    ])
  })

  it('come to no as soon as one entry does', () => {
    const answer = (view: LedgerView, ...parts: readonly EntryParts[]) =>
      entriesAnswer(judgeEntries(JUDGE)(view)(carrying(...parts)))
    expect(answer(ALL, GOOD, SOURCE, CONTRACT)).to.equal('yes')
    expect(answer(WITHOUT_JOINT, GOOD)).to.equal('undecided')
    expect(answer(WITHOUT_JOINT, GOOD, { signers: ['bilal', 'bilal'] })).to.equal('no')
  })
})
