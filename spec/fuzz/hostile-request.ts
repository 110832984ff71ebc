/**
 * Hostile requests for an endpoint, made from its schema in the OpenAPI document and from real requests:
 * members that are missing, unknown, of other types or at their bounds; values that are damaged; texts that
 * are no JSON; secret seeds where nobody expects them.
 */
import { mutateText, type Random } from './mutate.js'
import { pick } from './random.js'

type Schema = Readonly<Record<string, unknown>>
type Value = unknown

/** What the document says of an endpoint. */
export interface EndpointSchema {
  readonly path: string
  readonly request: Schema
  readonly takesLines: boolean
  /** Real requests, which are answered with 200. */
  readonly real: readonly Readonly<Record<string, unknown>>[]
}

/** A request as it goes out. */
export interface HostileRequest {
  readonly how: string
  readonly method: 'POST' | 'GET' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** A secret that stands in it somewhere; it must not come back. */
  readonly secret: string | undefined
}

const SEEDS = [
  'SBU2RRGLXH3E5CQHTD3ODLDF2BWDCYUSSBLLZ5GNW7JXHDIYKXZWHOKR',
  'SAV76USXIJOBMEQXPANUOQM6F5LIOTLPDIDVRJBFFE2MDJXG24TAPUU7',
]

const ODD: readonly Value[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  'G'.repeat(56),
  'A'.repeat(3000),
  '../../../etc/passwd',
  '/dev/stdin',
  '-',
  '${7*7}',
  '\u202e\u0007',
  [],
  {},
  [[[[[[]]]]]],
  { toString: 1 },
  { length: -1 },
  { __proto__: null, constructor: { prototype: 1 } },
]

const SAID = [
  'testnet',
  'public',
  'validate',
  'apply',
  'low',
  'medium',
  'strict',
  'error',
  '2026-03-01',
  '27',
  '1:2',
]

const isRecord = (value: Value): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (random: Random, schema: Schema): string => {
  const most = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : 50
  switch (random(6)) {
    case 0:
      return 'x'.repeat(Math.min(most, 5000))
    case 1:
      return 'x'.repeat(Math.min(most + 1, 5001))
    case 2:
      return pick(
        random,
        ODD.filter((one) => typeof one === 'string'),
      )
    default:
      return pick(random, SAID)
  }
}

const numberOf = (random: Random, schema: Schema): number => {
  const { minimum = 0, maximum = 100 } = schema as { readonly minimum?: number; readonly maximum?: number }
  return pick(random, [minimum, maximum, minimum - 1, maximum + 1, (minimum + maximum) / 2, 27, 1, 20])
}

/** A value that a schema describes, or nearly. */
const valueOf = (random: Random, schema: Schema, depth = 0): Value => {
  if (random(12) === 0) return pick(random, ODD)
  const { anyOf, type, items, properties, required } = schema as {
    readonly anyOf?: readonly Schema[]
    readonly type?: string
    readonly items?: Schema
    readonly properties?: Readonly<Record<string, Schema>>
    readonly required?: readonly string[]
  }
  if (Array.isArray(schema['enum'])) return pick(random, [...(schema['enum'] as readonly Value[]), 'other'])
  if (anyOf !== undefined) return valueOf(random, pick(random, anyOf), depth)
  switch (type) {
    case undefined:
      return pick(random, ODD)
    case 'string':
      return textOf(random, schema)
    case 'integer':
    case 'number':
      return numberOf(random, schema)
    case 'boolean':
      return random(2) === 0
    case 'array':
      return Array.from({ length: pick(random, [0, 1, 2, 3, 300]) }, () =>
        depth > 3 ? 1 : valueOf(random, items ?? {}, depth + 1),
      )
    case 'object': {
      const members = Object.entries(properties ?? {}).filter(
        ([name]) => required?.includes(name) === true || random(3) === 0,
      )
      return Object.fromEntries(members.map(([name, one]) => [name, valueOf(random, one, depth + 1)]))
    }
    default:
      return pick(random, ODD)
  }
}

/** The same value with one part of it, somewhere, replaced by another. */
const withPart = (random: Random, value: Value, replace: (part: Value) => Value): Value => {
  if (Array.isArray(value) && value.length > 0 && random(5) > 0) {
    const at = random(value.length)
    return value.map((part: Value, index) => (index === at ? withPart(random, part, replace) : part))
  }
  if (isRecord(value) && Object.keys(value).length > 0 && random(5) > 0) {
    const name = pick(random, Object.keys(value))
    return { ...value, [name]: withPart(random, value[name], replace) }
  }
  return replace(value)
}

type Make = (random: Random, endpoint: EndpointSchema) => Value

const real: Make = (random, { real: all }) => pick(random, all)

