/**
 * What a request to sign a transaction says (SEP-7), and what must be right about it, whichever way it goes.
 *
 * A wallet must put a sequence number in the place of a 0: what it signs would not be what was shown.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  failure,
  innermostOf,
  looksLikeSeed,
  parseAccountId,
  secretSeedFailure,
  type Failure,
  type Network,
} from '../../kernel/model/index.js'
import { decodeEnvelope } from './decode-envelope.js'

/** What a request says. */
export interface TransactionUri {
  /** The envelope, with the signatures that it has so far. */
  readonly base64: string
  readonly network: Network
  /** Shown by the wallet, and nowhere on the ledger; at most 300 characters. */
  readonly message?: string
  /** The account (`G…`) whose key is asked to sign. */
  readonly publicKey?: string
  /** Where the wallet posts the signed envelope, instead of submitting it: an `https:` address. */
  readonly callback?: string
}

/** Counted as UTF-16 has them, which is never fewer than any other way of counting. */
const MAX_MESSAGE_LENGTH = 300

type Check<T> = (value: T) => Failure | undefined

const checkMessage: Check<string> = (message) => {
  if (message.length > MAX_MESSAGE_LENGTH)
    return failure(
      'sep7-message-too-long',
      `the message has \`${String(message.length)}\` characters; it can have at most ${String(MAX_MESSAGE_LENGTH)}`,
    )
  return /\p{Surrogate}/u.test(message)
    ? failure('sep7-bad-message', 'the message holds half of a character, which no URI can carry')
    : undefined
}

const checkPublicKey: Check<string> = (key) => {
  const account = parseAccountId(key)
  if (E.isLeft(account)) return account.left
  return key.startsWith('G')
    ? undefined
    : failure('not-an-account', 'expected the key that signs as `G…`, found a muxed account')
}

const checkCallback: Check<string> = (callback) =>
  /^https:\/\/[!-~]+$/.test(callback)
    ? undefined
    : failure('sep7-bad-callback', 'expected the callback as an address that starts with `https://`')

const checkEnvelope = ({ base64, network }: TransactionUri): Failure | undefined => {
  const envelope = decodeEnvelope(network)(base64)
  if (E.isLeft(envelope)) return envelope.left
  return innermostOf(envelope.right).transaction.sequence === 0n
    ? failure(
        'sep7-open-sequence',
        'the sequence number is 0, which a wallet replaces: the transaction that it signs would be another',
        'set the sequence number that the transaction is to have',
      )
    : undefined
}

const optional = <T>(value: T | undefined, check: Check<T>): Failure | undefined =>
  value === undefined ? undefined : check(value)

/** The first thing that is wrong with a request; no failure repeats a text of it. */
export const wrongIn = (request: TransactionUri): Failure | undefined => {
  const { message, publicKey, callback, network } = request
  const texts = [message, publicKey, callback, network.passphrase]
  if (texts.some((text) => text !== undefined && looksLikeSeed(text))) return secretSeedFailure()
  return (
    checkEnvelope(request) ??
    optional(message, checkMessage) ??
    optional(publicKey, checkPublicKey) ??
    optional(callback, checkCallback) ??
    (/\p{Surrogate}/u.test(network.passphrase)
      ? failure('sep7-bad-passphrase', 'the passphrase holds half of a character, which no URI can carry')
      : undefined)
  )
}
