/** The bounds that the documentation states: what is at one is taken, and what is beyond it is refused. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import type { Socket } from 'node:net'
import { encodeTransaction, withSignatures } from '../../../src/edge/xdr/index.js'
import { NETWORKS, NO_PRECONDITIONS } from '../../../src/kernel/model/index.js'
import { signAll } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { bumpSequence } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { BOUNDS } from '../../../src/app/server/settings.js'
import { read } from '../../support/repository.js'
import { until } from '../../support/until.js'
import { listeningHere, serverHere, type ListeningHere, type ServerHere } from './server-here.js'

const ENVELOPE = read('examples/joint/payment.ok.xdr').trim()
const ACCOUNT = read('examples/joint/account.quorate.yaml')
const LOGIN = {
  challenge: read('examples/login/by-ann.challenge').trim(),
  server: 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ',
  network: 'testnet',
}

const many = <A>(count: number, one: A): readonly A[] => Array.from({ length: count }, () => one)

/** An envelope of so many operations and signatures, also of more than can be encoded. */
const envelopeOf = (operations: number, signatures = 0): string => {
  const most = 100
  const made = encodeTransaction(NETWORKS.testnet)({
    source: key('a').id,
    fee: 100n * BigInt(operations),
    sequence: 5n,
    preconditions: NO_PRECONDITIONS,
    operations: many(Math.min(operations, most), bumpSequence(9n)),
  })
  if (E.isLeft(made)) throw new Error(made.left.message)
  const { base64, envelope } = made.right
  const signed = withSignatures(signAll(envelope.hash, many(Math.min(signatures, 20), by('a'))))(base64)
  if (E.isLeft(signed)) throw new Error(signed.left.message)
  const bytes = Buffer.from(signed.right, 'base64')
  const withOneMore = (buffer: Buffer, count: number, size: number, at: number): Buffer =>
    Buffer.concat([
      buffer.subarray(0, at),
      Buffer.from([0, 0, 0, count + 1]),
      buffer.subarray(at + 4, at + 4 + size),
      buffer.subarray(at + 4),
    ])
  if (operations > most) {
    // No source, then BumpSequence: 16 bytes an operation.
    const at = bytes.indexOf(Buffer.from([0, 0, 0, most, 0, 0, 0, 0, 0, 0, 0, 11]))
    return withOneMore(bytes, most, 16, at).toString('base64')
  }
  // A hint, a length and 64 bytes a signature.
  return signatures > 20
    ? withOneMore(bytes, 20, 72, bytes.length - 20 * 72 - 4).toString('base64')
    : signed.right
}

const evaluating = (operations: number, signatures?: number) => ({
  envelope: envelopeOf(operations, signatures),
  network: 'testnet',
})

const files = (count: number) =>
  Object.fromEntries(many(count, 0).map((_, index) => [`a${String(index)}.yaml`, 'quorate: 1\n']))

/** A question about so many of something, and how many there may be. */
const MOST: readonly (readonly [what: string, path: string, most: number, of: (count: number) => object])[] =
  [
    ['operations', 'evaluate', 100, (count) => evaluating(count)],
    ['operations', 'signers', 100, (count) => evaluating(count)],
    ['operations', 'trim', 100, (count) => evaluating(count)],
    ['operations', 'simulate', 100, (count) => ({ envelopes: [envelopeOf(count)], network: 'testnet' })],
    ['signatures', 'evaluate', 20, (count) => evaluating(1, count)],
    ['accounts', 'evaluate', 256, (count) => ({ envelope: ENVELOPE, accounts: many(count, ACCOUNT) })],
    [
      'accounts',
      'sep10/verify',
      256,
      (count) => ({ ...LOGIN, homeDomains: ['a'], accounts: many(count, ACCOUNT) }),
    ],
    ['home domains', 'sep10/verify', 32, (count) => ({ ...LOGIN, homeDomains: many(count, 'a') })],
    [
      'copies',
      'trim',
      64,
      (count) => ({ envelope: ENVELOPE, accounts: [ACCOUNT], copies: many(count, ENVELOPE) }),
    ],
    [
      'envelopes',
      'simulate',
      100,
      (count) => ({ envelopes: many(count, envelopeOf(1)), network: 'testnet' }),
    ],
    ['policies', 'check', 64, (count) => ({ files: files(count) })],
    ['policies before', 'check', 64, (count) => ({ files: files(1), base: files(count) })],
  ]

