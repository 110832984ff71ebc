/** A challenge that was changed on its way, in any bit, is not read; and nothing that comes makes it throw. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { fromBase64, toBase64 } from '../../../src/kernel/model/index.js'
import { challengeText, clientEntry, codeOf, read, walletEntry, webAuthEntry } from './login.js'

const TEXT = challengeText({ operations: [clientEntry, webAuthEntry, walletEntry] })

const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64(text)
  if (E.isLeft(bytes)) throw new Error(bytes.left.message)
  return bytes.right
}

describe('sep10: tampering', () => {
  const bytes = bytesOf(TEXT)

  it('as it was given out, it is read', () => void expect(codeOf(read(TEXT))).to.equal('yes'))

  it('with any bit changed, it is not', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(E.isLeft(read(toBase64(changed)))).to.equal(true)
      }),
      { numRuns: 300 },
    )
  })

  it('cut anywhere, it is not', () => {
    for (let length = 0; length < bytes.length; length += 7)
      expect(E.isLeft(read(toBase64(bytes.subarray(0, length))))).to.equal(true)
  })

  it('any text has an answer', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => E.isLeft(read(text))))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (some) => E.isLeft(read(toBase64(some)))))
  })
})
