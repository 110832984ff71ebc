/**
 * What bytes are that are not what was asked for: people paste the wrong field of a response, and a
 * name helps them more than an offset.
 */
import type { xdr } from '@stellar/stellar-base'
import * as E from 'fp-ts/lib/Either.js'
import type { Bytes } from '../../kernel/model/index.js'
import { generated } from './generated.js'
import { ledgerEntryKind } from './ledger-entry-kind.js'
import { SorobanAuthorizationEntry, TransactionEnvelope } from './protocol-27.js'
import { readXdr } from './read-xdr.js'

/** What some bytes are, and what the person who has them may have meant. */
export interface Description {
  /** A type of the protocol, in its spelling. */
  readonly type: string
  /** What it is, in words that can follow "found". */
  readonly what: string
  readonly help: string
}

const TAKE_ENVELOPE = 'take the field `envelope_xdr` of a response, or what a wallet calls the envelope'
const WRAP = 'an envelope is a transaction with its list of signatures: export it from where it was built'
const AS_ENVELOPE = 'give it where an envelope is expected'
const AS_ENTRY = 'give it to `quorate entry`'
const AS_ACCOUNT = 'give it where an account is expected'

/** The most telling types first: a short value may be read as several. */
const KNOWN = [
  { type: 'TransactionEnvelope', what: 'a transaction envelope', help: AS_ENVELOPE },
  { type: 'Transaction', what: 'a bare transaction without its envelope', help: WRAP },
  { type: 'FeeBumpTransaction', what: 'a bare fee bump without its envelope', help: WRAP },
  { type: 'TransactionV0', what: 'a bare transaction without its envelope', help: WRAP },
  { type: 'TransactionSignaturePayload', what: 'the bytes that signers hash', help: WRAP },
  { type: 'TransactionResultPair', what: 'the result of a transaction, with its hash', help: TAKE_ENVELOPE },
  { type: 'TransactionResult', what: 'the result of a transaction', help: TAKE_ENVELOPE },
  { type: 'TransactionMeta', what: 'the changes that a transaction made', help: TAKE_ENVELOPE },
  { type: 'LedgerEntry', what: 'a ledger entry', help: AS_ACCOUNT },
  { type: 'AccountEntry', what: 'an account', help: AS_ACCOUNT },
  { type: 'LedgerHeader', what: 'a ledger header', help: TAKE_ENVELOPE },
  { type: 'SorobanAuthorizationEntry', what: 'an authorization entry', help: AS_ENTRY },
  { type: 'DecoratedSignature', what: 'one signature with its hint', help: 'add it to its envelope' },
  { type: 'Operation', what: 'one operation', help: WRAP },
  { type: 'LedgerKey', what: 'the key of a ledger entry', help: 'fetch the entry that it names' },
] as const satisfies readonly Description[]

const TYPES = { ...generated, TransactionEnvelope, SorobanAuthorizationEntry }

const READABLE = KNOWN.map((description) => ({
  description,
  read: readXdr<unknown>(TYPES[description.type]),
}))

/** The result of a transaction that failed; a few zero bytes more or less could be anything. */
const SHORTEST = 16

const ofLedgerEntry = (entry: xdr.LedgerEntry): Description => {
  const kind = ledgerEntryKind(entry.data().switch())
  const help = kind === 'Account' ? AS_ACCOUNT : 'only entries of type Account say who may sign'
  return { type: 'LedgerEntry', what: `a ledger entry of type ${kind}`, help }
}

/** What bytes are, if they are of a type that people come across. */
export const describeXdr = (bytes: Bytes): Description | undefined => {
  if (bytes.length < SHORTEST) return undefined
  for (const { description, read } of READABLE) {
    const value = read(bytes)
    if (E.isLeft(value)) continue
    return description.type === 'LedgerEntry' ? ofLedgerEntry(value.right as xdr.LedgerEntry) : description
  }
  return undefined
}
