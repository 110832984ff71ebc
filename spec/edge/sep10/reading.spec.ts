/** What is read as a challenge and what is not, and why: one thing wrong at a time. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  MAX_CHALLENGE_LENGTH,
  READING_CODES,
  type Challenge,
  type ChallengeExpectations,
} from '../../../src/edge/sep10/index.js'
import { decodeEnvelope, withSignatures, type TransactionParts } from '../../../src/edge/xdr/index.js'
import {
  hashXKey,
  NETWORKS,
  toBase64,
  utf8,
  type Operation,
  type Preconditions,
} from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { realAround, realFeeBump } from '../../support/build/real-envelope.js'
import { by, over, raw, withHint } from '../../support/build/signature.js'
import {
  challengeText,
  clientEntry,
  codeOf,
  data,
  NONCE,
  NOW,
  read,
  RIGHT,
  walletEntry,
  webAuthEntry,
} from './login.js'

const rightOf = (text: string, expected: Partial<ChallengeExpectations> = {}): Challenge => {
  const challenge = read(text, expected)
  if (E.isLeft(challenge)) throw new Error(`${challenge.left.code}: ${challenge.left.message}`)
  return challenge.right
}

const operations = (...list: readonly Operation[]): Partial<TransactionParts> => ({ operations: list })

const within = (min: bigint, max: bigint): Partial<TransactionParts> => ({
  preconditions: { ...RIGHT.preconditions, timeBounds: O.some({ min, max }) },
})

const conditions = (changes: Partial<Preconditions>): Partial<TransactionParts> => ({
  preconditions: { ...RIGHT.preconditions, form: 'V2', ...changes },
})

const number = O.some(7n)

/** What is wrong, the changes, what is expected otherwise, and the code. */
type Row = readonly [
  string,
  Partial<TransactionParts>,
  keyof typeof READING_CODES | 'yes',
  Partial<ChallengeExpectations>?,
]

