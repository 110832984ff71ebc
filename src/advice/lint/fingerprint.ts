/** Fingerprints: the same finding tomorrow, after lines have moved and names have changed. */
import * as O from 'fp-ts/lib/Option.js'
import { toHex, utf8 } from '../../kernel/model/index.js'
import { sha256 } from '../../kernel/signature/index.js'
import type { Finding } from './finding.js'

/** How many bytes of the hash are kept; enough that nobody finds two of a kind. */
const BYTES = 16

/**
 * 32 hexadecimal digits of the SHA-256 over the rule, the address of the account and the evidence. Where
 * the account has no address that is known, its name stands for it.
 */
export const fingerprintOf = (
  { rule, account, evidence }: Finding,
  addressOf: (account: string) => string | undefined,
): string => {
  const subject = O.isSome(account) ? (addressOf(account.value) ?? account.value) : ''
  // As JSON, so that no two lists of words are one text.
  return toHex(sha256(utf8(JSON.stringify([rule, subject, ...evidence]))).subarray(0, BYTES))
}