describe('the server has bounds', () => {
  let server: ServerHere

  before(async () => {
    server = await serverHere()
  })

  for (const [what, path, most, of] of MOST)
    it(`${path}: ${String(most)} ${what}, and no more`, async () => {
      const [taken, refused] = [
        await server.post(`/v1/${path}`, of(most)),
        await server.post(`/v1/${path}`, of(most + 1)),
      ]
      // Too many of something are refused for that; the others may be wrong in another way.
      expect(taken.body).not.to.match(/"code":"(?:request-shape|xdr-[a-z-]+)"/)
      expect(refused.statusCode).to.equal(400)
      expect(refused.body).to.match(/"code":"(?:request-shape|xdr-[a-z-]+)"/)
    })

  it('bytes: as many as it is told, and no more', async () => {
    const bounded = await serverHere({ maxBody: 4096 })
    const sized = (bytes: number): string => `{"envelope":"${'A'.repeat(bytes - 15)}"}`
    for (const [bytes, status] of [
      [4096, 400],
      [4097, 413],
    ] as const) {
      expect(Buffer.byteLength(sized(bytes))).to.equal(bytes)
      expect((await bounded.post('/v1/evaluate', sized(bytes))).statusCode).to.equal(status)
    }
  })
})

/** The most checks of a signature against a signer that a question of so many characters can ask for. */
const mostChecks = (characters: number, withSigners: boolean): number => {
  const size = (operations: number, signatures: number): number =>
    JSON.stringify(evaluating(operations, signatures)).length
  const [one, more] = [size(1, 1), size(91, 1)]
  const [operation, signature] = [(more - one) / 90, (size(1, 20) - one) / 19]
  // As short as a signer can be told: a key, and a weight.
  const signer = withSigners ? 60 : 0
  let most = 0
  for (let signatures = 1; signatures <= 20; signatures++)
    for (let signers = 1; signers <= 21; signers++) {
      const left = characters - one - (signatures - 1) * signature - signers * signer
      const operations = Math.min(100, 1 + Math.floor(left / operation))
      if (left >= 0) most = Math.max(most, (operations + 1) * signatures * signers)
    }
  return most
}

describe('the server answers short questions itself', () => {
  it('and what can be asked for in them is bounded, whoever tells the signers', () => {
    const { given, fetched } = BOUNDS.quickBody
    expect(mostChecks(given, true)).to.be.below(8000)
    expect(mostChecks(fetched, false)).to.be.below(8000)
    expect(mostChecks(given, false)).to.be.above(2 * 8000)
  })

  it('and hands over all others', async () => {
    const by = (outcome: string) => () =>
      Promise.resolve({ status: 200, text: JSON.stringify(outcome), outcome })
    const { post } = await serverHere({}, {}, by('here'), by('in a thread'))
    const { given } = BOUNDS.quickBody
    for (const [path, length, where] of [
      ['evaluate', given, 'here'],
      ['evaluate', given + 1, 'in a thread'],
      ['sep10/verify', given, 'here'],
      ['sep10/verify', given + 1, 'in a thread'],
      ...['signers', 'trim', 'simulate', 'analyze', 'check'].map((one) => [one, 2, 'in a thread'] as const),
    ] as const)
      expect((await post(`/v1/${path}`, ' '.repeat(length))).json(), path).to.equal(where)
  })
})

const HEAD = 'POST /v1/evaluate HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n'

/** What is no request, and its status. */
const RAW: readonly (readonly [what: string, bytes: string, status: number])[] = [
  ['no HTTP', 'nonsense\r\n\r\n', 400],
  ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
  ['a head without end', `GET / HTTP/1.1\r\nhost: here\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['two lengths', `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, 400],
  [
    'a length and chunks',
    `${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    400,
  ],
  ['a length below zero', `${HEAD}content-length: -1\r\n\r\n{}`, 400],
  ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
  ['a method that is none', 'BREW /health HTTP/1.1\r\nhost: here\r\n\r\n', 400],
  ['an expectation', `${HEAD}expect: tea\r\ncontent-length: 2\r\n\r\n{}`, 417],
]

describe('the server hears what is no request', () => {
  let server: ListeningHere
  let last: Socket

  before(async () => {
    server = await listeningHere()
    server.fastify.server.on('connection', (socket: Socket) => (last = socket))
  })

  after(() => server.close())

  for (const [what, bytes, status] of RAW)
    it(`${what}: ${String(status)}, and nothing else of it`, async () => {
      const caller = await server.call()
      caller.say(bytes)
      await until(() => caller.heard().includes('\r\n\r\n'))
      expect(caller.heard()).to.match(
        new RegExp(`^HTTP/1\\.1 ${String(status)} [^]*\\r\\n\\r\\n(?:0\\r\\n\\r\\n)?$`),
      )
      caller.leave()
      expect((await fetch(`${server.url}/health`)).status).to.equal(200)
    })

  it('what comes too slowly: 408', async () => {
    const { timeout, headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } =
      server.fastify.server
    expect({ timeout, headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).to.deep.equal({
      timeout: 65_000,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      maxConnections: 1024,
    })
    const caller = await server.call()
    const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    server.fastify.server.emit('clientError', late, last)
    await caller.closed
    expect(caller.heard()).to.match(/^HTTP\/1\.1 408 /)
  })
})
