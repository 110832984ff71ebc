/** The server in this process: nothing listens, and every task is answered here. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { ENDPOINTS } from '../../../src/app/server/endpoints/index.js'
import { handleWith, type Handle } from '../../../src/app/server/handle.js'
import { makeApp } from '../../../src/app/server/http/app.js'
import { logTo } from '../../../src/app/server/http/log.js'
import { metricsOf } from '../../../src/app/server/http/metrics.js'
import { runnerHere } from '../../../src/app/server/runner.js'
import { DEFAULT_SETTINGS, type Settings } from '../../../src/app/server/settings.js'
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

/** Makes one. `handle` stands in the place of the programs, where one is given. */
export const serverHere = async (
  settings: Partial<Settings> = {},
  world: Partial<World> = {},
  handle: Handle = handleWith(ENDPOINTS, { ...WORLD, ...world }),
): Promise<ServerHere> => {
  let text = ''
  const log = logTo((more) => {
    text += more
  }, settings.log ?? 'all')
  const runner = runnerHere(handle)
  const { fastify } = await makeApp({
    settings: { ...DEFAULT_SETTINGS, workers: 1, token: O.none, ...settings },
    version: '0.1.0',
    endpoints: ENDPOINTS,
    quick: runner,
    long: runner,
    log,
    metrics: metricsOf(runner.waiting),
  })
  return {
    app: fastify,
    log: () => {
      log.flush()
      return text
    },
    post: (path, body, headers = {}) =>
      fastify.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/json', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
