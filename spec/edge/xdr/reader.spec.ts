import { expect } from 'chai'
import { Reader, ReaderStopped } from '../../../src/edge/xdr/reader.js'

describe('xdr: reader', () => {
  it('reads the numbers of XDR, big-endian, signed and unsigned', () => {
    const ones = (): Reader => new Reader(new Uint8Array(8).fill(0xff))
    expect(ones().readInt32BE()).to.equal(-1)
    expect(ones().readUInt32BE()).to.equal(0xffffffff)
    expect(ones().readBigInt64BE()).to.equal(-1n)
    expect(ones().readBigUInt64BE()).to.equal(2n ** 64n - 1n)
    expect(new Reader(Uint8Array.of(1, 2, 3, 4)).readInt32BE()).to.equal(0x01020304)
  })

  it('reads from a part of a larger array', () => {
    const reader = new Reader(Uint8Array.of(9, 9, 0, 0, 0, 7, 9).subarray(2, 6))
    expect([reader.readUInt32BE(), reader.remainingBytes()]).to.deep.equal([7, 0])
  })

  it('skips padding, which must be zero', () => {
    const reader = new Reader(Uint8Array.of(1, 2, 3, 0, 4, 0, 0, 0))
    expect([...reader.read(3), ...reader.read(1)]).to.deep.equal([1, 2, 3, 4])
    expect(reader.remainingBytes()).to.equal(0)
    for (const at of [1, 2, 3]) {
      const bytes = Uint8Array.of(1, 0, 0, 0)
      bytes[at] = 1
      const strict = new Reader(bytes)
      expect(() => strict.read(1)).to.throw(ReaderStopped)
      expect([strict.fault, strict.position]).to.deep.equal(['padding', at])
    }
  })

  it('stops where the bytes end, also in the middle of padding', () => {
    for (const read of [
      (reader: Reader) => reader.readInt32BE(),
      (reader: Reader) => reader.readUInt32BE(),
      (reader: Reader) => reader.readBigInt64BE(),
      (reader: Reader) => reader.readBigUInt64BE(),
      (reader: Reader) => reader.read(4),
      (reader: Reader) => reader.read(3),
      (reader: Reader) => reader.read(0xffffffff),
    ]) {
      const reader = new Reader(Uint8Array.of(0, 0, 0))
      expect(() => read(reader)).to.throw(ReaderStopped)
      expect(reader.fault).to.equal('ended')
    }
  })
})