const ROWS: readonly Row[] = [
  ['nothing', {}, 'yes'],
  ['another source', { source: key('mallory').id }, 'wrong-server'],
  [
    'a muxed source',
    { marks: { memo: { _tag: 'None' }, source: number, operationSources: [] } },
    'muxed-server',
  ],
  ['a nonzero sequence number', { sequence: 1n }, 'sequence-not-zero'],
  ['a negative sequence number', { sequence: -1n }, 'sequence-not-zero'],
  ['no time bounds', conditions({ form: 'None', timeBounds: O.none }), 'no-time-bounds'],
  ['infinite time bounds', within(NOW, 0n), 'no-time-bounds'],
  ['time bounds that end before they begin', within(NOW + 10n, NOW - 10n), 'no-time-bounds'],
  ['time bounds of one moment', within(NOW, NOW), 'yes'],
  ['a time that begins after the grace period', within(NOW + 301n, NOW + 900n), 'challenge-too-early'],
  ['a time that begins at its end', within(NOW + 300n, NOW + 900n), 'yes'],
  ['a time that ended before the grace period', within(NOW - 900n, NOW - 301n), 'challenge-expired'],
  ['a time that ended at its beginning', within(NOW - 900n, NOW - 300n), 'yes'],
  [
    'a time that has not begun, without grace',
    within(NOW + 1n, NOW + 2n),
    'challenge-too-early',
    { grace: 0n },
  ],
  [
    'a time that has just ended, without grace',
    within(NOW - 2n, NOW - 1n),
    'challenge-expired',
    { grace: 0n },
  ],
  ['time bounds of the second form', conditions({}), 'yes'],
  ['ledger bounds', conditions({ ledgerBounds: O.some({ min: 1n, max: 2n }) }), 'other-preconditions'],
  ['a least sequence number', conditions({ minSequence: O.some(0n) }), 'other-preconditions'],
  ['an age', conditions({ minSequenceAge: 1n }), 'other-preconditions'],
  ['a gap', conditions({ minSequenceLedgerGap: 1 }), 'other-preconditions'],
  ['extra signers', conditions({ extraSigners: [hashXKey(sha256('x'))] }), 'other-preconditions'],
  [
    'a text memo',
    { marks: { memo: { _tag: 'Text', bytes: utf8('7') }, source: O.none, operationSources: [] } },
    'memo-not-id',
  ],
  [
    'a hash memo',
    { marks: { memo: { _tag: 'Hash', hash: sha256('7') }, source: O.none, operationSources: [] } },
    'memo-not-id',
  ],
  [
    'a return memo',
    { marks: { memo: { _tag: 'ReturnHash', hash: sha256('7') }, source: O.none, operationSources: [] } },
    'memo-not-id',
  ],
  [
    'a memo of type id',
    { marks: { memo: { _tag: 'Id', id: 7n }, source: O.none, operationSources: [] } },
    'yes',
  ],
  [
    'a memo of 0 with a muxed client',
    { marks: { memo: { _tag: 'Id', id: 0n }, source: O.none, operationSources: [O.some(0n)] } },
    'memo-with-muxed-client',
  ],
  [
    'a muxed client',
    { marks: { memo: { _tag: 'None' }, source: O.none, operationSources: [number] } },
    'yes',
  ],
  ['no operations', operations(), 'no-operations'],
  ['a payment first', operations(payment('mallory', 'alice'), webAuthEntry), 'not-manage-data'],
  ['a payment later', operations(clientEntry, webAuthEntry, payment('mallory', 'server')), 'not-manage-data'],
  [
    'no source of the first operation',
    operations(data('anchor.example auth', NONCE), webAuthEntry),
    'operation-without-source',
  ],
  [
    'another home domain',
    operations(data('other.example auth', NONCE, 'alice'), webAuthEntry),
    'wrong-home-domain',
  ],
  [
    'a home domain that begins right',
    operations(data('anchor.example.evil auth', NONCE, 'alice'), webAuthEntry),
    'wrong-home-domain',
  ],
  [
    'a home domain without auth',
    operations(data('anchor.example', NONCE, 'alice'), webAuthEntry),
    'wrong-home-domain',
  ],
  ['the second of two home domains', {}, 'yes', { homeDomains: ['first.example', 'anchor.example'] }],
  ['no home domain accepted', {}, 'wrong-home-domain', { homeDomains: [] }],
  ['no nonce', operations(data('anchor.example auth', undefined, 'alice'), webAuthEntry), 'bad-nonce'],
  [
    'a short nonce',
    operations(data('anchor.example auth', toBase64(new Uint8Array(47)), 'alice'), webAuthEntry),
    'bad-nonce',
  ],
  [
    'a nonce of 63 characters',
    operations(data('anchor.example auth', NONCE.slice(1), 'alice'), webAuthEntry),
    'bad-nonce',
  ],
  [
    'a nonce that is no base64',
    operations(data('anchor.example auth', '-'.repeat(64), 'alice'), webAuthEntry),
    'bad-nonce',
  ],
  [
    'a later operation of the client',
    operations(clientEntry, data('note', 'x', 'alice')),
    'foreign-operation',
  ],
  ['a later operation without source', operations(clientEntry, data('note', 'x')), 'foreign-operation'],
  [
    'a web_auth_domain of the client',
    operations(clientEntry, data('web_auth_domain', 'auth.example', 'alice')),
    'foreign-operation',
  ],
  [
    'a muxed source of a later operation',
    { marks: { memo: { _tag: 'None' }, source: O.none, operationSources: [O.none, number] } },
    'foreign-operation',
  ],
  [
    'a later operation of the server',
    operations(clientEntry, webAuthEntry, data('note', 'x', 'server')),
    'yes',
  ],
  ['another web_auth_domain', {}, 'wrong-web-auth-domain', { webAuthDomain: O.some('other.example') }],
  [
    'a second web_auth_domain',
    operations(clientEntry, webAuthEntry, data('web_auth_domain', 'evil.example', 'server')),
    'wrong-web-auth-domain',
  ],
  [
    'a web_auth_domain without a value',
    operations(clientEntry, data('web_auth_domain', undefined, 'server')),
    'wrong-web-auth-domain',
  ],
  [
    'a web_auth_domain with a space, where any is accepted',
    operations(clientEntry, data('web_auth_domain', 'auth.example evil', 'server')),
    'wrong-web-auth-domain',
    { webAuthDomain: O.none },
  ],
  [
    'a web_auth_domain that is not ASCII, where any is accepted',
    operations(clientEntry, data('web_auth_domain', 'аuth.example', 'server')),
    'wrong-web-auth-domain',
    { webAuthDomain: O.none },
  ],
  ['no web_auth_domain', operations(clientEntry), 'yes'],
  ['no web_auth_domain expected', {}, 'yes', { webAuthDomain: O.none }],
  ['a client_domain', operations(clientEntry, webAuthEntry, walletEntry), 'yes'],
  [
    'two client_domain operations',
    operations(clientEntry, walletEntry, data('client_domain', 'two.example', 'bob')),
    'client-domain-twice',
  ],
  ['the same client_domain twice', operations(clientEntry, walletEntry, walletEntry), 'client-domain-twice'],
  [
    'a client_domain of the server',
    operations(clientEntry, data('client_domain', 'wallet.example', 'server')),
    'bad-client-domain',
  ],
  [
    'a client_domain without source',
    operations(clientEntry, data('client_domain', 'wallet.example')),
    'bad-client-domain',
  ],
  [
    'a client_domain without a value',
    operations(clientEntry, data('client_domain', undefined, 'wallet')),
    'bad-client-domain',
  ],
  [
    'a client_domain with a space',
    operations(clientEntry, data('client_domain', 'wallet.example evil', 'wallet')),
    'bad-client-domain',
  ],
  [
    'a client_domain that is not ASCII',
    operations(clientEntry, data('client_domain', 'wаllet.example', 'wallet')),
    'bad-client-domain',
  ],
  [
    'a muxed client_domain',
    {
      ...operations(clientEntry, walletEntry),
      marks: { memo: { _tag: 'None' }, source: O.none, operationSources: [O.none, number] },
    },
    'bad-client-domain',
  ],
]

