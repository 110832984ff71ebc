/** What can be done instead, in words. */
import type { Instead, Possible } from '../../../advice/plan/index.js'
import { formulaText } from '../../../advice/policy/index.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { labelsOf } from '../analysis/report.js'
import { paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { dim, span, strong } from '../styled.js'
import { joined, levelWord } from '../words.js'

/** `anna 2, bruno 1, carla 1; threshold 3`. */
const numbersText = (names: Names, level: ThresholdLevel, { rule }: Possible): string => {
  const weights = [...rule.weights].filter(([, weight]) => weight > 0)
  const told = weights.map(([key, weight]) => `${labelsOf(names)([key])[0] ?? ''} ${String(weight)}`)
  return `${told.join(', ')}; threshold ${String(rule.quotas[level])}`
}

const listed = (names: Names, level: ThresholdLevel, parts: readonly Possible[]): readonly Block[] =>
  parts.flatMap((part, at) => [
    paragraph(4, 7, strong(`${String(at + 1)}  `), span(formulaText(part.formula))),
    paragraph(7, 9, dim(numbersText(names, level, part))),
  ])

/** Lines about it; none where there is nothing to say. */
export const insteadBlocks = (names: Names, instead: Instead): readonly Block[] => {
  switch (instead._tag) {
    case 'Accounts':
      return [
        paragraph(
          2,
          2,
          span(
            `${String(instead.accounts.length)} accounts, each with an operation in one transaction, which then takes the signatures of all:`,
          ),
        ),
        ...listed(names, instead.level, instead.accounts),
        paragraph(
          2,
          2,
          span(
            'The network asks for all of them only where a transaction has an operation of each. What is in one account, its own signers can move alone.',
          ),
        ),
      ]
    case 'Alternatives':
      return [
        paragraph(
          2,
          2,
          span(
            'Each part alone is possible. That any one of them is enough cannot be had: an account has one rule a level, and a second account does not help. What is left is a transaction that is authorized in advance (a pre-auth signer) for the other ways.',
          ),
        ),
        ...listed(names, instead.level, instead.parts),
      ]
    case 'LevelsApart':
      return [
        paragraph(
          2,
          2,
          span(
            `Each of ${joined(instead.levels.map(levelWord))} alone is possible. A signer has one weight for all levels: change the wish for one of them.`,
          ),
        ),
      ]
    case 'Nothing':
      return []
  }
}
