/** Keys as a command line names them for a plan: by the names of either description, or by themselves. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AccountSource } from '../../edge/source/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { about, activeSignersOf, failure, type Account, type Failure } from '../../kernel/model/index.js'

/** So many names are listed in a message. */
const LISTED = 25

const flagged = about('--unavailable')

const unknown = (names: readonly string[], text: string): Failure =>
  flagged(
    failure(
      'unknown-signer',
      `${quoted(text)} is no signer of the account, before or after`,
      `${didYouMean(names)(text)}expected ${names.slice(0, LISTED).map(quoted).join(', ')}`,
    ),
  )

const ambiguous = (text: string, keys: readonly string[]): Failure =>
  flagged(
    failure(
      'ambiguous-name',
      `${quoted(text)} is one key before and another one after`,
      `name the key that is meant: ${keys.join(' or ')}`,
    ),
  )

/** Keys by name; a name may stand for one key before and another after. */
const keysByName = (
  sources: readonly AccountSource[],
  signers: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const keys = new Map<string, Set<string>>()
  for (const { aliases } of sources)
    for (const [strkey, alias] of aliases)
      if (signers.has(strkey)) keys.set(alias, (keys.get(alias) ?? new Set()).add(strkey))
  return keys
}

/**
 * The keys that some words name; each has to be a signer of one of the accounts.
 *
 * Failures: `unknown-signer` with the nearest name; `ambiguous-name` where a name has gone from one key to
 * another: whichever was guessed, the other one might be meant.
 */
export const readUnavailable =
  (sources: readonly AccountSource[], accounts: readonly Account[]) =>
  (words: readonly string[]): E.Either<NEA.NonEmptyArray<Failure>, ReadonlySet<string>> => {
    const signers = new Set(
      accounts.flatMap((account) => activeSignersOf(account).map(({ key }) => key.strkey)),
    )
    const names = keysByName(sources, signers)
    const [failures, found]: [Failure[], Set<string>] = [[], new Set()]
    for (const word of words) {
      const [key, ...others] = signers.has(word) ? [word] : (names.get(word) ?? [])
      if (key === undefined) failures.push(unknown([...names.keys()], word))
      else if (others.length > 0) failures.push(ambiguous(word, [key, ...others]))
      else found.add(key)
    }
    const failed = NEA.fromArray(failures)
    return O.isSome(failed) ? E.left(failed.value) : E.right(found)
  }
