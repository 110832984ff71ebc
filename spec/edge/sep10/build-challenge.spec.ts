/** What is built is read, and what could not be read is not built. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  addressText,
  buildChallenge,
  parseAddress,
  readChallenge,
  type ChallengeParts,
  type ClientDomain,
} from '../../../src/edge/sep10/index.js'
import { withSignatures } from '../../../src/edge/xdr/index.js'
import { accountIdOf, NETWORKS } from '../../../src/kernel/model/index.js'
import { key } from '../../support/build/key.js'
import { by } from '../../support/build/signature.js'
import { codeOf, prove } from './login.js'

const account = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(accountIdOf)
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<O.Option<T>> =>
  fc.option(value).map((one) => (one === null ? O.none : O.some(one)))
const orNothing = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })
const domain = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: longest })
    .map((codes) => String.fromCharCode(...codes))

const parts: fc.Arbitrary<ChallengeParts> = fc.record({
  network: fc.constantFrom(...Object.values(NETWORKS)),
  server: fc.constant(key('server').id),
  client: fc.record({ account, number: optional(uint64) }),
  homeDomain: domain(59),
  webAuthDomain: domain(64),
  clientDomain: orNothing(fc.record({ domain: domain(64), account })),
  memo: orNothing(uint64),
  timeBounds: fc
    .tuple(uint64, fc.bigInt({ min: 1n, max: 2n ** 32n }))
    .map(([from, length]) => ({ min: from / 2n, max: from / 2n + length })),
  nonce: fc.uint8Array({ minLength: 48, maxLength: 48 }),
})

const signed = (one: ChallengeParts): string => {
  const unsigned = buildChallenge(one)
  if (E.isLeft(unsigned)) throw new Error(unsigned.left.message)
  const text = withSignatures([by('server')(unsigned.right.envelope.hash)])(unsigned.right.base64)
  if (E.isLeft(text)) throw new Error(text.left.message)
  return text.right
}

describe('sep10: building', () => {
  it('what is built and signed is read, and says what it was built of', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const { network, server, homeDomain, client, clientDomain, memo, timeBounds } = one
        if (O.isSome(client.number) && memo !== undefined) {
          expect(codeOf(buildChallenge(one))).to.equal('memo-with-muxed-client')
          return
        }
        const webAuthDomain = O.some(one.webAuthDomain)
        const challenge = readChallenge(prove)({
          ...{ network, server, homeDomains: [homeDomain], webAuthDomain, now: timeBounds.min, grace: 0n },
        })(signed(one))
        if (E.isLeft(challenge)) throw new Error(challenge.left.message)
        const { envelope, ...said } = challenge.right
        expect(said).to.deep.equal({
          ...{
            server,
            serverSignature: 0,
            client,
            memo: O.fromNullable(memo),
            homeDomain,
            webAuthDomain,
            clientDomain: O.fromNullable(clientDomain),
            timeBounds,
          },
        })
        expect(envelope.transaction.sequence).to.equal(0n)
      }),
      { numRuns: 60 },
    )
  })

  const one: ChallengeParts = {
    network: NETWORKS.testnet,
    server: key('server').id,
    client: { account: key('alice').id, number: O.none },
    homeDomain: 'anchor.example',
    webAuthDomain: 'auth.example',
    timeBounds: { min: 1n, max: 2n },
    nonce: new Uint8Array(48),
  }
  const wallet = (name: string, by_ = 'wallet'): ClientDomain => ({ domain: name, account: key(by_).id })

  const rows: readonly (readonly [string, Partial<ChallengeParts>, string])[] = [
    ['47 random bytes', { nonce: new Uint8Array(47) }, 'bad-nonce'],
    ['64 random bytes', { nonce: new Uint8Array(64) }, 'bad-nonce'],
    ['time of one moment', { timeBounds: { min: 2n, max: 2n } }, 'yes'],
    ['no time at all', { timeBounds: { min: 0n, max: 0n } }, 'no-time-bounds'],
    ['time without end', { timeBounds: { min: 1n, max: 0n } }, 'no-time-bounds'],
    ['time that ends before it begins', { timeBounds: { min: 2n, max: 1n } }, 'no-time-bounds'],
    ['time beyond 64 bits', { timeBounds: { min: 2n, max: 2n ** 64n } }, 'not-encodable'],
    ['a memo beyond 64 bits', { memo: 2n ** 64n }, 'not-encodable'],
    [
      'a negative number of a user',
      { client: { account: one.client.account, number: O.some(-1n) } },
      'not-encodable',
    ],
    ['a home domain of 59 characters', { homeDomain: 'a'.repeat(59) }, 'yes'],
    ['a home domain of 60 characters', { homeDomain: 'a'.repeat(60) }, 'bad-domain'],
    ['no home domain', { homeDomain: '' }, 'bad-domain'],
    ['a home domain with a space', { homeDomain: 'a b' }, 'bad-domain'],
    ['a web auth domain of 64 characters', { webAuthDomain: 'a'.repeat(64) }, 'yes'],
    ['a web auth domain of 65 characters', { webAuthDomain: 'a'.repeat(65) }, 'bad-domain'],
    ['a client domain that is not ASCII', { clientDomain: wallet('wаllet.example') }, 'bad-domain'],
    [
      'a client domain of the server',
      { clientDomain: wallet('wallet.example', 'server') },
      'bad-client-domain',
    ],
  ]
  for (const [what, changes, code] of rows)
    it(`${what}: ${code}`, () => void expect(codeOf(buildChallenge({ ...one, ...changes }))).to.equal(code))

  it('offers 100 stroops an operation, which nobody pays', () => {
    for (const [clientDomain, fee] of [
      [undefined, 200n],
      [wallet('wallet.example'), 300n],
    ] as const) {
      const built = buildChallenge({ ...one, ...(clientDomain === undefined ? {} : { clientDomain }) })
      expect(E.isRight(built) && built.right.envelope.transaction.fee).to.equal(fee)
    }
  })

  it('two challenges with different randomness have different hashes', () => {
    const hashOf = (nonce: Uint8Array): unknown => {
      const built = buildChallenge({ ...one, nonce })
      return E.isRight(built) ? built.right.envelope.hash : built.left.code
    }
    expect(hashOf(new Uint8Array(48))).to.not.deep.equal(hashOf(new Uint8Array(48).fill(1)))
  })
})

describe('sep10: addresses', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.record({ account, number: optional(uint64) }), (address) => {
        expect(parseAddress(addressText(address))).to.deep.equal(E.right(address))
      }),
    )
  })

  for (const [text, number] of [
    ['MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ', 0n],
    ['MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLK', 2n ** 63n],
  ] as const)
    it(`hold the number of SEP-23: ${String(number)}`, () => {
      const behind = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'
      expect(parseAddress(text)).to.deep.equal(E.right({ account: behind, number: O.some(number) }))
    })

  for (const [what, text, code] of [
    ['a seed', `S${'A'.repeat(55)}`, 'secret-seed'],
    ['a hash(x) signer', 'XBT5HNPK6DAL6222MAWTLHNOZSDKPJ2AKNEQ5Q324CHHCNQFQ7EHBHZN', 'not-an-account'],
    ['nothing', '', 'bad-strkey'],
  ] as const)
    it(`${what} is none: ${code}`, () => void expect(codeOf(parseAddress(text))).to.equal(code))
})
