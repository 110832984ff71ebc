/** The `rules` section: numbers that rules of lint are asked to use. */
import * as E from 'fp-ts/lib/Either.js'
import type { RuleOptions } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, unless, type Read } from '../tree/problem.js'
import { mapIn, numberIn, unknownKeys } from '../tree/tree-reader.js'
import { knownRule, type KnownRules } from './known-rules.js'
import type { PolicyPart } from './policy-part.js'
import { placeOf, readMap, type Item, type Readout } from './sections.js'

/** What any rule may be given, where nothing is known of it. */
const ANY = { least: 0, most: 1_000_000 }

const readOptions =
  (rules: KnownRules) =>
  (item: Item): Read<RuleOptions> => {
    const what = `rule ${quoted(item.name)}`
    const id = knownRule(
      rules,
      'a name under `rules`',
    )({
      _tag: 'Text',
      offset: item.offset,
      text: item.name,
      isQuoted: false,
    })
    const map = mapIn(`\`${item.name}\` under \`rules\``, 'a map of numbers')(item.value)
    if (E.isLeft(id)) return id
    if (E.isLeft(map)) return map
    const known = rules.get(id.right)
    const unknown = known === undefined ? [] : unknownKeys(what, Object.keys(known))(map.right)
    const empty =
      map.right.entries.length > 0
        ? []
        : [problem(item.offset, () => failure('wrong-shape', `${what} is given no numbers`, 'leave it out'))]
    const numbers = all(
      map.right.entries
        .filter(({ name }) => known === undefined || Object.hasOwn(known, name))
        .map(({ name, value }) => {
          const { least, most } = known?.[name] ?? ANY
          return E.map((number: number) => [name, number] as const)(
            numberIn(`\`${name}\` of ${what}`, least, most)(value),
          )
        }),
    )
    return unless([...unknown, ...empty])(
      E.map((pairs: readonly (readonly [string, number])[]): RuleOptions => ({
        rule: id.right,
        numbers: new Map(pairs),
        place: placeOf(item),
      }))(numbers),
    )
  }

/**
 * What rules are asked for, over all parts.
 *
 * Problems: `wrong-shape`, `name-twice`, `unknown-rule`, `unknown-key`, `number-not-a-number`,
 * `number-out-of-range`.
 */
export const readRules =
  (rules: KnownRules) =>
  (parts: readonly PolicyPart[]): Readout<readonly RuleOptions[]> => {
    const { value, problems } = readMap({
      section: 'rules',
      expected: 'a map of rules to their numbers',
      what: 'a rule',
    })(parts)(readOptions(rules))
    return { value: [...value.values.values()], problems }
  }
