/**
 * The gate: who is let in, what is counted and told of every request, and who hears of a caller that left
 * before there was an answer.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as O from 'fp-ts/lib/Option.js'
import { sameSecret } from '../../node/index.js'
import { overloaded } from '../runner.js'
import type { Settings } from '../settings.js'
import type { Drain } from './drain.js'
import type { Log } from './log.js'
import type { Metrics } from './metrics.js'
import { refusalOf } from './refusals.js'
import { outcomeOf, sendReply } from './send.js'

/** What the gate needs. */
export interface GateParts {
  readonly settings: Pick<Settings, 'token' | 'maxInFlight'>
  readonly drain: Drain
  readonly log: Log
  readonly metrics: Metrics
}

/** The gate of one server. */
export interface Gate {
  /** Says when the caller of a request has left. */
  readonly signalOf: (request: FastifyRequest) => AbortSignal
}

/** In the log and the counters, in the place of a status: there was nobody left to be sent one. */
const LEFT = { status: 499, outcome: 'connection-ended' } as const

interface Open {
  leaving: AbortController | undefined
}

/** Puts the gate around every route. */
export const addGate = (app: FastifyInstance, { settings, drain, log, metrics }: GateParts): Gate => {
  const isToken = O.map(sameSecret)(settings.token)
  // Each request ends once: with its answer, or with its connection.
  const open = new Map<FastifyRequest, Open>()

  const mayAsk = ({ headers }: FastifyRequest): boolean =>
    O.isNone(isToken) || isToken.value(/^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '')

  const end = (request: FastifyRequest, reply: FastifyReply, status: number, outcome?: string): void => {
    if (!open.delete(request)) return
    const route = request.routeOptions.url ?? 'none'
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

  const begin = (request: FastifyRequest, reply: FastifyReply): boolean => {
    const one: Open = { leaving: undefined }
    const isTaken = drain.begun(request.raw, () => {
      end(request, reply, LEFT.status, LEFT.outcome)
      one.leaving?.abort()
    })
    if (!isTaken) return false
    open.set(request, one)
    metrics.begun()
    void reply.headers({
      'x-request-id': request.id,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    return true
  }

  app.addHook('onRequest', (request, reply, done) => {
    if (!begin(request, reply)) return
    const path = request.routeOptions.url
    const isOpen = path === '/health' || path === '/ready'
    if (!isOpen && !mayAsk(request)) {
      void reply.header('www-authenticate', 'Bearer')
      sendReply(reply, refusalOf('unauthorized'))
    } else if (path?.startsWith('/v1/') === true && open.size > settings.maxInFlight)
      sendReply(reply, overloaded)
    else if (request.headers['content-encoding'] !== undefined) sendReply(reply, refusalOf('compressed'))
    else done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    drain.answering(request.raw, reply.raw)
    done(null, payload)
  })
  app.addHook('onResponse', (request, reply, done) => {
    drain.ended(request.raw)
    end(request, reply, reply.statusCode, outcomeOf(reply))
    done()
  })

  return {
    signalOf: (request) => {
      const one = open.get(request)
      if (one === undefined) return AbortSignal.abort()
      one.leaving ??= new AbortController()
      return one.leaving.signal
    },
  }
}
