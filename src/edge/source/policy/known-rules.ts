/** The rules of lint, as far as a policy may speak of them. */
import * as E from 'fp-ts/lib/Either.js'
import { RULES, type RuleNumber } from '../../../advice/lint/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { refuse, type Read } from '../tree/problem.js'
import type { Tree } from '../tree/tree.js'
import { wordIn } from './word.js'

/** Numbers that may be set, by the ids of the rules whose findings may be ignored. */
export type KnownRules = ReadonlyMap<string, Readonly<Record<string, RuleNumber>>>

/** Rules that look at policies. What the reader itself keeps can neither be set nor ignored. */
export const KNOWN_RULES: KnownRules = new Map(
  RULES.flatMap((rule) => (rule._tag === 'Lint' ? [[rule.id, rule.numbers] as const] : [])),
)

/** The id of a rule. */
export const knownRule =
  (rules: KnownRules, what: string) =>
  (tree: Tree): Read<string> => {
    const id = wordIn(what, 'key-rotation')(tree)
    if (E.isLeft(id) || rules.has(id.right)) return id
    return refuse(tree.offset, () =>
      failure(
        'unknown-rule',
        `${what} is ${quoted(id.right)}, which is no rule whose findings can be ignored`,
        `${didYouMean(rules.keys())(id.right)}see \`quorate rules\``,
      ),
    )
  }
