/** A revision as a source of policies. */
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Revision } from '../ports.js'
import type { PolicyFiles } from './load-policy.js'

/**
 * Files as they were committed; `missing` is said of those that were not. A link is none of them. Texts that
 * were read before are not read again.
 */
export const revisionFiles = (
  { readText }: Pick<Revision, 'readText'>,
  missing: (path: string) => Failure,
  known: ReadonlyMap<string, string> = new Map(),
): PolicyFiles => ({
  readText: (path, limit) => {
    const text = known.get(path)
    const read = text === undefined ? readText(path, limit) : TE.right(O.some(text))
    return TE.chain(TE.fromOption(() => missing(path)))(read)
  },
  realPath: (path) => TE.right(path),
})
