import { expect } from 'chai'
import { hintToHex } from '../../../src/kernel/model/decorated-signature.js'
import { innermostOf, sourceOf } from '../../../src/kernel/model/envelope.js'
import { isSoroban, OPERATION_TYPES } from '../../../src/kernel/model/operation.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { operation, payment } from '../../support/build/operation.js'
import { transaction } from '../../support/build/transaction.js'

describe('envelope', () => {
  const inner = envelope({ source: 'alice' })

  it('has an innermost envelope: itself, or the one inside a fee bump', () => {
    expect(innermostOf(inner)).to.equal(inner)
    expect(innermostOf(feeBump({ feeSource: 'bilal', inner }))).to.equal(inner)
  })

  it('has operations that act for their own source, or else for that of the transaction', () => {
    const of = sourceOf(transaction({ source: 'alice' }))
    expect(of(payment('carol'))).to.equal(key('alice').id)
    expect(of(payment('carol', 'bilal'))).to.equal(key('bilal').id)
  })

  // xdr `OperationType`: 24, 25, 26.
  it('knows the three types of smart contracts by their place on the wire', () => {
    const soroban = OPERATION_TYPES.filter((type) => isSoroban(operation(type)))
    expect(soroban.map((type) => OPERATION_TYPES.indexOf(type))).to.deep.equal([24, 25, 26])
  })

  it('shows hints as eight hexadecimal digits', () => {
    expect(hintToHex(0)).to.equal('00000000')
    expect(hintToHex(0xfffffffe)).to.equal('fffffffe')
    expect(hintToHex(0x00ab0001)).to.equal('00ab0001')
  })
})
