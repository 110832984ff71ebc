import { Operation as Base, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { faultReason } from '../../../src/edge/xdr/fault-reason.js'
import { readXdr } from '../../../src/edge/xdr/read-xdr.js'
import { baseTransaction } from './fixture.js'

type Generated = Parameters<typeof readXdr>[0]

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

/** Each message that the library has for unreadable bytes, brought about by bytes, not written down. */
const CASES: readonly (readonly [reason: string, type: Generated, bytes: string])[] = [
  ['77 is no known EnvelopeType', xdr.TransactionEnvelope, '0000004d'],
  ['-1 is no known EnvelopeType', xdr.TransactionEnvelope, 'ffffffff'],
  ['7 is no known variant', xdr.TransactionExt, '00000007'],
  ['a variant that cannot stand here', xdr.MuxedAccount, '00000001'],
  ['3 where only 0 or 1 can stand', xdr.Operation, '00000003'],
  ['65 bytes where at most 64 can stand', xdr.DecoratedSignature, '00000000 00000041'],
  ['29 bytes where at most 28 can stand', xdr.Memo, '00000001 0000001d'],
  [
    '4294967295 entries where at most 5 can stand',
    xdr.PathPaymentStrictSendOp,
    `${'00'.repeat(12)}${'00'.repeat(36)}${'00'.repeat(12)}ffffffff`,
  ],
  ['padding that is not zero', xdr.Memo, '00000001 00000001 61010000'],
  ['the bytes end in the middle of a value', xdr.Memo, '00000001 00000005 61'],
  [
    'a list is longer than the bytes that are left',
    xdr.InvokeContractArgs,
    `00000001 ${'00'.repeat(32)} 00000000 00000009`,
  ],
]

describe('xdr: reasons', () => {
  for (const [reason, type, bytes] of CASES)
    it(`says: ${reason}`, () => {
      const result = readXdr(type)(hex(bytes))
      expect(E.isLeft(result) ? result.left.reason : 'readable').to.equal(reason)
    })

  it('says nothing of what it does not know', () => {
    for (const message of ['', 'x is not a function', 'Cannot read properties of undefined'])
      expect(faultReason(message)).to.equal('a value that cannot be read')
  })

  it('never meets an unknown message in an envelope of which one word was changed', () => {
    const bytes = baseTransaction([
      Base.setOptions({ masterWeight: 1, homeDomain: 'a.org' }),
      Base.manageData({ name: 'a', value: null }),
    ])
      .toEnvelope()
      .toXDR()
    for (let at = 0; at < bytes.length; at += 4)
      for (const word of [2, 77, -1]) {
        const copy = Buffer.from(bytes)
        copy.writeInt32BE(word, at)
        const result = readXdr(xdr.TransactionEnvelope)(copy)
        if (E.isLeft(result)) expect(result.left.reason).not.to.equal(faultReason(''))
      }
  })
})