describe('sep10: reading', () => {
  for (const [what, changes, code, expected] of ROWS)
    it(`${what}: ${code}`, () => {
      expect(codeOf(read(challengeText(changes), expected))).to.equal(code)
    })

  it('fee bump around a challenge: fee-bump-challenge', () => {
    const base64 = challengeText({}, ['alice'])
    const inner = decodeEnvelope(NETWORKS.testnet)(base64)
    if (E.isLeft(inner) || inner.right._tag !== 'Transaction') throw new Error('no challenge')
    const { hash } = inner.right
    const bump = realFeeBump({
      feeSource: 'server',
      inner: { base64, envelope: inner.right, hash, network: NETWORKS.testnet },
      signatures: [by('server'), by('alice')],
    })
    expect(codeOf(read(bump.base64))).to.equal('fee-bump-challenge')
  })

  it('a challenge of the older form is one', () => {
    const v1 = rightOf(challengeText({}))
    const v0 = realAround(v1.envelope.transaction, [by('server')], NETWORKS.testnet, 'v0')
    expect(rightOf(v0.base64).envelope.hash).to.deep.equal(v1.envelope.hash)
    expect(rightOf(v0.base64).envelope.version).to.equal('v0')
  })

  it('wrong network: not-signed-by-server', () => {
    const text = challengeText({}, ['alice'], { network: NETWORKS.public })
    expect(codeOf(read(text))).to.equal('not-signed-by-server')
    expect(codeOf(read(text, { network: NETWORKS.public }))).to.equal('yes')
  })

  const others = sha256('another challenge')
  for (const [what, hands] of [
    ['no signature', []],
    ['the client alone', ['alice']],
    ['a server that signed another challenge', [over(others)(by('server'))]],
    ['the right signature under another hint', [withHint(1)(by('server'))]],
    ['the right hint over other bytes', [raw(by('server')(others).hint, new Uint8Array(64))]],
    ['the right hint over no bytes', [raw(by('server')(others).hint, new Uint8Array())]],
  ] as const)
    it(`${what}: not-signed-by-server`, () => {
      expect(codeOf(read(challengeText({}, hands, { server: false })))).to.equal('not-signed-by-server')
    })

  it('wherever the server signed, its signature is found', () => {
    const text = challengeText({}, ['alice', 'bob', 'server'], { server: false })
    expect(rightOf(text).serverSignature).to.equal(2)
  })

  it('tells who it is for', () => {
    const marks = { memo: { _tag: 'None' }, source: O.none, operationSources: [O.some(42n)] } as const
    const muxed = rightOf(challengeText({ ...operations(clientEntry, webAuthEntry, walletEntry), marks }))
    expect(muxed.client).to.deep.equal({ account: key('alice').id, number: O.some(42n) })
    expect(muxed.clientDomain).to.deep.equal(O.some({ domain: 'wallet.example', account: key('wallet').id }))
    expect([muxed.homeDomain, muxed.webAuthDomain]).to.deep.equal(['anchor.example', O.some('auth.example')])
    const memo = { memo: { _tag: 'Id', id: 7n }, source: O.none, operationSources: [] } as const
    expect(rightOf(challengeText({ marks: memo })).memo).to.deep.equal(O.some(7n))
  })

  it('texts that are no envelope keep the codes of decoding', () => {
    expect(codeOf(read('AAAA'))).to.equal('xdr-truncated')
    expect(codeOf(read(''))).to.equal('empty-input')
    expect(codeOf(read('not base64'))).to.equal('base64-whitespace')
    expect(codeOf(read('A'.repeat(MAX_CHALLENGE_LENGTH + 1)))).to.equal('challenge-too-large')
  })

  it('the largest challenge that can be written is read', () => {
    const filler = data('f'.repeat(64), 'v'.repeat(64), 'server')
    const full = challengeText(operations(clientEntry, webAuthEntry, ...Array<Operation>(98).fill(filler)))
    const list = Array.from({ length: 19 }, () => raw(1, new Uint8Array(64))(sha256('')))
    const server = by('server')(rightOf(full).envelope.hash)
    const text = withSignatures([server, ...list])(full)
    expect(E.isRight(text) && codeOf(read(text.right))).to.equal('yes')
    expect(E.isRight(text) && text.right.length).to.be.within(MAX_CHALLENGE_LENGTH / 2, MAX_CHALLENGE_LENGTH)
  })

  it('every code of reading is met here', () => {
    const met = new Set<string>(ROWS.map(([, , code]) => code))
    for (const one of ['fee-bump-challenge', 'not-signed-by-server', 'challenge-too-large']) met.add(one)
    expect(Object.keys(READING_CODES).filter((code) => !met.has(code))).to.deep.equal([])
  })
})
