/** Connections that end before their answers, whoever ends them: nothing of them may stay. */
import { expect } from 'chai'
import { connect, type Socket } from 'node:net'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { horizon } from '../../../src/app/node/server-source.js'
import { ENDPOINTS } from '../../../src/app/server/endpoints/index.js'
import { handleWith, type Reply, type Task } from '../../../src/app/server/handle.js'
import { NETWORKS } from '../../../src/kernel/model/index.js'
import { localServer } from '../../support/local-server.js'
import { read } from '../../support/repository.js'
import { until } from '../../support/until.js'
import { closeListening, listeningHere, posted, type Caller, type ListeningHere } from './server-here.js'

const OK: Reply = { status: 200, text: '{"formatVersion":1}', outcome: 'x' }

/** A handle that answers when it is told to, and remembers who left. */
const waiting = () => {
  const asked: { readonly task: Task; readonly answer: () => void; readonly hasLeft: () => boolean }[] = []
  const handle = (task: Task, signal?: AbortSignal): Promise<Reply> =>
    new Promise((resolve) => {
      asked.push({ task, answer: () => resolve(OK), hasLeft: () => signal?.aborted === true })
    })
  return { asked, handle }
}

const inFlight = async ({ url }: ListeningHere): Promise<number> =>
  Number(/quorate_in_flight (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1])

/** What somebody says before the connection ends, how many tasks that begins, and whether it stays open. */
const WAYS: readonly (readonly [what: string, bytes: string, begun: number, isOpen: boolean])[] = [
  ['half of a head', 'POST /v1/evaluate HTTP/1.1\r\nhost: he', 0, false],
  ['half of a body', posted('/v1/evaluate', '{', 1000), 0, true],
  [
    'chunks that are none',
    'POST /v1/evaluate HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    0,
    false,
  ],
  ['more than is taken, and not all of it', posted('/v1/evaluate', '{', 99_999_999), 0, false],
  ['a whole request', posted('/v1/evaluate', '{}'), 1, true],
  ['three requests one after the other', posted('/v1/evaluate', '{}').repeat(3), 3, true],
]

describe('callers that leave before the answer', () => {
  afterEach(closeListening)

  for (const [what, bytes, begun, isOpen] of WAYS)
    it(`after ${what}: they count no more, however often`, async () => {
      const { asked, handle } = waiting()
      const server = await listeningHere({ maxInFlight: 4 }, handle)
      const { url, call, close, log } = server
      for (let time = 0; time < 6; time++) {
        const before = asked.length
        const caller = await call()
        caller.say(bytes)
        await until(() => asked.length === before + begun)
        if (isOpen) await until(async () => (await inFlight(server)) > 1)
        caller.leave()
        // This one question is the only one there is.
        await until(async () => (await inFlight(server)) === 1)
        expect(asked.slice(before).every(({ hasLeft }) => hasLeft())).to.equal(true)
      }
      const next = fetch(`${url}/v1/evaluate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      await until(() => asked.length === 6 * begun + 1)
      asked.at(-1)?.answer()
      expect((await next).status).to.equal(200)
      await close()
      if (begun > 0)
        expect(log().match(/"status":499,.*"outcome":"connection-ended"/g)).to.have.length(6 * begun)
    })

  it('and those that stay, and read nothing of their answer, are cut off', async () => {
    const text = JSON.stringify({ formatVersion: 1, text: 'x'.repeat(32 * 1024 * 1024) })
    const server = await listeningHere({}, () => Promise.resolve({ ...OK, text }))
    const { url, close } = server
    server.fastify.server.setTimeout(100)
    const ended: Socket[] = []
    server.fastify.server.on('connection', (one: Socket) =>
      one.once('timeout', () => one.once('close', () => ended.push(one))),
    )
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.pause()
    socket.write(posted('/v1/evaluate', '{}'))
    await until(() => ended.length === 1)
    expect(await inFlight(server)).to.equal(1)
    socket.destroy()
    await close()
    const longer = await listeningHere({ timeLimit: 600_000 })
    expect(longer.fastify.server.timeout).to.equal(610_000)
    await longer.close()
  })

  it('leave nothing behind at a source: the question is withdrawn, and so where its time is over', async () => {
    let open = 0
    const silent = await localServer((_, response) => {
      open += 1
      response.on('close', () => (open -= 1))
    })
    const live = horizon({ url: silent.url, network: NETWORKS.testnet })
    if (E.isLeft(live)) throw new Error(live.left.message)
    const handle = handleWith(ENDPOINTS, {
      ed25519,
      network: O.some(NETWORKS.testnet),
      version: '0.1.0',
      today: () => '2026-03-01',
      now: () => 1_700_000_400n,
      live: () => live.right,
    })
    const bodies = [
      ['/v1/evaluate', { envelope: read('examples/joint/payment.ok.xdr').trim() }],
      [
        '/v1/sep10/verify',
        {
          challenge: read('examples/login/by-disabled-master.challenge').trim(),
          server: 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ',
          homeDomains: ['anchor.example'],
        },
      ],
    ] as const
    for (const timeLimit of [60_000, 50]) {
      const { url, call, close } = await listeningHere({ timeLimit }, handle)
      for (const [path, body] of bodies) {
        if (timeLimit === 50) {
          const late = await fetch(`${url}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
          expect(late.status).to.equal(504)
        } else {
          const caller = await call()
          caller.say(posted(path, JSON.stringify(body)))
          await until(() => open > 0)
          caller.leave()
        }
        await until(() => open === 0)
      }
      await close()
    }
    await silent.close()
  })
})

