/** Formulas as policies write them: a name, `{ any: K, of: … }` or `{ all: […] }`. */
import * as E from 'fp-ts/lib/Either.js'
import { keysIn, type Formula, type Members } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { countIn, entryOf, found, listIn, unknownKeys } from '../tree/tree-reader.js'
import type { Entry, ListTree, MapTree, Tree } from '../tree/tree.js'
import { membersIn, MOST_MEMBERS } from './members.js'
import type { Scope } from './scope.js'

const SHAPE = 'a name, `{ any: 2, of: employees }` or `{ all: [anna, bruno] }`'

/** Any so many of some keys. */
const anyOfKeys = (count: number, { said, keys }: Members): Formula => ({
  _tag: 'AnyOf',
  count,
  said,
  of: keys.map((key) => ({ _tag: 'Key', said: key, key })),
})

const saidOf = (formula: Formula): string => formula.said

/** Keys of a formula get the names that people have for them. */
const named = (scope: Scope, formula: Formula): Formula =>
  formula._tag === 'Key'
    ? { ...formula, said: scope.aliasOf.get(formula.key) ?? formula.said }
    : { ...formula, of: formula.of.map((part) => named(scope, part)) }

/** A name: a key, or all of a group. Of a group without members at least one is asked for, in vain. */
const nameIn =
  (scope: Scope, what: string) =>
  (tree: Tree): Read<Formula> =>
    E.map((members: Members): Formula => {
      const [key] = members.keys
      return key !== undefined && scope.keys.has(members.said)
        ? { _tag: 'Key', said: members.said, key }
        : named(scope, anyOfKeys(Math.max(1, members.keys.length), members))
    })(membersIn(scope, what)(tree))

const isGroup = (scope: Scope, tree: Tree): boolean => tree._tag === 'Text' && scope.groups.has(tree.text)

const ambiguous = (scope: Scope, what: string, items: readonly Tree[]): readonly Problem[] =>
  items
    .filter((item) => isGroup(scope, item))
    .map((item) => {
      const name = item._tag === 'Text' ? item.text : ''
      return problem(item.offset, () =>
        failure(
          'ambiguous-group',
          `group ${quoted(name)} stands beside formulas in ${what}: all of it, or any one?`,
          `write \`{ all: [${name}] }\` or \`{ any: 1, of: ${name} }\``,
        ),
      )
    })

/** `of`: where all parts are names, they are keys; otherwise each part is a formula. */
const anyIn = (scope: Scope, what: string, any: Entry, of: Entry): Read<Formula> => {
  const count = countIn(`\`any\` of ${what}`)(any.value)
  const within = `\`of\` of ${what}`
  if (of.value._tag !== 'List' || of.value.items.every(({ _tag }) => _tag === 'Text'))
    return E.map(({ count: many, members }: { readonly count: number; readonly members: Members }) =>
      named(scope, anyOfKeys(many, members)),
    )(struct({ count, members: membersIn(scope, within)(of.value) }))
  return combined(scope, within, of.value, count, ambiguous(scope, within, of.value.items))
}

const tooLarge = (what: string) => () =>
  failure(
    'too-large',
    `${what} names more than ${String(MOST_MEMBERS)} keys; at most that many are asked about`,
  )

const combined = (
  scope: Scope,
  what: string,
  list: ListTree,
  count: Read<number>,
  problems: readonly Problem[],
): Read<Formula> => {
  if (list.items.length > MOST_MEMBERS) return refuse(list.offset, tooLarge(what))
  const parts = all(list.items.map(formulaIn(scope, what)))
  if (E.isRight(parts) && parts.right.flatMap(keysIn).length > MOST_MEMBERS)
    return refuse(list.offset, tooLarge(what))
  return E.map(
    ({ count: many, of }: { readonly count: number; readonly of: readonly Formula[] }): Formula => ({
      _tag: 'AnyOf',
      count: many,
      said: of.map(saidOf).join(', '),
      of,
    }),
  )(unless(problems)(struct({ count, of: parts })))
}

const allIn = (scope: Scope, what: string, { value }: Entry): Read<Formula> => {
  const within = `\`all\` of ${what}`
  const items = listIn(within, 'a list of formulas')(value)
  if (E.isLeft(items)) return items
  return value._tag === 'List'
    ? combined(scope, within, value, E.right(items.right.length), [])
    : refuse(value.offset, () => failure('wrong-shape', `${within} is ${found(value)}; expected a list`))
}

/** What is wrong with `any` and `of` when one of them is alone, or with `all` beside them. */
const incomplete = (what: string, map: MapTree): Read<never> =>
  refuse(map.offset, () =>
    failure(
      'wrong-shape',
      `${what} has ${map.entries.length === 0 ? 'nothing in it' : `only ${map.entries.map(({ name }) => quoted(name)).join(', ')}`}; expected ${SHAPE}`,
    ),
  )

/** The formula of a map, of which other entries were looked at by somebody else. */
export const formulaOfMap =
  (scope: Scope, what: string) =>
  (map: MapTree): Read<Formula> => {
    const [any, of, every] = ['any', 'of', 'all'].map((name) => entryOf(name)(map))
    if (any !== undefined && of !== undefined && every === undefined) return anyIn(scope, what, any, of)
    if (every !== undefined && any === undefined && of === undefined) return allIn(scope, what, every)
    return incomplete(what, map)
  }

/** A formula. */
export const formulaIn =
  (scope: Scope, what: string) =>
  (tree: Tree): Read<Formula> => {
    switch (tree._tag) {
      case 'Text':
        return nameIn(scope, what)(tree)
      case 'Map': {
        const unknown = unknownKeys(what, ['any', 'of', 'all'])(tree)
        return unless(unknown)(unknown.length > 0 ? E.left([]) : formulaOfMap(scope, what)(tree))
      }
      case 'List':
      case 'Nothing':
        return refuse(tree.offset, () =>
          failure('wrong-shape', `${what} is ${found(tree)}; expected ${SHAPE}`),
        )
    }
  }
