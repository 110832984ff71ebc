/** Policies of one file. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy } from '../../../advice/policy/index.js'
import { about, type Failure } from '../../../kernel/model/index.js'
import { importsNotFollowed } from '../account-file.js'
import { joinPolicyParts } from './join-parts.js'
import type { KnownRules } from './known-rules.js'
import { readPolicyPart } from './policy-part.js'

/**
 * Reads a policy of one file, which imports nothing.
 *
 * Failures: those of `readPolicyPart` and of `joinPolicyParts`; `imports-not-followed`.
 */
export const readPolicy = (
  text: string,
  file: string,
  rules?: KnownRules,
): E.Either<NEA.NonEmptyArray<Failure>, Policy> => {
  const part = readPolicyPart(text, file)
  if (E.isLeft(part)) return part
  const unfollowed = importsNotFollowed(part.right)
  return O.isSome(unfollowed)
    ? E.left(NEA.of(about(part.right.file)(unfollowed.value)))
    : joinPolicyParts([part.right], rules)
}
