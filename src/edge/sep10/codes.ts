/**
 * Why a challenge is refused: stable codes, each with what it means. `docs/guide/sep10.md` lists them all.
 *
 * A text that is no envelope at all is refused by the codes of `decodeEnvelope`.
 */
import { failure, type Failure } from '../../kernel/model/index.js'

/** Codes of a challenge that is not read: its form is wrong, or its server did not sign it. */
export const READING_CODES = {
  'challenge-too-large': 'the text is longer than any challenge can be',
  'fee-bump-challenge': 'it is a fee bump; a challenge is an ordinary envelope',
  'wrong-server': 'its source is not the account of the server',
  'muxed-server': 'its source is muxed; the server is a plain account',
  'sequence-not-zero': 'its sequence number is not 0, so the network might run it',
  'no-time-bounds': 'it has no time bounds, or they have no end, or end before they begin',
  'challenge-too-early': 'its time has not begun yet, the grace period included',
  'challenge-expired': 'its time is over, the grace period included',
  'other-preconditions': 'it has preconditions beside its time bounds',
  'memo-not-id': 'it has a memo of another type than id',
  'no-operations': 'it has no operation',
  'not-manage-data': 'one of its operations is not ManageData',
  'operation-without-source': 'its first operation, which names the client, has no source',
  'wrong-home-domain': 'its first operation is not named after a home domain that is accepted',
  'bad-nonce': 'the value of its first operation is not the base64 of 48 bytes',
  'memo-with-muxed-client': 'it has a memo and a muxed client, and only one of the two may name a user',
  'foreign-operation': 'a later operation has another source than the server, and is no client_domain',
  'wrong-web-auth-domain': 'its web_auth_domain is not the one that is expected',
  'client-domain-twice': 'it has more than one client_domain',
  'bad-client-domain': 'its client_domain names no domain, or its source is muxed or the server',
  'not-signed-by-server': 'the server did not sign it',
} as const

/** Codes of a challenge that is read, and proves nobody. */
export const AUTHENTICATION_CODES = {
  'bad-level': 'the level that is asked for is no threshold',
  'account-not-known': 'the source could not say what the account of the client is; nothing is decided',
  'other-account': 'the account that is given is not that of the client',
  'no-signers': 'nobody can sign for the client: no Ed25519 key of the account counts',
  'not-signed-by-client-domain': 'it has a client_domain whose key did not sign it',
  'not-signed-by-client': 'nobody who can sign for the client did',
  'unknown-signature': 'a signature is of no key that may sign it, or the second one of a key',
  'weight-not-reached': 'those who signed do not reach the threshold',
} as const

/** Codes of a challenge that cannot be built; `bad-nonce`, `no-time-bounds` and others are as in reading. */
export const BUILDING_CODES = {
  'bad-domain': 'a domain is empty, too long, or not of printable ASCII without spaces',
} as const

/** All codes of this room with what they mean. */
export const SEP10_CODES = { ...READING_CODES, ...AUTHENTICATION_CODES, ...BUILDING_CODES } as const

/** One of them. */
export type Sep10Code = keyof typeof SEP10_CODES

/** A failure of this room. */
export interface Sep10Failure extends Failure {
  readonly code: Sep10Code
}

/** Whether a failure is a refusal by this room, and not that of a text that is no envelope. */
export const isSep10Failure = (found: Failure): found is Sep10Failure =>
  Object.hasOwn(SEP10_CODES, found.code)

/** A refusal with its code; the message says what was found. */
export const refusal = (code: Sep10Code, message: string, help?: string): Sep10Failure => ({
  ...failure(code, message, help),
  code,
})
