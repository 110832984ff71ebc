/** Challenges: a transaction that can never run, by which a client shows who it is (SEP-10 3.4.1). */
import type * as O from 'fp-ts/lib/Option.js'
import {
  utf8,
  type AccountId,
  type Bounds,
  type Bytes,
  type TransactionEnvelope,
} from '../../kernel/model/index.js'
import type { Address } from './address.js'

/** A wallet that vouches for its users: a domain, and the account whose key it signs with. */
export interface ClientDomain {
  readonly domain: string
  readonly account: AccountId
}

/** A challenge whose form is right and that its server signed. Made by `readChallenge` only. */
export interface Challenge {
  readonly envelope: TransactionEnvelope
  readonly server: AccountId
  /** Where in the list the signature of the server stands; it counts for nobody else. */
  readonly serverSignature: number
  readonly client: Address
  /** The memo that names a user behind the account; never together with a muxed client. */
  readonly memo: O.Option<bigint>
  readonly homeDomain: string
  readonly webAuthDomain: O.Option<string>
  readonly clientDomain: O.Option<ClientDomain>
  readonly timeBounds: Bounds
}

/** Bytes of randomness in a challenge; written as 64 characters of base64. */
export const NONCE_LENGTH = 48

/** Names of the operations after the first. */
export const WEB_AUTH_DOMAIN = 'web_auth_domain'
export const CLIENT_DOMAIN = 'client_domain'

/** The name of the first operation. */
export const authName = (homeDomain: string): Bytes => utf8(`${homeDomain} auth`)

/** What may be a domain here: it is shown and compared, so that nothing in it may be invisible. */
export const isDomain = (text: string): boolean => /^[\x21-\x7e]+$/.test(text)

/** Bytes as text where every byte is printable ASCII, and nothing where one is not. */
export const asciiOf = (bytes: Bytes): string | undefined => {
  let text = ''
  for (const byte of bytes) {
    if (byte < 0x20 || byte > 0x7e) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}

/** Bytes as they may be shown in a message: what is not printable is a dot. */
export const shownBytes = (bytes: Bytes): string => {
  let text = ''
  for (const byte of bytes) text += byte < 0x20 || byte > 0x7e ? '·' : String.fromCharCode(byte)
  return text
}
