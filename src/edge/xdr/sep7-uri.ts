/**
 * Requests to sign a transaction as URIs (SEP-7 v2.1.0, operation `tx`): what a wallet opens from a link or
 * a code. Such a request carries no authority of its own; nothing here signs or verifies one.
 *
 * Written and read is only what leaves the transaction as it is: with `replace`, a wallet would sign
 * something else than what was shown.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  failure,
  looksLikeSeed,
  NETWORKS,
  PASSPHRASES,
  secretSeedFailure,
  type Failure,
} from '../../kernel/model/index.js'
import { wrongIn, type TransactionUri } from './sep7-request.js'
import { queryOf, type Parameters } from './uri-query.js'

const START = 'web+stellar:tx?'

/**
 * The URI that asks a wallet to sign an envelope. The passphrase is left out for the public network.
 *
 * Failures: those of `decodeEnvelope`, `sep7-open-sequence`, `sep7-message-too-long`, `sep7-bad-message`,
 * `sep7-bad-passphrase`, `sep7-bad-callback`, those of `parseAccountId`, `secret-seed`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { transactionUri } from 'quorate/edge'
 * import { NETWORKS } from 'quorate/kernel'
 *
 * const uri = transactionUri({ base64: 'AAAA', network: NETWORKS.testnet, message: 'remove the leaver' })
 * if (E.isLeft(uri)) console.log(uri.left.code)
 * // => xdr-truncated
 * ```
 */
export const transactionUri = (request: TransactionUri): E.Either<Failure, string> => {
  const wrong = wrongIn(request)
  if (wrong !== undefined) return E.left(wrong)
  const { base64, network, message, publicKey, callback } = request
  const isPublic = network.passphrase === PASSPHRASES.public
  const parameters: readonly (readonly [name: string, value: string | undefined])[] = [
    ['xdr', base64],
    ['callback', callback === undefined ? undefined : `url:${callback}`],
    ['pubkey', publicKey],
    ['msg', message],
    ['network_passphrase', isPublic ? undefined : network.passphrase],
  ]
  const written = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return E.right(START + written.join('&'))
}

/** Parameters of the standard that are refused, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  replace: 'a wallet would change the transaction before it is signed',
  chain: 'it wraps another request, which is not looked at here',
  signature: 'the request is signed, and nothing here can verify that',
  origin_domain: 'it names who asks, and nothing here can verify that',
}

const KNOWN: readonly string[] = ['xdr', 'callback', 'pubkey', 'msg', 'network_passphrase']

const checkNames = (parameters: Parameters): Failure | undefined => {
  for (const name of parameters.keys()) {
    if (KNOWN.includes(name)) continue
    if (Object.hasOwn(REFUSED, name))
      return failure(
        'sep7-unsupported',
        `the parameter \`${name}\` is not read: ${REFUSED[name] as string}`,
        'take the envelope (`xdr`) from the request, and look at it by itself',
      )
    return failure('sep7-unknown-parameter', 'a parameter of the request is none of SEP-7')
  }
  return undefined
}

const requestOf = (parameters: Parameters): E.Either<Failure, TransactionUri> => {
  const base64 = parameters.get('xdr')
  if (base64 === undefined) return E.left(failure('sep7-no-envelope', 'the request has no `xdr`'))
  const passphrase = parameters.get('network_passphrase')
  const callback = parameters.get('callback')
  if (callback !== undefined && !callback.startsWith('url:'))
    return E.left(failure('sep7-bad-callback', 'expected a callback that starts with `url:`'))
  const message = parameters.get('msg')
  const publicKey = parameters.get('pubkey')
  return E.right({
    base64,
    network: passphrase === undefined ? NETWORKS.public : { passphrase },
    ...(message === undefined ? {} : { message }),
    ...(publicKey === undefined ? {} : { publicKey }),
    ...(callback === undefined ? {} : { callback: callback.slice('url:'.length) }),
  })
}

/**
 * What a URI asks to sign. A request without a passphrase is for the public network.
 *
 * Failures: those of `transactionUri`; `sep7-too-long`, `sep7-not-a-request`, `sep7-bad-escape`,
 * `sep7-duplicate-parameter`, `sep7-unknown-parameter`, `sep7-unsupported`, `sep7-no-envelope`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { readTransactionUri } from 'quorate/edge'
 *
 * const request = readTransactionUri('web+stellar:pay?destination=GA7QYNF7')
 * if (E.isLeft(request)) console.log(request.left.code)
 * // => sep7-not-a-request
 * ```
 */
export const readTransactionUri = (text: string): E.Either<Failure, TransactionUri> => {
  if (!text.startsWith(START))
    return E.left(
      looksLikeSeed(text)
        ? secretSeedFailure()
        : failure('sep7-not-a-request', `expected a request to sign a transaction, as \`${START}xdr=…\``),
    )
  const parameters = queryOf(text.slice(START.length))
  if (E.isLeft(parameters)) return parameters
  const unread = checkNames(parameters.right)
  if (unread !== undefined) return E.left(unread)
  const request = requestOf(parameters.right)
  const wrong = E.isLeft(request) ? undefined : wrongIn(request.right)
  return wrong === undefined ? request : E.left(wrong)
}
