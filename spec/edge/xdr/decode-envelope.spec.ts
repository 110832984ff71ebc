import { Operation as Base, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { decodeEnvelope, decodeEnvelopeBytes, MAX_TEXT_LENGTH } from '../../../src/edge/xdr/index.js'
import {
  authorizationEntriesOf,
  innermostOf,
  looksLikeSeed,
  NETWORKS,
  type Failure,
} from '../../../src/kernel/model/index.js'
import { loadVectors } from '../../support/vectors.js'
import { ALICE, baseTransaction, left, recordedEnvelopes, right } from './fixture.js'

const decode = decodeEnvelope(NETWORKS.testnet)
const decodeBytes = decodeEnvelopeBytes(NETWORKS.testnet)

const failureOf = (text: string): Failure => left(decode(text))

const GOOD = baseTransaction([Base.bumpSequence({ bumpTo: '1' })], { sign: [ALICE] }).toXDR()
const SEED = ALICE.secret()
const RESULT = 'AAAAAAAAAGT/////AAAAAQAAAAAAAAAB////+wAAAAA='
const [ACCOUNT] = loadVectors<{ readonly accounts: readonly string[] }>('core-verdicts')[0]!.accounts

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')
const wrapped = (text: string): string => text.replace(/.{64}/g, '$&\n')

const BAD: readonly (readonly [says: string, text: string, code: string, message: RegExp])[] = [
  ['nothing', '', 'empty-input', /empty/],
  [
    'white space at an end, which is the business of the caller',
    `${GOOD}\n`,
    'base64-whitespace',
    /white space/,
  ],
  ['a text broken into lines', wrapped(GOOD), 'base64-whitespace', /white space/],
  ['a blank inside', `${GOOD.slice(0, 40)} ${GOOD.slice(40)}`, 'base64-whitespace', /white space/],
  ['the url-safe alphabet', `${GOOD.replace(/[+/=]/g, 'A').slice(0, -8)}-_-_-_-_`, 'base64-url', /url-safe/],
  ['quotes around it', `"${GOOD}"`, 'base64-character', /character 1 /],
  [
    'a letter that is no base64',
    `${GOOD.slice(0, 9)}é${GOOD.slice(10)}`,
    'base64-character',
    /character 10 /,
  ],
  ['a text cut inside a group', GOOD.slice(0, -1), 'base64-length', /4/],
  ['spare bits that are not zero', 'AAB=', 'base64-padding', /canonical/],
  ['a text cut between groups', GOOD.slice(0, 100), 'xdr-truncated', /first 75 bytes/],
  ['three bytes', 'AAAA', 'xdr-truncated', /first 3 bytes/],
  [
    'bytes after the envelope',
    Buffer.concat([bytesOf(GOOD), Buffer.alloc(6)]).toString('base64'),
    'xdr-trailing',
    /6 bytes follow/,
  ],
  ['two envelopes in two lines', `${GOOD}\n${GOOD}`, 'xdr-several', /2 values/],
  ['three with commas and blanks', `${GOOD}, ${GOOD}, ${GOOD}`, 'xdr-several', /3 values/],
  ['an envelope and something else', `${GOOD} ${RESULT}`, 'xdr-several', /2 values/],
  ['a result', RESULT, 'xdr-not-an-envelope', /the result of a transaction \(TransactionResult\)/],
  ['an account', ACCOUNT!, 'xdr-not-an-envelope', /an account \(AccountEntry\)/],
  [
    'a bare transaction',
    xdr.TransactionEnvelope.fromXDR(GOOD, 'base64').v1().tx().toXDR('base64'),
    'xdr-not-an-envelope',
    /a bare transaction without its envelope/,
  ],
  [
    'noise',
    Buffer.alloc(99, 0xa5).toString('base64'),
    'xdr-not-an-envelope',
    /at byte 0: -1515870811 is no known EnvelopeType/,
  ],
  ['hexadecimal', bytesOf(GOOD).toString('hex'), 'xdr-is-hex', /in hexadecimal/],
  ['a hash', 'c0'.repeat(32), 'xdr-is-hash', /64 hexadecimal digits/],
  ['a secret seed', SEED, 'secret-seed', /secret seed/],
  ['a secret seed among words', `sign with ${SEED} please`, 'secret-seed', /secret seed/],
  ['an envelope and a secret seed', `${GOOD} ${SEED}`, 'secret-seed', /secret seed/],
  ['a text too long', 'A'.repeat(MAX_TEXT_LENGTH + 4), 'xdr-too-long', /1048580 characters/],
]

/** The types of the credentials that an envelope carries. */
const credentialsIn = (text: string): readonly string[] =>
  innermostOf(right(decode(text)))
    .transaction.operations.flatMap(authorizationEntriesOf)
    .map(({ credentials }) => credentials._tag)

/** An invocation with one authorization, whose credentials are then given another type. */
const withCredentials = (type: number): string => {
  const address = xdr.ScAddress.scAddressTypeAccount(ALICE.xdrAccountId())
  const credentials = xdr.SorobanCredentials.sorobanCredentialsAddress(
    new xdr.SorobanAddressCredentials({
      address,
      nonce: new xdr.Int64(1n),
      signatureExpirationLedger: 0x5e5e5e5e,
      signature: xdr.ScVal.scvVoid(),
    }),
  )
  const wasm = new xdr.InvokeContractArgs({ contractAddress: address, functionName: 'f', args: [] })
  const rootInvocation = new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(wasm),
    subInvocations: [],
  })
  const auth = [new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation })]
  const func = xdr.HostFunction.hostFunctionTypeInvokeContract(wasm)
  const bytes = baseTransaction([Base.invokeHostFunction({ func, auth })])
    .toEnvelope()
    .toXDR()
  bytes.writeInt32BE(type, bytes.indexOf(credentials.toXDR()))
  return bytes.toString('base64')
}

