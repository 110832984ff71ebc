/** Keys in claims and tests: one name, or a list of names, of keys and of groups. */
import * as E from 'fp-ts/lib/Either.js'
import type { Members } from '../../../advice/policy/index.js'
import { failure, type SignerKey } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, refuse, unless, type Problem, type Read } from '../tree/problem.js'
import { listIn, textIn } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import { resolveName, type Referred } from './key-reference.js'
import type { Scope } from './scope.js'

/** No account has so many signers; and a small file could ask for a group of everybody very often. */
export const MOST_MEMBERS = 250

/** Keys by one name, and where it stands. */
interface Part {
  readonly said: string
  readonly offset: number
  readonly keys: readonly string[]
}

const partIn =
  (scope: Scope, what: string) =>
  (tree: Tree): Read<Part> => {
    const text = textIn(what, 'the name of a key or group')(tree)
    if (E.isLeft(text)) return text
    return E.map((found: Referred): Part => {
      // Enough to see that there are too many.
      const keys: readonly SignerKey[] =
        found._tag === 'Key' ? [found.key] : found.keys.slice(0, MOST_MEMBERS + 1)
      return { said: text.right, offset: tree.offset, keys: keys.map(({ strkey }) => strkey) }
    })(resolveName(scope)(text.right, tree.offset))
  }

const twice = (scope: Scope, what: string, parts: readonly Part[]): readonly Problem[] => {
  const seen = new Set<string>()
  return parts.flatMap(({ keys, offset }) =>
    keys.flatMap((key) => {
      const isSecond = seen.has(key)
      seen.add(key)
      return isSecond
        ? [
            problem(offset, () =>
              failure(
                'member-twice',
                `${what} names key ${quoted(scope.aliasOf.get(key) ?? key)} twice`,
                'name each key once, by itself or by a group',
              ),
            ),
          ]
        : []
    }),
  )
}

/** One name, or several: distinct keys in the end. Nobody, where a group has no members. */
export const membersIn =
  (scope: Scope, what: string) =>
  (tree: Tree): Read<Members> => {
    const items = tree._tag === 'List' ? listIn(what, 'names of keys or groups')(tree) : E.right([tree])
    if (E.isLeft(items)) return items
    const parts = all(items.right.map(partIn(scope, what)))
    if (E.isLeft(parts)) return parts
    const keys = parts.right.flatMap((part) => part.keys)
    if (keys.length > MOST_MEMBERS)
      return refuse(tree.offset, () =>
        failure(
          'too-large',
          `${what} names more than ${String(MOST_MEMBERS)} keys; at most that many are asked about`,
        ),
      )
    return unless(twice(scope, what, parts.right))(
      E.right({ said: parts.right.map(({ said }) => said).join(', '), keys }),
    )
  }

/** One key by its name. A group is refused: whether one of it is meant or all of it has to be said. */
export const keyIn =
  (scope: Scope, what: string) =>
  (tree: Tree): Read<Members> => {
    const text = textIn(what, 'the name of a key')(tree)
    if (E.isLeft(text)) return text
    const found = resolveName(scope)(text.right, tree.offset)
    if (E.isLeft(found)) return found
    return found.right._tag === 'Key'
      ? E.right({ said: text.right, keys: [found.right.key.strkey] })
      : refuse(tree.offset, () =>
          failure(
            'not-a-key',
            `${what} is ${quoted(text.right)}, which is a group; expected a key`,
            `one key of it is \`{ any: 1, of: ${text.right} }\`, where a claim takes that`,
          ),
        )
  }

/** Several keys, each by its own name, in an order that matters. */
export const rankedIn =
  (scope: Scope, what: string) =>
  (tree: Tree): Read<Members> => {
    const items = listIn(what, 'a list of keys, the strongest first')(tree)
    if (E.isLeft(items)) return items
    const each = all(items.right.map(keyIn(scope, what)))
    if (E.isLeft(each)) return each
    return membersIn(scope, what)(tree)
  }
