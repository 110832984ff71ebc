/** Words and sentences of a policy: what people call things, and what they say of them. */
import * as E from 'fp-ts/lib/Either.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { problem, refuse, type Problem, type Read } from '../tree/problem.js'
import type { Entry, Tree } from '../tree/tree.js'
import { textIn } from '../tree/tree-reader.js'

/**
 * Lower-case letters, digits, dots, hyphens and underscores, from a letter or digit, 40 at most: nothing
 * that is written so is ever taken for a key, and none can hide a secret.
 */
export const WORD = /^[a-z0-9][a-z0-9._-]{0,39}$/

const RULE = 'has 1 to 40 lower-case letters, digits, `-`, `_` and `.`, and starts with a letter or digit'

/** A word. */
export const wordIn =
  (what: string, example = 'zurich-office') =>
  (tree: Tree): Read<string> => {
    const text = textIn(what, `a word such as \`${example}\``)(tree)
    if (E.isLeft(text) || WORD.test(text.right)) return text
    return refuse(tree.offset, () =>
      failure('bad-word', `${what} is ${quoted(text.right)}; expected a word`, `a word ${RULE}`),
    )
  }

/** Refuses a name that is none; `what` it would name: `a key`. */
export const checkName = (what: string, { name, offset }: Entry): readonly Problem[] =>
  WORD.test(name)
    ? []
    : [
        problem(offset, () =>
          failure('bad-name', `${quoted(name)} cannot be the name of ${what}`, `a name ${RULE}`),
        ),
      ]

const LONGEST = 300

/** A sentence for people: one line, so that it can be shown in one. */
export const sentenceIn =
  (what: string) =>
  (tree: Tree): Read<string> => {
    const text = textIn(what, 'a sentence')(tree)
    if (E.isLeft(text)) return text
    const isShown = text.right.trim() === text.right && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text.right)
    return isShown && text.right.length <= LONGEST
      ? text
      : refuse(tree.offset, () =>
          failure(
            'bad-sentence',
            `${what} is ${quoted(text.right)}; expected one line of text`,
            `a sentence has ${String(LONGEST)} characters at most, and no line breaks or spaces at its ends`,
          ),
        )
  }
