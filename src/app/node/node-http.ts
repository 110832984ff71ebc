/**
 * HTTP by Node's own client: one request, one answer. Nothing is followed, decompressed or tried again, and
 * of what comes no more is kept than was allowed. Connections are kept for the next request.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { HttpAnswer } from '../../edge/source/index.js'
import type { HttpExchange, HttpFault, HttpRequest } from '../ports.js'
import { readBody } from './http-body.js'

type Told = E.Either<HttpFault, HttpAnswer>

/** Errors of the system in words; their own messages hold addresses. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name of the server could not be looked up',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'the connection could not be made in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is that of another server',
  HPE_HEADER_OVERFLOW: 'its headers are too long',
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return REASONS[code] ?? (code.startsWith('HPE_') ? 'it speaks no HTTP' : `the connection failed (${code})`)
}

const unreachable = (error: unknown): Told => E.left({ _tag: 'Unreachable', reason: reasonOf(error) })

const headersOf = (answer: IncomingMessage): ReadonlyMap<string, string> =>
  new Map(Object.entries(answer.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]))

const answerOf = async ({ bodyOf, limit }: HttpRequest, answer: IncomingMessage): Promise<Told> => {
  const { statusCode: status = 0 } = answer
  const headers = headersOf(answer)
  if (!bodyOf.includes(status)) {
    // Nobody waits for the rest of it; the connection goes with it.
    answer.destroy()
    return E.right({ status, headers, body: '' })
  }
  const body = await readBody(answer, limit)
  if (E.isLeft(body)) answer.destroy()
  return E.map((text: string): HttpAnswer => ({ status, headers, body: text }))(body)
}

/** User name and password of an address are sent as a header, and never stand in the request line. */
const credentialsOf = ({ username, password }: URL): Readonly<Record<string, string>> => {
  if (username === '' && password === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` }
}

/**
 * An exchange with connections of its own, which do not keep the process alive. What TLS trusts is Node's
 * to say (`NODE_EXTRA_CA_CERTS` adds to it).
 */
export const nodeHttp = (): HttpExchange => {
  const [plain, secure] = [new HttpAgent({ keepAlive: true }), new HttpsAgent({ keepAlive: true })]

  const send = (asked: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { url, method, body } = asked
      const text = O.isSome(body) ? Buffer.from(body.value, 'utf8') : undefined
      const isSecure = url.protocol === 'https:'
      const outgoing = (isSecure ? httpsRequest : httpRequest)(
        {
          method,
          // As an address they would end up in errors.
          hostname: url.hostname.replace(/^\[|\]$/g, ''),
          port: url.port,
          path: `${url.pathname}${url.search}`,
          agent: isSecure ? secure : plain,
          signal,
          headers: {
            'user-agent': 'quorate',
            ...asked.headers,
            ...credentialsOf(url),
            'accept-encoding': 'identity',
            ...(text === undefined ? {} : { 'content-length': text.length }),
          },
        },
        resolve,
      )
      outgoing.on('error', reject)
      outgoing.end(text)
    })

  return (asked, signal) => async () => {
    if (signal?.aborted === true) return E.left({ _tag: 'Cancelled' })
    const mine = new AbortController()
    const stop = (): void => mine.abort()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      return await answerOf(asked, await send(asked, mine.signal))
    } catch (error) {
      return mine.signal.aborted ? E.left({ _tag: 'Cancelled' }) : unreachable(error)
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }
}
