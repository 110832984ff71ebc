import { Operation as Base, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { MAX_DEPTH, readXdr, type ReadFault } from '../../../src/edge/xdr/read-xdr.js'
import type { Bytes } from '../../../src/kernel/model/index.js'
import { ALICE, baseTransaction, recordedEnvelopes } from './fixture.js'

const read = readXdr(xdr.TransactionEnvelope)

const faultOf = (bytes: Bytes): ReadFault => {
  const result = read(bytes)
  if (E.isRight(result)) throw new Error('expected a fault, found an envelope')
  return result.left
}

const signed = baseTransaction([Base.manageData({ name: 'a', value: 'b' })], { sign: [ALICE] })
const BYTES = Uint8Array.from(signed.toEnvelope().toXDR())

/** The same bytes with one of them changed; the last `from` bytes are counted from the end. */
const changed = (index: number, value: number): Uint8Array => {
  const bytes = BYTES.slice()
  bytes[index < 0 ? bytes.length + index : index] = value
  return bytes
}

const END_OF_NAME = BYTES.findIndex((byte, i) => byte === 0x61 && BYTES[i + 4] === 0 && BYTES[i + 7] === 1)
const SIGNATURES = BYTES.length - 76

const isSame = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0

const STRICT: readonly (readonly [says: string, bytes: Bytes, tag: ReadFault['_tag'], at: number])[] = [
  ['trailing bytes', Uint8Array.of(...BYTES, 0, 0, 0, 0), 'LeftOver', BYTES.length],
  ['one trailing byte', Uint8Array.of(...BYTES, 0), 'LeftOver', BYTES.length],
  ['padding that is not zero', changed(END_OF_NAME + 1, 1), 'Mismatch', END_OF_NAME + 1],
  ['a boolean of 2', changed(END_OF_NAME + 7, 2), 'Mismatch', END_OF_NAME + 4],
  ['a negative boolean', changed(END_OF_NAME + 4, 0xff), 'Mismatch', END_OF_NAME + 4],
  ['an unknown envelope type', changed(3, 77), 'Mismatch', 0],
  ['a known type that is no envelope', changed(3, 1), 'Mismatch', 0],
  ['an unknown key type', changed(7, 9), 'Mismatch', 4],
  ['21 signatures', changed(SIGNATURES + 3, 21), 'Mismatch', SIGNATURES],
  ['more signatures than there are', changed(SIGNATURES + 3, 2), 'Ended', BYTES.length],
  ['a signature of 65 bytes', changed(SIGNATURES + 11, 65), 'Mismatch', SIGNATURES + 8],
  ['an extension that does not exist', changed(SIGNATURES - 1, 2), 'Mismatch', SIGNATURES - 4],
  ['nothing', new Uint8Array(), 'Ended', 0],
]

describe('xdr: reading', () => {
  it('knows its fixture', () => expect(E.isRight(read(BYTES)) && END_OF_NAME > 0).to.be.true)

  for (const [says, bytes, tag, at] of STRICT)
    it(`refuses ${says}`, () => expect(faultOf(bytes)).to.include({ _tag: tag, at }))

  it('takes every cut of an envelope for an end, never for an envelope', () => {
    for (let length = 0; length < BYTES.length; length++)
      expect(faultOf(BYTES.slice(0, length))._tag).to.equal('Ended')
  })

  it('agrees with the library on real envelopes, and is canonical: equal values have equal bytes', () => {
    for (const envelope of recordedEnvelopes('envelopes')) {
      const bytes = Buffer.from(envelope, 'base64')
      const value = read(bytes)
      if (E.isLeft(value)) throw new Error(value.left.reason)
      expect(isSame(value.right.toXDR(), bytes)).to.be.true
      expect(isSame(xdr.TransactionEnvelope.fromXDR(bytes).toXDR(), bytes)).to.be.true
    }
  })

  it('accepts changed bytes only where the library does, and then as they stand', () => {
    const real = recordedEnvelopes('envelopes').map((text) => Uint8Array.from(Buffer.from(text, 'base64')))
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.constantFrom(...real), changes, (bytes, list) => {
        const copy = bytes.slice()
        for (const [index, value] of list) copy[index % copy.length] = value
        const ours = read(copy)
        let theirs: xdr.TransactionEnvelope | undefined
        try {
          theirs = xdr.TransactionEnvelope.fromXDR(Buffer.from(copy))
        } catch {
          theirs = undefined
        }
        if (theirs === undefined) return E.isLeft(ours)
        return E.isRight(ours) && isSame(ours.right.toXDR(), copy)
      }),
      { numRuns: 2000 },
    )
  })
})

const nested = (levels: number): xdr.ScVal => {
  let value = xdr.ScVal.scvVoid()
  for (let i = 0; i < levels; i++) value = xdr.ScVal.scvVec([value])
  return value
}

/** Each level of a vector is three of the library's: variant, option, list. */
const invocation = (levels: number): Bytes => {
  const contractAddress = xdr.ScAddress.scAddressTypeContract(Buffer.alloc(32) as never)
  const args = new xdr.InvokeContractArgs({ contractAddress, functionName: 'a', args: [] })
  const func = xdr.HostFunction.hostFunctionTypeInvokeContract(args)
  const outer = baseTransaction([Base.invokeHostFunction({ func, auth: [] })])
    .toEnvelope()
    .toXDR()
  const encoded = Buffer.concat([
    // The same as `nested`, written without recursion, so that any depth can be written.
    ...Array.from({ length: levels }, () => Buffer.from('000000100000000100000001', 'hex')),
    Buffer.from('00000001', 'hex'),
  ])
  // Before the end: signatures, extension of the transaction, authorizations, arguments.
  const at = outer.length - 16
  return Buffer.concat([
    outer.subarray(0, at),
    Buffer.from('00000001', 'hex'),
    encoded,
    outer.subarray(at + 4),
  ])
}

describe('xdr: depth', () => {
  it('knows its fixture', () => {
    const envelope = xdr.TransactionEnvelope.fromXDR(Buffer.from(invocation(20)))
    const [operation] = envelope.v1().tx().operations()
    const [value] = operation!.body().invokeHostFunctionOp().hostFunction().invokeContract().args()
    expect(value!.toXDR('hex')).to.equal(nested(20).toXDR('hex'))
  })

  it('reads deeper than the library does by itself', () => {
    expect(() => xdr.TransactionEnvelope.fromXDR(Buffer.from(invocation(100)))).to.throw('depth')
    expect(E.isRight(read(invocation(100)))).to.be.true
    expect(E.isRight(read(invocation(300)))).to.be.true
  })

  for (const levels of [MAX_DEPTH / 3 + 10, 10_000, 60_000])
    it(`refuses ${String(Math.floor(levels))} levels, without overflowing the stack`, () =>
      expect(faultOf(invocation(levels))._tag).to.equal('TooDeep'))

  it('refuses what overflows the stack of its caller', () => {
    const fromDepth = (frames: number): ReadFault['_tag'] | 'read' => {
      if (frames > 0) return fromDepth(frames - 1)
      const result = read(invocation(300))
      return E.isLeft(result) ? result.left._tag : 'read'
    }
    let frames = 100
    let answer = fromDepth(frames)
    // Down to where the reader is what no longer fits; further down our own frames would not either.
    while (answer === 'read') answer = fromDepth((frames += 50))
    expect(answer).to.equal('TooDeep')
  })
})
