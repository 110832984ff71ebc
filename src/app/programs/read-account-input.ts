/** Reading one input that describes accounts, with the files that it imports, if it imports any. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Policy } from '../../advice/policy/index.js'
import { accountSourceOf, readAccountSource, type AccountSource } from '../../edge/source/index.js'
import { about, type Failure } from '../../kernel/model/index.js'
import { inputName } from './input-name.js'
import { loadPolicyFrom, type PolicyFiles } from './load-policy.js'

type Failures = NEA.NonEmptyArray<Failure>

/** As much as the largest form may hold; each form has its own, smaller limit. */
const LIMIT = 64 * 1024 * 1024

/**
 * The accounts of an input: those of its own text, or with imports those of the whole policy. Standard
 * input has no folder, so what it imports is not followed.
 *
 * Failures: those of reading files, of `readAccountSource` and of `loadPolicyFrom`.
 */
export const readAccountInput =
  (files: PolicyFiles) =>
  (path: string, name = inputName(path)): TE.TaskEither<Failures, AccountSource> =>
  async () => {
    const text = await files.readText(path, LIMIT)()
    if (E.isLeft(text)) return E.left(NEA.of(about(name)(text.left)))
    const source = readAccountSource(text.right, name)
    const isPart = E.isLeft(source) && source.left.some(({ code }) => code === 'imports-not-followed')
    if (!isPart || path === '-') return source
    const policy = await loadPolicyFrom(files)(path)()
    return E.map((whole: Policy) => accountSourceOf(whole, name))(policy)
  }
