import { expect } from 'chai'
import type { LightMyRequestResponse } from 'fastify'
import { read } from '../../support/repository.js'
import { serverHere, type ServerHere } from './server-here.js'

/** A seed that nobody uses. */
const SEED = 'SBU2RRGLXH3E5CQHTD3ODLDF2BWDCYUSSBLLZ5GNW7JXHDIYKXZWHOKR'

const ENVELOPE = read('examples/joint/payment.ok.xdr').trim()
const PATHS = ['evaluate', 'signers', 'trim', 'simulate', 'analyze', 'check', 'sep10/verify'].map(
  (id) => `/v1/${id}`,
)

const codesOf = (answer: LightMyRequestResponse): readonly string[] =>
  answer.json<{ readonly errors: readonly { readonly code: string }[] }>().errors.map(({ code }) => code)

describe('the server refuses', function () {
  let server: ServerHere

  before(async () => {
    server = await serverHere({ maxBody: 64 * 1024 })
  })

  const BODIES: readonly (readonly [what: string, body: string, code: string])[] = [
    ['nothing', ' ', 'empty-input'],
    ['what is no JSON', '{"envelope":', 'not-json'],
    ['a list', '[]', 'request-shape'],
    ['a missing member', '{}', 'request-shape'],
    [
      'a member that it does not know',
      JSON.stringify({ envelope: ENVELOPE, closedworld: true }),
      'request-shape',
    ],
    ['a member of another type', '{"envelope":7}', 'request-shape'],
    ['null where a value belongs', JSON.stringify({ envelope: ENVELOPE, network: null }), 'request-shape'],
    ['a member twice', '{"envelope":"AAAA","envelope":"AAAA"}', 'member-twice'],
    ['a member twice, in another spelling', '{"envelope":"AAAA","\\u0065nvelope":"AAAA"}', 'member-twice'],
    ['a member of a prototype', JSON.stringify({ envelope: ENVELOPE, constructor: 1 }), 'request-shape'],
    ['what is too deep', `{"envelope":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'too-deep'],
    [
      'a protocol that is none',
      JSON.stringify({ envelope: ENVELOPE, network: 'testnet', protocol: 1.5 }),
      'request-shape',
    ],
    [
      'a protocol that is not known',
      JSON.stringify({ envelope: ENVELOPE, network: 'testnet', protocol: 999 }),
      'unsupported-protocol',
    ],
    ['a network that is none', JSON.stringify({ envelope: ENVELOPE, network: 'tesnet' }), 'unknown-network'],
    ['no network', JSON.stringify({ envelope: ENVELOPE }), 'network-not-said'],
    ['a seed', JSON.stringify({ envelope: ENVELOPE, network: SEED }), 'secret-seed'],
    ['a seed as a name', JSON.stringify({ envelope: ENVELOPE, [SEED]: 1 }), 'secret-seed'],
    [
      'a seed in an account file',
      JSON.stringify({ envelope: ENVELOPE, accounts: [{ keys: { a: SEED } }] }),
      'secret-seed',
    ],
    [
      'a seed in other letters',
      JSON.stringify({ envelope: ENVELOPE, network: SEED.toLowerCase() }),
      'secret-seed',
    ],
    [
      'a seed that is spelt with escapes',
      `{"envelope":"${ENVELOPE}","network":"\\u0053${SEED.slice(1)}"}`,
      'secret-seed',
    ],
    ['a seed that is no request', SEED, 'secret-seed'],
    [
      'most of a seed, in small letters',
      `"${SEED.toLowerCase().slice(0, 31)}/${SEED.slice(31)}"`,
      'request-shape',
    ],
  ]

  for (const [what, body, code] of BODIES)
    it(`${what}: ${code}`, async () => {
      const answer = await server.post('/v1/evaluate', body)
      expect(answer.statusCode, answer.body).to.equal(400)
      expect(codesOf(answer)).to.include(code)
      expect(answer.body).not.to.match(new RegExp(SEED.slice(1, 20), 'i'))
    })

  it('a seed, at every endpoint, in every form, and says it nowhere', async () => {
    for (const path of PATHS) {
      const bodies = [SEED, `{"x":"${SEED}"}`, `{"\\u0053${SEED.slice(1)}":1}`, `{"id":"${SEED}"}\n{}`]
      for (const body of bodies) {
        const answer = await server.post(path, body)
        expect(answer.statusCode).to.equal(400)
        expect(answer.body).not.to.include(SEED.slice(1, 20))
      }
    }
    const lines = await server.post('/v1/evaluate', `{"id":"${SEED}"}`, {
      'content-type': 'application/x-ndjson',
    })
    expect(codesOf(lines)).to.deep.equal(['secret-seed'])
    await server.app.inject({ method: 'GET', url: `/${SEED}`, headers: { 'x-request-id': SEED } })
    await server.post('/v1/evaluate', '{}', { authorization: `Bearer ${SEED}`, 'x-other': SEED })
    expect(server.log()).to.include('"route":"/v1/evaluate"')
    expect(server.log()).not.to.include(SEED.slice(1, 20))
  })

  it('paths, methods and forms that it does not know', async () => {
    const inject = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, type = 'application/json') =>
      server.app.inject({
        method,
        url,
        headers: { 'content-type': type },
        payload: method === 'GET' ? '' : '{}',
      })
    const table: readonly (readonly [Promise<LightMyRequestResponse>, number])[] = [
      [inject('POST', '/'), 404],
      [inject('POST', '/v1'), 404],
      [inject('POST', '/v1/evaluate/'), 404],
      [inject('POST', '/v1/../v1/evaluatE'), 404],
      [inject('GET', '/%zz'), 400],
      [inject('GET', '/v1/evaluate'), 405],
      [inject('PUT', '/v1/check'), 405],
      [inject('DELETE', '/health'), 405],
      [inject('POST', '/v1/evaluate', 'text/plain'), 415],
      [inject('POST', '/v1/evaluate', 'application/x-www-form-urlencoded'), 415],
      [inject('POST', '/v1/check', 'application/x-ndjson'), 415],
    ]
    for (const [asked, status] of table) {
      const answer = await asked
      expect(answer.statusCode, answer.body).to.equal(status)
      expect(codesOf(answer)).to.have.length(1)
      expect(answer.headers).to.have.property('x-request-id')
    }
    expect((await inject('GET', '/v1/evaluate')).headers.allow).to.equal('POST')
  })

  it('a body that is too large, or compressed', async () => {
    const large = await server.post('/v1/evaluate', JSON.stringify({ envelope: 'A'.repeat(70 * 1024) }))
    expect(large.statusCode).to.equal(413)
    const compressed = await server.post('/v1/evaluate', '{}', { 'content-encoding': 'gzip' })
    expect(compressed.statusCode).to.equal(415)
  })

  it('whoever does not bear the token, where there is one', async () => {
    const token = 'correct-horse-battery-staple'
    const { app, log } = await serverHere({ token: { _tag: 'Some', value: token } })
    const ask = (url: string, authorization?: string) =>
      app.inject({ method: 'GET', url, headers: authorization === undefined ? {} : { authorization } })
    for (const wrong of [
      undefined,
      '',
      'Bearer',
      `Bearer ${token}x`,
      `Bearer x${token}`,
      token,
      `Basic ${token}`,
    ]) {
      const answer = await ask('/openapi.json', wrong)
      expect(answer.statusCode).to.equal(401)
      expect(answer.headers['www-authenticate']).to.equal('Bearer')
      expect(answer.body).not.to.include(token)
    }
    expect((await ask('/openapi.json', `Bearer ${token}`)).statusCode).to.equal(200)
    expect((await ask('/metrics', `bearer ${token}`)).statusCode).to.equal(200)
    expect((await ask('/metrics')).statusCode).to.equal(401)
    expect((await app.inject({ method: 'POST', url: '/v1/evaluate', payload: '{}' })).statusCode).to.equal(
      401,
    )
    for (const open of ['/health', '/ready']) expect((await ask(open)).statusCode).to.equal(200)
    expect(log()).not.to.include(token)
  })

  it('more than it can do at one time, and takes more afterwards', async () => {
    const waiting: (() => void)[] = []
    const { post, app } = await serverHere(
      { maxInFlight: 2 },
      {},
      () =>
        new Promise((resolve) => {
          waiting.push(() => resolve({ status: 200, text: '{"formatVersion":1}', outcome: 'x' }))
        }),
    )
    const first = [post('/v1/evaluate', '{}'), post('/v1/evaluate', '{}')]
    while (waiting.length < 2) await new Promise((resolve) => void setTimeout(resolve, 1))
    const third = await post('/v1/evaluate', '{}')
    expect(third.statusCode).to.equal(503)
    expect(third.headers['retry-after']).to.equal('1')
    expect((await app.inject({ method: 'GET', url: '/health' })).statusCode).to.equal(200)
    for (const go of waiting.splice(0)) go()
    for (const answer of await Promise.all(first)) expect(answer.statusCode).to.equal(200)
    const later = post('/v1/evaluate', '{}')
    while (waiting.length < 1) await new Promise((resolve) => void setTimeout(resolve, 1))
    for (const go of waiting.splice(0)) go()
    expect((await later).statusCode).to.equal(200)
  })

  it('to tell where it is at fault; the log says it, without keys', async () => {
    const { post, log } = await serverHere({}, {}, () =>
      Promise.reject(new Error(`lost ${SEED} in the dark`)),
    )
    const answer = await post('/v1/evaluate', '{}', { 'x-request-id': 'mine-7' })
    expect(answer.statusCode).to.equal(500)
    expect(codesOf(answer)).to.deep.equal(['internal-fault'])
    expect(answer.body).not.to.match(/lost|dark|\.ts|at /)
    expect(log()).to.include('in the dark')
    expect(log()).not.to.include(SEED.slice(1, 20))
    expect(log()).to.include('"id":"mine-7"')
  })
})

describe('the server tells', () => {
  it('names of requests: theirs, where they can stand in a log; the word of each answer; counters', async () => {
    const { post, app, log } = await serverHere()
    const accounts = [read('examples/joint/account.quorate.yaml')]
    const ok = await post('/v1/evaluate', { envelope: ENVELOPE, accounts }, { 'x-request-id': 'order-4711' })
    expect(ok.headers['x-request-id']).to.equal('order-4711')
    const own = await post('/v1/evaluate', { envelope: ENVELOPE, accounts }, { 'x-request-id': 'a b\u00e9' })
    expect(own.headers['x-request-id']).to.match(/^[a-z0-9-]+$/)
    await post('/v1/evaluate', '{}')
    const lines = log()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    expect(lines.map(({ outcome }) => outcome)).to.deep.equal(['authorized', 'authorized', 'request-shape'])
    expect(lines[0]).to.include({
      event: 'request',
      id: 'order-4711',
      method: 'POST',
      route: '/v1/evaluate',
      status: 200,
    })
    expect(Object.keys(lines[0]!)).to.have.members([
      'time',
      'event',
      'id',
      'method',
      'route',
      'status',
      'ms',
      'outcome',
    ])
    const metrics = (await app.inject({ method: 'GET', url: '/metrics' })).body
    expect(metrics).to.include('quorate_requests_total{route="/v1/evaluate",status="200"} 2')
    expect(metrics).to.include('quorate_requests_total{route="/v1/evaluate",status="400"} 1')
    expect(metrics).to.include('quorate_answers_total{route="/v1/evaluate",outcome="authorized"} 2')
    expect(metrics).to.include('quorate_in_flight 1')
  })

  it('only errors, or nothing, where the log is asked for less', async () => {
    const quiet = await serverHere({ log: 'errors' })
    await quiet.app.inject({ method: 'GET', url: '/health' })
    await quiet.post('/v1/evaluate', '{}')
    expect(quiet.log().trimEnd().split('\n')).to.have.length(1)
    const silent = await serverHere({ log: 'none' })
    await silent.post('/v1/evaluate', '{}')
    expect(silent.log()).to.equal('')
  })
})
