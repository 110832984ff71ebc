/** The parameters of a preset: `with: { keys: [anna, bruno], m: 2 }`. */
import * as E from 'fp-ts/lib/Either.js'
import type { Preset } from '../../../advice/plan/index.js'
import {
  failure,
  type AccountId,
  type Ed25519Key,
  type Failure,
  type SignerKey,
  type Weight,
} from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { entryOf, listIn, mapIn, textIn, unknownKeys, weightIn } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import { resolveName } from './key-reference.js'
import type { Scope } from './scope.js'

/** A key of somebody. */
interface Person {
  readonly key: Ed25519Key
  readonly offset: number
}

const notAPerson = (text: string) => (): Failure =>
  failure(
    'not-a-person',
    `${quoted(text)} is no key that signs envelopes; a preset takes keys of people (G…)`,
    'write the account without the preset',
  )

const peopleIn =
  (scope: Scope) =>
  (tree: Tree): Read<readonly Person[]> => {
    const text = textIn('a key of a preset', 'the name of a key or group')(tree)
    if (E.isLeft(text)) return text
    const found = resolveName(scope)(text.right, tree.offset)
    if (E.isLeft(found)) return found
    const keys: readonly SignerKey[] = found.right._tag === 'Key' ? [found.right.key] : found.right.keys
    const people = keys.flatMap((key) => (key._tag === 'Ed25519' ? [{ key, offset: tree.offset }] : []))
    return people.length === keys.length ? E.right(people) : refuse(tree.offset, notAPerson(text.right))
  }

/** The alias of a key, or the key. */
export const nameOf = (scope: Scope, strkey: string): string => scope.aliasOf.get(strkey) ?? strkey

const repetitions = (scope: Scope, where: string, people: readonly Person[], id: Read<AccountId>) => {
  const seen = new Set<string>()
  return people.flatMap(({ key, offset }): readonly Problem[] => {
    const isSecond = seen.has(key.strkey)
    seen.add(key.strkey)
    const name = quoted(nameOf(scope, key.strkey))
    if (isSecond)
      return [
        problem(offset, () =>
          failure(
            'member-twice',
            `key ${name} is given to ${where} twice`,
            'name each key once, by itself or by a group',
          ),
        ),
      ]
    return E.isRight(id) && id.right === key.strkey
      ? [
          problem(offset, () =>
            failure(
              'master-among-signers',
              `the master key of ${where} cannot be one of its signers`,
              'leave it out: the preset says what this key weighs',
            ),
          ),
        ]
      : []
  })
}

/** What `with` says. */
export interface With {
  readonly people: readonly Person[]
  readonly numbers: Readonly<Record<string, Weight>>
}

/** The parameters of a preset. */
export const withIn =
  (scope: Scope, where: string, preset: Preset, id: Read<AccountId>) =>
  (tree: Tree): Read<With> => {
    const section = mapIn(`\`with\` of ${where}`, `the parameters of \`${preset.id}\``)(tree)
    if (E.isLeft(section)) return section
    const map = section.right
    const names = Object.keys(preset.numbers)
    const keys = entryOf('keys')(map)
    const lists =
      keys === undefined ? E.right([]) : listIn(`\`keys\` of ${where}`, 'a list of names')(keys.value)
    const people: Read<readonly Person[]> = E.isLeft(lists)
      ? lists
      : E.map((each: readonly (readonly Person[])[]) => each.flat())(all(lists.right.map(peopleIn(scope))))
    const numbers = all(
      map.entries
        .filter(({ name }) => names.includes(name))
        .map(({ name, value }) =>
          E.map((number: Weight) => [name, number] as const)(weightIn(`\`${name}\` of ${where}`)(value)),
        ),
    )
    return unless([
      ...unknownKeys(`\`with\` of ${where}`, ['keys', ...names])(map),
      ...(E.isRight(people) ? repetitions(scope, where, people.right, id) : []),
    ])(
      struct<With>({
        people,
        numbers: E.map((pairs: readonly (readonly [string, Weight])[]) => Object.fromEntries(pairs))(numbers),
      }),
    )
  }
