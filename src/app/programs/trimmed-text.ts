/** What trimming leaves, as an envelope in base64; and the copies that are of different transactions, told. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { DifferentTransactions } from '../../advice/select/index.js'
import type { TrimResult } from '../../edge/report/index.js'
import { withInnerSignatures, withSignatures } from '../../edge/xdr/index.js'
import { failure, toHex, type Failure } from '../../kernel/model/index.js'

/**
 * The first copy's bytes with the trimmed list in the place of its own; none where nothing can be sent.
 *
 * Failures: those of `withSignatures`.
 */
export const printTrimmed =
  (result: TrimResult) =>
  (text: string): E.Either<Failure, O.Option<string>> => {
    if (E.isLeft(result)) return E.right(O.none)
    const { _tag, envelope } = result.right
    const put = _tag === 'Trimmed' ? withSignatures : withInnerSignatures
    return E.map((printed: string) => O.some(printed))(put(envelope.signatures)(text))
  }

/** The failure for copies that are not of one transaction. */
export const differentTransactions = (
  { copies, hashes }: DifferentTransactions,
  names: readonly string[],
): Failure => {
  const [a, b] = copies.map((copy) => names[copy] ?? `copy ${String(copy + 1)}`)
  const [one, other] = hashes.map((hash) => `${toHex(hash).slice(0, 8)}…`)
  return failure(
    'different-transactions',
    `${String(a)} and ${String(b)} are not copies of one transaction: their hashes are \`${String(one)}\` and \`${String(other)}\``,
    'a signature is for one transaction only; of a fee bump, also the inner signatures must be the same',
  )
}
