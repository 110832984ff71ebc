/** Txrep taken apart: which field has which value, and on which line. */
import * as E from 'fp-ts/lib/Either.js'
import { at, failure, secretSeedFailure, type Failure } from '../../../kernel/model/index.js'

/** What stands after a field. */
export interface Entry {
  /** The value, and what may follow it as a comment. */
  readonly text: string
  readonly line: number
}

/** No two parts of the pattern can take the same character: it looks at each once. */
const FIELD = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+|\[[0-9]+\])*$/

/** The deepest value that can be read has a shorter name; a pattern that repeats too often throws. */
const LONGEST_FIELD = 64 * 1024

/** The field that a line is about, if it is about one; the rest of the line comes after the colon. */
const fieldIn = (content: string): string | undefined => {
  const colon = content.indexOf(':')
  const field = content.slice(0, Math.max(colon, 0))
  return field.length <= LONGEST_FIELD && FIELD.test(field) ? field : undefined
}

/** Longer rows of such letters than 40 are read as seeds by strkeys too, whatever their checksum. */
const SEED = /(?:^|[^A-Z2-7])S[A-Z2-7]{40,}(?![A-Z2-7])/

/** A failure of one line. */
export const onLine = (line: number, found: Failure): Failure => at({ line, column: 1 })(found)

const MOST_SHOWN = 60

/** What a person wrote, cut where it is long, between backticks. */
export const shown = (text: string): string =>
  text.length <= MOST_SHOWN ? `\`${text}\`` : `\`${text.slice(0, MOST_SHOWN)}…\``

/** A field, of which the end tells more where it is long. */
export const shownField = (field: string): string =>
  field.length <= 2 * MOST_SHOWN ? `\`${field}\`` : `\`…${field.slice(-2 * MOST_SHOWN)}\``

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
    const field = fieldIn(content)
    if (field === undefined)
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
    const before = fields.get(field)
    if (before !== undefined)
      return E.left(
        onLine(
          line,
          failure(
            'txrep-duplicate-field',
            `${shownField(field)} stands on line ${String(before.line)} already`,
            'keep one of the two: which one counts should not depend on their order',
          ),
        ),
      )
    fields.set(field, { text: content.slice(field.length + 1).replace(/^ +/, ''), line })
  }
  return E.right(fields)
}
