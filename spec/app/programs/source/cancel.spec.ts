/** Whoever asks can stop waiting at any moment: over real sockets, and of sources that do not hear it. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../../src/app/node/ed25519.js'
import { nodeFiles } from '../../../../src/app/node/files.js'
import { horizon, stellarRpc, type ServerSourceOptions } from '../../../../src/app/node/server-source.js'
import type { LedgerSource, Ports } from '../../../../src/app/ports.js'
import { evaluateEnvelope } from '../../../../src/app/programs/evaluate.js'
import { verifyChallenge } from '../../../../src/app/programs/sep10.js'
import { simulateEnvelopes } from '../../../../src/app/programs/simulate.js'
import { trimEnvelopes } from '../../../../src/app/programs/trim.js'
import { fetchView } from '../../../../src/app/programs/source/fetch-view.js'
import { liveView } from '../../../../src/app/programs/source/live-view.js'
import type { AsOf } from '../../../../src/edge/report/as-of.js'
import { simulationJson, trimmingJson, type Json } from '../../../../src/edge/report/index.js'
import { evaluationJson } from '../../../../src/edge/report/json.js'
import {
  EMPTY_VIEW,
  lookup,
  NETWORKS,
  type AccountId,
  type LedgerView,
} from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'
import { key } from '../../../support/build/key.js'
import { envelope } from '../../../support/build/envelope.js'
import { payment } from '../../../support/build/operation.js'
import { callIn, horizonWire, rpcWire, type WireAnswer } from '../../../support/ledger-server.js'
import { localServer, type Answer, type Asked } from '../../../support/local-server.js'
import { until } from '../../../support/until.js'

const JOINT = account({ of: 'joint' })
const IDS: readonly AccountId[] = [JOINT.id, key('other').id]

type Protocol = 'horizon' | 'rpc'
const ADAPTERS = { horizon, rpc: stellarRpc } as const

/** So long that what hangs is noticed. */
const PATIENT = { attempts: 9, attemptMs: 60_000, totalMs: 60_000 }

const wireOf = (protocol: Protocol, asked: Asked): WireAnswer =>
  protocol === 'rpc'
    ? rpcWire({ accounts: [JOINT] }, asked)
    : asked.path === '/'
      ? {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ network_passphrase: NETWORKS.testnet.passphrase }),
        }
      : horizonWire({ accounts: [JOINT] }, asked.path.replace('/accounts/', ''))

const isAboutNetwork = (protocol: Protocol, asked: Asked): boolean =>
  protocol === 'rpc' ? callIn(asked).method === 'getNetwork' : asked.path === '/'

/** Where the question is when it is withdrawn. */
interface Moment {
  readonly name: string
  readonly options?: Partial<ServerSourceOptions>
  /** What the server does with a question; true where it is the moment. */
  readonly play: (protocol: Protocol, ...asked: Parameters<Answer>) => boolean
}

const MOMENTS: readonly Moment[] = [
  { name: 'nothing has come', play: () => true },
  {
    name: 'half of a body has come',
    play: (protocol, asked, response) => {
      const { status, headers, body } = wireOf(protocol, asked)
      response.writeHead(status, headers).write(body.slice(0, 20))
      return true
    },
  },
  {
    name: 'it waits to ask again',
    options: { retry: { ...PATIENT, baseMs: 50_000, longestMs: 50_000 } },
    play: (_, _asked, response) => {
      response.writeHead(503, { 'retry-after': '1' }).end()
      return true
    },
  },
  { name: 'others are before it', options: { atOnce: 1 }, play: () => true },
  {
    name: 'its network has not been said',
    options: { network: NETWORKS.testnet },
    play: (protocol, asked, response) => {
      if (isAboutNetwork(protocol, asked)) return true
      const { status, headers, body } = wireOf(protocol, asked)
      response.writeHead(status, headers).end(body)
      return false
    },
  },
]

const codesOf = ({ failures }: AsOf): readonly string[] => [...failures.values()].map(({ code }) => code)

const tagsOf = (view: LedgerView): readonly string[] => IDS.map((id) => lookup(view)(id)._tag)

/** Timers and sockets of this process. */
const held = (): number =>
  process.getActiveResourcesInfo().filter((one) => one === 'Timeout' || one.startsWith('TCP')).length

