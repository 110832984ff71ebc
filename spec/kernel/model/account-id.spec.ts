import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { MuxedAccount, Account, StrKey } from '@stellar/stellar-base'
import { accountIdOf, parseAccountId, publicKeyOf, shortKey } from '../../../src/kernel/model/account-id.js'

const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })

/** Valid keys that are no accounts, and texts that are nothing. */
const REFUSED: readonly (readonly [code: string, text: string])[] = [
  ['not-an-account', StrKey.encodePreAuthTx(Buffer.alloc(32, 1))],
  ['not-an-account', StrKey.encodeSha256Hash(Buffer.alloc(32, 1))],
  ['not-an-account', StrKey.encodeContract(Buffer.alloc(32, 1))],
  ['not-an-account', StrKey.encodeLiquidityPool(Buffer.alloc(32, 1))],
  ['not-an-account', StrKey.encodeClaimableBalance(Buffer.alloc(33))],
  [
    'not-an-account',
    StrKey.encodeSignedPayload(Buffer.concat([Buffer.alloc(35), Buffer.from([1, 9, 0, 0, 0])])),
  ],
  ['secret-seed', StrKey.encodeEd25519SecretSeed(Buffer.alloc(32, 1))],
  ['bad-strkey', ''],
  ['bad-strkey', 'alice'],
  ['bad-strkey', 'G'],
  ['bad-strkey', 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGY'],
  ['bad-strkey', ' GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'],
  ['bad-strkey', 'ga7qynf7sowq3glr2bgmzehxavirza4kvwltjjfc7mgxua74p7ujvsgz'],
  ['bad-strkey', 'G'.repeat(100_000)],
]

describe('account id', () => {
  it('is the text of a public key, and gives it back', () =>
    fc.assert(
      fc.property(key32, (bytes) => {
        const text = StrKey.encodeEd25519PublicKey(Buffer.from(bytes))
        expect(parseAccountId(text)).to.deep.equal(E.right(text))
        expect(accountIdOf(bytes)).to.equal(text)
        expect(publicKeyOf(accountIdOf(bytes))).to.deep.equal(bytes)
      }),
    ))

  it('folds every muxed account to the account behind it', () =>
    fc.assert(
      fc.property(key32, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (bytes, id) => {
        const text = StrKey.encodeEd25519PublicKey(Buffer.from(bytes))
        const muxed = new MuxedAccount(new Account(text, '0'), id.toString()).accountId()
        expect(muxed).to.match(/^M/)
        expect(parseAccountId(muxed)).to.deep.equal(E.right(text))
      }),
    ))

  for (const [code, text] of REFUSED)
    it(`refuses ${text.slice(0, 5)}… of ${text.length} characters: ${code}`, () =>
      expect(parseAccountId(text)).to.have.nested.property('left.code', code))

  it('names the kind of key that was found instead', () => {
    expect(parseAccountId(StrKey.encodeContract(Buffer.alloc(32, 1))))
      .to.have.nested.property('left.message')
      .that.includes('a contract (C…)')
  })

  it('has a short form', () => {
    expect(shortKey('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')).to.equal('GA7Q…VSGZ')
  })
})