/** Ways to a value; its text is the body. */
const VALUES: readonly (readonly [how: string, make: Make])[] = [
  ['real', real],
  ['from the schema', (random, { request }) => valueOf(random, request)],
  [
    'real, with members from the schema',
    (random, endpoint) => {
      const made = valueOf(random, endpoint.request)
      return { ...(isRecord(made) ? made : {}), ...(real(random, endpoint) as object) }
    },
  ],
  [
    'real, with an odd part',
    (random, endpoint) => withPart(random, real(random, endpoint), () => pick(random, ODD)),
  ],
  [
    'real, with a damaged text',
    (random, endpoint) =>
      withPart(random, real(random, endpoint), (part) =>
        typeof part === 'string' ? mutateText(random, part) : pick(random, ODD),
      ),
  ],
  [
    'real, without a member',
    (random, endpoint) => {
      const value = real(random, endpoint) as Readonly<Record<string, unknown>>
      const gone = pick(random, Object.keys(value))
      return Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone))
    },
  ],
  [
    'real, with an unknown member',
    (random, endpoint) => ({
      ...(real(random, endpoint) as object),
      [textOf(random, {})]: pick(random, ODD),
    }),
  ],
  [
    'real, many times over',
    (random, endpoint) =>
      withPart(random, real(random, endpoint), (part) => Array.from({ length: 1 + random(300) }, () => part)),
  ],
]

/** Puts a secret anywhere into a value. */
const withSecret = (random: Random, value: Value, secret: string): Value => {
  const said = pick(random, [secret, ` ${secret} `, `key: ${secret}`, secret.toLowerCase(), `S3=${secret}&x`])
  return random(4) === 0 && isRecord(value) ? { ...value, [said]: 1 } : withPart(random, value, () => said)
}

const escaped = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** A hostile request. */
export const hostileRequest = (random: Random, endpoint: EndpointSchema): HostileRequest => {
  const [how, make] = pick(random, VALUES)
  const secret = random(5) === 0 ? pick(random, SEEDS) : undefined
  const plain = make(random, endpoint)
  const value = secret === undefined ? plain : withSecret(random, plain, secret)
  let body = JSON.stringify(value)
  if (secret !== undefined && random(4) === 0) body = body.replaceAll(secret, escaped(secret))
  const told: string[] = [how, ...(secret === undefined ? [] : ['a seed'])]
  if (random(8) === 0) {
    body = mutateText(random, body)
    told.push('damaged')
  }
  if (random(40) === 0) {
    body = body.repeat(1 + random(Math.max(1, Math.min(2000, Math.floor(3_000_000 / (body.length + 1))))))
    told.push('repeated')
  }
  const asLines = endpoint.takesLines && random(6) === 0
  const type =
    random(30) === 0 ? pick(random, ['text/plain', '', 'application/JSON', 'x/y;z']) : 'application/json'
  return {
    how: told.join(', '),
    method: random(100) === 0 ? pick(random, ['GET', 'PUT']) : 'POST',
    path: random(100) === 0 ? `${endpoint.path}/${encodeURIComponent(secret ?? 'x')}` : endpoint.path,
    headers: {
      'content-type': asLines ? 'application/x-ndjson' : type,
      ...(random(20) === 0 ? { 'x-request-id': secret ?? '\u00e9 x' } : {}),
      ...(random(60) === 0 ? { 'content-encoding': 'gzip' } : {}),
    },
    body: asLines ? body.repeat(1 + random(3)).replaceAll('}{', '}\n{') : body,
    secret,
  }
}

const TRACES =
  /\n\s+at |node:internal|node_modules|\.[jt]s:\d+|\b(?:Type|Range|Syntax|Reference)Error\b|\/src\/|\/dist\//

/** What is wrong with an answer; undefined where nothing is. */
export const wrongWith = (
  request: HostileRequest,
  documented: ReadonlySet<number>,
  status: number,
  text: string,
): string | undefined => {
  // Of every path: another method, or another path.
  const isElsewhere = request.method !== 'POST' || !documented.has(status)
  if (!documented.has(status) && !(isElsewhere && (status === 404 || status === 405)))
    return `status ${String(status)}`
  if (status === 500) return 'a fault'
  if (TRACES.test(text)) return 'a stack trace'
  const { secret } = request
  if (secret !== undefined && text.toUpperCase().includes(secret.slice(1, 25))) return 'a seed'
  if (status === 200) return undefined
  const json = JSON.parse(text) as { readonly errors?: readonly { readonly code?: unknown }[] }
  return json.errors !== undefined &&
    json.errors.length > 0 &&
    json.errors.every(({ code }) => typeof code === 'string')
    ? undefined
    : 'a problem without a code'
}
