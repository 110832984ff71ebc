/** The server as fastify knows it: routes, limits, and what is said where something is wrong. */
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Endpoint } from '../endpoint.js'
import { faultText } from '../fault-text.js'
import { fault, stopping, type Runner } from '../runner.js'
import { BOUNDS, type Settings } from '../settings.js'
import { drainOf, type Drain } from './drain.js'
import { addGate, type Gate } from './gate.js'
import type { Log } from './log.js'
import type { Metrics } from './metrics.js'
import { documentHead, PLAIN_SCHEMAS, routeSchema } from './openapi.js'
import { onClientError } from './client-error.js'
import { formOf, FORMS, send, sendReply } from './send.js'
import { requestIds } from './request-id.js'
import { refusalOf, rawRefusal } from './refusals.js'

/** What the server is made of. */
export interface AppParts {
  readonly settings: Settings
  readonly version: string
  readonly endpoints: readonly Endpoint[]
  /** Answers short requests of quick endpoints, up to so many characters. */
  readonly quick: Runner
  readonly quickBody: number
  /** Answers everything else. */
  readonly long: Runner
  readonly log: Log
  readonly metrics: Metrics
}

/** The server, not yet listening. */
export interface App {
  readonly fastify: FastifyInstance
  readonly drain: Drain
}

const answering =
  ({ quick, quickBody, long, log }: AppParts, { signalOf }: Gate, endpoint: Endpoint) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = formOf(request.headers['content-type']) ?? 'json'
    const body = typeof request.body === 'string' ? request.body : ''
    if (form === 'lines' && endpoint.lines === undefined)
      return sendReply(reply, refusalOf('unsupported-form'))
    const isQuick = endpoint.isQuick && body.length <= quickBody
    const task = { endpoint: endpoint.id, form, body }
    const { run, mayWait } = isQuick ? quick : long
    const answer = await run(task, mayWait ? signalOf(request) : undefined).catch((error: unknown) => {
      log.event('fault', { id: request.id, route: endpoint.id, fault: faultText(error) })
      return fault
    })
    return sendReply(reply, answer, form)
  }

const addPlainRoutes = (app: FastifyInstance, drain: Drain, { metrics }: AppParts): void => {
  app.get('/health', { schema: PLAIN_SCHEMAS.health }, (_, reply) => send(reply, 200, '{"status":"alive"}'))
  app.get('/ready', { schema: PLAIN_SCHEMAS.ready }, (_, reply) =>
    drain.isDraining() ? sendReply(reply, stopping) : send(reply, 200, '{"status":"ready"}'),
  )
  app.get('/metrics', { schema: PLAIN_SCHEMAS.metrics }, async (_, reply) =>
    send(reply, 200, await metrics.text(), 'text/plain; version=0.0.4; charset=utf-8'),
  )
  let text: string | undefined
  app.get('/openapi.json', { schema: PLAIN_SCHEMAS.document }, (_, reply) => {
    text ??= JSON.stringify(app.swagger())
    return send(reply, 200, text)
  })
}

const addErrors = (app: FastifyInstance, endpoints: readonly Endpoint[], log: Log): void => {
  const posts = new Set(endpoints.map(({ id }) => `/v1/${id}`))
  const gets = new Set(['/health', '/ready', '/metrics', '/openapi.json'])
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    if (!posts.has(path) && !gets.has(path)) return sendReply(reply, refusalOf('not-found'))
    void reply.header('allow', posts.has(path) ? 'POST' : 'GET, HEAD')
    return sendReply(reply, refusalOf('method'))
  })
  app.setErrorHandler((error: unknown, request, reply) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const refusal = rawRefusal(code)
    if (refusal === undefined) log.event('fault', { id: request.id, fault: faultText(error) })
    return sendReply(reply, refusal ?? fault)
  })
}

/** Makes the server. */
export const makeApp = async (parts: AppParts): Promise<App> => {
  const { settings, version, endpoints, log } = parts
  const app = fastify({
    bodyLimit: settings.maxBody,
    requestTimeout: BOUNDS.requestTime,
    keepAliveTimeout: BOUNDS.idleTime,
    // A caller who reads nothing of an answer must not hold its place; one who waits for it may.
    connectionTimeout: Math.max(BOUNDS.idleTime, settings.timeLimit + BOUNDS.headTime),
    return503OnClosing: false,
    genReqId: requestIds(),
    requestIdHeader: false,
    clientErrorHandler: onClientError,
    frameworkErrors: (_, { id }, reply) => {
      void reply.header('x-request-id', id)
      sendReply(reply, refusalOf('bad-path'))
    },
    http: { maxHeaderSize: BOUNDS.headBytes, connectionsCheckingInterval: 2000 },
  })
  app.server.headersTimeout = BOUNDS.headTime
  app.server.maxConnections = BOUNDS.connections
  const drain = drainOf(app.server)
  // Bodies are read by the codecs, and answers are texts already: the schemas only describe.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (text: unknown) => text as string)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(Object.keys(FORMS), { parseAs: 'string' }, (_, body, done) => done(null, body))
  addErrors(app, endpoints, log)
  const gate = addGate(app, { ...parts, drain })
  await app.register(swagger, { openapi: documentHead(version) })
  app.after(() => {
    for (const endpoint of endpoints)
      app.post(`/v1/${endpoint.id}`, { schema: routeSchema(endpoint) }, answering(parts, gate, endpoint))
    addPlainRoutes(app, drain, parts)
  })
  await app.ready()
  return { fastify: app, drain }
}
