/** The server in this process: every task is answered here, and nothing listens where nothing has to. */
import { connect, type AddressInfo } from 'node:net'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { ENDPOINTS } from '../../../src/app/server/endpoints/index.js'
import { handleWith, type Handle } from '../../../src/app/server/handle.js'
import { makeApp, type App } from '../../../src/app/server/http/app.js'
import { logTo } from '../../../src/app/server/http/log.js'
import { metricsOf } from '../../../src/app/server/http/metrics.js'
import { runnerHere } from '../../../src/app/server/runner.js'
import { BOUNDS, DEFAULT_SETTINGS, type Settings } from '../../../src/app/server/settings.js'
import type { World } from '../../../src/app/server/world.js'

/** A server, and what it logged. */
export interface ServerHere {
  readonly app: FastifyInstance
  readonly log: () => string
  readonly post: (
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>
}

const WORLD: World = {
  ed25519,
  network: O.none,
  version: '0.1.0',
  today: () => '2026-03-01',
  now: () => 1_700_000_000n,
}

interface Made extends App {
  readonly log: () => string
}

const makeHere = async (
  settings: Partial<Settings>,
  handle: Handle,
  mayWait: boolean,
  long?: Handle,
): Promise<Made> => {
  let text = ''
  const log = logTo((more) => {
    text += more
  }, settings.log ?? 'all')
  const all = { ...DEFAULT_SETTINGS, workers: 1, token: O.none, ...settings }
  const runner = runnerHere(handle, mayWait ? all.timeLimit : undefined)
  const app = await makeApp({
    settings: all,
    version: '0.1.0',
    endpoints: ENDPOINTS,
    quick: runner,
    quickBody: BOUNDS.quickBody.given,
    long: long === undefined ? runner : runnerHere(long),
    log,
    metrics: metricsOf(runner.waiting),
  })
  return {
    ...app,
    log: () => {
      log.flush()
      return text
    },
  }
}

/** Makes one. `handle` stands in the place of the programs, where one is given; `long` of those with a thread. */
export const serverHere = async (
  settings: Partial<Settings> = {},
  world: Partial<World> = {},
  handle: Handle = handleWith(ENDPOINTS, { ...WORLD, ...world }),
  long?: Handle,
): Promise<ServerHere> => {
  const { fastify, log } = await makeHere(settings, handle, false, long)
  return {
    app: fastify,
    log,
    post: (path, body, headers = {}) =>
      fastify.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/json', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** A connection that says bytes, and keeps what comes. */
export interface Caller {
  readonly say: (bytes: string) => void
  readonly heard: () => string
  readonly leave: () => void
  readonly closed: Promise<void>
}

/** A server that listens. */
export interface ListeningHere extends Made {
  readonly url: string
  readonly call: () => Promise<Caller>
  readonly close: () => Promise<void>
}

const listening = new Set<ListeningHere>()

/** Closes those that a spec has left open, so that one that fails holds up nobody. */
export const closeListening = async (): Promise<void> => {
  for (const { close } of listening) await close()
}

/** Makes one that listens; its handle may have to wait, and hears of callers who left. */
export const listeningHere = async (
  settings: Partial<Settings> = {},
  handle: Handle = handleWith(ENDPOINTS, WORLD),
): Promise<ListeningHere> => {
  const made = await makeHere(settings, handle, true)
  const { server } = made.fastify
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const here: ListeningHere = {
    ...made,
    url: `http://127.0.0.1:${String(port)}`,
    call: () =>
      new Promise((resolve) => {
        let text = ''
        const socket = connect(port, '127.0.0.1', () => {
          resolve({
            say: (bytes) => void socket.write(bytes),
            heard: () => text,
            leave: () => void socket.destroy(),
            closed,
          })
        })
        const closed = new Promise<void>((over) => void socket.on('close', () => over()))
        socket.on('error', () => undefined)
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      }),
    close: async () => {
      if (!listening.delete(here)) return
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
      await made.fastify.close()
    },
  }
  listening.add(here)
  return here
}

/** A request as it is written. */
export const posted = (path: string, body: string, length = Buffer.byteLength(body)): string =>
  `POST ${path} HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: ${String(length)}\r\n\r\n${body}`
