/**
 * Protocol versions: what decides is the version in the ledger's header, never that of any software.
 *
 * Judging begins where stellar-core's signature rules have been stable and recorded: validation from
 * protocol 8 (7 verified nothing, 1 to 6 judged from a stale copy), apply from 10 (before, each
 * operation was judged against the state that the one before it had left).
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../model/index.js'

/** A ledger protocol version that Quorate can judge under. */
export type Protocol = number & { readonly Protocol: unique symbol }

/**
 * The two moments at which the network judges an envelope. `validate` is the question that a node asks
 * before it passes an envelope on; `apply` is what happens when a ledger closes with it.
 */
export type Phase = 'validate' | 'apply'

/** The oldest version that each phase is judged under. */
export const OLDEST_PROTOCOL: Readonly<Record<Phase, number>> = { validate: 8, apply: 10 }

/** The newest version known. */
export const NEWEST_PROTOCOL = 28

/** The version that is meant where none is said. */
export const DEFAULT_PROTOCOL = 27 as Protocol

/**
 * A protocol version for a phase.
 *
 * Failure: `unsupported-protocol`, naming the range.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parseProtocol } from 'quorate/kernel'
 *
 * const early = parseProtocol('apply')(9)
 * if (E.isLeft(early)) console.log(early.left.message)
 * // => protocol `9` is not supported for apply; expected 10 to 28
 * ```
 */
export const parseProtocol =
  (phase: Phase) =>
  (value: number): E.Either<Failure, Protocol> =>
    Number.isInteger(value) && value >= OLDEST_PROTOCOL[phase] && value <= NEWEST_PROTOCOL
      ? E.right(value as Protocol)
      : E.left(
          failure(
            'unsupported-protocol',
            `protocol \`${String(value)}\` is not supported for ${phase}; expected ${String(OLDEST_PROTOCOL[phase])} to ${String(NEWEST_PROTOCOL)}`,
          ),
        )
