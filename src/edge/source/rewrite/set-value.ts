/** Another value in place of a number or a text. */
import * as E from 'fp-ts/lib/Either.js'
import type { TreePath } from '../../../advice/policy/index.js'
import type { Failure } from '../../../kernel/model/index.js'
import { cannotEdit } from './edit-failure.js'
import { valueText, type Notation } from './flow-text.js'
import type { Part } from './located.js'
import { insert, type Splice } from './splice.js'

/** The splices that give a part another value. */
export const setValue =
  (notation: Notation, path: TreePath, to: number | string) =>
  ({ value, afterMark, isMarked }: Part): E.Either<Failure, readonly Splice[]> => {
    if (value._tag !== 'Scalar' || value.isBlock)
      return E.left(cannotEdit(path, 'it is no number and no text of one line'))
    const text = valueText(notation)({ text: String(to), isQuoted: typeof to === 'string' })
    if (!value.isEmpty) return E.right([{ from: value.start, to: value.end, text }])
    return isMarked ? E.right([insert(afterMark, ` ${text}`)]) : E.left(cannotEdit(path, 'it has no value'))
  }
