/**
 * What can go wrong between here and a server, and what every adapter makes of it: one table, run against
 * real sockets by `ledger-source.spec.ts`, and printed in `docs/guide/account-sources.md`.
 */
import { gzipSync } from 'node:zlib'
import type { ServerResponse } from 'node:http'
import { accountLedgerKey } from '../../src/edge/xdr/index.js'
import type { Account } from '../../src/kernel/model/index.js'
import { account } from '../support/build/account.js'
import { accountData } from '../support/build/account-answers.js'
import { callIn, horizonWire, NOT_FOUND, rpcWire, type WireAnswer } from '../support/ledger-server.js'
import type { Asked } from '../support/local-server.js'

/** What comes of asking: two answers, or the code of a failure. */
export type Outcome =
  | 'known'
  | 'absent'
  | 'source-unreachable'
  | 'source-timeout'
  | 'source-refused'
  | 'source-malformed'
  | 'source-wrong-account'

/** Which protocol is spoken. */
export type Protocol = 'horizon' | 'rpc'

/** One question, and the answer that would be right. */
export interface Scene {
  readonly protocol: Protocol
  readonly asked: Asked
  readonly right: WireAnswer
  readonly response: ServerResponse
  /** How many questions came before this one. */
  readonly before: number
}

/** Something that happens. */
export interface Fault {
  /** In words that are printed. */
  readonly what: string
  /** What each adapter makes of it; left out where it cannot happen there. */
  readonly horizon?: Outcome
  readonly rpc?: Outcome
  /** True where asking again can help: then it is asked as often as is allowed. */
  readonly isAskedAgain?: boolean
  readonly play: (scene: Scene) => void
}

/** The account in question: its own key is switched off, and two of three others must sign. */
export const JOINT: Account = account({
  of: 'joint',
  master: 0,
  low: 2,
  medium: 2,
  high: 2,
  signers: [
    ['bilal', 1],
    ['carina', 1],
    ['dora', 1],
  ],
})

const OTHER: Account = { ...JOINT, id: account({ of: 'other' }).id }

/** The right answer of each protocol about some accounts. */
export const rightAnswer = (
  protocol: Protocol,
  asked: Asked,
  accounts: readonly Account[] = [JOINT],
): WireAnswer => (protocol === 'horizon' ? horizonWire({ accounts }, JOINT.id) : rpcWire({ accounts }, asked))

const send = (response: ServerResponse, { status, headers, body }: WireAnswer): void => {
  response.writeHead(status, headers).end(body)
}

/** Answers with something else than the right answer. */
const instead =
  (change: (scene: Scene) => Partial<Omit<WireAnswer, 'body'>> & { readonly body?: string | Buffer }) =>
  (scene: Scene): void => {
    const { status, headers, body } = { ...scene.right, ...change(scene) }
    scene.response.writeHead(status, headers).end(body)
  }

const json = (status: number, value: unknown, more: Readonly<Record<string, string>> = {}) =>
  instead(() => ({
    status,
    headers: { 'content-type': 'application/json', ...more },
    body: JSON.stringify(value),
  }))

const html = (status: number, more: Readonly<Record<string, string>> = {}) =>
  instead(() => ({
    status,
    headers: { 'content-type': 'text/html', ...more },
    body: '<html><h1>Sorry</h1></html>',
  }))

const problem = (type: string, more: Readonly<Record<string, string>>) =>
  instead(() => ({
    status: 404,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...more },
    body: JSON.stringify({ ...NOT_FOUND, type }),
  }))

/** The right answer of Stellar RPC with its result changed. */
const result = (change: (right: { entries: unknown; latestLedger: unknown }) => object) =>
  instead(({ asked, right }) => {
    const told = JSON.parse(right.body) as { result: { entries: unknown; latestLedger: unknown } }
    return {
      body: JSON.stringify({ jsonrpc: '2.0', id: callIn(asked).id, result: change(told.result) }),
    }
  })

const drip = ({ right, response }: Scene): void => {
  response.writeHead(200, right.headers)
  let sent = 0
  const timer = setInterval(() => response.write(right.body[sent++] ?? ' '), 20)
  response.on('close', () => clearInterval(timer))
}

const huge = ({ right, response }: Scene): void => {
  response.writeHead(200, right.headers)
  const part = Buffer.alloc(1024 * 1024, ' ')
  const pour = (): void => {
    while (!response.destroyed && response.write(part));
  }
  response.on('drain', pour)
  pour()
}

const BOMB = gzipSync(Buffer.alloc(16 * 1024 * 1024, ' '))

const both = (outcome: Outcome) => ({ horizon: outcome, rpc: outcome })

