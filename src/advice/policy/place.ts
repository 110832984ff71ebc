/**
 * Where something is said in a policy: for people a line and a column, for programs a path through the
 * file, so that a fix can change one number and leave every comment where it is.
 */
import type { Position } from '../../kernel/model/index.js'

/** Names of entries, and positions in lists from 0: `['accounts', 'treasury', 'signers', 'anna']`. */
export type TreePath = readonly (string | number)[]

/** A place in a file of a policy. */
export interface Place {
  /** The file as it was named, with `/` between its folders. */
  readonly file: string
  readonly position: Position
  readonly path: TreePath
}
