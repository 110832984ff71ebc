/** The ledger that envelopes are submitted to, as it is written on the command line. */
import * as E from 'fp-ts/lib/Either.js'
import { quoted } from '../../edge/source/quoted.js'
import { failure, type Failure } from '../../kernel/model/index.js'

const LARGEST = 0xffff_ffff

/** A ledger's sequence number. Failure: `not-a-ledger`. */
export const parseLedger = (text: string): E.Either<Failure, number> =>
  /^[0-9]{1,10}$/.test(text) && Number(text) <= LARGEST
    ? E.right(Number(text))
    : E.left(
        failure(
          'not-a-ledger',
          `${quoted(text)} is no ledger; expected a number from 0 to ${String(LARGEST)}`,
        ),
      )

/** A date alone is read as its first second; a time without a zone would be one of several. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/

/**
 * A close time: seconds since 1970, or ISO 8601 with a zone.
 *
 * Failure: `not-a-time`.
 */
export const parseCloseTime = (text: string): E.Either<Failure, bigint> => {
  if (/^[0-9]{1,19}$/.test(text)) return E.right(BigInt(text))
  const milliseconds = ISO.test(text) ? Date.parse(text) : NaN
  return Number.isFinite(milliseconds) && milliseconds >= 0
    ? E.right(BigInt(Math.floor(milliseconds / 1000)))
    : E.left(
        failure(
          'not-a-time',
          `${quoted(text)} is no close time; expected seconds since 1970, or a date with time and zone such as \`2026-01-31T12:00:00Z\``,
        ),
      )
}
