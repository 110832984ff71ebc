/** A revision as a source of policies. */
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Revision } from '../ports.js'
import type { PolicyFiles } from './load-policy.js'

/** Files as they were committed; `missing` is said of those that were not. A link is none of them. */
export const revisionFiles = ({ readText }: Revision, missing: (path: string) => Failure): PolicyFiles => ({
  readText: (path, limit) => TE.chain(TE.fromOption(() => missing(path)))(readText(path, limit)),
  realPath: (path) => TE.right(path),
})
