/**
 * The body of a request as a value: what is refused before anybody looks at what it asks. A secret seed
 * anywhere refuses the whole; of two members of one name, nobody knows which one counts.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as t from 'io-ts/lib/index.js'
import { tellErrors } from '../../../edge/source/decode-report.js'
import { parseJson } from '../../../edge/source/text/json-text.js'
import { quoted } from '../../../edge/source/quoted.js'
import { repeatedMember } from '../../../edge/source/text/repeated-member.js'
import { FOREIGN_TEXT, readableText } from '../../../edge/source/text/readable-text.js'
import { seedOffsetsBesideBase64 } from '../../../edge/source/text/seed-scan.js'
import { failure, secretSeedFailure, type Failure } from '../../../kernel/model/index.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Deeper values are no request. */
const DEEPEST = 64

const one = (found: Failure): E.Either<Failures, never> => E.left(NEA.of(found))

/** Whether a value is deeper than a request is. */
const isDeep = (value: unknown): boolean => {
  const open: (readonly [value: unknown, depth: number])[] = [[value, 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [found, depth] = next
    if (typeof found !== 'object' || found === null) continue
    if (depth > DEEPEST) return true
    for (const part of Object.values(found)) if (typeof part === 'object') open.push([part, depth + 1])
  }
  return false
}

/** Whether a text holds a seed, also one that is written with escapes. */
const holdsSeed = (text: string, value: () => unknown): boolean =>
  seedOffsetsBesideBase64(text).length > 0 ||
  (text.includes('\\') && seedOffsetsBesideBase64(JSON.stringify(value())).length > 0)

/**
 * The text of a body that may be looked at.
 *
 * Failures: `too-large`, `not-text`, `empty-input`, `secret-seed`.
 */
const readBodyText = (body: string): E.Either<Failures, string> => {
  const readable = readableText(FOREIGN_TEXT)(body)
  if (E.isLeft(readable)) return one(readable.left)
  return seedOffsetsBesideBase64(readable.right).length > 0
    ? one(secretSeedFailure())
    : E.right(readable.right)
}

/**
 * The value of a body.
 *
 * Failures: those of `readBodyText`, `not-json`, `too-deep`, `member-twice`, `request-shape` (what is
 * missing, wrong, or not known).
 */
export const readBody =
  <A>(codec: t.Type<A>) =>
  (body: string): E.Either<Failures, A> => {
    const readable = readBodyText(body)
    if (E.isLeft(readable)) return readable
    const json = parseJson(readable.right)
    if (E.isLeft(json)) return one(json.left)
    if (isDeep(json.right))
      return one(failure('too-deep', `the request is deeper than ${String(DEEPEST)} levels`))
    if (holdsSeed(readable.right, () => json.right)) return one(secretSeedFailure())
    const twice = repeatedMember(readable.right)
    if (O.isSome(twice))
      return one(
        failure('member-twice', `an object has the member ${quoted(twice.value)} twice`, 'keep one of them'),
      )
    return E.mapLeft(tellErrors('request-shape'))(codec.decode(json.right))
  }
