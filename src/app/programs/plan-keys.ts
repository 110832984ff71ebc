/** Keys as a command line names them for a plan: by the names of either description, or by themselves. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Abilities } from '../../advice/plan/index.js'
import type { Policy } from '../../advice/policy/index.js'
import type { AccountSource } from '../../edge/source/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { about, activeSignersOf, failure, type Account, type Failure } from '../../kernel/model/index.js'

/** So many names are listed in a message. */
const LISTED = 25

const unknown = (names: readonly string[], text: string): Failure =>
  failure(
    'unknown-signer',
    `${quoted(text)} is no signer of the account, before or after`,
    `${didYouMean(names)(text)}expected ${names.slice(0, LISTED).map(quoted).join(', ')}`,
  )

const ambiguous = (text: string, keys: readonly string[]): Failure =>
  failure(
    'ambiguous-name',
    `${quoted(text)} is one key before and another one after`,
    `name the key that is meant: ${keys.join(' or ')}`,
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
const readSigners =
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

/** The options that name signers, with what they say. */
export interface SignerWords {
  readonly unavailable: readonly string[]
  readonly atHand: readonly string[]
}

const both = (text: string): Failure =>
  failure(
    'contradicting-signers',
    `${quoted(text)} cannot sign, and is at hand`,
    'leave it out of one of them',
  )

/**
 * Who cannot sign, and which preimages and payload signatures are at hand.
 *
 * Failures: those of `readSigners` for either option; `contradicting-signers`.
 */
export const readAbilities =
  (sources: readonly AccountSource[], accounts: readonly Account[]) =>
  (words: SignerWords): E.Either<NEA.NonEmptyArray<Failure>, Abilities> => {
    const read = readSigners(sources, accounts)
    const unavailable = E.mapLeft(NEA.map(about('--unavailable')))(read(words.unavailable))
    const atHand = E.mapLeft(NEA.map(about('--at-hand')))(read(words.atHand))
    if (E.isLeft(unavailable)) return unavailable
    if (E.isLeft(atHand)) return atHand
    const [twice] = [...atHand.right].filter((key) => unavailable.right.has(key))
    return twice === undefined
      ? E.right({ unavailable: unavailable.right, atHand: atHand.right })
      : E.left(NEA.of(about('--at-hand')(both(twice))))
  }

/**
 * Keys of which either policy says that nobody has them any more. They sign as little as those that a
 * command line names: a plan that waits for a lost key is none.
 */
export const lostKeys = (policies: readonly O.Option<Policy>[]): ReadonlySet<string> =>
  new Set(
    policies
      .flatMap((policy) => (O.isSome(policy) ? [...policy.value.keysByStrkey] : []))
      .flatMap(([strkey, { lost }]) => (O.isSome(lost) ? [strkey] : [])),
  )
