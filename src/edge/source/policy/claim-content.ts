/** What the words of claims are followed by: who is needed, two sides, what to compare with, bounds. */
import * as E from 'fp-ts/lib/Either.js'
import type { Rational } from '../../../advice/coalition/index.js'
import type { Claim, Members, Reference } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { refuse, struct, type Read } from '../tree/problem.js'
import { choiceIn, countIn, found, textIn } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import type { Accounts } from './account-names.js'
import { boundsOf, closedMap, fractionIn, isAbove, partOf } from './claim-parts.js'
import { keyIn, membersIn } from './members.js'
import type { Scope } from './scope.js'

/** What names in claims may stand for. */
export type ClaimScope = Scope & Accounts

interface Some {
  readonly count: number
  readonly of: Members
}

/** `needs: chair-1`, or `needs: { any: 1, of: chair }`. */
export const neededIn =
  (scope: ClaimScope, what: string) =>
  (tree: Tree): Read<Some> => {
    if (tree._tag !== 'Map') return E.map((of: Members) => ({ count: 1, of }))(keyIn(scope, what)(tree))
    const map = closedMap(what, ['any', 'of'])(tree)
    return E.isLeft(map)
      ? map
      : struct<Some>({
          count: partOf(map.right, 'any', countIn(`\`any\` of ${what}`)),
          of: partOf(map.right, 'of', membersIn(scope, `\`of\` of ${what}`)),
        })
  }

/** Two sides that share nobody. */
export const betweenIn =
  (scope: ClaimScope, what: string) =>
  (tree: Tree): Read<readonly [Members, Members]> => {
    const map = closedMap(what, ['between'])(tree)
    if (E.isLeft(map)) return map
    return partOf(map.right, 'between', (list): Read<readonly [Members, Members]> => {
      const [one, other, ...more] = list._tag === 'List' ? list.items : []
      if (one === undefined || other === undefined || more.length > 0)
        return refuse(list.offset, () =>
          failure('wrong-shape', `\`between\` of ${what} is ${found(list)}; expected a list of two sides`),
        )
      const [a, b] = [
        membersIn(scope, `the first side of ${what}`)(one),
        membersIn(scope, `the second side of ${what}`)(other),
      ]
      const sides = struct<{ readonly a: Members; readonly b: Members }>({ a, b })
      if (E.isLeft(sides)) return sides
      const shared = sides.right.a.keys.find((key) => sides.right.b.keys.includes(key))
      return shared === undefined
        ? E.right([sides.right.a, sides.right.b])
        : refuse(other.offset, () =>
            failure(
              'member-twice',
              `key ${quoted(scope.aliasOf.get(shared) ?? shared)} is on both sides of ${what}`,
              'a key can stand on one side only',
            ),
          )
    })
  }

const BASE = 'base'

/** `base`, or an account of the policy. */
export const referenceIn =
  (scope: ClaimScope, what: string) =>
  (tree: Tree): Read<Reference> => {
    const text = textIn(what, '`base` or the name of an account')(tree)
    if (E.isLeft(text)) return text
    const name = text.right
    if (name === BASE && scope.accounts.has(BASE))
      return refuse(tree.offset, () =>
        failure(
          'ambiguous-base',
          `${what} is \`base\`, and an account has that name`,
          'give the account another name',
        ),
      )
    if (name === BASE) return E.right({ _tag: 'Base' })
    if (scope.accounts.has(name)) return E.right({ _tag: 'Account', name })
    return scope.brokenAccounts.has(name)
      ? E.left([])
      : refuse(tree.offset, () =>
          failure(
            'undefined-account',
            `no account is named ${quoted(name)}`,
            `${didYouMean([...scope.accounts, BASE])(name)}expected \`base\` or an account of this policy`,
          ),
        )
  }

type PowerParts = Omit<Extract<Claim, { _tag: 'Power' }>, '_tag' | 'at'>

/** Whose power, by which index, within which bounds. */
export const powerIn =
  (scope: ClaimScope, what: string) =>
  (tree: Tree): Read<PowerParts> => {
    const map = closedMap(what, ['of', 'index'], ['at-least', 'at-most'])(tree)
    if (E.isLeft(map)) return map
    const bounds = boundsOf<Rational>(what, fractionIn, isAbove)(map.right)
    const parts = struct<Pick<PowerParts, 'of' | 'index'>>({
      of: partOf(map.right, 'of', keyIn(scope, `\`of\` of ${what}`)),
      index: partOf(map.right, 'index', choiceIn(`\`index\` of ${what}`, ['banzhaf', 'shapley-shubik'])),
    })
    return E.map(
      ({
        named,
        between,
      }: {
        readonly named: Pick<PowerParts, 'of' | 'index'>
        readonly between: Pick<PowerParts, 'atLeast' | 'atMost'>
      }) => ({ ...named, ...between }),
    )(struct({ named: parts, between: bounds }))
  }

/** How many signatures. */
export const signaturesIn = (_: ClaimScope, what: string) => (tree: Tree) => {
  const map = closedMap(what, [], ['at-least', 'at-most'])(tree)
  return E.isLeft(map) ? map : boundsOf<number>(what, countIn, (a, b) => a > b)(map.right)
}
