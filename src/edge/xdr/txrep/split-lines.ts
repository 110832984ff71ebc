/** Txrep taken apart: which field has which value, and on which line. */
import * as E from 'fp-ts/lib/Either.js'
import { at, failure, secretSeedFailure, type Failure } from '../../../kernel/model/index.js'

/** What stands after a field. */
export interface Entry {
  /** The value, and what may follow it as a comment. */
  readonly text: string
  readonly line: number
}

/** A field, then a colon, then the rest: no two parts of the pattern can take the same character. */
const LINE = /^([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+|\[[0-9]+\])*): *(.*)$/

/** Longer rows of such letters than 40 are read as seeds by strkeys too, whatever their checksum. */
const SEED = /(?:^|[^A-Z2-7])S[A-Z2-7]{40,}(?![A-Z2-7])/

/** A failure of one line. */
export const onLine = (line: number, found: Failure): Failure => at({ line, column: 1 })(found)

const MOST_SHOWN = 60

/** What a person wrote, cut where it is long, between backticks. */
export const shown = (text: string): string =>
  text.length <= MOST_SHOWN ? `\`${text}\`` : `\`${text.slice(0, MOST_SHOWN)}…\``

/**
 * The fields of a text, in its order. Blank lines and lines that begin with a colon say nothing.
 *
 * Failures, each with its line: `txrep-bad-line`, `txrep-duplicate-field`, `secret-seed`.
 */
export const splitLines = (text: string): E.Either<Failure, Map<string, Entry>> => {
  const fields = new Map<string, Entry>()
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1
    if (SEED.test(row)) return E.left(onLine(line, secretSeedFailure()))
    const content = row.endsWith('\r') ? row.slice(0, -1) : row
    if (content === '' || content.startsWith(':')) continue
    const match = LINE.exec(content)
    if (match === null)
      return E.left(
        onLine(
          line,
          failure(
            'txrep-bad-line',
            `expected \`field: value\`, found ${shown(content)}`,
            'a field is a name such as `tx.operations[0].body.type`, from the first column on',
          ),
        ),
      )
    const field = match[1] ?? ''
    const before = fields.get(field)
    if (before !== undefined)
      return E.left(
        onLine(
          line,
          failure(
            'txrep-duplicate-field',
            `${shown(field)} stands on line ${String(before.line)} already`,
            'keep one of the two: which one counts should not depend on their order',
          ),
        ),
      )
    fields.set(field, { text: match[2] ?? '', line })
  }
  return E.right(fields)
}
