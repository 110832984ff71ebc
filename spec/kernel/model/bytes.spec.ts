import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import {
  compareBytes,
  equalBytes,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
  utf8,
} from '../../../src/kernel/model/bytes.js'

const bytes = fc.uint8Array({ maxLength: 200 })

const codeOf = (text: string): string => {
  const read = fromBase64(text)
  return E.isLeft(read) ? read.left.code : 'read'
}

/** Texts by the code with which they are refused. */
const REFUSED: readonly (readonly [code: string, what: string, text: string])[] = [
  ['empty-input', 'nothing', ''],
  ['base64-whitespace', 'a line break inside', 'AAAA\nAAAA'],
  ['base64-whitespace', 'a line break at the end', 'AAAA\n'],
  ['base64-whitespace', 'a leading blank', ' AAAA'],
  ['base64-whitespace', 'a tab', 'AA\tAA'],
  ['base64-whitespace', 'a no-break space', 'AAA\u00a0'],
  ['base64-url', 'a minus', 'AA-A'],
  ['base64-url', 'an underscore', 'AA_A'],
  ['base64-url', 'an underscore, not padded', 'AA_'],
  ['base64-character', 'a comma', 'AA,A'],
  ['base64-character', 'a plus and an underscore', 'A+_A'],
  ['base64-character', 'a letter beyond ASCII', 'AAÄA'],
  ['base64-character', 'a full-width letter', 'AAＡA'],
  ['base64-character', 'an emoji', 'AA😀'],
  ['base64-character', 'a null character', 'AAA\u0000'],
  ['base64-character', 'padding at the front', '=AAA'],
  ['base64-character', 'padding in the middle of two groups', 'AA==AAAA'],
  ['base64-character', 'three padding characters', 'A==='],
  ['base64-character', 'hexadecimal with a prefix', '0x00:00f'],
  ['base64-length', 'one character', 'A'],
  ['base64-length', 'two characters, not padded', 'AA'],
  ['base64-length', 'three characters, not padded', 'AAA'],
  ['base64-length', 'one character too many', 'AAAAA'],
  ['base64-length', 'half of its padding', 'AA='],
  ['base64-padding', 'spare bits before one padding character', 'AAB='],
  ['base64-padding', 'spare bits before two padding characters', 'AB=='],
  ['base64-padding', 'padding before the last character', 'AA=A'],
]

describe('bytes: base64', () => {
  for (const [code, what, text] of REFUSED)
    it(`refuses ${what}: ${code}`, () => expect(codeOf(text)).to.equal(code))

  it('has an example of every code', () => {
    expect([...new Set(REFUSED.map(([code]) => code))]).to.deep.equal([
      'empty-input',
      'base64-whitespace',
      'base64-url',
      'base64-character',
      'base64-length',
      'base64-padding',
    ])
  })

  it('says which character is wrong, from 1', () => {
    expect(fromBase64('AAAAAA,A')).to.have.nested.property('left.message').that.includes('character 7 ')
  })

  // RFC 4648 section 10.
  for (const [plain, encoded] of [
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ] as const)
    it(`reads and writes the example of RFC 4648: ${plain}`, () => {
      expect(toBase64(utf8(plain))).to.equal(encoded)
      expect(fromBase64(encoded)).to.deep.equal(E.right(utf8(plain)))
    })

  it('writes what Buffer writes, and reads it back', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (some) => {
        const text = Buffer.from(some).toString('base64')
        expect(toBase64(some)).to.equal(text)
        expect(fromBase64(text)).to.deep.equal(E.right(some))
      }),
    ))

  it('reads one letter of sixteen, or of four, before padding: the spare bits are zero', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/']
    expect(letters.filter((letter) => codeOf(`A${letter}==`) === 'read').join('')).to.equal('AQgw')
    expect(letters.filter((letter) => codeOf(`AA${letter}=`) === 'read').join('')).to.equal(
      'AEIMQUYcgkosw048',
    )
  })

  it('reads no text but the one that it would write', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.constantFrom(...'ABg7+/=-_ \né', ''),
        (some, at, other) => {
          const text = toBase64(some)
          const place = at % text.length
          const mutated = text.slice(0, place) + other + text.slice(place + 1)
          const read = fromBase64(mutated)
          if (E.isRight(read)) expect(toBase64(read.right)).to.equal(mutated)
          else expect(Buffer.from(mutated, 'base64').toString('base64')).to.not.equal(mutated || 'none')
        },
      ),
      { numRuns: 500 },
    ))
})

describe('bytes: hexadecimal', () => {
  it('is what Buffer writes, and is read in either case', () =>
    fc.assert(
      fc.property(bytes, (some) => {
        const text = Buffer.from(some).toString('hex')
        expect(toHex(some)).to.equal(text)
        expect(fromHex(text)).to.deep.equal(E.right(some))
        expect(fromHex(text.toUpperCase())).to.deep.equal(E.right(some))
      }),
    ))

  for (const text of ['0', 'abc', '0g', '0x00', ' 00', '00 ', '00\n', '0-'])
    it(`refuses ${JSON.stringify(text)}`, () =>
      expect(fromHex(text)).to.have.nested.property('left.code', 'not-hex'))
})

describe('bytes: order', () => {
  it('is that of Buffer.compare', () => {
    const few = fc.uint8Array({ maxLength: 3, max: 2 })
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(compareBytes(a, b)).to.equal(Buffer.compare(a, b))
        expect(equalBytes(a, b)).to.equal(Buffer.compare(a, b) === 0)
      }),
      { numRuns: 500 },
    )
  })

  it('compares bytes without a sign', () => {
    expect(compareBytes(Uint8Array.of(0x80), Uint8Array.of(0x7f))).to.equal(1)
  })
})
