/**
 * The operations of a challenge: who it is for, which domains it names. All are ManageData; the first is
 * the client's, the others are the server's but one, in which the domain of a wallet names its key.
 *
 * The model folds muxed accounts into those behind them, so every source is looked at twice here: whose it
 * is, and whether a number stands beside it. Only the client may have one.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  equalBytes,
  fromBase64,
  utf8,
  type AccountId,
  type Bytes,
  type ManageData,
  type Operation,
} from '../../kernel/model/index.js'
import { quotedName } from '../source/index.js'
import type { Address } from './address.js'
import {
  asciiOf,
  authName,
  CLIENT_DOMAIN,
  isDomain,
  NONCE_LENGTH,
  shownBytes,
  WEB_AUTH_DOMAIN,
  type Challenge,
  type ClientDomain,
} from './challenge.js'
import { refusal, type Sep10Failure } from './codes.js'

/** An operation with the number beside its source. */
export interface Entry {
  readonly operation: ManageData
  readonly number: O.Option<bigint>
}

type Read<A> = E.Either<Sep10Failure, A>

const shown = (bytes: Bytes): string => quotedName(shownBytes(bytes))

const isNamed = (name: string, { operation }: Entry): boolean => equalBytes(operation.name, utf8(name))

/** All operations as entries, or the one that is none. */
export const entriesOf = (
  operations: readonly Operation[],
  numbers: readonly O.Option<bigint>[],
): Read<readonly [Entry, ...Entry[]]> => {
  const entries: Entry[] = []
  for (const [index, operation] of operations.entries()) {
    if (operation._tag !== 'ManageData')
      return E.left(
        refusal(
          'not-manage-data',
          `operation ${String(index + 1)} is ${operation._tag}; expected ManageData`,
        ),
      )
    entries.push({ operation, number: numbers[index] ?? O.none })
  }
  const [first, ...others] = entries
  return first === undefined
    ? E.left(refusal('no-operations', 'the challenge has no operation; expected at least one'))
    : E.right([first, ...others])
}

const isNonce = (value: O.Option<Bytes>): boolean => {
  const text = O.isSome(value) && value.value.length === 64 ? asciiOf(value.value) : undefined
  const nonce = text === undefined ? undefined : fromBase64(text)
  return nonce !== undefined && E.isRight(nonce) && nonce.right.length === NONCE_LENGTH
}

/** The first operation: the client, and the home domain that it is for. */
export const clientOf = (
  { operation, number }: Entry,
  homeDomains: readonly string[],
): Read<{ readonly client: Address; readonly homeDomain: string }> => {
  const { source, name, value } = operation
  if (O.isNone(source))
    return E.left(
      refusal('operation-without-source', 'operation 1 has no source; expected the account of the client'),
    )
  const homeDomain = homeDomains.find((one) => equalBytes(authName(one), name))
  if (homeDomain === undefined)
    return E.left(
      refusal(
        'wrong-home-domain',
        `operation 1 is named ${shown(name)}; expected ${homeDomains.map((one) => quotedName(`${one} auth`)).join(' or ')}`,
      ),
    )
  if (!isNonce(value))
    return E.left(
      refusal('bad-nonce', 'the value of operation 1 is not 64 characters of base64 that hold 48 bytes'),
    )
  return E.right({ client: { account: source.value, number }, homeDomain })
}

const clientDomainOf = ({ operation, number }: Entry, server: AccountId): Read<ClientDomain> => {
  const bad = (why: string): Read<never> => E.left(refusal('bad-client-domain', `the client_domain ${why}`))
  const { source, value } = operation
  if (O.isNone(source) || source.value === server) return bad('has the server as its source')
  if (O.isSome(number)) return bad('has a muxed source; expected the plain account of its signing key')
  const domain = O.isSome(value) ? asciiOf(value.value) : undefined
  return domain === undefined || !isDomain(domain)
    ? bad('names no domain in printable ASCII')
    : E.right({ domain, account: source.value })
}

const isServers = ({ operation, number }: Entry, server: AccountId): boolean =>
  O.isNone(number) && O.isSome(operation.source) && operation.source.value === server

/** The domains that the operations after the first name. */
export const domainsOf = (
  others: readonly Entry[],
  server: AccountId,
  expected: O.Option<string>,
): Read<Pick<Challenge, 'webAuthDomain' | 'clientDomain'>> => {
  let webAuthDomain: O.Option<string> = O.none
  let clientDomain: O.Option<ClientDomain> = O.none
  for (const [index, entry] of others.entries()) {
    if (isNamed(CLIENT_DOMAIN, entry)) {
      if (O.isSome(clientDomain))
        return E.left(refusal('client-domain-twice', 'the challenge has more than one client_domain'))
      const found = clientDomainOf(entry, server)
      if (E.isLeft(found)) return found
      clientDomain = O.some(found.right)
      continue
    }
    if (!isServers(entry, server))
      return E.left(
        refusal(
          'foreign-operation',
          `operation ${String(index + 2)}, ${shown(entry.operation.name)}, has another source than the server`,
        ),
      )
    if (!isNamed(WEB_AUTH_DOMAIN, entry)) continue
    const value = O.getOrElse((): Bytes => new Uint8Array())(entry.operation.value)
    const domain = asciiOf(value)
    const isExpected = O.isNone(expected) || equalBytes(value, utf8(expected.value))
    if (domain === undefined || !isDomain(domain) || !isExpected)
      return E.left(
        refusal(
          'wrong-web-auth-domain',
          `the web_auth_domain is ${shown(value)}; expected ${O.isSome(expected) ? quotedName(expected.value) : 'a domain in printable ASCII'}`,
        ),
      )
    webAuthDomain = O.some(domain)
  }
  return E.right({ webAuthDomain, clientDomain })
}
