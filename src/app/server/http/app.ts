/** The server as fastify knows it: routes, limits, and what is said where something is wrong. */
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import * as O from 'fp-ts/lib/Option.js'
import { sameSecret } from '../../node/index.js'
import type { Endpoint } from '../endpoint.js'
import { faultText } from '../fault-text.js'
import { fault, overloaded, type Runner } from '../runner.js'
import { BOUNDS, type Settings } from '../settings.js'
import { problem } from '../wire/problem.js'
import { drainOf, type Drain } from './drain.js'
import type { Log } from './log.js'
import type { Metrics } from './metrics.js'
import { documentHead, PLAIN_SCHEMAS, routeSchema } from './openapi.js'
import { onClientError } from './client-error.js'
import { formOf, FORMS, outcomeOf, send, sendReply } from './send.js'
import { requestIds } from './request-id.js'
import { refusalOf, rawRefusal } from './refusals.js'

/** What the server is made of. */
export interface AppParts {
  readonly settings: Settings
  readonly version: string
  readonly endpoints: readonly Endpoint[]
  /** Answers short requests of quick endpoints. */
  readonly quick: Runner
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
  ({ quick, long, log }: AppParts, endpoint: Endpoint) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = formOf(request.headers['content-type']) ?? 'json'
    const body = typeof request.body === 'string' ? request.body : ''
    if (form === 'lines' && endpoint.lines === undefined)
      return sendReply(reply, refusalOf('unsupported-form'))
    const isQuick = endpoint.isQuick && body.length <= BOUNDS.quickBody
    const task = { endpoint: endpoint.id, form, body }
    const answer = await (isQuick ? quick : long).run(task).catch((error: unknown) => {
      log.event('fault', { id: request.id, route: endpoint.id, fault: faultText(error) })
      return fault
    })
    return sendReply(reply, answer, form)
  }

/** Limits and names around every request. */
const addHooks = (app: FastifyInstance, drain: Drain, parts: AppParts): void => {
  const { settings, log, metrics } = parts
  const isToken = O.map(sameSecret)(settings.token)
  let inFlight = 0

  const mayAsk = ({ headers }: FastifyRequest): boolean =>
    O.isNone(isToken) || isToken.value(/^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '')

  app.addHook('onRequest', (request, reply, done) => {
    inFlight += 1
    metrics.begun()
    drain.begun(request.raw)
    void reply.headers({
      'x-request-id': request.id,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const path = request.routeOptions.url
    const isOpen = path === '/health' || path === '/ready'
    if (!isOpen && !mayAsk(request)) {
      void reply.header('www-authenticate', 'Bearer')
      sendReply(reply, refusalOf('unauthorized'))
    } else if (path?.startsWith('/v1/') === true && inFlight > settings.maxInFlight)
      sendReply(reply, overloaded)
    else if (request.headers['content-encoding'] !== undefined) sendReply(reply, refusalOf('compressed'))
    else done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    drain.answering(request.raw, reply.raw)
    done(null, payload)
  })
  const end = (request: FastifyRequest, reply: FastifyReply, status: number): void => {
    inFlight -= 1
    drain.ended(request.raw)
    const route = request.routeOptions.url ?? 'none'
    const outcome = outcomeOf(reply)
    metrics.ended(route, status, reply.elapsedTime / 1000, outcome)
    log.request(status, {
      id: request.id,
      method: request.method,
      route,
      status,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      ...(outcome === undefined ? {} : { outcome }),
    })
  }
  app.addHook('onResponse', (request, reply, done) => {
    end(request, reply, reply.statusCode)
    done()
  })
}

const addPlainRoutes = (app: FastifyInstance, drain: Drain, { metrics }: AppParts): void => {
  app.get('/health', { schema: PLAIN_SCHEMAS.health }, (_, reply) => send(reply, 200, '{"status":"alive"}'))
  app.get('/ready', { schema: PLAIN_SCHEMAS.ready }, (_, reply) =>
    drain.isDraining()
      ? send(reply, 503, problem('stopping', 'the server is stopping'))
      : send(reply, 200, '{"status":"ready"}'),
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
  addHooks(app, drain, parts)
  await app.register(swagger, { openapi: documentHead(version) })
  app.after(() => {
    for (const endpoint of endpoints)
      app.post(`/v1/${endpoint.id}`, { schema: routeSchema(endpoint) }, answering(parts, endpoint))
    addPlainRoutes(app, drain, parts)
  })
  await app.ready()
  return { fastify: app, drain }
}
