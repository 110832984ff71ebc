/** What is refused before anybody looks at what was asked. */
import type { Reply } from '../handle.js'
import { problem } from '../wire/problem.js'

const reply = (status: number, code: string, message: string, help?: string): Reply => ({
  status,
  text: problem(code, message, help),
  outcome: code,
})

const REFUSALS = {
  unauthorized: reply(401, 'unauthorized', 'the bearer token is missing or wrong'),
  'not-found': reply(404, 'not-found', 'there is nothing at this path', '/openapi.json says what there is'),
  method: reply(405, 'method-not-allowed', 'this path does not take this method'),
  'too-large': reply(413, 'body-too-large', 'the body is larger than this server takes'),
  'unsupported-form': reply(
    415,
    'unsupported-form',
    'the body is in a form that this path does not take',
    'send application/json, or where the path takes lines application/x-ndjson',
  ),
  compressed: reply(415, 'compressed', 'a body must not be compressed'),
  'bad-path': reply(400, 'bad-path', 'the path cannot be read'),
  'bad-length': reply(400, 'bad-length', 'the body is not as long as the head says'),
} as const

/** One of them. */
export const refusalOf = (what: keyof typeof REFUSALS): Reply => REFUSALS[what]

const CODES: Readonly<Record<string, keyof typeof REFUSALS>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-form',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-length',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-length',
  ECONNRESET: 'bad-length',
  ERR_STREAM_PREMATURE_CLOSE: 'bad-length',
}

/** What fastify found wrong, by its code; undefined for everything that is our own fault. */
export const rawRefusal = (code: unknown): Reply | undefined => {
  const known = typeof code === 'string' ? CODES[code] : undefined
  return known === undefined ? undefined : REFUSALS[known]
}
