/** What statuses, kinds of content and headers come to, whatever the body says. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { horizonAnswer, horizonNetwork, rpcNetworkAnswer } from '../../../src/edge/source/index.js'
import type { Failure } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { horizonJson } from '../../support/build/account-answers.js'

const JOINT = account({ of: 'joint', signers: [['bilal', 1]] })
const RIGHT = { 'content-type': 'application/json', 'latest-ledger': '512' }

const told = (status: number, headers: Readonly<Record<string, string>>) =>
  horizonAnswer(JOINT.id)({
    status,
    headers: new Map(Object.entries(headers)),
    body: JSON.stringify(horizonJson(JOINT)),
  })

const failureOf = (found: E.Either<Failure, unknown>): Failure => {
  if (E.isRight(found)) throw new Error('it was taken')
  return found.left
}

describe('source: statuses', () => {
  const ROWS: readonly (readonly [status: number, says: string])[] = [
    [199, 'answered with status 199'],
    [299, 'answered with status 299'],
    [300, 'redirected (300) to another path, which is not followed'],
    [399, 'redirected (399) to another path, which is not followed'],
    [400, 'answered with status 400'],
    [401, 'not allowed (401)'],
    [402, 'answered with status 402'],
    [403, 'not allowed (403)'],
    [429, 'asked too often (429)'],
    [500, 'answered with status 500'],
  ]
  for (const [status, says] of ROWS)
    it(`${status}: ${says}`, () => {
      const { code, message } = failureOf(told(status, RIGHT))
      expect([code, message]).to.deep.equal(['source-refused', says])
      expect(failureOf(horizonNetwork({ status, headers: new Map(), body: '{}' })).message).to.equal(says)
    })
})

describe('source: redirections', () => {
  const ROWS: readonly (readonly [location: string, says: string])[] = [
    ['https://elsewhere.example/accounts/G', '`https://elsewhere.example`'],
    ['HTTP://Elsewhere.example:8000?key=secret', '`http://elsewhere.example:8000`'],
    ['https://name:secret@elsewhere.example/x', '`https://elsewhere.example`'],
    ['https://elsewhere.example#secret', '`https://elsewhere.example`'],
    ['/login?next=https://elsewhere.example', 'another path'],
    ['javascript:alert(1)', 'another path'],
    ['', 'another path'],
  ]
  for (const [location, says] of ROWS)
    it(`to \`${location}\` lead to ${says}, and no secret of it is told`, () => {
      const failure = failureOf(told(302, { ...RIGHT, location }))
      expect(failure.message).to.equal(`redirected (302) to ${says}, which is not followed`)
      expect(JSON.stringify(failure)).not.to.include('secret')
    })

  it('to a host without end are told in short', () => {
    const { message } = failureOf(told(302, { location: `https://${'a'.repeat(5_000)}` }))
    expect(message.length).to.be.lessThan(400)
  })
})

describe('source: kinds of content', () => {
  for (const type of [
    'application/json',
    'Application/JSON',
    ' application/json ',
    'application/hal+json',
    'application/vnd.api-1.0+json',
    'application/json;charset=utf-8',
    'application/json; charset=UTF8',
    'application/json ; charset="utf-8" ;',
    'application/json;',
  ])
    it(`\`${type}\` is JSON`, () =>
      void expect(E.isRight(told(200, { ...RIGHT, 'content-type': type }))).to.equal(true))

  for (const type of [
    'text/html',
    'text/json',
    'application/jsonp',
    'application/json-seq',
    'x-application/json',
    'application/json charset=utf-8',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    'application/json, text/html',
    'application/+json',
    '',
  ])
    it(`\`${type}\` is not`, () => {
      const { code, message } = failureOf(told(200, { ...RIGHT, 'content-type': type }))
      expect(code).to.equal('source-malformed')
      expect(message).to.include('and no JSON')
    })

  it('none at all is not', () => {
    const { message } = failureOf(told(200, { 'latest-ledger': '512' }))
    expect(message).to.include('it has no content type')
  })
})

describe('source: the ledger of an answer', () => {
  for (const [written, ledger] of [
    ['1', 1],
    ['512', 512],
    ['4294967295', 4294967295],
  ] as const)
    it(`\`${written}\` is one`, () => {
      const found = told(200, { ...RIGHT, 'latest-ledger': written })
      expect(E.isRight(found) && found.right.ledger).to.deep.equal(O.some(ledger))
    })

  for (const written of [
    '0',
    '',
    '-1',
    '+1',
    ' 1',
    '1 ',
    '01',
    '1.0',
    '1e3',
    '0x10',
    '4294967296',
    '99999999999',
  ])
    it(`\`${written}\` is none, and the answer cannot be used`, () => {
      const { code, message } = failureOf(told(200, { ...RIGHT, 'latest-ledger': written }))
      expect(code).to.equal('source-malformed')
      expect(message).to.include('Latest-Ledger')
    })

  it('may be left out where the account is there, and not where it is absent', () => {
    const found = told(200, { 'content-type': 'application/json' })
    expect(E.isRight(found) && found.right.ledger).to.deep.equal(O.none)
  })
})

describe('source: networks', () => {
  const passphrase = 'Test SDF Network ; September 2015'
  const answer = (body: unknown, status = 200) => ({
    status,
    headers: new Map(Object.entries(RIGHT)),
    body: JSON.stringify(body),
  })
  const rpc = (more: object) => answer({ jsonrpc: '2.0', id: 7, ...more })
  const codeOf = (found: E.Either<Failure, unknown>): string => (E.isLeft(found) ? found.left.code : 'yes')

  it('are what the root of Horizon and `getNetwork` say', () => {
    expect(horizonNetwork(answer({ network_passphrase: passphrase }))).to.deep.equal(E.right({ passphrase }))
    expect(rpcNetworkAnswer(7)(rpc({ result: { passphrase } }))).to.deep.equal(E.right({ passphrase }))
  })

  it('are not known of anything else', () => {
    for (const body of [{}, { network_passphrase: 7 }, [], null])
      expect(codeOf(horizonNetwork(answer(body)))).to.equal('source-malformed')
    for (const more of [
      {},
      { result: {} },
      { result: { passphrase: 7 } },
      { result: null },
      { id: 8, result: { passphrase } },
      { id: '7', result: { passphrase } },
      { jsonrpc: '1.0', result: { passphrase } },
    ])
      expect(codeOf(rpcNetworkAnswer(7)(rpc(more))), JSON.stringify(more)).to.equal('source-malformed')
    const error = failureOf(
      rpcNetworkAnswer(7)(rpc({ error: { code: -32601, message: 'no method' }, result: { passphrase } })),
    )
    expect([error.code, error.message]).to.deep.equal([
      'source-refused',
      'answered with an error (-32601): `no method`',
    ])
    expect(codeOf(rpcNetworkAnswer(7)({ ...rpc({ result: { passphrase } }), status: 500 }))).to.equal(
      'source-refused',
    )
  })
})
