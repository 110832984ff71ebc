/** The description of the server as a value, without a server that listens. */
import { ENDPOINTS } from '../endpoints/index.js'
import { fault, runnerHere } from '../runner.js'
import { BOUNDS, DEFAULT_SETTINGS } from '../settings.js'
import * as O from 'fp-ts/lib/Option.js'
import { makeApp } from './app.js'
import { logTo } from './log.js'
import { metricsOf } from './metrics.js'

/** OpenAPI 3.1, made from the routes themselves. */
export const openApiDocument = async (version: string): Promise<unknown> => {
  const nobody = runnerHere(() => Promise.resolve(fault))
  const { fastify } = await makeApp({
    settings: { ...DEFAULT_SETTINGS, workers: 1, token: O.none },
    version,
    endpoints: ENDPOINTS,
    quick: nobody,
    quickBody: BOUNDS.quickBody.given,
    long: nobody,
    log: logTo(() => undefined, 'none'),
    metrics: metricsOf(() => 0),
  })
  const document: unknown = fastify.swagger()
  await fastify.close()
  return document
}
