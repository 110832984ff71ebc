// The endpoints, over node:http.
import { createServer } from 'node:http'
import { answer, refused } from './answers.mjs'
import { readBody } from './body.mjs'

const ROUTES = {
  '/health': ['GET'],
  '/auth': ['GET', 'POST'],
  '/withdraw': ['POST'],
  '/approve': ['POST'],
}

/** The session of a request; undefined where it has none. */
const sessionOf = (request, sessions) => {
  const [, token] = /^Bearer ([\w.-]{1,4096})$/i.exec(request.headers.authorization ?? '') ?? []
  return token === undefined ? undefined : sessions.read(token)
}

const answerTo = async (request, path, query, { login, withdraw, approve, sessions }, signal) => {
  const methods = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined
  if (methods === undefined) return refused(404, 'not-found', 'there is nothing here')
  if (!methods.includes(request.method)) return refused(405, 'bad-method', `expected ${methods.join(' or ')}`)
  if (path === '/health') return answer(200, { status: 'ok' })
  if (request.method === 'GET') return login.challenge(new URLSearchParams(query))

  const session = sessionOf(request, sessions)
  if (path === '/withdraw' && session === undefined)
    return refused(401, 'no-session', 'log in first: the session is missing, or it has ended')
  const body = await readBody(request)
  if (body.refusal !== undefined) return body.refusal
  if (path === '/auth') return login.login(body, signal)
  if (path === '/withdraw') return withdraw(body, session, signal)
  return approve(body, signal)
}

const respond = (response, { status, body }, isLast) => {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '2' } : {}),
    ...(isLast ? { connection: 'close' } : {}),
  })
  response.end(`${JSON.stringify(body, undefined, 2)}\n`)
}

/** A server; `log` is given one record a request: no bodies, no questions, no tokens. */
export const makeServer = (parts, log) => {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000 },
    async (request, response) => {
      const begin = performance.now()
      const gone = new AbortController()
      response.on('close', () => gone.abort())
      const [path, query = ''] = request.url.split('?', 2)
      const told = await answerTo(request, path, query, parts, gone.signal).catch(() =>
        refused(500, 'fault', 'something is wrong with this service'),
      )
      const isGone = gone.signal.aborted
      // Who is answered while the server stops has to ask another one next time.
      respond(response, told, !server.listening)
      log({
        event: 'request',
        method: request.method,
        path: Object.hasOwn(ROUTES, path) ? path : 'other',
        status: isGone ? 'gone' : told.status,
        ...(told.body.code === undefined ? {} : { code: told.body.code }),
        ms: Math.round(performance.now() - begin),
      })
    },
  )
  return server
}
