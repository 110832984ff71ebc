/**
 * The account file: accounts as people write them down, in YAML 1.2 or JSON. It says who may add how
 * much weight and how much is needed; state is the ledger's to say. A policy file is an account file
 * with more sections: both are read by the same reader, and here what is promised is left aside.
 *
 * Strict: an unknown or repeated key, a notation that hides what is meant and a number that is none
 * are refused. All problems of one stage are told at once; the stages are text, seeds, notation,
 * syntax, content.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Day, Place, Policy, PolicyKey } from '../../advice/policy/index.js'
import {
  at,
  failure,
  type Account,
  type Failure,
  type Network,
  type SignerKey,
} from '../../kernel/model/index.js'
import { joinPolicyParts } from './policy/join-parts.js'
import { readPart, type PolicyPart } from './policy/policy-part.js'

/** That nobody has a key any more, and where that is said. The network knows nothing of it. */
export interface LostKey {
  readonly since: Day
  readonly place: Place
}

/** Of one key. A key has copies in all its locations, and none is known where there are none. */
export interface KeyMetadata {
  readonly holder: O.Option<string>
  readonly device: O.Option<string>
  readonly vendor: O.Option<string>
  readonly location: readonly string[]
  readonly lost: O.Option<LostKey>
}

/** Where nothing is said of a key. */
export const NO_METADATA: KeyMetadata = {
  holder: O.none,
  device: O.none,
  vendor: O.none,
  location: [],
  lost: O.none,
}

/** What an account file says. Names keep the order of the file. */
export interface AccountFile {
  readonly network: O.Option<Network>
  readonly keys: ReadonlyMap<string, SignerKey>
  /** Who holds each key, and where; for the same aliases. */
  readonly metadata: ReadonlyMap<string, KeyMetadata>
  readonly accounts: ReadonlyMap<string, Account>
}

const metadataOf = ({ holder, device, vendor, location, lost, place }: PolicyKey): KeyMetadata => ({
  holder,
  device,
  vendor,
  location,
  lost: O.map((since: Day): LostKey => ({ since, place }))(lost),
})

/** The accounts of a policy, without what is promised of them. */
export const accountFileOf = ({ network, keys, accounts }: Policy): AccountFile => ({
  network,
  keys: new Map([...keys].map(([alias, { key }]) => [alias, key])),
  metadata: new Map([...keys].map(([alias, key]) => [alias, metadataOf(key)])),
  accounts: new Map([...accounts].map(([name, { account }]) => [name, account])),
})

/** Whoever calls this has one text, and nobody to ask for another. */
export const importsNotFollowed = ({ imports }: PolicyPart): O.Option<Failure> => {
  const [first] = imports
  return first === undefined
    ? O.none
    : O.some(
        at(first.place.position)(
          failure(
            'imports-not-followed',
            'this file imports others, and only the file itself is at hand',
            'name the file by its path, so that what it imports can be found',
          ),
        ),
      )
}

const withoutSubject = (failed: Failure): Failure => ({ ...failed, subject: O.none })

/**
 * Reads an account file. A policy file is one; what it imports cannot be followed from a text. `file` is
 * what the places of what it says call it.
 *
 * Failures, each with line and column: those of `readPolicyPart` and of `joinPolicyParts`, without a
 * subject; `imports-not-followed`.
 */
export const readAccountFile = (
  text: string,
  file = 'input',
): E.Either<NEA.NonEmptyArray<Failure>, AccountFile> => {
  const part = readPart(text, file)
  if (E.isLeft(part)) return part
  const unfollowed = importsNotFollowed(part.right)
  if (O.isSome(unfollowed)) return E.left(NEA.of(unfollowed.value))
  return E.bimap(NEA.map(withoutSubject), accountFileOf)(joinPolicyParts([part.right]))
}
