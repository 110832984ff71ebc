import { Operation as Base, TransactionBuilder, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import { describeXdr } from '../../../src/edge/xdr/describe-xdr.js'
import { loadVectors } from '../../support/vectors.js'
import { ALICE, baseTransaction, BOB } from './fixture.js'

const signed = baseTransaction([Base.bumpSequence({ bumpTo: '1' })], { sign: [ALICE] })
const bump = TransactionBuilder.buildFeeBumpTransaction(BOB, '200', signed, signed.networkPassphrase)
const base64 = (text: string): Buffer => Buffer.from(text, 'base64')

const result = xdr.TransactionResult.fromXDR('AAAAAAAAAGT/////AAAAAQAAAAAAAAAB////+wAAAAA=', 'base64')
const pair = new xdr.TransactionResultPair({ transactionHash: Buffer.alloc(32, 3), result })
const account = xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: BOB.xdrAccountId() }))
const data = new xdr.DataEntry({
  accountId: BOB.xdrAccountId(),
  dataName: 'a',
  dataValue: Buffer.alloc(3),
  ext: new xdr.DataEntryExt(0),
})
const ledgerEntry = new xdr.LedgerEntry({
  lastModifiedLedgerSeq: 7,
  data: xdr.LedgerEntryData.data(data),
  ext: new xdr.LedgerEntryExt(0),
})
const removed = xdr.LedgerEntryChange.ledgerEntryRemoved(account)
const meta = new xdr.TransactionMetaV1({ txChanges: [removed], operations: [] })
const [entry] = loadVectors<{ readonly accounts: readonly string[] }>('core-verdicts')[0]!.accounts
const [authorization] = loadVectors<{ readonly authEntry: string }>('soroban-auth-entries')

const CASES: readonly (readonly [type: string, bytes: Buffer])[] = [
  ['TransactionEnvelope', base64(signed.toXDR())],
  ['TransactionEnvelope', base64(bump.toXDR())],
  ['Transaction', signed.toEnvelope().v1().tx().toXDR()],
  ['FeeBumpTransaction', bump.toEnvelope().feeBump().tx().toXDR()],
  ['TransactionSignaturePayload', signed.signatureBase()],
  ['TransactionResult', result.toXDR()],
  ['TransactionResultPair', pair.toXDR()],
  ['TransactionMeta', new xdr.TransactionMeta(1, meta).toXDR()],
  ['LedgerEntry', ledgerEntry.toXDR()],
  ['AccountEntry', base64(entry!)],
  ['SorobanAuthorizationEntry', base64(authorization!.authEntry)],
  ['DecoratedSignature', signed.signatures[0]!.toXDR()],
  ['Operation', Base.bumpSequence({ bumpTo: '1' }).toXDR()],
  ['LedgerKey', account.toXDR()],
]

describe('xdr: what bytes are', () => {
  for (const [type, bytes] of CASES)
    it(`recognises ${type}`, () => expect(describeXdr(bytes)?.type).to.equal(type))

  it('names the kind of a ledger entry', () =>
    expect(describeXdr(ledgerEntry.toXDR())?.what).to.equal('a ledger entry of type Data'))

  it('knows nothing of noise, of little and of nothing', () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(8), new Uint8Array(100).fill(0xa5)])
      expect(describeXdr(bytes)).to.equal(undefined)
  })
})
