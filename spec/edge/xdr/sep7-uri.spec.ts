import { Account, Keypair, Operation as Base, TransactionBuilder } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { readTransactionUri, transactionUri, type TransactionUri } from '../../../src/edge/xdr/index.js'
import { NETWORKS } from '../../../src/kernel/model/index.js'
import { ALICE, baseTransaction, BOB, left, right } from './fixture.js'

const ENVELOPE = baseTransaction([Base.setOptions({ homeDomain: 'example.org' })]).toXDR()

/** Sequence number 0, which a wallet has to replace. */
const OPEN = new TransactionBuilder(new Account(ALICE.publicKey(), '-1'), {
  fee: '100',
  networkPassphrase: NETWORKS.testnet.passphrase,
})
  .addOperation(Base.inflation({}))
  .setTimeout(0)
  .build()
  .toXDR()

const request = (changes: Partial<TransactionUri> = {}): TransactionUri => ({
  base64: ENVELOPE,
  network: NETWORKS.testnet,
  ...changes,
})

const encoded = encodeURIComponent(ENVELOPE)

describe('SEP-7: write a request', () => {
  it('names the network, unless it is the public one', () => {
    expect(right(transactionUri(request()))).to.equal(
      `web+stellar:tx?xdr=${encoded}&network_passphrase=Test%20SDF%20Network%20%3B%20September%202015`,
    )
    expect(right(transactionUri(request({ network: NETWORKS.public })))).to.equal(
      `web+stellar:tx?xdr=${encoded}`,
    )
  })

  it('carries a message, a key and a callback, with all that needs it escaped', () => {
    const uri = right(
      transactionUri(
        request({
          network: NETWORKS.public,
          message: 'Bob leaves: 50% & more?',
          publicKey: ALICE.publicKey(),
          callback: 'https://example.org/sign?id=7&x=y',
        }),
      ),
    )
    expect(uri.split('&')).to.deep.equal([
      `web+stellar:tx?xdr=${encoded}`,
      'callback=url%3Ahttps%3A%2F%2Fexample.org%2Fsign%3Fid%3D7%26x%3Dy',
      `pubkey=${ALICE.publicKey()}`,
      'msg=Bob%20leaves%3A%2050%25%20%26%20more%3F',
    ])
    // The same, as any program that knows URIs sees it.
    expect(new URL(uri).searchParams.get('msg')).to.equal('Bob leaves: 50% & more?')
    expect(new URL(uri).searchParams.get('xdr')).to.equal(ENVELOPE)
  })

  it('has a message of at most 300 characters', () => {
    expect(E.isRight(transactionUri(request({ message: 'é'.repeat(300) })))).to.equal(true)
    for (const message of ['a'.repeat(301), '🙂'.repeat(151)])
      expect(left(transactionUri(request({ message }))).code).to.equal('sep7-message-too-long')
  })
})

const REFUSED: readonly (readonly [says: string, request: TransactionUri, code: string])[] = [
  ['what is no envelope', request({ base64: 'AAAA' }), 'xdr-truncated'],
  ['nothing', request({ base64: '' }), 'empty-input'],
  ['an envelope whose sequence number is open', request({ base64: OPEN }), 'sep7-open-sequence'],
  ['half of a character', request({ message: '\ud83d' }), 'sep7-bad-message'],
  [
    'half of a character in a passphrase',
    request({ network: { passphrase: '\ud83d' } }),
    'sep7-bad-passphrase',
  ],
  ['a key that is none', request({ publicKey: 'GABC' }), 'bad-strkey'],
  [
    'a muxed account as a key',
    request({ publicKey: 'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ' }),
    'not-an-account',
  ],
  ['a seed as a key', request({ publicKey: BOB.secret() }), 'secret-seed'],
  ['a seed in a message', request({ message: `use ${BOB.secret()}` }), 'secret-seed'],
  ['a seed in a callback', request({ callback: `https://example.org/${BOB.secret()}` }), 'secret-seed'],
  ['a callback in the clear', request({ callback: 'http://example.org/' }), 'sep7-bad-callback'],
  ['a callback with a space', request({ callback: 'https://example.org/a b' }), 'sep7-bad-callback'],
  ['a callback that is none', request({ callback: '' }), 'sep7-bad-callback'],
]

