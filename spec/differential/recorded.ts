/**
 * Recorded verdicts of stellar-core as questions with the answers expected, and how an answer is
 * compared with them. What judges is handed in, so that the reference and the engine meet the same.
 */
import { decodeAccount, decodeEnvelope } from '../../src/edge/xdr/index.js'
import {
  innermostOf,
  ledgerView,
  parseAccountId,
  sourceOf,
  type Account,
  type AccountId,
  type Envelope,
  type LedgerView,
} from '../../src/kernel/model/index.js'
import type { Phase } from '../reference/checker.js'

/** What one phase said, as it is written in the files. */
export interface Verdict {
  readonly code: string
  readonly opCodes: readonly string[]
  readonly used?: string
  /** In `core-verdicts` and `core-probes`. */
  readonly checks?: readonly (readonly [number, number])[]
  readonly innerCode?: string
  readonly innerUsed?: string
  readonly innerChecks?: readonly (readonly [number, number])[]
  /** Why there is no verdict, where there is none. */
  readonly exception?: string
}

/** What every file with envelopes and accounts writes in a row. */
export interface Row {
  readonly id: string
  readonly protocol: number
  readonly networkPassphrase: string
  readonly envelope: string
  readonly hash: string
  readonly accounts: readonly string[]
  readonly closedWorld: boolean
  readonly absentAccounts?: readonly string[]
  readonly unknownAccounts?: readonly string[]
}

/** A row with the verdicts of both phases. */
export interface JudgedRow extends Row {
  readonly tags: readonly string[]
  readonly validate: Verdict
  readonly apply: Verdict
}

const right = <A>(
  either: { readonly _tag: 'Left'; readonly left: unknown } | { readonly _tag: 'Right'; readonly right: A },
): A => {
  if (either._tag === 'Left')
    throw new Error(`a recorded row does not decode: ${JSON.stringify(either.left)}`)
  return either.right
}

const id = (text: string): AccountId => right(parseAccountId(text))

/** The envelope of a row, optionally read as if it were meant for another network. */
export const envelopeIn = (row: Row, passphrase = row.networkPassphrase): Envelope =>
  right(decodeEnvelope({ passphrase })(row.envelope))

export const accountsIn = (row: Row): readonly Account[] =>
  row.accounts.map((text) => right(decodeAccount(text)))

export const viewIn = (row: Row): LedgerView =>
  right(
    ledgerView({
      accounts: accountsIn(row),
      absent: (row.absentAccounts ?? []).map(id),
      notFetched: (row.unknownAccounts ?? []).map(id),
      closedWorld: row.closedWorld,
    }),
  )

/** Codes that authority does not decide, and that Quorate therefore never says. */
const OTHER_REASONS: ReadonlySet<string> = new Set([
  'txBAD_SEQ',
  'txTOO_EARLY',
  'txTOO_LATE',
  'txBAD_MIN_SEQ_AGE_OR_GAP',
  'txINSUFFICIENT_FEE',
  'txINSUFFICIENT_BALANCE',
  'txINTERNAL_ERROR',
])

const OPERATION_CODES: ReadonlySet<string> = new Set(['opBAD_AUTH', 'opNO_ACCOUNT', 'opNOT_SUPPORTED'])

/** An operation that was authorized, and failed for a reason of its own. */
const failedByItself = (opCode: string): boolean =>
  !OPERATION_CODES.has(opCode) && opCode !== 'opINNER:0' && !opCode.endsWith('_SUCCESS')

/** An account that was to be created, was not, and then acted; Quorate takes operations to succeed. */
const actsUncreated = ({ opCodes }: Verdict): boolean =>
  opCodes.some((code) => code.startsWith('CREATE_ACCOUNT_') && failedByItself(code)) &&
  opCodes.includes('opNO_ACCOUNT')

/** An account that a merge leaves where it is, because of its sequence number, and that acts again. */
const outlivesItsMerge = (row: Row, { opCodes }: Verdict): boolean => {
  const failed = opCodes.indexOf('ACCOUNT_MERGE_SEQNUM_TOO_FAR')
  if (failed < 0) return false
  const { transaction } = innermostOf(envelopeIn(row))
  const sources = transaction.operations.map(sourceOf(transaction))
  return sources.slice(failed + 1).includes(sources[failed] as AccountId)
}

/** Why a phase of a row has nothing to say about authority, or nothing where it has. */
export const skipReason = (row: JudgedRow, phase: Phase): string | undefined => {
  const verdict = row[phase]
  if (verdict.exception !== undefined)
    return verdict.exception === 'not applied' ? 'not applied' : 'exception: the fee could not be charged'
  const reason = [verdict.code, verdict.innerCode ?? ''].find((code) => OTHER_REASONS.has(code))
  if (reason !== undefined) return reason
  // What stands behind the first operation that fails was not looked at, and surplus neither.
  if (phase === 'validate')
    return verdict.opCodes.some(failedByItself) ? 'an operation is malformed' : undefined
  if (row.protocol < 10) return 'apply before protocol 10'
  if (actsUncreated(verdict)) return 'a creation failed, and its account acted'
  return outlivesItsMerge(row, verdict) ? 'a merge failed for its sequence number' : undefined
}

/** The part of an answer that is compared; `used` and `checks` as they are written in the files. */
export interface Comparable {
  readonly code: string
  /** `2: opBAD_AUTH`, in order. */
  readonly refused: readonly string[]
  readonly used: string
  readonly inner?: { readonly code: string; readonly used: string }
}

const refusedIn = (opCodes: readonly string[]): readonly string[] =>
  opCodes.flatMap((code, i) => (OPERATION_CODES.has(code) ? [`${i}: ${code}`] : []))

/**
 * Authority alone: a transaction that failed although every operation was authorized, or that left a
 * sponsorship open, was authorized.
 */
const authorityOf = (code: string, refused: readonly string[]): string =>
  code === 'txBAD_SPONSORSHIP' || (code === 'txFAILED' && refused.length === 0) ? 'txSUCCESS' : code

/** What stellar-core said, as it is to be compared. */
export const expectedOf = (verdict: Verdict): Comparable => {
  const refused = refusedIn(verdict.opCodes)
  const used = verdict.used ?? ''
  if (verdict.innerCode === undefined) return { code: authorityOf(verdict.code, refused), refused, used }
  const inner = authorityOf(verdict.innerCode, refused)
  return {
    code: inner === 'txSUCCESS' ? 'txFEE_BUMP_INNER_SUCCESS' : 'txFEE_BUMP_INNER_FAILED',
    refused,
    used,
    inner: { code: inner, used: verdict.innerUsed ?? '' },
  }
}
