/** Entries put together, decoded and judged in one line. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { judgeEntry, type EntryJudge, type EntryVerdict } from '../../../src/edge/soroban/index.js'
import { decodeAuthorizationEntry } from '../../../src/edge/xdr/index.js'
import { NETWORKS, type AuthorizationEntry, type LedgerView } from '../../../src/kernel/model/index.js'
import { proveWith } from '../../../src/kernel/signature/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { entryText, type EntryParts } from '../../support/build/authorization-entry.js'

/** The entry of a text, or an exception, which fails the spec. */
export const decodedEntry = (text: string): AuthorizationEntry => {
  const entry = decodeAuthorizationEntry(text)
  if (E.isLeft(entry)) throw new Error(`${entry.left.code}: ${entry.left.message}`)
  return entry.right
}

/** A judge under the current protocol, at a ledger in which entries that say nothing else are valid. */
export const JUDGE: EntryJudge = {
  network: NETWORKS.testnet,
  protocol: 27 as Protocol,
  prove: proveWith(ed25519()),
  ledger: O.some(900),
  maxEntryTtl: O.some(10_000),
}

/** What is said of an entry of these parts. */
export const verdictOn = (
  view: LedgerView,
  parts: EntryParts,
  judge: Partial<EntryJudge> = {},
): EntryVerdict => judgeEntry({ ...JUDGE, ...judge })(view)(decodedEntry(entryText(parts)))

/** The verdict in a word: its reason where it is refused. */
export const wordOf = (verdict: EntryVerdict): string =>
  verdict._tag === 'Refused' ? verdict.reason : verdict._tag
