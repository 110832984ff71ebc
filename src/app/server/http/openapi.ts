/** The description of the server in OpenAPI 3.1: of every endpoint what it takes and what it answers. */
import type { Endpoint } from '../endpoint.js'
import { BOUNDS } from '../settings.js'
import { problemCodec } from '../wire/problem.js'
import { schemaOf, type Schema } from '../wire/schema-of.js'

/** What stands before the paths. */
export const documentHead = (version: string) => ({
  openapi: '3.1.0' as const,
  info: {
    title: 'Quorate',
    version,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description: [
      'What the network will say of an envelope of a threshold account, and why.',
      'Status 200 says that there is an answer, and not that it is yes: a client goes on where `verdict` is the text `authorized`, and stops at every other word, status, error and time-out.',
      'The server keeps nothing between requests and holds no key; a request with a secret seed anywhere in it is refused.',
      'Beside the statuses of each path, what is no HTTP is answered with 400, a head that is too large with 431, one that comes too slowly with 408, and one that expects something else than `100-continue` with 417; none of these has a body.',
    ].join('\n\n'),
  },
  servers: [{ url: 'http://127.0.0.1:8080' }],
  components: {
    securitySchemes: {
      token: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'Needed where the server was started with `--token-file`.',
      },
    },
  },
  security: [{}, { token: [] }],
})

const PROBLEM: Schema = schemaOf(problemCodec)

const problem = (description: string): Schema => ({
  description,
  content: { 'application/json': { schema: PROBLEM } },
})

const retry = (description: string): Schema => ({
  ...problem(description),
  headers: {
    'retry-after': {
      description: `Seconds; ${String(BOUNDS.retryAfter)}.`,
      schema: { type: 'integer', minimum: 0 },
    },
  },
})

const UNAUTHORIZED = problem('The bearer token is missing or wrong.')

const REFUSED = {
  400: problem(
    'The request cannot be read. `errors` says what is wrong, each with a stable `code` (`request-shape`, `secret-seed`, `xdr-…`) and a message for people.',
  ),
  401: UNAUTHORIZED,
  413: problem('The body is larger than the server takes.'),
  415: problem('The body is in a form that the endpoint does not take, or compressed.'),
  500: problem('The server is at fault. It says nothing about the request.'),
  503: retry('Too many requests at one time, or the server is stopping. Nothing was looked at.'),
  504: problem('The answer was not found in time. Nothing is decided.'),
} as const

const LINES = 'application/x-ndjson'

const lineText = (description: string): Schema => ({ schema: { type: 'string', description } })

/** The schema of an endpoint's route. */
export const routeSchema = ({ id, summary, description, request, response, lines }: Endpoint): Schema => ({
  operationId: id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase()),
  summary,
  description:
    lines === undefined
      ? description
      : `${description} Lines of a batch, as \`--batch\` takes and answers them, are taken as \`${LINES}\`.`,
  body: {
    content: {
      'application/json': { schema: schemaOf(request) },
      ...(lines === undefined
        ? {}
        : { [LINES]: lineText('One JSON object a line, as the command takes them with `--batch`.') }),
    },
  },
  response: {
    200: {
      description: 'The answer.',
      content: {
        'application/json': { schema: schemaOf(response) },
        ...(lines === undefined
          ? {}
          : { [LINES]: lineText('One JSON object a line, in the order of the request.') }),
      },
    },
    ...REFUSED,
  },
})

const json = (description: string, schema: Schema): Schema => ({
  description,
  content: { 'application/json': { schema } },
})

const state = (word: string): Schema => ({
  type: 'object',
  properties: { status: { const: word } },
  required: ['status'],
})

/** The schemas of the routes that tell how the server is. */
export const PLAIN_SCHEMAS = {
  health: {
    operationId: 'health',
    summary: 'Is the process alive?',
    response: { 200: json('It is.', state('alive')) },
  },
  ready: {
    operationId: 'ready',
    summary: 'Does it take requests? Its signature backend passed the self-test, and it is not stopping.',
    response: { 200: json('It does.', state('ready')), 503: retry('It is stopping.') },
  },
  metrics: {
    operationId: 'metrics',
    summary: 'What was counted, in the text form of Prometheus.',
    response: {
      200: { description: 'Counters.', content: { 'text/plain': { schema: { type: 'string' } } } },
      401: UNAUTHORIZED,
    },
  },
  document: {
    operationId: 'openapi',
    summary: 'This description.',
    response: { 200: json('OpenAPI 3.1.', { type: 'object' }), 401: UNAUTHORIZED },
  },
} as const
