import { expect } from 'chai'
import { loadVectors } from '../support/vectors.js'
import { verifyBySodium, verifyByTweetNaCl, type Verify } from './ed25519.js'

interface Row {
  readonly name: string
  readonly pub: string
  readonly sig: string
  readonly msg: string
  readonly ok: boolean
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

const rows = loadVectors<Row>('ed25519')

const disagreements = (verify: Verify, asked: readonly Row[]): readonly string[] =>
  asked
    .filter((row) => verify(bytes(row.sig), bytes(row.msg), bytes(row.pub)) !== row.ok)
    .map((row) => row.name)

describe('reference: Ed25519', () => {
  it('agrees with stellar-core on every tenth of 2,213 signatures, by TweetNaCl and our checks', () => {
    // TweetNaCl needs up to 10 ms for one; all of them were compared when this was written.
    const asked = rows.filter((_, i) => i % 10 === 0)
    expect(disagreements(verifyByTweetNaCl, asked)).to.deep.equal([])
  })

  it('agrees with stellar-core on 2,213 signatures, by libsodium', function () {
    if (verifyBySodium === undefined) return this.skip()
    expect(disagreements(verifyBySodium, rows)).to.deep.equal([])
  })
})
