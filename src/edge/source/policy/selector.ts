/** Selectors: groups that say what their keys have in common, instead of listing them. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { CUSTODIES, type PolicyKey } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, refuse, unless, type Read } from '../tree/problem.js'
import { choiceIn, textIn, truthIn, unknownKeys } from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'
import { wordIn } from './word.js'

/** Whether a key is meant. */
export type Selector = (key: PolicyKey) => boolean

const GLOB = /^[a-z0-9._*-]{1,40}$/

/** Whether a name is meant by a pattern, in which `*` stands for any characters, or none. */
export const isMatch = (pattern: string): ((name: string) => boolean) => {
  const parts = pattern.split('*')
  const [first = '', ...others] = parts
  return (name) => {
    if (others.length === 0) return name === first
    const last = others.at(-1) ?? ''
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
      return false
    let from = first.length
    for (const part of others.slice(0, -1)) {
      const at = name.indexOf(part, from)
      if (at < 0 || at + part.length > name.length - last.length) return false
      from = at + part.length
    }
    return from <= name.length - last.length
  }
}

/** A name, or a pattern of names. */
export const globIn =
  (what: string) =>
  (tree: Tree): Read<string> => {
    const text = textIn(what, 'a name, or a pattern such as `emp-*`')(tree)
    if (E.isLeft(text) || GLOB.test(text.right)) return text
    return refuse(tree.offset, () =>
      failure(
        'bad-pattern',
        `${what} is ${quoted(text.right)}; expected a name, or a pattern such as \`emp-*\``,
        'only `*` is special: it stands for any characters',
      ),
    )
  }

const WORDS = ['holder', 'role', 'device', 'vendor'] as const
const FIELDS = ['match', ...WORDS, 'location', 'custody', 'online'] as const

const isWord = (field: string): field is (typeof WORDS)[number] => WORDS.some((word) => word === field)

const conditionIn = (where: string, field: (typeof FIELDS)[number], tree: Tree): Read<Selector> => {
  const what = `\`${field}\` of ${where}`
  if (isWord(field))
    return E.map(
      (word: string): Selector =>
        (key) =>
          O.isSome(key[field]) && key[field].value === word,
    )(wordIn(what)(tree))
  switch (field) {
    case 'match':
      return E.map((glob: string): Selector => {
        const matches = isMatch(glob)
        return ({ alias }) => matches(alias)
      })(globIn(what)(tree))
    case 'location':
      return E.map(
        (word: string): Selector =>
          ({ location }) =>
            location.includes(word),
      )(wordIn(what)(tree))
    case 'custody':
      return E.map(
        (word: string): Selector =>
          ({ custody }) =>
            O.isSome(custody) && custody.value === word,
      )(choiceIn(what, CUSTODIES)(tree))
    case 'online':
      return E.map(
        (truth: boolean): Selector =>
          ({ online }) =>
            O.isSome(online) && online.value === truth,
      )(truthIn(what)(tree))
  }
}

/** A selector: all of its conditions must hold, and it has at least one. */
export const readSelector =
  (where: string) =>
  (map: MapTree): Read<Selector> => {
    const unknown = unknownKeys(where, FIELDS)(map)
    if (map.entries.length === 0)
      return refuse(map.offset, () =>
        failure(
          'wrong-shape',
          `${where} is an empty map; expected at least one condition`,
          'every key is `{ match: "*" }`',
        ),
      )
    const conditions = FIELDS.flatMap((field) =>
      map.entries.filter(({ name }) => name === field).map(({ value }) => conditionIn(where, field, value)),
    )
    return unless(unknown)(
      E.map(
        (each: readonly Selector[]): Selector =>
          (key) =>
            each.every((holds) => holds(key)),
      )(all(conditions)),
    )
  }
