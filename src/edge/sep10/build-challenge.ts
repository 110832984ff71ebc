/**
 * Building a challenge: the transaction that a server signs and gives to a client. Randomness and time are
 * values of the caller, who also signs: nothing here knows a secret.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  NO_PRECONDITIONS,
  toBase64,
  utf8,
  type AccountId,
  type Bounds,
  type Bytes,
  type Failure,
  type ManageData,
  type Network,
} from '../../kernel/model/index.js'
import { quotedName } from '../source/index.js'
import { encodeTransaction, type UnsignedEnvelope } from '../xdr/index.js'
import type { Address } from './address.js'
import {
  authName,
  CLIENT_DOMAIN,
  isDomain,
  NONCE_LENGTH,
  WEB_AUTH_DOMAIN,
  type ClientDomain,
} from './challenge.js'
import { refusal, type Sep10Failure } from './codes.js'

/** What a challenge is made of; what may be left out may be `undefined` as well. */
export interface ChallengeParts {
  readonly network: Network
  readonly server: AccountId
  readonly client: Address
  readonly homeDomain: string
  readonly webAuthDomain: string
  /** The wallet that is to vouch for its user. */
  readonly clientDomain?: ClientDomain | undefined
  /** Names a user behind the account; not together with a muxed client. */
  readonly memo?: bigint | undefined
  /** From and to, in seconds since 1970; SEP-10 recommends 15 minutes. */
  readonly timeBounds: Bounds
  /** 48 random bytes, never used before. */
  readonly nonce: Bytes
}

/** Stroops an operation; nobody ever pays them. */
const FEE = 100n

/** A name or a value of ManageData has at most so many bytes. */
const LONGEST = 64

const badDomain = (what: string, domain: string, longest: number): Sep10Failure | undefined =>
  isDomain(domain) && domain.length <= longest
    ? undefined
    : refusal(
        'bad-domain',
        `the ${what} domain is ${quotedName(domain)}; expected 1 to ${String(longest)} characters of printable ASCII, without spaces`,
        'write an international name in its ASCII form (xn--…)',
      )

const unfit = (parts: ChallengeParts): Sep10Failure | undefined => {
  const { server, client, clientDomain, memo, timeBounds, nonce } = parts
  if (nonce.length !== NONCE_LENGTH)
    return refusal('bad-nonce', `${String(nonce.length)} random bytes; expected ${String(NONCE_LENGTH)}`)
  if (timeBounds.max === 0n || timeBounds.max < timeBounds.min)
    return refusal('no-time-bounds', 'the time bounds have no end, or end before they begin')
  if (O.isSome(client.number) && memo !== undefined)
    return refusal('memo-with-muxed-client', 'there is a memo, and the client is muxed; give one of the two')
  if (clientDomain?.account === server)
    return refusal('bad-client-domain', 'the key of the client domain is that of the server')
  return (
    badDomain('home', parts.homeDomain, LONGEST - ' auth'.length) ??
    badDomain('web auth', parts.webAuthDomain, LONGEST) ??
    (clientDomain === undefined ? undefined : badDomain('client', clientDomain.domain, LONGEST))
  )
}

const entry = (source: AccountId, name: Bytes, value: string): ManageData => ({
  _tag: 'ManageData',
  source: O.some(source),
  name,
  value: O.some(utf8(value)),
})

/**
 * The challenge of these parts, unsigned; `envelope.hash` is what the server signs, and `withSignatures`
 * puts the signature in.
 *
 * Failures: `bad-nonce`, `no-time-bounds`, `memo-with-muxed-client`, `bad-client-domain`, `bad-domain`;
 * `not-encodable` for numbers of more than 64 bits.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { buildChallenge, parseAddress } from 'quorate/edge'
 * import { NETWORKS, parseAccountId } from 'quorate/kernel'
 *
 * const server = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * const client = parseAddress('GCI6F6SXQ7OCJLCWEFZLIJGTKJZAGGL4CJTRCV7DIYCNVADI3K6LOEAF')
 * if (E.isRight(server) && E.isRight(client)) {
 *   const challenge = buildChallenge({
 *     network: NETWORKS.testnet,
 *     server: server.right,
 *     client: client.right,
 *     homeDomain: 'anchor.example.org',
 *     webAuthDomain: 'auth.example.org',
 *     timeBounds: { min: 1700000000n, max: 1700000900n },
 *     nonce: new Uint8Array(48), // in earnest: 48 random bytes
 *   })
 *   if (E.isRight(challenge)) console.log(challenge.right.envelope.transaction.sequence)
 * }
 * // => 0n
 * ```
 */
export const buildChallenge = (parts: ChallengeParts): E.Either<Failure, UnsignedEnvelope> => {
  const wrong = unfit(parts)
  if (wrong !== undefined) return E.left(wrong)
  const { network, server, client, clientDomain, memo } = parts
  const operations = [
    entry(client.account, authName(parts.homeDomain), toBase64(parts.nonce)),
    entry(server, utf8(WEB_AUTH_DOMAIN), parts.webAuthDomain),
    ...(clientDomain === undefined
      ? []
      : [entry(clientDomain.account, utf8(CLIENT_DOMAIN), clientDomain.domain)]),
  ]
  return encodeTransaction(network)({
    source: server,
    fee: FEE * BigInt(operations.length),
    sequence: 0n,
    preconditions: { ...NO_PRECONDITIONS, form: 'Time', timeBounds: O.some(parts.timeBounds) },
    operations,
    marks: {
      memo: memo === undefined ? { _tag: 'None' } : { _tag: 'Id', id: memo },
      source: O.none,
      operationSources: [client.number],
    },
  })
}
