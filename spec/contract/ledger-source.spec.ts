import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../src/app/node/ed25519.js'
import { nodeFiles } from '../../src/app/node/files.js'
import { horizon, stellarRpc, type ServerSourceOptions } from '../../src/app/node/server-source.js'
import type { LedgerSource } from '../../src/app/ports.js'
import { fetchView } from '../../src/app/programs/source/fetch-view.js'
import { fileSource } from '../../src/app/programs/source/file-source.js'
import { memorySource } from '../../src/app/programs/source/memory-source.js'
import { readHorizonAccount } from '../../src/edge/source/index.js'
import { accountLedgerKey, decodeAccount } from '../../src/edge/xdr/index.js'
import { evaluate, type Judge } from '../../src/kernel/engine/index.js'
import type { Account, AccountId, Failure, LedgerView } from '../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../src/kernel/protocol/index.js'
import { proveWith } from '../../src/kernel/signature/index.js'
import { account, world } from '../support/build/account.js'
import { dataOfEntry } from '../support/build/account-answers.js'
import { envelope } from '../support/build/envelope.js'
import { key } from '../support/build/key.js'
import { createAccount, payment } from '../support/build/operation.js'
import { by } from '../support/build/signature.js'
import { callIn } from '../support/ledger-server.js'
import { localServer, type LocalServer } from '../support/local-server.js'
import { loadVectors } from '../support/vectors.js'
import { FAULTS, JOINT, rightAnswer, type Fault, type Outcome, type Protocol } from './ledger-source.js'

const PROTOCOLS: readonly Protocol[] = ['horizon', 'rpc']
const ADAPTERS = { horizon, rpc: stellarRpc } as const

/** So much that a loaded machine does not come late with an answer that is there. */
const RETRY = { attempts: 3, attemptMs: 8_000, totalMs: 16_000, baseMs: 5, longestMs: 10 }

/** So little that what never comes can be waited for. */
const SHORT_RETRY = { ...RETRY, attemptMs: 200, totalMs: 800 }

const retryOf = (fault: Fault, protocol: Protocol): typeof RETRY =>
  stated(fault, protocol) === 'source-timeout' ? SHORT_RETRY : RETRY

/** A loaded machine may be late; a hang is later. */
const GRACE_MS = 5_000

const sourceAt = (protocol: Protocol, url: string, more: Partial<ServerSourceOptions> = {}): LedgerSource => {
  const source = ADAPTERS[protocol]({ url, network: 'unchecked', retry: RETRY, ...more })
  if (E.isLeft(source)) throw new Error(source.left.message)
  return source.right
}

const JUDGE: Judge = { protocol: DEFAULT_PROTOCOL, phase: 'validate', prove: proveWith(ed25519()) }

/**
 * What a loader that takes every error for «there is no such account» would let through: the account is
 * created by the first operation, so that its own key, which is switched off, would do for the second.
 */
const TRAP = envelope({
  source: 'founder',
  operations: [createAccount('joint', 'founder'), payment('founder', 'joint')],
  signatures: [by('founder'), by('joint')],
})

const verdictWith = (fetched: LedgerView): string => {
  const founder = world(account({ of: 'founder' }))
  const view = { accounts: new Map([...founder.accounts, ...fetched.accounts]), closedWorld: false }
  return evaluate(JUDGE)(view)(TRAP)._tag
}

interface Ran {
  readonly outcome: string
  readonly verdict: string
  readonly asked: number
  readonly tookMs: number
  readonly failures: readonly Failure[]
}

/** The outcome that the table states. */
const stated = (fault: Fault, protocol: Protocol): Outcome | undefined => fault[protocol]

const CASES = FAULTS.flatMap((fault, index) =>
  PROTOCOLS.flatMap((protocol) =>
    stated(fault, protocol) === undefined ? [] : [{ fault, protocol, path: `/${String(index)}/${protocol}` }],
  ),
)

const AT_ONCE = 12

