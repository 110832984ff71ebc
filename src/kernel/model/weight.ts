/**
 * Weights and thresholds are small whole numbers.
 *
 * Configurations that people write hold 0 to 255. A ledger entry may hold more: before protocol 10
 * SetOptions stored any 32-bit weight (stellar-core #1780), and such entries still exist, so the type
 * admits them and the engine caps them as the network does.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from './failure.js'

/** What a signer adds to a check; an unsigned 32-bit number, 0 to 255 in anything made since protocol 10. */
export type Weight = number

/** The largest weight or threshold that can be configured. */
export const MAX_WEIGHT = 255

/**
 * A weight or threshold as configured: a whole number from 0 to 255.
 *
 * Failure: `weight-out-of-range`, naming what was read.
 */
export const parseWeight =
  (name: string) =>
  (value: unknown): E.Either<Failure, Weight> =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_WEIGHT
      ? E.right(value)
      : E.left(
          failure(
            'weight-out-of-range',
            `${name} is \`${String(value)}\`; expected a whole number from 0 to 255`,
          ),
        )
