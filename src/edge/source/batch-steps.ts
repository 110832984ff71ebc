/**
 * One case of a batch with several envelopes, submitted one after the other: `steps` stands in the place
 * of `envelope`. A line with an envelope is a case of one.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { readFrameWith, type BatchDefaults, type BatchFrame } from './batch-frame.js'
import { failingOperations, maybe, text, uint32, uint64 } from './codecs.js'

/** An envelope in base64, and the ledger that it is submitted to. */
export interface BatchStep {
  readonly envelope: string
  readonly ledgerSeq: O.Option<number>
  readonly closeTime: O.Option<bigint>
  /** Operations that fail, by position from 0, with their codes: of those that are not followed. */
  readonly fails: ReadonlyMap<number, string>
}

/** A case of envelopes to be submitted in order. */
export interface BatchSteps extends BatchFrame {
  readonly steps: readonly [BatchStep, ...BatchStep[]]
  /** Whether they were written as `steps`; then each is answered on its own. */
  readonly isSequence: boolean
}

const fails = maybe(failingOperations)

const step = t.type(
  { envelope: text, ledgerSeq: maybe(uint32), closeTime: maybe(uint64), fails },
  'a step (an object with an `envelope`)',
)

const readMembers = readFrameWith({
  envelope: maybe(text),
  fails,
  steps: maybe(t.array(step, 'a list of steps')),
})

type Written = Pick<BatchStep, 'envelope' | 'ledgerSeq' | 'closeTime'> & { readonly fails: Fails }
type Fails = O.Option<ReadonlyMap<number, string>>

const NONE: ReadonlyMap<number, string> = new Map()

const failing: (written: Fails) => ReadonlyMap<number, string> = O.getOrElse(() => NONE)

const shape = (message: string): E.Either<Failure, never> => E.left(failure('batch-shape', message))

/**
 * Reads a line with one envelope or with steps; a step that does not say its ledger is submitted to that
 * of the line.
 *
 * Failures: those of `readFrameWith`.
 */
export const readBatchSteps = (line: string, defaults?: BatchDefaults): E.Either<Failure, BatchSteps> =>
  E.chain(
    ({
      envelope,
      steps,
      fails: written,
      ...frame
    }: BatchFrame & MembersOfSteps): E.Either<Failure, BatchSteps> => {
      const { ledgerSeq, closeTime } = frame
      if (O.isSome(envelope))
        return O.isSome(steps)
          ? shape('`envelope` and `steps` are both there; expected one of them')
          : E.right({
              ...frame,
              steps: [{ envelope: envelope.value, ledgerSeq, closeTime, fails: failing(written) }],
              isSequence: false,
            })
      if (O.isNone(steps)) return shape('`envelope` is missing; expected a text, or `steps` in its place')
      const [first, ...others] = steps.value.map((one) => ({
        envelope: one.envelope,
        ledgerSeq: O.isSome(one.ledgerSeq) ? one.ledgerSeq : ledgerSeq,
        closeTime: O.isSome(one.closeTime) ? one.closeTime : closeTime,
        fails: failing(one.fails),
      }))
      return first === undefined
        ? shape('`steps` is empty; expected a step at least')
        : E.right({ ...frame, steps: [first, ...others], isSequence: true })
    },
  )(readMembers(line, defaults))

interface MembersOfSteps {
  readonly envelope: O.Option<string>
  readonly fails: Fails
  readonly steps: O.Option<readonly Written[]>
}
