/**
 * What bytes are that are not what was asked for: people paste the wrong field of a response, and a
 * name helps them more than an offset.
 */
import { xdr } from '@stellar/stellar-base'
import * as E from 'fp-ts/lib/Either.js'
import type { Bytes } from '../../kernel/model/index.js'
import { ledgerEntryKind } from './ledger-entry-kind.js'
import { readXdr } from './read-xdr.js'

/** What some bytes are, and what the person who has them may have meant. */
export interface Description {
  readonly type: string
  /** What it is, in words that can follow "this is". */
  readonly what: string
  readonly help: string
}

const ENVELOPE_FIELD = 'take the field `envelope_xdr` of a response, or what a wallet calls the envelope'

interface Candidate {
  readonly type: string
  readonly what: string
  readonly help: string
  readonly matches: (bytes: Bytes) => boolean
}

const candidate = (
  type: string,
  generated: Parameters<typeof readXdr>[0],
  what: string,
  help: string,
): Candidate => {
  const read = readXdr(generated)
  return { type, what, help, matches: (bytes) => E.isRight(read(bytes)) }
}

const NO_ENVELOPE =
  'an envelope is a transaction with its list of signatures: export it from where it was built'

/** The most telling types first: a short value may be read as several. */
const CANDIDATES: readonly Candidate[] = [
  candidate(
    'TransactionEnvelope',
    xdr.TransactionEnvelope,
    'a transaction envelope',
    'give it where an envelope is expected',
  ),
  candidate('Transaction', xdr.Transaction, 'a bare transaction without its envelope', NO_ENVELOPE),
  candidate(
    'FeeBumpTransaction',
    xdr.FeeBumpTransaction,
    'a bare fee bump without its envelope',
    NO_ENVELOPE,
  ),
  candidate('TransactionV0', xdr.TransactionV0, 'a bare transaction without its envelope', NO_ENVELOPE),
  candidate(
    'TransactionSignaturePayload',
    xdr.TransactionSignaturePayload,
    'the bytes that signers hash, not an envelope',
    NO_ENVELOPE,
  ),
  candidate(
    'TransactionResultPair',
    xdr.TransactionResultPair,
    'the result of a transaction with its hash',
    ENVELOPE_FIELD,
  ),
  candidate('TransactionResult', xdr.TransactionResult, 'the result of a transaction', ENVELOPE_FIELD),
  candidate(
    'TransactionMeta',
    xdr.TransactionMeta,
    'the changes that a transaction made to the ledger',
    ENVELOPE_FIELD,
  ),
  candidate('LedgerEntry', xdr.LedgerEntry, 'a ledger entry', 'give it where an account is expected'),
  candidate('AccountEntry', xdr.AccountEntry, 'an account', 'give it where an account is expected'),
  candidate('LedgerHeader', xdr.LedgerHeader, 'a ledger header', ENVELOPE_FIELD),
  candidate(
    'SorobanAuthorizationEntry',
    xdr.SorobanAuthorizationEntry,
    'an authorization entry of a smart contract call',
    ENVELOPE_FIELD,
  ),
  candidate(
    'DecoratedSignature',
    xdr.DecoratedSignature,
    'one signature with its hint',
    'an envelope carries its signatures: add it to the envelope',
  ),
  candidate('Operation', xdr.Operation, 'one operation', NO_ENVELOPE),
  candidate(
    'LedgerKey',
    xdr.LedgerKey,
    'the key of a ledger entry, not the entry',
    'fetch the entry that it names',
  ),
]

const describeLedgerEntry = (bytes: Bytes): Description | undefined => {
  const entry = readXdr(xdr.LedgerEntry)(bytes)
  if (E.isLeft(entry)) return undefined
  const kind = ledgerEntryKind(entry.right.data().switch())
  return {
    type: 'LedgerEntry',
    what: `a ledger entry of type ${kind}`,
    help:
      kind === 'Account'
        ? 'give it where an account is expected'
        : 'only entries of type Account say who may sign',
  }
}

/** What bytes are, if they are of a type that people come across. */
export const describeXdr = (bytes: Bytes): Description | undefined => {
  const found = CANDIDATES.find((type) => type.matches(bytes))
  return found?.type === 'LedgerEntry' ? describeLedgerEntry(bytes) : found
}
