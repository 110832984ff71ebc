/** Starting the server, and stopping it. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { ed25519 } from '../node/index.js'
import { ENDPOINTS } from './endpoints/index.js'
import { handleWith } from './handle.js'
import { makeApp } from './http/app.js'
import { logTo } from './http/log.js'
import { metricsOf } from './http/metrics.js'
import { makeWorld, type WorldSettings } from './make-world.js'
import { poolOf } from './pool.js'
import { runnerHere } from './runner.js'
import { BOUNDS, type Settings } from './settings.js'

/** What to serve. */
export interface ServeRequest {
  readonly settings: Settings
  readonly world: WorldSettings
  /** Where the lines of the log go. */
  readonly write: (text: string) => void
  /** The file that threads are started with, where it is not beside this one. */
  readonly workerFile?: URL
}

/** A server that listens. */
export interface Serving {
  readonly url: string
  /** Resolves with the number of requests that had to be cut off. */
  readonly stop: () => Promise<number>
}

/**
 * Listens at one address, and tells which. Not by fastify, which for `localhost` listens at several, of which
 * only one could be stopped without losing a request, and which tells 127.0.0.1 for all addresses.
 */
const listen = (server: Server, { host, port }: Settings): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      const at = server.address() as AddressInfo
      const shown = at.family === 'IPv6' ? `[${at.address}]` : at.address
      resolve(`http://${shown}:${String(at.port)}`)
    })
  })

/** Starts; rejects where it cannot listen, and where no backend passes the self-test. */
export const serve = async ({
  settings,
  world,
  write,
  workerFile = new URL('./worker.js', import.meta.url),
}: ServeRequest): Promise<Serving> => {
  const log = logTo(write, settings.log)
  // Asked now: a server without a backend that passes the self-test must not start.
  const backend = ed25519().name
  const { version } = world
  const here = makeWorld(world)
  const isAsking = here.live !== undefined
  const long = poolOf(() => new Worker(workerFile, { workerData: world }), {
    size: settings.workers,
    timeLimit: settings.timeLimit,
    queue: settings.maxInFlight,
  })
  const app = await makeApp({
    settings,
    version,
    endpoints: ENDPOINTS,
    quick: runnerHere(handleWith(ENDPOINTS, here), isAsking ? settings.timeLimit : undefined),
    quickBody: isAsking ? BOUNDS.quickBody.fetched : BOUNDS.quickBody.given,
    long,
    log,
    metrics: metricsOf(long.waiting),
  })
  const url = await listen(app.fastify.server, settings)
  log.event('listening', { url, backend, version })
  return {
    url,
    stop: async () => {
      log.event('stopping')
      const cut = await app.drain.drain(settings.drainTime)
      await long.close()
      await app.fastify.close()
      log.event('stopped', { cut })
      return cut
    },
  }
}
