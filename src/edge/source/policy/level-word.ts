/** Levels as policies say them: by their own names, or by an operation that needs them. */
import * as E from 'fp-ts/lib/Either.js'
import type { AskedLevel } from '../../../advice/policy/index.js'
import { failure, type Failure, type ThresholdLevel } from '../../../kernel/model/index.js'
import { thresholdLevelOf } from '../../../kernel/protocol/index.js'
import { quoted, listed } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { all, problem, refuse, unless, type Problem, type Read } from '../tree/problem.js'
import { listIn, textIn } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import { secondTimes } from './second-times.js'
import { isOperationWord, operationOf, OPERATION_WORDS, SET_OPTIONS_WORDS } from './operation-word.js'

const LEVELS: Readonly<Record<string, ThresholdLevel>> = { low: 'Low', medium: 'Medium', high: 'High' }

/** All words for levels. */
export const LEVEL_WORDS: readonly string[] = [...Object.keys(LEVELS), ...OPERATION_WORDS]

/** `set_options` may need either level, so it has to be said which. */
export const setOptionsAlone = (what: string): Failure =>
  failure(
    'which-set-options',
    `${what} is \`set_options\`, which needs medium or high`,
    `say what it sets: ${listed(SET_OPTIONS_WORDS)}`,
  )

const unknownLevel = (what: string, text: string): Failure =>
  failure(
    'unknown-level',
    `${what} is ${quoted(text)}; expected \`low\`, \`medium\`, \`high\` or an operation`,
    `${didYouMean(LEVEL_WORDS)(text)}operations have Horizon's names, as \`payment\` and \`account_merge\``,
  )

const levelIn =
  (what: string) =>
  (tree: Tree): Read<AskedLevel> => {
    const text = textIn(what, 'a level or an operation')(tree)
    if (E.isLeft(text)) return text
    const said = text.right
    const level = Object.hasOwn(LEVELS, said) ? LEVELS[said] : undefined
    if (level !== undefined) return E.right({ level, said })
    if (isOperationWord(said)) return E.right({ level: thresholdLevelOf(operationOf(said)), said })
    return refuse(tree.offset, () =>
      said === 'set_options' ? setOptionsAlone(what) : unknownLevel(what, said),
    )
  }

const twice = (trees: readonly Tree[], levels: readonly AskedLevel[]): readonly Problem[] =>
  secondTimes(levels.map(({ level }) => level)).flatMap((index) => {
    const { level, said } = levels[index] as AskedLevel
    const before = levels.find((one) => one.level === level)
    return before === undefined
      ? []
      : [
          problem(trees[index]?.offset ?? 0, () =>
            failure(
              'level-twice',
              said === before.said
                ? `${quoted(said)} stands here twice`
                : `${quoted(before.said)} and ${quoted(said)} need the same level (${level.toLowerCase()})`,
              'what holds for one operation of a level holds for all: keep one of them',
            ),
          ),
        ]
  })

/** One level, or a list of different ones. */
export const levelsIn =
  (what: string) =>
  (tree: Tree): Read<readonly AskedLevel[]> => {
    if (tree._tag !== 'List') return E.map((one: AskedLevel) => [one])(levelIn(what)(tree))
    const items = listIn(what, 'a level, or a list of levels')(tree)
    if (E.isLeft(items)) return items
    const levels = all(items.right.map(levelIn(what)))
    return E.isLeft(levels) ? levels : unless(twice(items.right, levels.right))(levels)
  }

/** Where a claim leaves the level out. */
export const ALL_LEVELS: readonly AskedLevel[] = [
  { level: 'Low', said: 'low' },
  { level: 'Medium', said: 'medium' },
  { level: 'High', said: 'high' },
]