describe('source: withdrawn', () => {
  for (const protocol of ['horizon', 'rpc'] as const)
    for (const { name, options, play } of MOMENTS)
      it(`${protocol}, when ${name}: source-cancelled, and nothing is left open`, async () => {
        // The timer of this very spec is one of them, and comes after its first step.
        await Promise.resolve()
        const before = held()
        const caller = new AbortController()
        let [open, isReached] = [0, false]
        const server = await localServer((asked, response) => {
          open += 1
          response.on('close', () => (open -= 1))
          isReached = play(protocol, asked, response) || isReached
        })
        const made = ADAPTERS[protocol]({ network: 'unchecked', url: server.url, retry: PATIENT, ...options })
        if (E.isLeft(made)) throw new Error(made.left.message)
        const asking = fetchView(made.right)(IDS, caller.signal)()
        await until(() => isReached)
        caller.abort()
        const { view, asOf } = await asking
        expect(codesOf(asOf)).to.deep.equal(['source-cancelled', 'source-cancelled'])
        expect(tagsOf(view)).to.deep.equal(['NotFetched', 'NotFetched'])
        // The server sees that nobody waits any more.
        await until(() => open === 0)
        await server.close()
        await until(() => held() <= before)
      })

  it('before it is asked: nobody is', async () => {
    let asked = 0
    const counting: LedgerSource = {
      name: 'counting',
      find: () => () => {
        asked += 1
        return Promise.resolve(E.right({ _tag: 'Known', account: JOINT, ledger: O.none }))
      },
    }
    const { asOf } = await fetchView(counting)(IDS, AbortSignal.abort())()
    expect(codesOf(asOf)).to.deep.equal(['source-cancelled', 'source-cancelled'])
    expect(asked).to.equal(0)
  })

  it('one who leaves takes nothing from another', async () => {
    const leaving = new AbortController()
    const server = await localServer((asked, response) => {
      leaving.abort()
      const { status, headers, body } = horizonWire(
        { accounts: [JOINT] },
        asked.path.replace('/accounts/', ''),
      )
      response.writeHead(status, headers).end(body)
    })
    const made = horizon({ url: server.url, network: 'unchecked', retry: PATIENT })
    if (E.isLeft(made)) throw new Error(made.left.message)
    const [left, stayed] = await Promise.all([
      fetchView(made.right)([JOINT.id], leaving.signal)(),
      fetchView(made.right)([JOINT.id], new AbortController().signal)(),
    ])
    await server.close()
    expect(codesOf(left.asOf)).to.deep.equal(['source-cancelled'])
    expect(codesOf(stayed.asOf)).to.deep.equal([])
  })
})

/** A source that never answers, and hears nothing. */
const deaf = (reached: () => void, but?: AccountId): LedgerSource => ({
  name: 'deaf',
  find: (id) => () => {
    if (id === but) return Promise.resolve(E.right({ _tag: 'Known', account: sponsored, ledger: O.none }))
    reached()
    return new Promise(() => undefined)
  },
})

const sponsored = {
  ...account({ of: 'joint', signers: [['bilal', 1]] }),
  signers: account({ of: 'joint', signers: [['bilal', 1]] }).signers.map((one) => ({
    ...one,
    sponsor: O.some(key('sponsor').id),
  })),
}

const PORTS: Ports = { files: nodeFiles(), ed25519 }
const TESTNET = O.some(NETWORKS.testnet)

const QUESTION = {
  envelopes: ['examples/joint/payment.ok.xdr'],
  accounts: [],
  network: TESTNET,
  protocol: 27,
  closedWorld: false,
} as const

const CHALLENGE = {
  challenge: 'examples/login/by-disabled-master.challenge',
  accounts: [],
  network: TESTNET,
  server: 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ',
  homeDomains: ['anchor.example'],
  webAuthDomain: O.none,
  level: 'Medium',
  profile: 'literal',
  now: 1_700_000_400n,
  grace: 300n,
} as const

interface Given {
  readonly live: () => LedgerSource
  readonly signal: AbortSignal
}

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** The one word of an answer. */
const wordOf = (json: Json, member: string): string =>
  JSON.stringify((json as Readonly<Record<string, Json>>)[member])

const PROGRAMS: readonly (readonly [name: string, run: (given: Given) => Promise<string>, says: string])[] = [
  [
    'an envelope',
    async (given) => {
      const request = { ...QUESTION, ...given, envelope: QUESTION.envelopes[0], phase: 'validate' } as const
      return wordOf(evaluationJson(right(await evaluateEnvelope(PORTS)(request)())), 'verdict')
    },
    '"undetermined"',
  ],
  [
    'a trimming',
    async (given) => {
      const options = { keep: 'needed', correctHints: false, allowInner: false } as const
      const request = { ...QUESTION, ...given, options, prefer: [] }
      return wordOf(trimmingJson(right(await trimEnvelopes(PORTS)(request)())), 'state')
    },
    '"undetermined"',
  ],
  [
    'a simulation',
    async (given) => {
      const request = { ...QUESTION, ...given, ledger: O.none, closeTime: O.none, fails: [] }
      return wordOf(simulationJson(right(await simulateEnvelopes(PORTS)(request)())), 'outcome')
    },
    '"undetermined"',
  ],
  [
    'a login',
    async (given) => {
      const { outcome } = right(await verifyChallenge(PORTS)({ ...CHALLENGE, ...given })())
      return E.isLeft(outcome) ? outcome.left.code : 'authenticated'
    },
    'account-not-known',
  ],
]

describe('questions that are withdrawn from a source that does not hear it', () => {
  for (const [name, run, says] of PROGRAMS)
    it(`${name}: ${says}`, async () => {
      const caller = new AbortController()
      const source = deaf(() => setImmediate(() => caller.abort()))
      expect(await run({ live: () => source, signal: caller.signal })).to.equal(says)
    })

  it('a login by a source that throws is no login', async () => {
    const throwing: LedgerSource = { name: 'thrown', find: () => () => Promise.reject(new Error('down')) }
    const { outcome } = right(await verifyChallenge(PORTS)({ ...CHALLENGE, live: () => throwing })())
    expect(E.isLeft(outcome) && outcome.left.code).to.equal('account-not-known')
  })

  it('whoever pays reserves is not waited for either', async () => {
    const caller = new AbortController()
    const asked = envelope({ source: 'joint', operations: [payment('joint')] })
    const source = deaf(() => setImmediate(() => caller.abort()), key('joint').id)
    const { view, asOf } = await liveView(source, EMPTY_VIEW)([asked], 'simulate', caller.signal)()
    expect(lookup(view)(key('joint').id)._tag).to.equal('Known')
    expect([...asOf.failures]).to.have.length(1)
    expect(asOf.failures.get(key('sponsor').id)?.code).to.equal('source-cancelled')
  })
})