describe('xdr: decodeEnvelope', () => {
  it('decodes text and bytes alike', () =>
    expect(right(decode(GOOD))).to.deep.equal(right(decodeBytes(Uint8Array.from(bytesOf(GOOD))))))

  it('gives another hash on another network', () =>
    expect(right(decodeEnvelope(NETWORKS.public)(GOOD)).hash).not.to.deep.equal(right(decode(GOOD)).hash))

  for (const [says, text, code, message] of BAD)
    it(`refuses ${says}`, () => {
      const found = failureOf(text)
      expect(found.code).to.equal(code)
      expect(found.message).to.match(message)
    })

  it('never repeats a secret seed', () => {
    for (const text of [SEED, `${SEED}\n`, `seed=${SEED}`, `${GOOD},${SEED}`, `"${SEED}"`])
      expect(JSON.stringify(failureOf(text))).not.to.contain(SEED)
  })

  it('takes no row of zero bytes for a secret seed', () => {
    const text = `${'AAAA'.repeat(4)}a${'S'.padEnd(56, 'A')}aAA`
    expect(looksLikeSeed(text)).to.equal(true)
    expect(failureOf(text).code).to.equal('xdr-not-an-envelope')
  })

  it('says what to do about each', () => {
    for (const [says, text, code] of BAD)
      if (code.startsWith('xdr-') && code !== 'xdr-too-long')
        expect(O.isSome(failureOf(text).help), says).to.equal(true)
  })

  it('refuses no bytes at all', () =>
    expect(left(decodeBytes(new Uint8Array())).code).to.equal('empty-input'))

  it('reads credentials of protocol 27, and none that are not known', () => {
    for (const [type, tag] of [
      [1, 'Address'],
      [2, 'AddressV2'],
    ] as const)
      expect(credentialsIn(withCredentials(type))).to.deep.equal([tag])
    // What stands there is no delegate.
    for (const type of [3, 4, -1])
      expect(failureOf(withCredentials(type)).code).to.equal('xdr-not-an-envelope')
  })
})

describe('xdr: decodeEnvelope, as long as it can be', () => {
  const long = (unit: string): string =>
    unit.repeat(Math.ceil(MAX_TEXT_LENGTH / unit.length)).slice(0, MAX_TEXT_LENGTH)
  const nulls = Buffer.alloc(16).toString('base64').slice(0, 20)

  for (const [says, text] of [
    ['zero bytes', long('A')],
    ['ones', long('/')],
    ['numbers of 1', long('AAAAAQAAAAEAAAAB')],
    ['seeds', long('S')],
    ['short values with commas', long('AAAA,')],
    ['values with blanks', long(`${nulls} `)],
    ['blanks', long(' ')],
    ['hexadecimal digits', long('0a')],
    ['an envelope that goes on and on', `${GOOD.slice(0, 100)}${long('AAAA')}`.slice(0, MAX_TEXT_LENGTH)],
  ] as const)
    it(`answers soon: ${says}`, () => {
      const start = performance.now()
      expect(E.isLeft(decode(text))).to.equal(true)
      expect(performance.now() - start).to.be.lessThan(1000)
    })
})

describe('xdr: decodeEnvelope, whatever comes', () => {
  const real = recordedEnvelopes('envelopes').map(bytesOf)

  it('answers any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => E.isLeft(decode(text))))
  })

  it('answers any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => E.isLeft(decodeBytes(bytes))))
  })

  it('answers real envelopes that were cut, spliced and changed', () => {
    const cut = fc.tuple(fc.constantFrom(...real), fc.nat(), fc.constantFrom(...real), fc.nat())
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 })
    fc.assert(
      fc.property(cut, changes, ([head, length, tail, from], list) => {
        const bytes = Buffer.concat([
          head.subarray(0, length % (head.length + 1)),
          tail.subarray(from % tail.length),
        ])
        for (const [index, value] of list) bytes[index % bytes.length] = value
        const answer = decode(bytes.toString('base64'))
        return E.isLeft(answer) ? answer.left.code !== '' : answer.right.hash.length === 32
      }),
      { numRuns: 1500 },
    )
  })
})
