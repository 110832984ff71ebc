/** Which rules are asked. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { RULES, type Rule } from '../../../advice/lint/index.js'
import { quoted } from '../../../edge/source/quoted.js'
import { didYouMean } from '../../../edge/source/text/nearest-name.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'

/** Rules, and whether one is asked, by its id. */
export interface RuleChoice {
  readonly rules: readonly Rule[]
  readonly isAsked: (rule: string) => boolean
}

/** What rules may need, and how it is given. */
const FLAGS = { ledger: '--state', listed: '--stellar-toml', base: '--base' } as const

/** Which of the things that rules may need are given. */
export type Given = Readonly<Record<keyof typeof FLAGS, boolean>>

const needOf = (rule: Rule | undefined): keyof Given | undefined =>
  rule?._tag === 'Lint' ? rule.needs : undefined

const isPossible =
  (given: Given) =>
  (rule: Rule | undefined): boolean => {
    const need = needOf(rule)
    return need === undefined || given[need]
  }

const ruleOf = (id: string): Rule | undefined => RULES.find((one) => one.id === id)

/** A rule that is asked for by name and cannot be asked: its silence would pass for a clean answer. */
const impossible =
  (given: Given) =>
  (id: string): readonly Failure[] => {
    const need = needOf(ruleOf(id))
    return need === undefined || given[need]
      ? []
      : [
          about('--rule')(
            failure(
              'rule-needs-input',
              `${quoted(id)} cannot be asked without \`${FLAGS[need]}\``,
              `give \`${FLAGS[need]}\`, or leave the rule out`,
            ),
          ),
        ]
  }

/** Asked for and left out at once: what is left may be no rule at all, whose silence is no answer. */
const contradicted =
  (skip: readonly string[]) =>
  (id: string): readonly Failure[] =>
    skip.includes(id)
      ? [
          about('--skip')(
            failure('usage', `${quoted(id)} is asked for and left out`, 'leave one of the two options out'),
          ),
        ]
      : []

/** What is given for rules of which none is asked: nobody would look at it. */
const unused = (given: Given, isNamed: (id: string) => boolean): readonly Failure[] =>
  (['ledger', 'listed'] as const).flatMap((need) =>
    given[need] && !RULES.some((rule) => needOf(rule) === need && isNamed(rule.id))
      ? [
          about(FLAGS[need])(
            failure(
              'usage',
              'no rule that is asked looks at it',
              `leave it out, or ask ${RULES.filter((rule) => needOf(rule) === need)
                .map(({ id }) => quoted(id))
                .join(', ')}`,
            ),
          ),
        ]
      : [],
  )

const wrong =
  (flag: string) =>
  (id: string): readonly Failure[] => {
    const rule = ruleOf(id)
    if (rule?._tag === 'Lint') return []
    const tell = (code: string, message: string, help: string): readonly Failure[] => [
      about(flag)(failure(code, message, help)),
    ]
    return rule === undefined
      ? tell(
          'unknown-rule',
          `${quoted(id)} is no rule`,
          `${didYouMean(RULES.map((one) => one.id))(id)}\`quorate rules\` lists them`,
        )
      : tell(
          'rule-of-reading',
          `${quoted(id)} is kept by the reader: a file that breaks it is not read at all`,
          'it can neither be asked alone nor skipped',
        )
  }

/**
 * The rules that are asked: those that are named, or all, without those that are skipped and those that
 * need what is not given.
 *
 * Failures: `unknown-rule` with the nearest name, `rule-of-reading`, `rule-needs-input`; `usage` where a rule is
 * asked and skipped, or an input is given that no rule looks at.
 */
export const chooseRules = (
  only: readonly string[],
  skip: readonly string[],
  given: Given,
): E.Either<NEA.NonEmptyArray<Failure>, RuleChoice> => {
  const isNamed = (id: string): boolean => (only.length === 0 || only.includes(id)) && !skip.includes(id)
  const failed = NEA.fromArray([
    ...only.flatMap(wrong('--rule')),
    ...skip.flatMap(wrong('--skip')),
    ...only.flatMap(impossible(given)),
    ...only.flatMap(contradicted(skip)),
    ...unused(given, isNamed),
  ])
  if (O.isSome(failed)) return E.left(failed.value)
  const isAsked = (id: string): boolean => isNamed(id) && isPossible(given)(ruleOf(id))
  return E.right({ rules: RULES.filter(({ id }) => isAsked(id)), isAsked })
}
