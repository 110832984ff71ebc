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

const readOptions =
  (rules: KnownRules) =>
  ({ name, offset, value, ...item }: Item): Read<RuleOptions> => {
    const what = `rule ${quoted(name)}`
    const id = knownRule(rules, 'a name under `rules`')({ _tag: 'Text', offset, text: name, isQuoted: false })
    const map = mapIn(what, 'a map of numbers')(value)
    if (E.isLeft(id)) return id
    if (E.isLeft(map)) return map
    const known = rules.get(id.right) ?? {}
    const empty =
      map.right.entries.length > 0
        ? []
        : [problem(offset, () => failure('wrong-shape', `${what} is given no numbers`, 'leave it out'))]
    const numbers = all(
      map.right.entries.flatMap((entry) => {
        const range = Object.hasOwn(known, entry.name) ? known[entry.name] : undefined
        if (range === undefined) return []
        const number = numberIn(`\`${entry.name}\` of ${what}`, range.least, range.most)(entry.value)
        return [E.map((one: number) => [entry.name, one] as const)(number)]
      }),
    )
    return unless([...unknownKeys(what, Object.keys(known))(map.right), ...empty])(
      E.map((pairs: readonly (readonly [string, number])[]): RuleOptions => ({
        rule: id.right,
        numbers: new Map(pairs),
        place: placeOf({ name, offset, value, ...item }),
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
