import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { LedgerSource } from '../../../src/app/ports.js'
import { memorySource } from '../../../src/app/programs/source/memory-source.js'
import { makeWorld } from '../../../src/app/server/make-world.js'
import { readAccountSource } from '../../../src/edge/source/index.js'
import { failure, NETWORKS } from '../../../src/kernel/model/index.js'
import { horizonWire } from '../../support/ledger-server.js'
import { localServer } from '../../support/local-server.js'
import { read } from '../../support/repository.js'
import { serverHere, type ServerHere } from './server-here.js'

const accountsIn = (file: string) => {
  const source = readAccountSource(read(file), file)
  if (E.isLeft(source)) throw new Error(file)
  return source.right.accounts
}

const failing = (code: string): LedgerSource => ({
  name: 'failing',
  find: () => () => Promise.resolve(E.left(failure(code, 'no answer'))),
})

const ENVELOPE = read('examples/joint/payment.ok.xdr').trim()
const JOINT = accountsIn('examples/joint/account.quorate.yaml')
const LOGIN = accountsIn('examples/login/account.quorate.yaml')

const CODES = [
  'source-unreachable',
  'source-timeout',
  'source-cancelled',
  'source-refused',
  'source-malformed',
  'source-wrong-account',
  'source-other-network',
  'source-silent',
]

describe('a server that asks a source', () => {
  let server: ServerHere
  let asked: LedgerSource

  before(async () => {
    server = await serverHere({}, { live: () => asked, network: O.some(NETWORKS.testnet) })
  })

  const ask = async (
    live: LedgerSource,
    path: string,
    body: object,
  ): Promise<Readonly<Record<string, unknown>>> => {
    asked = live
    const answer = await server.post(path, body)
    expect(answer.statusCode, answer.body).to.equal(200)
    return answer.json()
  }

  const CHALLENGE = {
    server: 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ',
    homeDomains: ['anchor.example'],
    now: '2023-11-14T22:20:00Z',
  }
  const challenge = (name: string) => ({
    ...CHALLENGE,
    challenge: read(`examples/login/${name}.challenge`).trim(),
  })

  it('decides by what the source says, as of its ledger', async () => {
    const known = memorySource({ accounts: [...JOINT, ...LOGIN], ledger: 77 })
    const evaluated = await ask(known, '/v1/evaluate', { envelope: ENVELOPE })
    expect(evaluated['verdict']).to.equal('authorized')
    expect(JSON.stringify(evaluated)).to.include('77')
    expect((await ask(known, '/v1/sep10/verify', challenge('by-ann')))['state']).to.equal('authenticated')
  })

  it('that fails, whatever the reason, is no yes: not for an envelope, and not for a login', async () => {
    for (const code of CODES) {
      const live = failing(code)
      expect((await ask(live, '/v1/evaluate', { envelope: ENVELOPE }))['verdict'], code).to.equal(
        'undetermined',
      )
      expect((await ask(live, '/v1/trim', { envelope: ENVELOPE }))['state'], code).to.equal('undetermined')
      expect((await ask(live, '/v1/simulate', { envelopes: [ENVELOPE] }))['outcome'], code).to.equal(
        'undetermined',
      )
      for (const name of ['by-ann', 'by-disabled-master', 'by-stranger'])
        expect((await ask(live, '/v1/sep10/verify', challenge(name)))['state'], code).to.equal('not-known')
    }
  })

  it('a disabled master key logs in nowhere, also where medium is 0', async () => {
    for (const name of ['by-disabled-master', 'unsigned', 'by-ann-twice', 'by-stranger']) {
      const answer = await ask(memorySource({ accounts: LOGIN }), '/v1/sep10/verify', challenge(name))
      expect(answer['state'], name).to.equal('refused')
    }
  })

  it('holds it to the network of each request, over few connections however many are named', async () => {
    const ports = new Set<number | undefined>()
    const ledger = await localServer(({ path }, response) => {
      ports.add(response.socket?.remotePort)
      const { status, headers, body } =
        path === '/'
          ? {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ network_passphrase: NETWORKS.testnet.passphrase }),
            }
          : horizonWire({ accounts: JOINT }, path.replace('/accounts/', ''))
      response.writeHead(status, headers).end(body)
    })
    const { live } = makeWorld({
      passphrase: undefined,
      version: '0.1.0',
      horizon: ledger.url,
      rpc: undefined,
    })
    if (live === undefined) throw new Error('it has a source')
    const verdicts = new Set<unknown>()
    for (let count = 0; count < 40; count++) {
      const network = { passphrase: `network ${String(count)}` }
      verdicts.add(
        (await ask(live(network), '/v1/evaluate', { envelope: ENVELOPE, network: 'testnet' }))['verdict'],
      )
    }
    const right = await ask(live(NETWORKS.testnet), '/v1/evaluate', {
      envelope: ENVELOPE,
      network: 'testnet',
    })
    await ledger.close()
    expect([...verdicts]).to.deep.equal(['undetermined'])
    expect(right['verdict']).to.equal('authorized')
    expect(ports.size).to.be.at.most(8)
  })

  it('asks nobody about a closed world, and not beyond what is given', async () => {
    const known = memorySource({ accounts: JOINT })
    const closed = await ask(known, '/v1/evaluate', { envelope: ENVELOPE, closedWorld: true })
    expect(closed['verdict']).to.equal('rejected')
    const given = await ask(failing('source-timeout'), '/v1/evaluate', {
      envelope: ENVELOPE,
      accounts: [read('examples/joint/account.quorate.yaml')],
    })
    expect(given['verdict']).to.equal('authorized')
  })
})
