import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { Keypair, StrKey } from '@stellar/stellar-base'
import { nodeCrypto } from '../../../src/app/node/node-crypto.js'
import { toHex } from '../../../src/kernel/model/index.js'
import { selfTested, type Ed25519 } from '../../../src/kernel/signature/ed25519.js'
import { SELF_TEST_CASES } from '../../../src/kernel/signature/ed25519-self-test.js'
import { tweetnacl } from '../../../src/kernel/signature/tweetnacl.js'
import { loadVectors } from '../../support/vectors.js'

interface Row {
  readonly name: string
  readonly pub: string
  readonly sig: string
  readonly msg: string
  readonly ok: boolean
}

/** What stellar-base verifies with: strict about encodings, but it multiplies by the cofactor. */
const stellarBase: Ed25519 = {
  name: 'stellar-base',
  verify: (publicKey, message, signature) => {
    const id = StrKey.encodeEd25519PublicKey(Buffer.from(publicKey))
    try {
      return Keypair.fromPublicKey(id).verify(Buffer.from(message), Buffer.from(signature))
    } catch {
      return false
    }
  },
}

const wrongCases = (backend: Ed25519): readonly number[] =>
  SELF_TEST_CASES.flatMap(({ publicKey, message, signature, valid }, index) =>
    backend.verify(publicKey, message, signature) === valid ? [] : [index],
  )

describe('ed25519 self-test', () => {
  // «Taming the many EdDSAs» (IACR 2020/1244), as stellar-core's own tests list them.
  it('has the twelve published cases, of which the network accepts the fourth', () => {
    expect(SELF_TEST_CASES.map(({ valid }) => valid)).to.deep.equal(
      Array.from({ length: 12 }, (_, index) => index === 3),
    )
  })

  it('has the keys, messages and signatures of the publication, which stellar-core was asked about too', () => {
    // The record holds seventeen cases of that family; these are the twelve that were published.
    const published = [1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => `speccheck${n}`)
    const recorded = new Map(loadVectors<Row>('ed25519').map((row) => [row.name, row]))
    expect(
      SELF_TEST_CASES.map(({ publicKey, signature, message, valid }, index) => ({
        name: published[index],
        pub: toHex(publicKey),
        sig: toHex(signature),
        msg: toHex(message),
        ok: valid,
      })),
    ).to.deep.equal(published.map((name) => recorded.get(name)))
  })

  it('passes the backends that are cofactorless, made strict', () => {
    for (const backend of [tweetnacl, nodeCrypto()]) {
      const tested = selfTested(backend)
      if (E.isLeft(tested)) throw new Error(tested.left.message)
      expect(tested.right.name).to.equal(backend.name)
      expect(wrongCases(tested.right)).to.deep.equal([])
    }
  })

  it('hands out the backend behind the pre-checks, not as it came', () => {
    expect(wrongCases(tweetnacl)).to.deep.equal([0, 1, 2, 6, 7, 11])
    expect(wrongCases(nodeCrypto())).to.include.members([0, 1, 2, 11])
  })

  const FAILING: readonly (readonly [what: string, backend: Ed25519, cases: string])[] = [
    ['one that is cofactored', stellarBase, '4, 5'],
    ['one that says yes to all', { name: 'yes', verify: () => true }, '4, 5'],
    ['one that says no to all', { name: 'no', verify: () => false }, '3'],
  ]
  for (const [what, backend, cases] of FAILING)
    it(`refuses ${what}, by name and case`, () => {
      const tested = selfTested(backend)
      if (E.isRight(tested)) throw new Error('it passed')
      expect(tested.left.code).to.equal('ed25519-self-test')
      expect(tested.left.message)
        .to.include(`\`${backend.name}\``)
        .and.match(new RegExp(`cases ${cases}$`))
    })
})