/** After `web+stellar:tx?`. */
const UNREADABLE: readonly (readonly [says: string, query: string, code: string])[] = [
  ['no envelope', 'msg=a', 'sep7-no-envelope'],
  ['nothing', '', 'sep7-unknown-parameter'],
  ['an envelope twice', `xdr=${encoded}&xdr=${encoded}`, 'sep7-duplicate-parameter'],
  ['an envelope twice, once in disguise', `xdr=${encoded}&%78dr=${encoded}`, 'sep7-duplicate-parameter'],
  ['fields to replace', `xdr=${encoded}&replace=seqNum%3AX`, 'sep7-unsupported'],
  ['a request within', `xdr=${encoded}&chain=a`, 'sep7-unsupported'],
  ['a signature', `xdr=${encoded}&origin_domain=a.b&signature=a`, 'sep7-unsupported'],
  ['what the standard does not know', `xdr=${encoded}&amount=1`, 'sep7-unknown-parameter'],
  ['a name of JavaScript', `xdr=${encoded}&constructor=1`, 'sep7-unknown-parameter'],
  ['an escape that is none', `xdr=${encoded}&msg=%`, 'sep7-bad-escape'],
  ['an escape of half a character', `xdr=${encoded}&msg=%F0%9F`, 'sep7-bad-escape'],
  ['a callback of another kind', `xdr=${encoded}&callback=mailto%3Aa`, 'sep7-bad-callback'],
  ['a long message', `xdr=${encoded}&msg=${'a'.repeat(301)}`, 'sep7-message-too-long'],
  ['an envelope cut short', `xdr=${encoded.slice(0, 40)}`, 'xdr-truncated'],
  ['more than any request', `xdr=${'A'.repeat(5_000_000)}`, 'sep7-too-long'],
]

describe('SEP-7: refuse', () => {
  for (const [says, refused, code] of REFUSED)
    it(`${says}, when a request is written`, () => {
      const found = left(transactionUri(refused))
      expect(found.code).to.equal(code)
      expect(JSON.stringify(found)).not.to.contain(BOB.secret().slice(0, 20))
    })

  for (const [says, query, code] of UNREADABLE)
    it(`${says}, when a request is read`, () => {
      expect(left(readTransactionUri(`web+stellar:tx?${query}`)).code).to.equal(code)
    })

  for (const text of ['', 'web+stellar:pay?destination=G', 'https://example.org/?xdr=AAAA', ENVELOPE])
    it(`reads no request from \`${text.slice(0, 30)}\``, () => {
      expect(left(readTransactionUri(text)).code).to.equal('sep7-not-a-request')
    })

  it('a seed, wherever a request holds it, without repeating it', () => {
    const seed = BOB.secret()
    for (const text of [
      seed,
      `web+stellar:tx?xdr=${seed}`,
      `web+stellar:tx?xdr=${encoded}&msg=${seed}`,
      `web+stellar:tx?xdr=${encoded}&pubkey=${seed}`,
    ]) {
      const found = left(readTransactionUri(text))
      expect(found.code).to.equal('secret-seed')
      expect(JSON.stringify(found)).not.to.contain(seed.slice(0, 20))
    }
  })
})

describe('SEP-7: read a request', () => {
  it('gives back what was written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    const anything = fc.record(
      {
        message: text,
        publicKey: fc
          .uint8Array({ minLength: 32, maxLength: 32 })
          .map((seed) => Keypair.fromRawEd25519Seed(Buffer.from(seed)).publicKey()),
        callback: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
        network: fc.oneof(
          fc.constantFrom(NETWORKS.public, NETWORKS.testnet, NETWORKS.futurenet),
          text.map((passphrase) => ({ passphrase })),
        ),
      },
      { requiredKeys: ['network'] },
    )
    fc.assert(
      fc.property(anything, (changes) => {
        const written = request(changes)
        expect(right(readTransactionUri(right(transactionUri(written))))).to.deep.equal(written)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws', () => {
    const pieces = ['xdr=', encoded, '&', '=', '%', '%41', 'msg', 'chain', 'é', '+', '?', '#']
    const query = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(query, (text) => {
        const found = readTransactionUri(`web+stellar:tx?${text}`)
        if (E.isRight(found)) expect(found.right.base64).to.equal(ENVELOPE)
      }),
      { numRuns: 1000 },
    )
  })
})
