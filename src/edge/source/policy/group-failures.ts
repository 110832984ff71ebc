/** What can be wrong with groups. */
import { failure, type Failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'

/** Groups of groups of groups; each more is harder to read. */
export const DEEPEST = 16

/** Each group may have every key: a bound for what a small file can ask for. */
export const MOST_GROUPS = 250

export const clash = (name: string, where: string) => (): Failure =>
  failure(
    'name-clash',
    `${quoted(name)} is the name of a group, and of a key${where}`,
    'give one of them another name',
  )

export const cycle = (ring: readonly string[]) => (): Failure =>
  failure(
    'group-cycle',
    `groups contain each other: ${[...ring, ring[0] ?? ''].map(quoted).join(' → ')}`,
    'a group cannot be a part of itself: take one of them out',
  )

export const memberTwice = (where: string, alias: string) => (): Failure =>
  failure(
    'member-twice',
    `key ${quoted(alias)} is in ${where} twice`,
    'name each key once, by itself or by a group',
  )

export const undefinedName = (names: Iterable<string>, name: string, where: string) => (): Failure =>
  failure(
    'undefined-alias',
    `no key or group is named ${quoted(name)}, which ${where} lists`,
    `${didYouMean(names)(name)}name it under \`keys\` or \`groups\``,
  )

export const tooDeep = (name: string) => (): Failure =>
  failure(
    'too-deep',
    `group ${quoted(name)} is nested more than ${String(DEEPEST)} deep`,
    'list the keys themselves',
  )

export const tooMany = (count: number) => (): Failure =>
  failure('too-large', `${String(count)} groups; a policy has at most ${String(MOST_GROUPS)}`)