const inTurn = async <A>(items: readonly A[], run: (item: A) => Promise<void>): Promise<void> => {
  const left = [...items]
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

describe('contract: sources over HTTP', () => {
  const paths: string[] = []
  const ran = new Map<string, Ran>()
  let server: LocalServer

  before(async () => {
    server = await localServer((asked, response) => {
      const here = CASES.find(({ path }) => asked.path.startsWith(path))
      if (here === undefined) {
        paths.push(asked.path)
        response.writeHead(200).end()
        return
      }
      const before = paths.filter((path) => path === here.path).length
      paths.push(here.path)
      here.fault.play({
        protocol: here.protocol,
        asked,
        right: rightAnswer(here.protocol, asked),
        response,
        before,
      })
    })
    await inTurn(CASES, async ({ fault, protocol, path }) => {
      const source = sourceAt(protocol, `${server.url}${path}`, { retry: retryOf(fault, protocol) })
      const from = performance.now()
      const { view, asOf } = await fetchView(source)([JOINT.id])()
      const failed = asOf.failures.get(JOINT.id)
      const known = view.accounts.get(JOINT.id)?._tag
      ran.set(path, {
        outcome: failed?.code ?? (known === 'Known' ? 'known' : 'absent'),
        verdict: verdictWith(view),
        asked: paths.filter((one) => one === path).length,
        tookMs: performance.now() - from,
        failures: [...asOf.failures.values()],
      })
    })
  })

  after(() => server.close())

  for (const { fault, protocol, path } of CASES)
    it(`${protocol}: ${fault.what}`, () => {
      const one = ran.get(path)
      if (one === undefined) throw new Error('it was not run')
      expect(one.outcome).to.equal(stated(fault, protocol))
      expect(one.verdict).to.equal({ known: 'Rejected', absent: 'Authorized' }[one.outcome] ?? 'Undetermined')
      // Where time runs out, how often it was asked is up to the machine.
      const least = fault.isAskedAgain === true && one.outcome !== 'source-timeout' ? 2 : 1
      expect(one.asked).to.be.within(least, fault.isAskedAgain === true ? RETRY.attempts : 1)
      expect(one.tookMs).to.be.below(retryOf(fault, protocol).totalMs + GRACE_MS)
    })

  it('follows nothing, and asks nobody else', () => {
    expect(paths.filter((path) => !CASES.some((one) => one.path === path))).to.deep.equal([])
  })

  it('names the source in every failure, and where a redirect led without its secrets', () => {
    const failures = [...ran.values()].flatMap((one) => one.failures)
    for (const { subject } of failures)
      expect(O.toUndefined(subject)).to.match(/^(Horizon|Stellar RPC) at http:\/\/127\.0\.0\.1:\d+$/)
    const told = failures.map(({ message }) => message).join('\n')
    expect(told).to.include('redirected (302) to `https://elsewhere.example.org`')
    expect(told).not.to.match(/secret|user:/)
  })

  it('has a row where the trap is authorized: an account that does not exist', () => {
    expect(
      [...ran.values()].filter((one) => one.verdict === 'Authorized').map((one) => one.outcome),
    ).to.deep.equal(['absent', 'absent'])
  })
})

describe('contract: a server that is not there', () => {
  for (const protocol of PROTOCOLS)
    it(`${protocol}: nobody listens`, async () => {
      const gone = await localServer(() => undefined)
      await gone.close()
      const told = await sourceAt(protocol, gone.url).find(JOINT.id)()
      expect(E.isLeft(told) && [told.left.code, told.left.message]).to.deep.equal([
        'source-unreachable',
        'there is no answer: nobody listens there',
      ])
    })
})

interface HorizonRow {
  readonly account_id: string
  readonly signers: readonly { readonly key: string }[]
  readonly allKeysValid: boolean
}

interface CoreRow {
  readonly accounts: readonly string[]
}

const rightOf = <A>(found: E.Either<unknown, A>): A => {
  if (E.isLeft(found)) throw new Error('a recorded account can be read')
  return found.right
}

/** Recorded accounts that can be read at all, by their address. */
const recordedInHorizon = (): ReadonlyMap<AccountId, { readonly json: string; readonly account: Account }> =>
  new Map(
    loadVectors<HorizonRow>('horizon-accounts').flatMap((row) => {
      const read = readHorizonAccount(row)
      return E.isLeft(read) ? [] : [[read.right.id, { json: JSON.stringify(row), account: read.right }]]
    }),
  )

const recordedEntries = (): ReadonlyMap<string, { readonly entry: string; readonly account: Account }> =>
  new Map(
    loadVectors<CoreRow>('core-verdicts')
      .slice(0, 150)
      .flatMap(({ accounts }) => accounts)
      .map((entry) => {
        const read = rightOf(decodeAccount(entry))
        return [accountLedgerKey(read.id), { entry, account: read }] as const
      }),
  )

const accountsIn = (view: LedgerView): readonly Account[] =>
  [...view.accounts.values()].flatMap((one) => (one._tag === 'Known' ? [one.account] : []))

describe('contract: recorded accounts', () => {
  it('come out of Horizon as they were recorded', async () => {
    const recorded = recordedInHorizon()
    const server = await localServer(({ path }, response) => {
      const id = path.replace('/accounts/', '') as AccountId
      response.writeHead(200, { 'content-type': 'application/hal+json', 'latest-ledger': '51000294' })
      response.end(recorded.get(id)?.json)
    })
    const { view, asOf } = await fetchView(sourceAt('horizon', server.url))([...recorded.keys()])()
    await server.close()
    expect(recorded.size).to.be.above(20)
    expect([...asOf.failures.values()]).to.deep.equal([])
    expect(accountsIn(view)).to.deep.equal([...recorded.values()].map((one) => one.account))
    expect(asOf.ledgers).to.deep.equal(O.some({ first: 51000294, last: 51000294 }))
  })

  it('come out of Stellar RPC as they were recorded, 200 a request, and one that is broken alone is', async () => {
    const recorded = recordedEntries()
    const sizes: number[] = []
    const broken = [...recorded.keys()][3]
    const server = await localServer((asked, response) => {
      const { id, params } = callIn(asked)
      const keys = params?.keys ?? []
      sizes.push(keys.length)
      const entries = keys.map((one) => ({
        key: one,
        xdr: one === broken ? 'AAAA' : dataOfEntry(recorded.get(one)?.entry ?? ''),
      }))
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ jsonrpc: '2.0', id, result: { entries, latestLedger: 7 + sizes.length } }),
      )
    })
    const accounts = [...recorded.values()].map((one) => one.account)
    const source = sourceAt('rpc', server.url)
    const { view, asOf } = await fetchView(source)(accounts.map(({ id }) => id))()
    await server.close()
    expect(accounts.length).to.be.within(201, 400)
    expect(sizes).to.deep.equal([200, accounts.length - 200])
    expect([...asOf.failures.values()].map(({ code }) => code)).to.deep.equal(['source-malformed'])
    expect(accountsIn(view)).to.deep.equal(accounts.filter((_, index) => index !== 3))
    expect(asOf.ledgers).to.deep.equal(O.some({ first: 8, last: 9 }))
  })
})

