/** Sequence numbers: which comes next, and when one was last consumed (CAP-21; stellar-core `isBadSeq`). */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, AccountState, Transaction } from '../model/index.js'
import { holds } from '../protocol/index.js'
import { startingSequence, type LedgerHeader } from './ledger-header.js'
import { putState, type World } from './world.js'

/** The largest sequence number: an account that has it can never act again. */
export const MAX_SEQUENCE = (1n << 63n) - 1n

/** Records when a sequence number moved, where the protocol keeps that and the ledger is known. */
export const stampSequence = (header: LedgerHeader, world: World, id: AccountId): World => {
  const { protocol, sequence, closeTime } = header
  if (!holds(protocol)('preconditionsV2') || O.isNone(sequence) || O.isNone(closeTime)) return world
  return putState(world, id, () => ({ sequenceLedger: sequence.value, sequenceTime: closeTime.value }))
}

/** Consumes a transaction's sequence number. */
export const consumeSequence = (
  header: LedgerHeader,
  world: World,
  { source, sequence }: Transaction,
): World =>
  stampSequence(
    header,
    putState(world, source, () => ({ sequence })),
    source,
  )

/** Whether a transaction's sequence number is not the account's turn. */
export const isBadSequence = (
  header: LedgerHeader,
  state: AccountState,
  transaction: Transaction,
): boolean => {
  const { sequence, preconditions } = transaction
  const starting = startingSequence(header)
  // The number that a new account would begin with could be used twice, if the account were made anew.
  if (O.isSome(starting) && sequence === starting.value) return true
  if (holds(header.protocol)('preconditionsV2') && O.isSome(preconditions.minSequence))
    return state.sequence < preconditions.minSequence.value || state.sequence >= sequence
  return state.sequence === MAX_SEQUENCE || state.sequence + 1n !== sequence
}

/** Whether the sequence number moved too short a time, or too few ledgers, ago. */
export const isTooSoon = (
  header: LedgerHeader,
  state: AccountState,
  { preconditions }: Transaction,
): boolean => {
  if (!holds(header.protocol)('preconditionsV2')) return false
  const { minSequenceAge, minSequenceLedgerGap } = preconditions
  const { closeTime, sequence } = header
  return (
    (O.isSome(closeTime) && closeTime.value - minSequenceAge < state.sequenceTime && minSequenceAge > 0n) ||
    (O.isSome(closeTime) && minSequenceAge > closeTime.value) ||
    (O.isSome(sequence) &&
      minSequenceLedgerGap > 0 &&
      sequence.value - minSequenceLedgerGap < state.sequenceLedger)
  )
}
