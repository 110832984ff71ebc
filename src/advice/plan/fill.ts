/** Filling in a preset: what was given is checked, and what was not given is the document's. */
import * as E from 'fp-ts/lib/Either.js'
import { isReachable } from '../../kernel/ledger/index.js'
import {
  activeSignersOf,
  failure,
  MAX_SIGNATURES,
  MAX_SIGNERS,
  parseWeight,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Failure,
} from '../../kernel/model/index.js'
import { accountOf, assumedKeys, type Alias, type Configuration } from './configuration.js'
import type { Given, Preset } from './preset.js'

/** What is given for a preset; names are told apart by the caller. */
export interface Arguments {
  readonly master: Alias
  readonly keys: readonly Alias[]
  /** Those that are given. */
  readonly numbers: Readonly<Record<string, number>>
}

/** A preset that was filled in. */
export interface Filled {
  readonly given: Given<string>
  readonly configuration: Configuration
}

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`

/** What is wrong with the number of keys, if anything is. */
export const keysFailure = ({ id, keys: { least, most } }: Preset, length: number): Failure | undefined => {
  if (length > MAX_SIGNERS)
    return failure(
      'too-many-signers',
      `${counted(length, 'key')} are given; the network allows ${String(MAX_SIGNERS)} signers beside the master key`,
    )
  if (length < least)
    return failure(
      'too-few-keys',
      length === 0
        ? `\`${id}\` needs keys, and none is given`
        : `${counted(length, 'key')} is given; \`${id}\` needs ${String(least)} or more`,
    )
  return length > most
    ? failure('too-many-keys', `\`${id}\` takes ${most === 0 ? 'no keys' : `${String(most)} at most`}`)
    : undefined
}

const unknownNumbers = ({ id, numbers }: Preset, given: Arguments['numbers']): readonly Failure[] => {
  const known = Object.keys(numbers)
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) =>
      failure(
        'unknown-parameter',
        `\`${id}\` has no number \`${name}\``,
        known.length === 0
          ? 'it takes no numbers'
          : `it takes ${known.map((one) => `\`${one}\``).join(', ')}`,
      ),
    )
}

const rangeText = (least: number, most: number): string =>
  least === most ? String(least) : `a whole number from ${String(least)} to ${String(most)}`

/** All numbers, in the order of the preset: each may depend on those before it. */
const numbersOf = (
  { numbers }: Preset,
  { master, keys, numbers: said }: Arguments,
): E.Either<Failure, Given<string>> => {
  let given: Given<string> = { master, keys, numbers: {} }
  for (const [name, { standard, range }] of Object.entries(numbers)) {
    const value = parseWeight(`\`${name}\``)(said[name] ?? standard(given))
    if (E.isLeft(value)) return value
    const { least, most, because } = range(given)
    if (value.right < least || value.right > most)
      return E.left(
        failure(
          'parameter-out-of-range',
          `\`${name}\` is \`${String(value.right)}\`${said[name] === undefined ? ' where it is not given' : ''}; expected ${rangeText(least, most)}`,
          because,
        ),
      )
    given = { ...given, numbers: { ...given.numbers, [name]: value.right } }
  }
  return E.right(given)
}

/** A level that nobody reaches, where somebody should. An account without signers is meant to be locked. */
const neverReached = (configuration: Configuration): Failure | undefined => {
  const account = accountOf(assumedKeys(configuration))(configuration)
  const signers = activeSignersOf(account)
  const level = THRESHOLD_LEVELS.find((one) => !isReachable(one)(account))
  if (signers.length === 0 || level === undefined) return undefined
  const sum = signers.reduce((total, { weight }) => total + weight, 0)
  const needed = thresholdAt(level)(account.thresholds)
  const what = `the ${level.toLowerCase()} threshold would be ${String(needed)}`
  return sum >= needed
    ? failure(
        'never-reached',
        `${what}, which ${String(MAX_SIGNATURES)} signatures cannot reach, and an envelope holds no more`,
        `the account would have ${String(signers.length)} signers: give one key less, or ask for fewer of them`,
      )
    : failure('never-reached', `${what}, and all signers together weigh ${String(sum)}`)
}

/**
 * A preset with everything filled in.
 *
 * Failures: `too-many-signers`, `too-few-keys`, `too-many-keys`, `unknown-parameter`,
 * `weight-out-of-range`, `parameter-out-of-range`, `never-reached`.
 */
export const fill =
  (preset: Preset) =>
  (said: Arguments): E.Either<readonly Failure[], Filled> => {
    const keys = keysFailure(preset, said.keys.length)
    const unknown = unknownNumbers(preset, said.numbers)
    if (keys !== undefined || unknown.length > 0)
      return E.left([...(keys === undefined ? [] : [keys]), ...unknown])
    const given = numbersOf(preset, said)
    if (E.isLeft(given)) return E.left([given.left])
    const configuration = preset.build(given.right)
    const failed = neverReached(configuration)
    return failed === undefined ? E.right({ given: given.right, configuration }) : E.left([failed])
  }
