/** Answers as they go out: always text, and never without a type. */
import type { FastifyReply } from 'fastify'
import type { BodyForm, Reply } from '../handle.js'
import { BOUNDS } from '../settings.js'

const JSON_TYPE = 'application/json; charset=utf-8'
/** The forms of bodies by their types. */
export const FORMS: Readonly<Record<string, BodyForm>> = {
  'application/json': 'json',
  'application/x-ndjson': 'lines',
}
const TYPES: Readonly<Record<BodyForm, string>> = {
  json: JSON_TYPE,
  lines: 'application/x-ndjson; charset=utf-8',
}

/** Sends a text. */
export const send = (reply: FastifyReply, status: number, text: string, type = JSON_TYPE): FastifyReply =>
  reply.code(status).header('content-type', type).send(text)

/** The form of a body by its type. */
export const formOf = (contentType: string | undefined): BodyForm | undefined =>
  FORMS[(contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '']

/** One word for what came of a request, kept for the log. */
const outcomes = new WeakMap<FastifyReply, string>()

/** Sends an answer, and remembers its word for the log. */
export const sendReply = (reply: FastifyReply, { status, text, outcome }: Reply, form: BodyForm = 'json') => {
  outcomes.set(reply, outcome)
  if (status === 503) void reply.header('retry-after', String(BOUNDS.retryAfter))
  return send(reply, status, text, status === 200 ? TYPES[form] : JSON_TYPE)
}

/** The word of an answer that was sent; undefined where it has none. */
export const outcomeOf = (reply: FastifyReply): string | undefined => outcomes.get(reply)
