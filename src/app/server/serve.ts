/** Starting the server, and stopping it. */
import * as O from 'fp-ts/lib/Option.js'
import { Worker } from 'node:worker_threads'
import type { Network } from '../../kernel/model/index.js'
import { ed25519 } from '../node/index.js'
import { ENDPOINTS } from './endpoints/index.js'
import { handleWith } from './handle.js'
import { makeApp } from './http/app.js'
import { logTo } from './http/log.js'
import { metricsOf } from './http/metrics.js'
import { poolOf, type WorkerSettings } from './pool.js'
import { runnerHere } from './runner.js'
import type { Settings } from './settings.js'
import { today } from './today.js'

/** What to serve. */
export interface ServeRequest {
  readonly settings: Settings
  readonly network: O.Option<Network>
  readonly version: string
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

/** Starts; rejects where it cannot listen, and where no backend passes the self-test. */
export const serve = async ({
  settings,
  network,
  version,
  write,
  workerFile = new URL('./worker.js', import.meta.url),
}: ServeRequest): Promise<Serving> => {
  const log = logTo(write, settings.log)
  // Asked now: a server without a backend that passes the self-test must not start.
  const backend = ed25519().name
  const handle = handleWith(ENDPOINTS, { ed25519, network, version, today })
  const workerData: WorkerSettings = {
    passphrase: O.isSome(network) ? network.value.passphrase : undefined,
    version,
  }
  const long = poolOf(() => new Worker(workerFile, { workerData }), {
    size: settings.workers,
    timeLimit: settings.timeLimit,
    queue: settings.maxInFlight,
  })
  const app = await makeApp({
    settings,
    version,
    endpoints: ENDPOINTS,
    quick: runnerHere(handle),
    long,
    log,
    metrics: metricsOf(long.waiting),
  })
  const url = await app.fastify.listen({ host: settings.host, port: settings.port })
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
