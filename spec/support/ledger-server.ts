/** What Horizon and Stellar RPC answer of a ledger that is known: under `/horizon`, and under `/rpc`. */
import * as E from 'fp-ts/lib/Either.js'
import { accountLedgerKey } from '../../src/edge/xdr/index.js'
import {
  NETWORKS,
  parseAccountId,
  type Account,
  type AccountId,
  type Network,
} from '../../src/kernel/model/index.js'
import { accountData, horizonJson } from './build/account-answers.js'
import { localServer, type Answer, type Asked, type LocalServer } from './local-server.js'

/** The ledger that is served. */
export interface ServedLedger {
  readonly accounts: readonly Account[]
  readonly ledger?: number
  readonly network?: Network
}

/** What goes over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Horizon's document for what it does not find. */
export const NOT_FOUND = {
  type: 'https://stellar.org/horizon-errors/not_found',
  title: 'Resource Missing',
  status: 404,
}

const horizonHeaders = (ledger: number, type = 'application/hal+json; charset=utf-8') => ({
  'content-type': type,
  'latest-ledger': String(ledger),
})

/** What Horizon answers. */
export const horizonWire = ({ accounts, ledger = 512 }: ServedLedger, id: string): WireAnswer => {
  const account = accounts.find((one) => one.id === id)
  return account === undefined
    ? {
        status: 404,
        headers: horizonHeaders(ledger, 'application/problem+json; charset=utf-8'),
        body: JSON.stringify(NOT_FOUND),
      }
    : { status: 200, headers: horizonHeaders(ledger), body: JSON.stringify(horizonJson(account)) }
}

const keyed = (accounts: readonly Account[]): ReadonlyMap<string, Account> =>
  new Map(accounts.map((account) => [accountLedgerKey(account.id), account]))

/** The body of a request of JSON-RPC. */
export const callIn = ({ body }: Asked) =>
  JSON.parse(body) as { id: number; method: string; params?: { keys: readonly string[] } }

/** What Stellar RPC answers. */
export const rpcWire = (
  { accounts, ledger = 512, network = NETWORKS.testnet }: ServedLedger,
  asked: Asked,
): WireAnswer => {
  const { id, method, params } = callIn(asked)
  const known = keyed(accounts)
  const entries = (params?.keys ?? []).flatMap((key) => {
    const account = known.get(key)
    return account === undefined ? [] : [{ key, xdr: accountData(account), lastModifiedLedgerSeq: 2 }]
  })
  const result =
    method === 'getNetwork'
      ? { passphrase: network.passphrase, protocolVersion: 27 }
      : { entries, latestLedger: ledger }
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id, result }),
  }
}

/** A server of a ledger; `asked` hears of every question. */
export const ledgerServer = (
  served: ServedLedger,
  heard: (asked: Asked) => void = () => undefined,
): Promise<LocalServer> => {
  const { network = NETWORKS.testnet, ledger = 512 } = served
  const wireOf = (asked: Asked): WireAnswer => {
    if (asked.path.startsWith('/rpc')) return rpcWire(served, asked)
    if (asked.path === '/horizon/')
      return {
        status: 200,
        headers: horizonHeaders(ledger),
        body: JSON.stringify({ network_passphrase: network.passphrase }),
      }
    return horizonWire(served, asked.path.replace('/horizon/accounts/', ''))
  }
  const answer: Answer = (asked, response) => {
    heard(asked)
    const { status, headers, body } = wireOf(asked)
    response.writeHead(status, headers).end(body)
  }
  return localServer(answer)
}

/** An account by its address. */
export const accountId = (text: string): AccountId => {
  const id = parseAccountId(text)
  if (E.isLeft(id)) throw new Error(id.left.message)
  return id.right
}
