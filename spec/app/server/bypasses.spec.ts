/**
 * The ways around a login over HTTP: each of the table that the library is held to, with the account told in
 * every way in which the sidecar can hear of it. Not one of them may let anybody else in.
 */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { horizon } from '../../../src/app/node/server-source.js'
import type { LedgerSource } from '../../../src/app/ports.js'
import { AUTHENTICATION_CODES, type ClientAnswer } from '../../../src/edge/sep10/index.js'
import { failure, NETWORKS } from '../../../src/kernel/model/index.js'
import { BYPASSES, MEDIUM, type Bypass } from '../../edge/sep10/bypass-rows.js'
import { challengeText, NOW } from '../../edge/sep10/login.js'
import { horizonJson } from '../../support/build/account-answers.js'
import { key } from '../../support/build/key.js'
import { horizonWire, type WireAnswer } from '../../support/ledger-server.js'
import { localServer, type LocalServer } from '../../support/local-server.js'
import { serverHere, type ServerHere } from './server-here.js'

/** The body of a request, without who the client is. */
const bodyOf = ({ hands, rules = MEDIUM, changes = {} }: Bypass) => ({
  challenge: challengeText(changes, hands),
  network: 'testnet',
  server: key('server').id,
  homeDomains: ['anchor.example'],
  webAuthDomain: 'auth.example',
  now: String(NOW),
  level: String(rules.level).toLowerCase(),
  profile: rules.profile ?? 'strict',
})

const sourceOf = (answer: ClientAnswer): LedgerSource => ({
  name: 'a row',
  find: () => () =>
    Promise.resolve(
      answer._tag === 'NotKnown'
        ? E.left(O.getOrElse(() => failure('source-silent', 'nothing is said'))(answer.because))
        : E.right(answer),
    ),
})

/** What Horizon answers, whoever is asked for: the account, that there is none, or that it cannot tell. */
const wireOf = (answer: ClientAnswer): WireAnswer => {
  switch (answer._tag) {
    case 'Known':
      return horizonWire({ accounts: [answer.account] }, answer.account.id)
    case 'Absent':
      return horizonWire({ accounts: [] }, 'nobody')
    case 'NotKnown':
      return { status: 500, headers: { 'content-type': 'application/json' }, body: '{}' }
  }
}

/** What a request says of the account. */
const givenOf = (answer: ClientAnswer): object =>
  answer._tag === 'Known'
    ? { accounts: [horizonJson(answer.account)] }
    : answer._tag === 'Absent'
      ? { absent: true }
      : {}

interface Answer {
  readonly state: string
  readonly signers: readonly { readonly key: string }[]
  readonly refusal: { readonly code: string } | null
}

/** A ledger cannot hold these, so that there is no telling of them. */
const isUnheard = ({ answer }: Bypass): boolean => {
  if (answer._tag !== 'Known') return false
  const { id, signers } = answer.account
  const keys = [id as string, ...signers.map((one) => one.key.strkey)]
  return new Set(keys).size < keys.length
}

/** What comes of a row over HTTP; an account that is told under another name is not known here. */
const expectedOf = (row: Bypass): string => (row.is === 'other-account' ? 'account-not-known' : row.is)

const CODES = Object.keys(AUTHENTICATION_CODES)

const expectAnswer = (answer: Answer, is: string): void => {
  if (CODES.includes(is)) {
    expect(answer.refusal?.code).to.equal(is)
    expect(answer.state).to.equal(is === 'account-not-known' ? 'not-known' : 'refused')
    expect(answer.signers).to.deep.equal([])
  } else {
    expect(answer.state).to.equal('authenticated')
    expect(answer.signers.map((one) => one.key)).to.have.members(is.split(' ').map((who) => key(who).id))
  }
}

describe('logins over HTTP: bypasses', () => {
  let [server, asking]: [ServerHere, ServerHere] = [] as never
  let ledger: LocalServer
  let told: Bypass['answer']
  let live: LedgerSource

  before(async () => {
    ledger = await localServer(({ path }, response) => {
      const { status, headers, body } =
        path === '/'
          ? {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ network_passphrase: NETWORKS.testnet.passphrase }),
            }
          : wireOf(told)
      response.writeHead(status, headers).end(body)
    })
    server = await serverHere()
    asking = await serverHere({}, { live: () => live })
  })

  after(() => ledger.close())

  const ask = async (of: ServerHere, body: object): Promise<Answer> => {
    const response = await of.post('/v1/sep10/verify', body)
    expect(response.statusCode, response.body).to.equal(200)
    return response.json<Answer>()
  }

  for (const row of BYPASSES) {
    const { name, answer, is } = row

    if (is === 'bad-level') {
      it(`${name}: it cannot be said`, async () => {
        const response = await server.post('/v1/sep10/verify', { ...bodyOf(row), ...givenOf(answer) })
        expect(response.statusCode, response.body).to.equal(400)
        expect(response.body).to.include('"bad-level"')
      })
      continue
    }

    it(`${name}: ${expectedOf(row)}`, async () => {
      live = sourceOf(answer)
      expectAnswer(await ask(asking, bodyOf(row)), expectedOf(row))
    })

    it(`${name}, as Horizon tells it: ${isUnheard(row) ? 'account-not-known' : expectedOf(row)}`, async () => {
      const made = horizon({ url: ledger.url, network: NETWORKS.testnet, retry: { attempts: 1 } })
      if (E.isLeft(made)) throw new Error(made.left.message)
      live = made.right
      told = answer
      expectAnswer(await ask(asking, bodyOf(row)), isUnheard(row) ? 'account-not-known' : expectedOf(row))
    })

    it(`${name}, as a request tells it: ${isUnheard(row) ? 'it cannot be said' : expectedOf(row)}`, async () => {
      const body = { ...bodyOf(row), ...givenOf(answer) }
      if (isUnheard(row)) expect((await server.post('/v1/sep10/verify', body)).statusCode).to.equal(400)
      else expectAnswer(await ask(server, body), expectedOf(row))
    })
  }
})
