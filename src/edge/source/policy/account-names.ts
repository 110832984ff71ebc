/** Accounts that assertions and ignores are about: a name, names, or a pattern of names. */
import * as E from 'fp-ts/lib/Either.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { all, problem, refuse, unless, type Problem, type Read } from '../tree/problem.js'
import { listIn, textIn } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import { secondTimes } from './second-times.js'
import { globIn, isMatch } from './selector.js'

/** Names of accounts. */
export interface Accounts {
  readonly accounts: ReadonlySet<string>
  readonly brokenAccounts: ReadonlySet<string>
  /** The accounts that a pattern means. */
  readonly matching: (pattern: string) => readonly string[]
}

/** Accounts as names are looked up in them; each pattern is looked up once. */
export const accountsOf = (accounts: ReadonlySet<string>, brokenAccounts: ReadonlySet<string>): Accounts => {
  const known = new Map<string, readonly string[]>()
  return {
    accounts,
    brokenAccounts,
    matching: (pattern) => {
      const names = known.get(pattern) ?? [...accounts].filter(isMatch(pattern))
      known.set(pattern, names)
      return names
    },
  }
}

const noMatch = (what: string, pattern: string) => () =>
  failure(
    'matches-nothing',
    `${what} is ${quoted(pattern)}, which is the name of no account`,
    'what is said of nobody promises nothing',
  )

/** One name of an account. */
export const accountIn =
  ({ accounts, brokenAccounts }: Accounts, what: string) =>
  (tree: Tree): Read<string> => {
    const text = textIn(what, 'the name of an account')(tree)
    if (E.isLeft(text) || accounts.has(text.right)) return text
    if (brokenAccounts.has(text.right)) return E.left([])
    return refuse(tree.offset, () =>
      failure(
        'undefined-account',
        `no account is named ${quoted(text.right)}`,
        `${didYouMean(accounts)(text.right)}${what} names an account of this policy`,
      ),
    )
  }

const matching =
  (scope: Accounts, what: string) =>
  (tree: Tree): Read<readonly string[]> => {
    if (tree._tag === 'Text' && !tree.text.includes('*'))
      return E.map((name: string) => [name])(accountIn(scope, what)(tree))
    const pattern = globIn(what)(tree)
    if (E.isLeft(pattern)) return pattern
    const names = scope.matching(pattern.right)
    if (names.length > 0) return E.right(names)
    return [...scope.brokenAccounts].some(isMatch(pattern.right))
      ? E.left([])
      : refuse(tree.offset, noMatch(what, pattern.right))
  }

/** More names are a pattern that nobody wrote. */
const MOST = 250

const tooMany = (what: string) => () =>
  failure(
    'too-large',
    `${what} has more than ${String(MOST)} names`,
    'a pattern such as `*` names all at once',
  )

const twice = (what: string, items: readonly Tree[]): readonly Problem[] =>
  secondTimes(items.map((item, index) => (item._tag === 'Text' ? item.text : `item ${String(index)}`))).map(
    (index) =>
      problem(items[index]?.offset ?? 0, () =>
        failure('word-twice', `${what} names an account twice`, 'name each account once'),
      ),
  )

/** Names of accounts, each once; never none. */
export const accountsIn =
  (scope: Accounts, what: string) =>
  (tree: Tree): Read<readonly string[]> => {
    if (tree._tag !== 'List') return matching(scope, what)(tree)
    const items = listIn(what, 'names of accounts')(tree)
    if (E.isLeft(items)) return items
    if (items.right.length > MOST) return refuse(tree.offset, tooMany(what))
    const names = all(items.right.map(matching(scope, what)))
    return unless(twice(what, items.right))(
      E.map((each: readonly (readonly string[])[]) => [...new Set(each.flat())])(names),
    )
  }
