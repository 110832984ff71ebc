/**
 * Operations that are taken to fail, as they are written on the command line: `2`, or `1:2` for the second
 * operation of the first envelope, and perhaps with a code: `2=CHANGE_TRUST_LOW_RESERVE`.
 */
import * as E from 'fp-ts/lib/Either.js'
import { quoted } from '../../edge/source/quoted.js'
import { about, failure, innermostOf, type Envelope, type Failure } from '../../kernel/model/index.js'

/** One of them; positions count from 0. */
export interface FailingOperation {
  readonly step: number
  readonly operation: number
  readonly code: string
}

/** The code where none is said: the network's own word for an operation that ran, whatever came of it. */
const SOME_CODE = 'opINNER'

const WRITTEN = /^(?:([1-9][0-9]{0,3}):)?([1-9][0-9]{0,2})(?:=([A-Za-z][A-Za-z_]{1,60}))?$/

/** Failure: `not-an-operation`. */
export const parseFailingOperation = (text: string): E.Either<Failure, FailingOperation> => {
  const match = WRITTEN.exec(text)
  return match === null
    ? E.left(
        failure(
          'not-an-operation',
          `${quoted(text)} names no operation; expected a number such as \`2\`, \`1:2\` of envelope 1, or \`2=CODE\``,
        ),
      )
    : E.right({
        step: Number(match[1] ?? '1') - 1,
        operation: Number(match[2]) - 1,
        code: match[3] ?? SOME_CODE,
      })
}

/** The codes of one step's operations, where they are taken to fail. */
export const codeIn =
  (fails: readonly FailingOperation[], step: number) =>
  (operation: number): string | undefined =>
    fails.find((one) => one.step === step && one.operation === operation)?.code

/** The failure for an operation that no envelope has; `no-such-operation`. */
export const strayFailure = (
  fails: readonly FailingOperation[],
  envelopes: readonly Envelope[],
): Failure | undefined => {
  const stray = fails.find(({ step, operation }) => {
    const envelope = envelopes[step]
    return envelope === undefined || operation >= innermostOf(envelope).transaction.operations.length
  })
  return stray === undefined
    ? undefined
    : about('--fails')(
        failure(
          'no-such-operation',
          `envelope ${String(stray.step + 1)} has no operation ${String(stray.operation + 1)}`,
        ),
      )
}
