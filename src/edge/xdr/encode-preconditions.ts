/** Preconditions as the network encodes them; the reverse of `preconditions.ts`. */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import type { Bounds, Preconditions } from '../../kernel/model/index.js'
import { encodedSignerKey } from './encode-keys.js'
import { generated } from './generated.js'

const uint64 = (value: bigint): xdr.Uint64 => new generated.Uint64(value)

const timeBounds = ({ min, max }: Bounds): xdr.TimeBounds =>
  new generated.TimeBounds({ minTime: uint64(min), maxTime: uint64(max) })

const ledgerBounds = ({ min, max }: Bounds): xdr.LedgerBounds =>
  new generated.LedgerBounds({ minLedger: Number(min), maxLedger: Number(max) })

const v2 = (conditions: Preconditions): xdr.PreconditionsV2 =>
  new generated.PreconditionsV2({
    timeBounds: O.isSome(conditions.timeBounds) ? timeBounds(conditions.timeBounds.value) : null,
    ledgerBounds: O.isSome(conditions.ledgerBounds) ? ledgerBounds(conditions.ledgerBounds.value) : null,
    minSeqNum: O.isSome(conditions.minSequence) ? new generated.Int64(conditions.minSequence.value) : null,
    minSeqAge: uint64(conditions.minSequenceAge),
    minSeqLedgerGap: conditions.minSequenceLedgerGap,
    extraSigners: conditions.extraSigners.map(encodedSignerKey),
  })

/** What the first two forms cannot say must be left out of them; `encodable.ts` has asked that. */
export const encodedPreconditions = (conditions: Preconditions): xdr.Preconditions => {
  if (conditions.form === 'V2') return generated.Preconditions.precondV2(v2(conditions))
  if (conditions.form === 'Time' && O.isSome(conditions.timeBounds))
    return generated.Preconditions.precondTime(timeBounds(conditions.timeBounds.value))
  return generated.Preconditions.precondNone()
}
