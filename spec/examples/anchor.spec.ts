/** The service of `examples/anchor`: one process as a reader starts it, asked over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  Account,
  Asset,
  Keypair,
  Memo,
  MuxedAccount,
  Networks,
  Operation,
  TransactionBuilder,
  type Transaction,
  type xdr,
} from '@stellar/stellar-base'
import { expect } from 'chai'
import { key, pairOf, type Alias } from '../../examples/generator/keys.js'
import { localServer, type Asked, type LocalServer } from '../support/local-server.js'
import { read, ROOT } from '../support/repository.js'

const SERVICE = 'examples/anchor/service'
const EUR = new Asset('EUR', key('anchor'))
const SEED = Keypair.fromRawEd25519Seed(Buffer.alloc(32, 9)).secret()

/** What the ledger answers, and how. */
type Mode = 'fine' | 'is slow' | 'fails' | 'hangs' | 'talks nonsense' | 'is a web page' | 'breaks off'

interface Answered {
  readonly status: number
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

describe('examples: the service of the anchor', () => {
  let [mode, ledger]: [Mode, LocalServer] = ['fine', undefined as never]
  let [service, url]: [ChildProcess, string] = [undefined as never, '']
  const printed: string[] = []
  /** Answers that are not those of the files, by address. */
  const instead = new Map<string, string>()
  const recorded = new Map(
    readdirSync(join(ROOT, SERVICE, 'ledger')).map((name) => {
      const text = read(`${SERVICE}/ledger/${name}`)
      return [(JSON.parse(text) as { account_id: string }).account_id, text]
    }),
  )

  const horizon = ({ path }: Asked, response: ServerResponse): void => {
    const headers = { 'content-type': 'application/hal+json', 'latest-ledger': '512' }
    if (mode === 'hangs') return
    if (mode === 'breaks off')
      return void response.writeHead(200, headers).write('{"', () => response.destroy())
    if (mode === 'fails') return void response.writeHead(500).end()
    if (mode === 'is a web page')
      return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>gone</h1>')
    if (mode === 'talks nonsense') return void response.writeHead(200, headers).end('{"account_id": 7}')
    if (mode === 'is slow') {
      mode = 'fine'
      service.kill('SIGTERM')
      return void setTimeout(() => horizon({ path } as Asked, response), 100)
    }
    const id = path.replace('/accounts/', '')
    const found =
      path === '/'
        ? JSON.stringify({ network_passphrase: Networks.TESTNET })
        : (instead.get(id) ?? recorded.get(id))
    if (found !== undefined) return void response.writeHead(200, headers).end(found)
    const problem = { type: 'https://stellar.org/horizon-errors/not_found', status: 404 }
    response
      .writeHead(404, { ...headers, 'content-type': 'application/problem+json' })
      .end(JSON.stringify(problem))
  }

  before(async () => {
    ledger = await localServer(horizon)
    const args = ['--port', '0', '--horizon', ledger.url, '--patience', '800']
    service = spawn(process.execPath, [join(ROOT, SERVICE, 'main.mjs'), ...args], { cwd: ROOT, env: {} })
    service.stderr?.on('data', (text: Buffer) => printed.push(String(text)))
    const lines = createInterface({ input: service.stdout! })
    lines.on('line', (line) => printed.push(line))
    const [line] = (await once(lines, 'line')) as [string]
    url = (JSON.parse(line) as { url: string }).url
  })
  after(async () => {
    if (service.exitCode === null) service.kill('SIGKILL')
    await ledger.close()
  })
  afterEach(() => {
    mode = 'fine'
    instead.clear()
  })

  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, init)
    const text = await response.text()
    expect(response.headers.get('content-type')).to.equal('application/json')
    return { status: response.status, text, body: JSON.parse(text) as Answered['body'] }
  }
  const post = (path: string, body: object | string, headers: Readonly<Record<string, string>> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  const signedBy = (text: string, ...names: readonly Alias[]): { readonly transaction: string } => {
    const transaction = TransactionBuilder.fromXDR(text, Networks.TESTNET)
    for (const name of names) transaction.sign(pairOf(name))
    return { transaction: transaction.toXDR() }
  }
  const challengeOf = async (account: string, more = ''): Promise<string> =>
    ((await ask(`/auth?account=${account}${more}`)).body as { transaction: string }).transaction
  const login = async (account: Alias, ...names: readonly Alias[]): Promise<Answered> =>
    post('/auth', signedBy(await challengeOf(key(account)), ...names))
  const noToken = ({ status, text, body }: Answered, expected: number, code: string): void => {
    expect([status, body['code']]).to.deep.equal([expected, code])
    expect(body).not.to.have.property('token')
    expect(text).not.to.include('eyJ')
  }

  const built = (source: Alias, operations: readonly xdr.Operation[], passphrase = Networks.TESTNET) => {
    const builder = new TransactionBuilder(new Account(key(source), '9'), {
      fee: '100',
      networkPassphrase: passphrase,
      timebounds: { minTime: 0, maxTime: 0 },
    })
    for (const operation of operations) builder.addOperation(operation)
    return builder.build()
  }
  const by = (transaction: Transaction, ...names: readonly Alias[]): { readonly transaction: string } => {
    for (const name of names) transaction.sign(pairOf(name))
    return { transaction: transaction.toXDR() }
  }
  const requestIn = (name: string): { readonly transaction: string } =>
    JSON.parse(read(`${SERVICE}/requests/${name}.json`)) as { transaction: string }

  describe('logins', () => {
    it('let in who signs for the account, once a challenge', async () => {
      const signed = signedBy(await challengeOf(key('old key')), 'ann')
      const { status, body } = await post('/auth', signed)
      expect(status).to.equal(200)
      expect(body).to.deep.include({ account: key('old key'), weight: 1, needed: 0, asOfLedger: 512 })
      const claims = JSON.parse(
        Buffer.from((body['token'] as string).split('.')[1]!, 'base64url').toString(),
      ) as object
      expect(claims).to.deep.include({ sub: key('old key'), account: key('old key') })
      noToken(await post('/auth', signed), 401, 'challenge-used')
    })

    it('let in one of two who bring the same challenge at the same time', async () => {
      const signed = signedBy(await challengeOf(key('customer')), 'customer')
      const both = await Promise.all([post('/auth', signed), post('/auth', signed)])
      expect(both.map(({ status }) => status).toSorted()).to.deep.equal([200, 401])
    })

    it('take a form as well, as SEP-10 says', async () => {
      const { transaction } = signedBy(await challengeOf(key('customer')), 'customer')
      const form = new URLSearchParams({ transaction })
      expect((await ask('/auth', { method: 'POST', body: form })).status).to.equal(200)
    })

    it('are those of a user behind the account, where a memo or a muxed account says so', async () => {
      const muxed = new MuxedAccount(new Account(key('customer'), '0'), '7').accountId()
      for (const [account, more, subject] of [
        [key('customer'), '&memo=7', `${key('customer')}:7`],
        [muxed, '', muxed],
      ] as const) {
        const { body } = await post('/auth', signedBy(await challengeOf(account, more), 'customer'))
        const claims = Buffer.from((body['token'] as string).split('.')[1]!, 'base64url').toString()
        expect(JSON.parse(claims)).to.deep.include({ sub: subject, account: key('customer') })
      }
    })

    it('are refused to the disabled master key, although medium is 0', async () => {
      noToken(await login('old key', 'old key'), 401, 'not-signed-by-client')
      noToken(await login('old key', 'ann', 'old key'), 401, 'unknown-signature')
    })

    it('are refused to a signer of weight 0', async () => {
      const shop = JSON.parse(recorded.get(key('old key'))!) as { signers: { key: string; weight: number }[] }
      const signers = shop.signers.map((one) => (one.key === key('ann') ? { ...one, weight: 0 } : one))
      instead.set(key('old key'), JSON.stringify({ ...shop, signers }))
      noToken(await login('old key', 'ann'), 401, 'not-signed-by-client')
    })

    it('are refused to nobody, to too few, to the same twice, and to strangers', async () => {
      noToken(await login('customer'), 401, 'not-signed-by-client')
      noToken(await login('mira', 'mira'), 401, 'weight-not-reached')
      noToken(await login('mira', 'mira', 'mira'), 401, 'unknown-signature')
      noToken(await login('customer', 'mallory'), 401, 'not-signed-by-client')
      noToken(await login('customer', 'anchor server'), 401, 'not-signed-by-client')
    })

    it('let the master key speak for an account that does not exist', async () => {
      const { status, body } = await login('newcomer', 'newcomer')
      expect(status).to.equal(200)
      expect(body['account']).to.equal(key('newcomer'))
    })

    const faults = ['fails', 'hangs', 'talks nonsense', 'is a web page', 'breaks off'] as const
    for (const fault of faults)
      it(`are put off where the ledger ${fault}: no yes, and no no`, async () => {
        mode = fault
        // By the master key, which speaks for an account that is taken for absent.
        noToken(await login('old key', 'old key'), 503, 'account-not-known')
      })

    it('work again when the ledger does, with the challenge that was put off', async () => {
      const signed = signedBy(await challengeOf(key('customer')), 'customer')
      mode = 'is a web page'
      noToken(await post('/auth', signed), 503, 'account-not-known')
      mode = 'fine'
      expect((await post('/auth', signed)).status).to.equal(200)
    })

    const own = (begin: number, server: Alias, passphrase = Networks.TESTNET) =>
      new TransactionBuilder(new Account(key(server), '-1'), {
        fee: '100',
        networkPassphrase: passphrase,
        timebounds: { minTime: begin, maxTime: begin + 900 },
      })
        .addOperation(
          Operation.manageData({
            source: key('customer'),
            name: 'anchor.example auth',
            value: Buffer.alloc(48, 7).toString('base64'),
          }),
        )
        .addOperation(
          Operation.manageData({
            source: key('anchor server'),
            name: 'web_auth_domain',
            value: 'auth.anchor.example',
          }),
        )
        .build()

    it('are refused by challenges that are over, of another server, or of another network', async () => {
      const now = Math.floor(Date.now() / 1000)
      const all: readonly [Transaction, Alias, string][] = [
        [own(now - 1300, 'anchor server'), 'anchor server', 'challenge-expired'],
        [own(now + 1000, 'anchor server'), 'anchor server', 'challenge-too-early'],
        [own(now, 'mallory'), 'mallory', 'wrong-server'],
        [own(now, 'anchor server'), 'mallory', 'not-signed-by-server'],
        [own(now, 'anchor server', Networks.PUBLIC), 'anchor server', 'not-signed-by-server'],
      ]
      for (const [transaction, server, code] of all)
        noToken(await post('/auth', by(transaction, server, 'customer')), 400, code)
    })
  })

  describe('withdrawals', () => {
    let bearer: Readonly<Record<string, string>>
    before(async () => {
      const { body } = await login('mira', 'mira', 'ada')
      bearer = { authorization: `Bearer ${body['token'] as string}` }
    })
    const withdraw = (body: object) => post('/withdraw', body, bearer)
    const pay = (more: object = {}) =>
      Operation.payment({ destination: key('anchor'), asset: EUR, amount: '12.5', ...more })

    it('are ready as they are, where the network would take them', async () => {
      const request = requestIn('withdrawal.ok')
      const { status, body } = await withdraw(request)
      expect(status).to.equal(200)
      expect(body).to.deep.include({ status: 'ready', ...request, amount: '12.5000000', dropped: 0 })
      expect(
        (await withdraw(by(built('mira', [pay({ source: key('mira') })]), 'jonas', 'ada'))).status,
      ).to.equal(200)
    })

    it('are trimmed where too many signed', async () => {
      const { status, body } = await withdraw(requestIn('withdrawal.surplus'))
      expect(status).to.equal(200)
      expect(body['dropped']).to.equal(1)
      const { signatures } = TransactionBuilder.fromXDR(body['transaction'] as string, Networks.TESTNET)
      expect(signatures).to.have.length(2)
      expect((await withdraw({ transaction: body['transaction'] as string })).body['dropped']).to.equal(0)
    })

    it('are refused with who must still sign', async () => {
      const { status, body } = await withdraw(requestIn('withdrawal.one-signature'))
      expect([status, body['code']]).to.deep.equal([422, 'txFAILED'])
      expect(body['operations']).to.deep.equal([{ index: 0, code: 'opBAD_AUTH' }])
      expect(body['mustSign']).to.have.deep.members([[key('mira')], [key('ada')]])
    })

    it('are refused where they are somebody else’s, or something else', async () => {
      const all: readonly [string, number, string, object][] = [
        ['of another account', 403, 'foreign-source', by(built('customer', [pay()]), 'customer')],
        [
          'paid by another',
          403,
          'foreign-source',
          by(built('mira', [pay({ source: key('customer') })]), 'mira', 'ada', 'customer'),
        ],
        [
          'to another',
          422,
          'other-destination',
          by(built('mira', [pay({ destination: key('customer') })]), 'mira', 'ada'),
        ],
        ['of lumens', 422, 'other-asset', by(built('mira', [pay({ asset: Asset.native() })]), 'mira', 'ada')],
        [
          'of other credit',
          422,
          'other-asset',
          by(built('mira', [pay({ asset: new Asset('EUR', key('mallory')) })]), 'mira', 'ada'),
        ],
        [
          'with more in it',
          422,
          'not-one-payment',
          by(built('mira', [pay(), Operation.setOptions({ masterWeight: 0 })]), 'mira', 'ada'),
        ],
        ['without a payment', 422, 'not-one-payment', by(built('mira', []), 'mira', 'ada')],
        [
          'for another network',
          422,
          'txBAD_AUTH',
          by(built('mira', [pay()], Networks.PUBLIC), 'mira', 'ada'),
        ],
        ['by a stranger', 422, 'txBAD_AUTH', by(built('mira', [pay()]), 'mallory')],
      ]
      for (const [name, status, code, body] of all) {
        const answered = await withdraw(body)
        expect([answered.status, answered.body['code']], name).to.deep.equal([status, code])
      }
    })

    it('are not decided where the ledger fails', async () => {
      for (const fault of ['talks nonsense', 'is a web page'] as const) {
        mode = fault
        const { status, body } = await withdraw(requestIn('withdrawal.ok'))
        expect([status, body['code']], fault).to.deep.equal([503, 'account-not-known'])
      }
    })

    it('ask the ledger again: a session gives no power', async () => {
      const household = JSON.parse(recorded.get(key('mira'))!) as { signers: { key: string }[] }
      const signers = household.signers.filter((one) => one.key !== key('ada'))
      instead.set(key('mira'), JSON.stringify({ ...household, signers }))
      expect((await withdraw(requestIn('withdrawal.ok'))).status).to.equal(422)
    })

    it('need a session of this service', async () => {
      const token = bearer['authorization']!.slice('Bearer '.length)
      const [header, payload, signature] = token.split('.') as [string, string, string]
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
      const sealed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      for (const authorization of [
        '',
        'Bearer ',
        `Basic ${token}`,
        `Bearer ${header}.${payload}`,
        `Bearer ${header}.${payload}.`,
        `Bearer ${header}.${payload}.${signature.slice(1)}`,
        `Bearer ${header}.${sealed({ ...claims, account: key('customer') })}.${signature}`,
        `Bearer ${sealed({ alg: 'none', typ: 'JWT' })}.${payload}.`,
        `Bearer ${sealed({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
      ]) {
        const { status, body } = await post('/withdraw', requestIn('withdrawal.ok'), { authorization })
        expect([status, body['code']], authorization).to.deep.equal([401, 'no-session'])
      }
    })
  })

  describe('approvals', () => {
    /** Every no is one in the words of SEP-8. */
    const approve = async (body: object): Promise<Answered> => {
      const answered = await post('/approve', body)
      if (answered.status === 400) expect(answered.body).to.include({ status: 'rejected' })
      return answered
    }
    const permit = (more: object = {}) =>
      Operation.setTrustLineFlags({
        trustor: key('customer'),
        asset: EUR,
        flags: { authorized: true },
        source: key('anchor'),
        ...more,
      })
    const trust = Operation.changeTrust({ asset: EUR })

    it('add the signature of the helper, and nothing else', async () => {
      const unsigned = read('examples/anchor/onboarding.missing-helper.xdr').trim()
      const { status, body } = await approve({ transaction: unsigned })
      expect(status).to.equal(200)
      expect(body['status']).to.equal('success')
      expect(body['tx']).to.equal(read('examples/anchor/onboarding.ok.xdr').trim())
      expect((await approve({ tx: unsigned })).status).to.equal(200)
      const allow = Operation.allowTrust({
        trustor: key('customer'),
        assetCode: 'EUR',
        authorize: true,
        source: key('anchor'),
      })
      expect((await approve(by(built('customer', [trust, allow]), 'customer'))).status).to.equal(200)
    })

    it('are refused where the customer did not sign', async () => {
      const { status, body } = await approve(requestIn('approval.unsigned'))
      expect([status, body['code']]).to.deep.equal([400, 'txBAD_AUTH'])
      expect(body['mustSign']).to.deep.equal([[key('customer')]])
      expect(body).not.to.have.property('tx')
    })

    it('are refused for everything above the low level, and for what the helper should not do', async () => {
      const from = { source: key('anchor') }
      /** In numbers, as on the wire: the library's own names of them are types alone. */
      const allow = (authorize: number) =>
        Operation.allowTrust({
          ...{ trustor: key('customer'), assetCode: 'EUR', ...from },
          authorize: authorize as unknown as boolean,
        })
      const forged: readonly [string, xdr.Operation][] = [
        ['credit', Operation.payment({ destination: key('customer'), asset: EUR, amount: '1', ...from })],
        ['flags', Operation.setOptions({ setFlags: 1, ...from })],
        ['merging', Operation.accountMerge({ destination: key('customer'), ...from })],
        ['bumping', Operation.bumpSequence({ bumpTo: '99999999999', ...from })],
        ['giving up clawback', permit({ flags: { clawbackEnabled: false } })],
        ['freezing', permit({ flags: { authorized: false } })],
        ['holding on', permit({ flags: { authorized: false, authorizedToMaintainLiabilities: true } })],
        ['holding on only', permit({ flags: { authorizedToMaintainLiabilities: true } })],
        ['half of it', permit({ flags: { authorizedToMaintainLiabilities: false } })],
        ['freezing, the older way', allow(0)],
        ['holding on, the older way', allow(2)],
        ['somebody else', permit({ trustor: key('mallory') })],
        ['credit of somebody else', permit({ asset: new Asset('EUR', key('mallory')) })],
        ['another asset', permit({ asset: new Asset('USD', key('anchor')) })],
      ]
      for (const [name, operation] of forged) {
        const { status, body } = await approve(
          by(built('customer', [trust, permit(), operation]), 'customer'),
        )
        expect([status, body['code']], name).to.deep.equal([400, 'not-approved'])
      }
      expect((await approve(requestIn('approval.issue'))).body['code']).to.equal('not-approved')
    })

    it('look through a muxed source', async () => {
      const source = new MuxedAccount(new Account(key('anchor'), '0'), '7').accountId()
      const payment = Operation.payment({ destination: key('customer'), asset: EUR, amount: '1', source })
      const { body } = await approve(by(built('customer', [trust, permit(), payment]), 'customer'))
      expect(body['code']).to.equal('not-approved')
    })

    it('are refused where the anchor would pay, where nothing is asked of it, and where it signed already', async () => {
      for (const source of ['anchor', 'helper'] as const) {
        const own = await approve(by(built(source, [permit()]), 'customer'))
        expect(own.body['code']).to.equal('not-a-customer')
      }
      const nothing = await approve(by(built('customer', [trust]), 'customer'))
      expect(nothing.body['code']).to.equal('nothing-to-approve')
      const twice = await approve({ transaction: read('examples/anchor/onboarding.ok.xdr').trim() })
      expect([twice.status, twice.body['code']]).to.deep.equal([400, 'txBAD_AUTH_EXTRA'])
    })

    it('are refused to strangers, who could freeze what a customer holds', async () => {
      const freeze = permit({ flags: { authorized: false } })
      for (const operation of [freeze, permit()]) {
        const { status, body } = await approve(by(built('old key', [operation]), 'ann'))
        expect([status, body['code']]).to.deep.equal([400, 'not-a-customer'])
        expect(body).not.to.have.property('tx')
      }
    })

    it('are refused where another account would act by the same signature', async () => {
      // The helper is a key of the anchor, and the name of an account of its own.
      const helper = JSON.parse(
        recorded.get(key('customer'))!.replaceAll(key('customer'), key('helper')),
      ) as object
      instead.set(key('helper'), JSON.stringify(helper))
      const takes = {
        destination: key('customer'),
        asset: Asset.native(),
        amount: '1',
        source: key('helper'),
      }
      const { status, body } = await approve(
        by(built('customer', [permit(), Operation.payment(takes)]), 'customer'),
      )
      expect([status, body['code']]).to.deep.equal([400, 'foreign-operation'])
      expect(body).not.to.have.property('tx')
    })

    it('are refused where the signature of the helper is not enough any more', async () => {
      const anchor = JSON.parse(recorded.get(key('anchor'))!) as { thresholds: object }
      const thresholds = { ...anchor.thresholds, low_threshold: 2 }
      instead.set(key('anchor'), JSON.stringify({ ...anchor, thresholds }))
      const { status, body } = await approve(requestIn('approval.ok'))
      expect([status, body['code']]).to.deep.equal([400, 'txFAILED'])
      expect(body['operations']).to.deep.equal([{ index: 1, code: 'opBAD_AUTH' }])
      expect(body).not.to.have.property('tx')
    })

    it('are not decided where the ledger fails', async () => {
      mode = 'is a web page'
      const { status, body, text } = await approve(requestIn('approval.ok'))
      expect([status, body['code']]).to.deep.equal([503, 'account-not-known'])
      expect(text).not.to.include('AAAA')
    })
  })

  describe('hostile requests', () => {
    it('end with 4xx, and are not repeated', async () => {
      const feeBump = TransactionBuilder.buildFeeBumpTransaction(
        pairOf('customer'),
        '200',
        built('customer', [Operation.changeTrust({ asset: EUR })]),
        Networks.TESTNET,
      )
      const withMemo = TransactionBuilder.cloneFrom(
        built('customer', [Operation.changeTrust({ asset: EUR })]),
      )
        .addMemo(Memo.text(SEED.slice(0, 28)))
        .build()
      const bodies: readonly (readonly [string, string])[] = [
        ['a seed', JSON.stringify({ transaction: SEED })],
        ['a seed between spaces', JSON.stringify({ transaction: ` ${SEED} ` })],
        ['a seed for a body', SEED],
        ['a seed for a member', JSON.stringify({ [SEED]: 1 })],
        ['a number', '7'],
        ['null', 'null'],
        ['a list', '[]'],
        ['no text', '{"transaction": 7}'],
        ['nothing', ''],
        ['half of it', '{"transaction": "AAAA'],
        ['no base64', '{"transaction": "not an envelope"}'],
        ['a short envelope', '{"transaction": "AAAAAgAAAAA="}'],
        ['lists in lists', '['.repeat(30_000)],
        ['a prototype', '{"__proto__": {"transaction": "AAAA"}}'],
        ['a fee bump', JSON.stringify({ transaction: feeBump.toXDR() })],
        ['a seed in a memo', JSON.stringify({ transaction: withMemo.toXDR() })],
        ['too much', JSON.stringify({ transaction: 'A'.repeat(100_000) })],
      ]
      const { body } = await login('customer', 'customer')
      const bearer = { authorization: `Bearer ${body['token'] as string}` }
      for (const path of ['/auth', '/withdraw', '/approve'])
        for (const [name, text] of bodies) {
          const answered = await post(path, text, bearer)
          expect(answered.status, `${path} ${name}`).to.be.within(400, 499)
          expect(answered.text, `${path} ${name}`).not.to.include(SEED.slice(0, 28))
          expect(answered.body['code'], `${path} ${name}`).to.be.a('string')
        }
    })

    it('are refused by path, method, content type and question', async () => {
      const all: readonly [string, RequestInit, number][] = [
        ['/', {}, 404],
        ['//evil/auth', {}, 404],
        ['/constructor', {}, 404],
        [`/${SEED}`, {}, 404],
        ['/withdraw', {}, 405],
        ['/auth', { method: 'DELETE' }, 405],
        ['/auth', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
        [
          '/auth',
          {
            method: 'POST',
            body: Buffer.from([0x7b, 0xff]),
            headers: { 'content-type': 'application/json' },
          },
          400,
        ],
        ['/auth', {}, 400],
        [`/auth?account=${SEED}`, {}, 400],
        [`/auth?account=${SEED.toLowerCase()}`, {}, 400],
        [`/auth?account=${key('customer')}&memo=x`, {}, 400],
        [`/auth?account=${key('customer')}&memo=99999999999999999999`, {}, 400],
      ]
      for (const [path, init, status] of all) {
        const answered = await ask(path, init)
        expect(answered.status, path).to.equal(status)
        expect(answered.text.toUpperCase(), path).not.to.include(SEED)
      }
    })
  })

  // In a suite of its own: those of the outer one would come first.
  describe('stopping', () => {
    it('answers those who came before, and has written no secret down', async () => {
      const ended = once(service, 'close')
      const signed = signedBy(await challengeOf(key('customer')), 'customer')
      mode = 'is slow'
      expect((await post('/auth', signed)).status).to.equal(200)
      const [code] = (await ended) as [number]
      expect(code).to.equal(0)
      const log = printed.join('\n')
      expect(log)
        .to.match(/^EXAMPLE KEYS/m)
        .and.to.include('"event":"stopped"')
      for (const secret of [SEED, SEED.toLowerCase(), 'eyJ', 'AAAA', 'Bearer', pairOf('helper').secret()])
        expect(log).not.to.include(secret)
    })
  })
})
