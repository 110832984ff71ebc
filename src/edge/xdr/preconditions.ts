/** Preconditions in XDR: the three forms of `Preconditions`, and the bare time bounds of v0 (CAP-21). */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import { NO_PRECONDITIONS, type Bounds, type Preconditions } from '../../kernel/model/index.js'
import { signerKeyOf } from './keys.js'

type Optional<T> = T | null | undefined

const timeBoundsOf = (bounds: Optional<xdr.TimeBounds>): O.Option<Bounds> =>
  bounds === null || bounds === undefined
    ? O.none
    : O.some({ min: bounds.minTime().toBigInt(), max: bounds.maxTime().toBigInt() })

const ledgerBoundsOf = (bounds: Optional<xdr.LedgerBounds>): O.Option<Bounds> =>
  bounds === null || bounds === undefined
    ? O.none
    : O.some({ min: BigInt(bounds.minLedger()), max: BigInt(bounds.maxLedger()) })

const bigintOf = (value: Optional<xdr.SequenceNumber>): O.Option<bigint> =>
  value === null || value === undefined ? O.none : O.some(value.toBigInt())

/** The preconditions that bare time bounds stand for; without them a v0 transaction has none. */
export const preconditionsOfTimeBounds = (bounds: Optional<xdr.TimeBounds>): Preconditions =>
  bounds === null || bounds === undefined
    ? NO_PRECONDITIONS
    : { ...NO_PRECONDITIONS, form: 'Time', timeBounds: timeBoundsOf(bounds) }

/** The preconditions of a v1 transaction. */
export const preconditionsOf = (preconditions: xdr.Preconditions): Preconditions => {
  switch (preconditions.switch().name) {
    case 'precondNone':
      return NO_PRECONDITIONS
    case 'precondTime':
      return preconditionsOfTimeBounds(preconditions.timeBounds())
    case 'precondV2': {
      const v2 = preconditions.v2()
      return {
        form: 'V2',
        timeBounds: timeBoundsOf(v2.timeBounds()),
        ledgerBounds: ledgerBoundsOf(v2.ledgerBounds()),
        minSequence: bigintOf(v2.minSeqNum()),
        minSequenceAge: v2.minSeqAge().toBigInt(),
        minSequenceLedgerGap: v2.minSeqLedgerGap(),
        extraSigners: v2.extraSigners().map(signerKeyOf),
      }
    }
  }
}