describe('contract: sources without a server', () => {
  const absent = key('nobody').id
  const memory = memorySource({ accounts: [JOINT], absent: [absent], ledger: 9 })
  const file = fileSource(nodeFiles())({ paths: ['examples/horizon/joint.json'] })

  it('memory: known, absent, and nothing said of others', async () => {
    const stranger = key('stranger').id
    const { view, asOf } = await fetchView(memory)([JOINT.id, absent, stranger, JOINT.id])()
    expect([...view.accounts].map(([id, { _tag }]) => [id, _tag])).to.have.deep.members([
      [JOINT.id, 'Known'],
      [absent, 'Absent'],
      [stranger, 'NotFetched'],
    ])
    expect(asOf.asked).to.equal(3)
    expect(asOf.failures.get(stranger)?.code).to.equal('source-silent')
    expect(verdictWith(view)).to.equal('Rejected')
  })

  it('file: known where it is described, and nothing said of others, unless the world is closed', async () => {
    const text = await file.find(JOINT.id)()
    expect(E.isLeft(text) && text.left.code).to.equal('source-silent')
    const closed = fileSource(nodeFiles())({ paths: ['examples/horizon/joint.json'], closedWorld: true })
    expect(rightOf(await closed.find(JOINT.id)())._tag).to.equal('Absent')
    const missing = await fileSource(nodeFiles())({ paths: ['no/such/file'] }).find(JOINT.id)()
    expect(E.isLeft(missing) && missing.left.code).to.equal('file-not-found')
  })

  it('a source that throws, or answers for another account, has failed', async () => {
    const throwing: LedgerSource = {
      name: 'broken',
      find: () => () => Promise.reject(new Error('https://user:secret@host')),
    }
    const mixed: LedgerSource = { name: 'mixed', find: () => memory.find(JOINT.id) }
    for (const [source, code] of [
      [throwing, 'source-unreachable'],
      [mixed, 'source-wrong-account'],
    ] as const) {
      const { view, asOf } = await fetchView(source)([absent])()
      expect(asOf.failures.get(absent)?.code).to.equal(code)
      expect(JSON.stringify([...asOf.failures.values()])).not.to.include('secret')
      expect(view.accounts.get(absent)?._tag).to.equal('NotFetched')
    }
  })
})
