/** How deep an account file may nest. */
import { failure, type Failure } from '../../../kernel/model/index.js'

/** Deeper than any account file, and far from the end of any stack. */
export const MAX_DEPTH = 32

export const tooDeep = (): Failure =>
  failure('too-deep', `nested more than ${String(MAX_DEPTH)} deep`, 'an account file is 4 deep at most')
