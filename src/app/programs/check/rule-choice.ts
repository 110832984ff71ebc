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

const wrong =
  (flag: string) =>
  (id: string): readonly Failure[] => {
    const rule = RULES.find((one) => one.id === id)
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
 * The rules that are asked: those that are named, or all, without those that are skipped.
 *
 * Failures: `unknown-rule` with the nearest name, `rule-of-reading`.
 */
export const chooseRules = (
  only: readonly string[],
  skip: readonly string[],
): E.Either<NEA.NonEmptyArray<Failure>, RuleChoice> => {
  const failed = NEA.fromArray([...only.flatMap(wrong('--rule')), ...skip.flatMap(wrong('--skip'))])
  if (O.isSome(failed)) return E.left(failed.value)
  const isAsked = (id: string): boolean => (only.length === 0 || only.includes(id)) && !skip.includes(id)
  return E.right({ rules: RULES.filter(({ id }) => isAsked(id)), isAsked })
}