/** The table. */
export const FAULTS: readonly Fault[] = [
  { what: 'the right answer', ...both('known'), play: ({ response, right }) => send(response, right) },
  {
    what: 'the account does not exist',
    ...both('absent'),
    play: ({ protocol, asked, response }) => send(response, rightAnswer(protocol, asked, [])),
  },

  // The connection
  {
    what: 'nothing comes',
    ...both('source-timeout'),
    isAskedAgain: true,
    play: () => undefined,
  },
  {
    what: 'the body comes byte by byte',
    ...both('source-timeout'),
    isAskedAgain: true,
    play: drip,
  },
  {
    what: 'the connection is cut before an answer',
    ...both('source-unreachable'),
    isAskedAgain: true,
    play: ({ response }) => response.socket?.resetAndDestroy(),
  },
  {
    what: 'the connection is cut in the body',
    ...both('source-unreachable'),
    isAskedAgain: true,
    play: ({ right, response }) => {
      response.writeHead(200, right.headers)
      response.write(right.body.slice(0, 40), () => response.socket?.resetAndDestroy())
    },
  },
  {
    what: 'the body is shorter than it says',
    ...both('source-unreachable'),
    isAskedAgain: true,
    play: ({ right, response }) => {
      response.writeHead(200, { ...right.headers, 'content-length': right.body.length + 10 })
      response.write(right.body, () => response.socket?.end())
    },
  },
  {
    what: 'something else than HTTP is spoken',
    ...both('source-unreachable'),
    isAskedAgain: true,
    play: ({ response }) => response.socket?.end('220 mail.example.org ESMTP\r\n'),
  },
  {
    what: 'headers of a megabyte',
    ...both('source-unreachable'),
    isAskedAgain: true,
    play: ({ response }) => response.socket?.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(1024 * 1024)}\r\n\r\n`),
  },

  // The status
  {
    what: '429, once; then the right answer',
    ...both('known'),
    isAskedAgain: true,
    play: (scene) =>
      scene.before === 0 ? html(429, { 'retry-after': '0' })(scene) : send(scene.response, scene.right),
  },
  {
    what: '429 for ever',
    ...both('source-refused'),
    isAskedAgain: true,
    play: html(429),
  },
  {
    what: '429, and come back in an hour',
    ...both('source-refused'),
    play: html(429, { 'retry-after': '3600' }),
  },
  { what: '500', ...both('source-refused'), isAskedAgain: true, play: html(500) },
  {
    what: '503, as a problem document',
    ...both('source-refused'),
    isAskedAgain: true,
    play: json(503, { ...NOT_FOUND, status: 503 }, { 'latest-ledger': '512' }),
  },
  { what: '401', ...both('source-refused'), play: html(401) },
  { what: '204, no content', ...both('source-refused'), play: instead(() => ({ status: 204, body: '' })) },
  {
    what: 'a redirect to another server',
    ...both('source-refused'),
    play: html(302, { location: 'https://user:secret@elsewhere.example.org/accounts' }),
  },
  {
    what: 'a redirect to another path of the same server',
    ...both('source-refused'),
    play: html(308, { location: '/elsewhere' }),
  },

  // 404
  { what: '404, a web page', ...both('source-refused'), play: html(404, { 'latest-ledger': '512' }) },
  {
    what: "404, Horizon's document, as text",
    ...both('source-refused'),
    play: instead(() => ({
      status: 404,
      headers: { 'content-type': 'text/plain', 'latest-ledger': '512' },
      body: JSON.stringify(NOT_FOUND),
    })),
  },
  {
    what: "404, Horizon's document, without the ledger: a path that Horizon does not know",
    ...both('source-refused'),
    play: problem(NOT_FOUND.type, {}),
  },
  {
    what: '404, a problem document of another kind',
    ...both('source-refused'),
    play: problem('https://stellar.org/horizon-errors/still_ingesting', { 'latest-ledger': '512' }),
  },
  {
    what: '404, JSON of another kind',
    ...both('source-refused'),
    play: json(404, { error: 'no such route' }, { 'latest-ledger': '512' }),
  },
  {
    what: "404, Horizon's document cut short",
    horizon: 'source-malformed',
    rpc: 'source-refused',
    play: instead(() => ({
      status: 404,
      headers: { 'content-type': 'application/problem+json', 'latest-ledger': '512' },
      body: JSON.stringify(NOT_FOUND).slice(0, -1),
    })),
  },

  // The body
  { what: 'an empty body', ...both('source-malformed'), play: instead(() => ({ body: '' })) },
  {
    what: 'a body cut short, whole as it says',
    ...both('source-malformed'),
    play: instead(({ right }) => ({ body: right.body.slice(0, -2) })),
  },
  {
    what: 'the right body, as a web page',
    ...both('source-malformed'),
    play: instead(({ right }) => ({ headers: { ...right.headers, 'content-type': 'text/html' } })),
  },
  {
    what: 'the right body, without a content type',
    ...both('source-malformed'),
    play: instead(() => ({ headers: { 'latest-ledger': '512' } })),
  },
  {
    what: 'the right body, in Latin-1 as it says',
    ...both('source-malformed'),
    play: instead(({ right }) => ({
      headers: { ...right.headers, 'content-type': 'application/json; charset=iso-8859-1' },
    })),
  },
  { what: 'a body without end', ...both('source-malformed'), play: huge },
  {
    what: 'a body that says it is a gigabyte',
    ...both('source-malformed'),
    play: ({ right, response }) => {
      response.writeHead(200, { ...right.headers, 'content-length': 1024 ** 3 })
      response.write(right.body)
    },
  },
  {
    what: 'a compressed body, of which a little becomes a lot',
    ...both('source-malformed'),
    play: instead(({ right }) => ({
      headers: { ...right.headers, 'content-encoding': 'gzip' },
      body: BOMB,
    })),
  },
  {
    what: 'bytes that are no UTF-8',
    ...both('source-malformed'),
    play: instead(({ right }) => ({
      body: Buffer.concat([Buffer.from('{"x":"\xff",', 'latin1'), Buffer.from(right.body.slice(1))]),
    })),
  },
  {
    what: 'no JSON',
    ...both('source-malformed'),
    play: instead(() => ({ body: 'upstream connect error' })),
  },
  { what: 'JSON of another shape', ...both('source-malformed'), play: json(200, { ok: true }) },
  { what: 'a list', ...both('source-malformed'), play: json(200, [1, 2, 3]) },
  { what: '`null`', ...both('source-malformed'), play: json(200, null) },
  {
    what: 'the same member twice',
    ...both('source-malformed'),
    play: instead(({ protocol, right }) => ({
      body:
        protocol === 'horizon'
          ? right.body.replace('"weight":0', '"weight":0,"w\\u0065ight":255')
          : right.body.replace('"entries":', '"entries":[],"entries":'),
    })),
  },
  {
    what: 'lists nested a million deep',
    ...both('source-malformed'),
    play: instead(() => ({ body: '['.repeat(1024 * 1024) })),
  },
  {
    what: 'another account',
    ...both('source-wrong-account'),
    play: instead(({ protocol, asked }) => {
      if (protocol === 'horizon') return horizonWire({ accounts: [OTHER] }, OTHER.id)
      const entry = { key: accountLedgerKey(OTHER.id), xdr: accountData(OTHER) }
      const answer = { entries: [entry], latestLedger: 512 }
      return { body: JSON.stringify({ jsonrpc: '2.0', id: callIn(asked).id, result: answer }) }
    }),
  },

  // Horizon alone
  {
    what: 'a problem document with the status 200',
    horizon: 'source-malformed',
    play: json(200, NOT_FOUND, { 'latest-ledger': '512' }),
  },
  {
    what: 'an account whose own key is not among its signers',
    horizon: 'source-malformed',
    play: instead(({ right }) => {
      const told = JSON.parse(right.body) as { signers: { key: string }[] }
      return {
        body: JSON.stringify({ ...told, signers: told.signers.filter((one) => one.key !== JOINT.id) }),
      }
    }),
  },
  {
    what: 'a threshold of -56',
    horizon: 'source-malformed',
    play: instead(({ right }) => ({
      body: right.body.replace('"med_threshold":2', '"med_threshold":-56'),
    })),
  },
  {
    what: 'a ledger that is no number',
    horizon: 'source-malformed',
    play: instead(({ right }) => ({ headers: { ...right.headers, 'latest-ledger': '-1' } })),
  },

  // Stellar RPC alone
  {
    what: 'an error object',
    rpc: 'source-refused',
    play: instead(({ asked }) => ({
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: callIn(asked).id,
        error: { code: -32601, message: 'method not found' },
      }),
    })),
  },
  {
    what: 'an error object beside an empty list',
    rpc: 'source-refused',
    play: instead(({ asked }) => ({
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: callIn(asked).id,
        error: { code: -32603 },
        result: { entries: [], latestLedger: 512 },
      }),
    })),
  },
  {
    what: 'the answer to another request',
    rpc: 'source-malformed',
    play: instead(() => ({
      body: JSON.stringify({ jsonrpc: '2.0', id: 999, result: { entries: [], latestLedger: 512 } }),
    })),
  },
  {
    what: 'no entries, of no ledger',
    rpc: 'source-malformed',
    play: result(() => ({ entries: [] })),
  },
  {
    what: 'no entries, of ledger 0',
    rpc: 'source-malformed',
    play: result(() => ({ entries: [], latestLedger: 0 })),
  },
  {
    what: '`null` in the place of entries',
    rpc: 'source-malformed',
    play: result(({ latestLedger }) => ({ entries: null, latestLedger })),
  },
  {
    what: 'two entries of one account',
    rpc: 'source-malformed',
    play: result(({ entries, latestLedger }) => ({
      entries: [...(entries as unknown[]), ...(entries as unknown[])],
      latestLedger,
    })),
  },
  {
    what: 'the entry of another account under the right key',
    rpc: 'source-wrong-account',
    play: result(({ latestLedger }) => ({
      entries: [{ key: accountLedgerKey(JOINT.id), xdr: accountData(OTHER) }],
      latestLedger,
    })),
  },
  {
    what: 'an entry that is cut short',
    rpc: 'source-malformed',
    play: result(({ latestLedger }) => ({
      entries: [{ key: accountLedgerKey(JOINT.id), xdr: accountData(JOINT).slice(0, 120) }],
      latestLedger,
    })),
  },
]
