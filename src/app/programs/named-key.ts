/** Keys with names, as a command line gives them: `bilal=G…`. */
import * as E from 'fp-ts/lib/Either.js'
import { checkName } from '../../edge/source/policy/word.js'
import { quoted } from '../../edge/source/quoted.js'
import {
  failure,
  looksLikeSeed,
  parseAccountId,
  parseSignerKey,
  secretSeedFailure,
  type Failure,
} from '../../kernel/model/index.js'

/** A name and the key that it stands for. */
export interface NamedKey {
  readonly alias: string
  readonly strkey: string
}

/** What is wrong with a name, if anything is; `what` it is the name of. */
export const nameFailure =
  (what: string) =>
  (name: string): Failure | undefined =>
    checkName(what, { name, offset: 0, value: { _tag: 'Nothing', offset: 0 } })[0]?.describe()

const split = (text: string): readonly [string | undefined, string] => {
  const at = text.indexOf('=')
  return at < 0 ? [undefined, text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

const named = (alias: string, strkey: string): E.Either<Failure, NamedKey> => {
  const wrong = nameFailure('a key')(alias)
  return wrong === undefined ? E.right({ alias, strkey }) : E.left(wrong)
}

/**
 * A signer: `alias=G…`. The keys of presets are keys of people; other kinds of signers are written into
 * the file by hand.
 *
 * Failures: `secret-seed`, `no-name`, `bad-name`, `not-a-person`, those of `parseSignerKey`.
 */
export const parseNamedKey = (text: string): E.Either<Failure, NamedKey> => {
  const [alias, strkey] = split(text)
  if (looksLikeSeed(alias ?? '') || looksLikeSeed(strkey)) return E.left(secretSeedFailure())
  if (alias === undefined)
    return E.left(failure('no-name', `the key ${quoted(text)} has no name; expected \`name=G…\``))
  const key = parseSignerKey(strkey)
  if (E.isLeft(key)) return key
  return key.right._tag === 'Ed25519'
    ? named(alias, key.right.strkey)
    : E.left(
        failure(
          'not-a-person',
          `${quoted(alias)} is no key that signs envelopes; expected a key of somebody (G…)`,
          'print the preset without it, and add this signer to the file',
        ),
      )
}

/**
 * An account: `G…`, `M…`, or the same after `alias=`.
 *
 * Failures: `secret-seed`, `bad-name`, those of `parseAccountId`.
 */
export const parseNamedAddress =
  (otherwise: string) =>
  (text: string): E.Either<Failure, NamedKey> => {
    const [alias, address] = split(text)
    if (looksLikeSeed(alias ?? '') || looksLikeSeed(address)) return E.left(secretSeedFailure())
    const id = parseAccountId(address)
    return E.isLeft(id) ? id : named(alias ?? otherwise, id.right)
  }
