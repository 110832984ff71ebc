/** What can be wrong between the names and keys of a preset, when each by itself is right. */
import type { Preset } from '../../advice/plan/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { NamedKey } from './named-key.js'

const ofKey = (code: string, message: string, help: string): Failure =>
  about('--key')(failure(code, message, help))

const ownSigners = (preset: Preset, address: NamedKey, keys: readonly NamedKey[]): readonly Failure[] =>
  keys
    .filter(({ strkey }) => strkey === address.strkey)
    .map(({ alias }) =>
      ofKey(
        'master-among-signers',
        `${quoted(alias)} is the key that names the account, which cannot be one of its signers`,
        Object.hasOwn(preset.numbers, 'master')
          ? 'leave it out, and say its weight with `--master`'
          : `leave it out: \`${preset.id}\` says what this key weighs`,
      ),
    )

/** Each name, and each key, once. */
const repetitions = (keys: readonly NamedKey[]): readonly Failure[] => {
  const aliases = new Set<string>()
  const aliasOf = new Map<string, string>()
  return keys.flatMap(({ alias, strkey }): readonly Failure[] => {
    const before = aliasOf.get(strkey)
    const isRepeated = aliases.has(alias)
    aliases.add(alias)
    aliasOf.set(strkey, before ?? alias)
    if (isRepeated)
      return [ofKey('name-twice', `${quoted(alias)} is the name of two keys`, 'give each its own name')]
    if (before === undefined) return []
    const what = `${quoted(alias)} and ${quoted(before)} are the same key`
    return [ofKey('key-twice', what, 'a key counts once, however many names it has: keep one name')]
  })
}

const clashesWithAccount = (name: string, address: NamedKey, keys: readonly NamedKey[]): readonly Failure[] =>
  keys
    .filter(({ alias, strkey }) => strkey !== address.strkey && (alias === name || alias === address.alias))
    .map(({ alias }) =>
      ofKey(
        'name-clash',
        `${quoted(alias)} is the name of a signer, and of the account or its own key`,
        'give the signer another name, or the account with `--name`',
      ),
    )

/** All of it. */
export const clashesIn =
  (preset: Preset) =>
  (name: string, address: NamedKey, keys: readonly NamedKey[]): readonly Failure[] => [
    ...ownSigners(preset, address, keys),
    ...repetitions(keys),
    ...clashesWithAccount(name, address, keys),
  ]
