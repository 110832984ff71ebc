/**
 * Printing presets: an account file from a preset, the keys of people, and the numbers that were chosen.
 * Pure: nothing is read, and nothing on any network changes.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { fill, keysFailure, PRESETS, type Filled, type Preset } from '../../advice/plan/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { about, failure, type Failure, type Network } from '../../kernel/model/index.js'
import type { AccountFileParts } from './account-file-text.js'
import { nameFailure, parseNamedAddress, parseNamedKey, type NamedKey } from './named-key.js'
import { clashesIn } from './preset-clashes.js'

/** What to print, as it was written. */
export interface PresetRequest {
  readonly preset: string
  /** The account's name; the preset's where none is given. */
  readonly name: O.Option<string>
  /** `G…` or `alias=G…`. */
  readonly address: O.Option<string>
  /** `alias=G…` each. */
  readonly keys: readonly string[]
  readonly numbers: Readonly<Record<string, string>>
  readonly network: O.Option<Network>
}

/** A preset that was filled in, ready to be written. */
export interface FilledPreset {
  readonly preset: Preset
  readonly filled: Filled
  readonly parts: AccountFileParts
}

/** How a preset is called for, with the names of its example. */
export const usageOf = ({ id, example }: Preset): string =>
  [
    `quorate preset ${id}`,
    `--address ${example.master === example.account ? '' : `${example.master}=`}G…`,
    ...example.keys.map((alias) => `--key ${alias}=G…`),
  ].join(' ')

const findPreset = (name: string): E.Either<Failure, Preset> => {
  const ids = PRESETS.map(({ id }) => id)
  return E.fromNullable(
    failure(
      'unknown-preset',
      `unknown preset ${quoted(name)}; there are ${ids.map((id) => `\`${id}\``).join(', ')}`,
      `${didYouMean(ids)(name)}see \`quorate preset\``,
    ),
  )(PRESETS.find(({ id }) => id === name))
}

const numberOf = (name: string, text: string): E.Either<Failure, number> =>
  /^-?[0-9]{1,9}$/.test(text)
    ? E.right(Number(text))
    : E.left(
        about(`--${name}`)(
          failure('weight-not-a-number', `\`${name}\` is ${quoted(text)}; expected a whole number`),
        ),
      )

/** A file's first line: which preset, and with which numbers. */
const aboutLine = ({ id, summary }: Preset, { given }: Filled): string => {
  const numbers = Object.entries(given.numbers).map(([name, value]) => `, ${name} ${String(value)}`)
  return `Preset ${id}${numbers.join('')}: ${summary}.`
}

/** Where something is missing, what to type. */
const withUsage = (preset: Preset, failed: Failure): Failure =>
  failed.code === 'no-address' || failed.code === 'too-few-keys'
    ? { ...failed, help: O.some(usageOf(preset)) }
    : failed

const missingAddress = (): Failure =>
  failure('no-address', 'the address of the account is not given: expected `--address G…`')

interface Names {
  readonly name: string
  readonly address: NamedKey
  readonly keys: readonly NamedKey[]
}

const namesOf = (preset: Preset, request: PresetRequest): E.Either<readonly Failure[], Names> => {
  const name = O.getOrElse(() => preset.id)(request.name)
  const address = O.isNone(request.address)
    ? E.left(missingAddress())
    : E.mapLeft(about('--address'))(parseNamedAddress(name)(request.address.value))
  const { left, right: keys } = RA.separate(
    request.keys.map((text) => E.mapLeft(about('--key'))(parseNamedKey(text))),
  )
  const wrong = [nameFailure('an account')(name), keysFailure(preset, request.keys.length)].filter(
    (one) => one !== undefined,
  )
  const failures = [...wrong, ...(E.isLeft(address) ? [address.left] : []), ...left]
  if (failures.length > 0 || E.isLeft(address)) return E.left(failures)
  const clashes = clashesIn(preset)(name, address.right, keys)
  return clashes.length > 0 ? E.left(clashes) : E.right({ name, address: address.right, keys })
}

const numbersOf = (
  request: PresetRequest,
): E.Either<readonly Failure[], Readonly<Record<string, number>>> => {
  const read = Object.entries(request.numbers).map(([name, text]) =>
    E.map((value: number) => [name, value] as const)(numberOf(name, text)),
  )
  const { left, right } = RA.separate(read)
  return left.length > 0 ? E.left(left) : E.right(Object.fromEntries(right))
}

const filledWith = (preset: Preset, request: PresetRequest): E.Either<readonly Failure[], FilledPreset> => {
  const names = namesOf(preset, request)
  const numbers = numbersOf(request)
  if (E.isLeft(names)) return E.left([...names.left, ...(E.isLeft(numbers) ? numbers.left : [])])
  if (E.isLeft(numbers)) return numbers
  const { name, address, keys } = names.right
  const filled = fill(preset)({
    master: address.alias,
    keys: keys.map(({ alias }) => alias),
    numbers: numbers.right,
  })
  if (E.isLeft(filled)) return filled
  return E.right({
    preset,
    filled: filled.right,
    parts: {
      about: aboutLine(preset, filled.right),
      network: O.toUndefined(request.network),
      name,
      keys: [address, ...keys].map(({ alias, strkey }) => [alias, strkey] as const),
      configuration: filled.right.configuration,
    },
  })
}

/**
 * A preset, filled in with what was given.
 *
 * Failures: `unknown-preset`; `no-address`, those of names and keys, and those of `fill`.
 */
export const fillPreset = (request: PresetRequest): E.Either<NEA.NonEmptyArray<Failure>, FilledPreset> => {
  const preset = findPreset(request.preset)
  if (E.isLeft(preset)) return E.left(NEA.of(preset.left))
  return E.mapLeft((failed: readonly Failure[]): NEA.NonEmptyArray<Failure> => {
    const failures = NEA.fromArray(failed.map((one) => withUsage(preset.right, one)))
    if (O.isNone(failures)) throw new Error('invariant: a preset is refused for a reason')
    return failures.value
  })(filledWith(preset.right, request))
}