describe('a server that is told to stop', () => {
  afterEach(closeListening)

  const statusesOf = (caller: Caller): readonly string[] => caller.heard().match(/HTTP\/1\.1 \d+/g) ?? []

  it('answers what was begun before, in one connection too, then one more, and says which is the last', async () => {
    const { asked, handle } = waiting()
    const { call, drain, close, log } = await listeningHere({}, handle)
    const caller = await call()
    caller.say(posted('/v1/evaluate', '{}').repeat(2))
    await until(() => asked.length === 2)
    const cut = drain.drain(60_000)
    caller.say(posted('/v1/evaluate', '{}').repeat(3))
    await until(() => asked.length === 3)
    for (const { answer } of [...asked].reverse()) answer()
    expect(await cut).to.equal(0)
    await caller.closed
    expect(asked).to.have.length(3)
    expect(statusesOf(caller)).to.deep.equal(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 200'])
    const [first = '', second = '', third = ''] = caller.heard().split('HTTP/1.1 200').slice(1)
    expect([first, second, third].map((one) => /connection: close/i.test(one))).to.deep.equal([
      false,
      false,
      true,
    ])
    expect(log()).not.to.include('499')
    await close()
  })

  it('lets nobody new in, and says so to whoever asks', async () => {
    const { asked, handle } = waiting()
    const { url, call, drain, close } = await listeningHere({}, handle)
    const [begun, asking] = [await call(), await call()]
    begun.say(posted('/v1/evaluate', '{}'))
    await until(() => asked.length === 1)
    const cut = drain.drain(60_000)
    asking.say('GET /ready HTTP/1.1\r\nhost: here\r\n\r\n')
    await asking.closed
    expect(asking.heard()).to.match(/^HTTP\/1\.1 503 [^]*"stopping"/)
    expect(asking.heard())
      .to.match(/connection: close/i)
      .and.to.match(/retry-after: 1/i)
    const late = await fetch(`${url}/health`).catch(() => 'nobody')
    expect(late).to.equal('nobody')
    asked[0]?.answer()
    expect(await cut).to.equal(0)
    await begun.closed
    expect(statusesOf(begun)).to.deep.equal(['HTTP/1.1 200'])
    await close()
  })

  it('cuts off what does not end in its time, and says how many', async () => {
    const { asked, handle } = waiting()
    const { call, drain, close, log } = await listeningHere({}, handle)
    const callers = [await call(), await call()]
    for (const caller of callers) caller.say(posted('/v1/evaluate', '{}'))
    await until(() => asked.length === 2)
    expect(await drain.drain(0)).to.equal(2)
    for (const { closed } of callers) await closed
    await until(() => asked.every(({ hasLeft }) => hasLeft()))
    expect(log().match(/"status":499/g)).to.have.length(2)
    await close()
  })
})
