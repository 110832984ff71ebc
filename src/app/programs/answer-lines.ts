/**
 * Answering a batch: one line of JSON out for each line in, in order, in constant memory. The next lines
 * are read when the last answers were taken.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../../kernel/model/index.js'
import type { InputLine, Output, Ports } from '../ports.js'

/** The answer to a line, without its newline, and whether the line could be read. */
export interface Answer {
  readonly text: string
  readonly isReadable: boolean
}

/** How far a batch has come, or how it ended. */
export interface BatchCount {
  readonly judged: number
  readonly unreadable: number
}

/** Longer lines are answered unread. */
export const LINE_LIMIT = 16 * 1024 * 1024

const isBlank = (line: InputLine): boolean => line._tag === 'Line' && line.text.trim() === ''

/**
 * Answers every line of an input, `path` or `-`; blank lines are skipped. `onCount` hears of every piece
 * that was written. Ends early, without a failure, when nobody reads the output any more.
 *
 * Failures: those of opening the input. A line that cannot be read is an answer, not a failure.
 */
export const answerLines =
  ({ files }: Ports, output: Output, onCount: (count: BatchCount) => void) =>
  (
    path: string,
    answer: (line: InputLine) => Answer,
  ): TE.TaskEither<NEA.NonEmptyArray<Failure>, BatchCount> =>
  async () => {
    const lines = await files.readLines(path, LINE_LIMIT)()
    if (E.isLeft(lines)) return E.left(NEA.of(lines.left))
    let count: BatchCount = { judged: 0, unreadable: 0 }
    for await (const some of lines.right) {
      const answers = some.filter((line) => !isBlank(line)).map(answer)
      const judged = answers.filter(({ isReadable }) => isReadable).length
      count = { judged: count.judged + judged, unreadable: count.unreadable + answers.length - judged }
      if (!(await output.write(answers.map(({ text }) => `${text}\n`).join('')))) break
      onCount(count)
    }
    return E.right(count)
  }
