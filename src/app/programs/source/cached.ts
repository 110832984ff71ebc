/**
 * A source that remembers answers for a time that is stated. A decision should not need one: what was
 * true a minute ago may be what somebody has just revoked.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { AccountId } from '../../../kernel/model/index.js'
import type { LedgerSource, SourceAnswer, Timing } from '../../ports.js'

/** What is remembered, and for how long. */
export interface CachePolicy {
  /** An answer is used for so many milliseconds from when it was asked for. */
  readonly maxAgeMs: number
  /** Whether that an account does not exist is remembered too; false where it is left out. */
  readonly absentToo?: boolean
  /** So many accounts are remembered; the oldest answers go first. 10,000 where it is left out. */
  readonly most?: number
}

interface Remembered {
  readonly answer: SourceAnswer
  readonly askedAt: number
}

/**
 * The same source with a memory. Failures are never remembered. An answer keeps the ledger that it is of,
 * so that a decision still says as of which one.
 */
export const cached =
  ({ maxAgeMs, absentToo = false, most = 10_000 }: CachePolicy, timing: Timing) =>
  (source: LedgerSource): LedgerSource => {
    const memory = new Map<AccountId, Remembered>()

    const remember = (id: AccountId, one: Remembered): void => {
      // Asked earlier and answered later: what is there is newer.
      if ((memory.get(id)?.askedAt ?? -Infinity) > one.askedAt) return
      memory.delete(id)
      memory.set(id, one)
      // A Map keeps the order in which its entries came.
      for (const oldest of memory.keys()) {
        if (memory.size <= most) break
        memory.delete(oldest)
      }
    }

    return {
      ...source,
      find: (id, signal) => async () => {
        const askedAt = timing.now()
        const known = memory.get(id)
        if (known !== undefined && askedAt - known.askedAt < maxAgeMs) return E.right(known.answer)
        const told = await source.find(id, signal)()
        if (E.isRight(told) && (told.right._tag === 'Known' || absentToo))
          remember(id, { answer: told.right, askedAt })
        // What was known of it is no longer so.
        else if (E.isRight(told)) memory.delete(id)
        return told
      },
    }
  }
