/** Weights that were found as a page for people; or why there are none, and what can be done instead. */
import * as O from 'fp-ts/lib/Option.js'
import { profiles } from '../../../advice/coalition/index.js'
import type { Rule } from '../../../advice/plan/index.js'
import { formulaText } from '../../../advice/policy/index.js'
import { game, THRESHOLD_LEVELS, type ThresholdLevel } from '../../../kernel/model/index.js'
import { profileLines } from '../analysis/coalition-words.js'
import { labelsOf } from '../analysis/report.js'
import { BLANK, layOut, padded, paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { bad, dim, good, HARD_SPACE, span, strong, warn, type Line, type Span } from '../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'
import { joined, levelWord } from '../words.js'
import { insteadBlocks } from './instead-words.js'
import { foundIn, synthesisStateOf, type SynthesisReport } from './synthesis.js'
import { tradeText } from './trade-words.js'

/** Columns before what is said of a level. */
const LABEL = 10

const labelled = (label: string, ...spans: readonly Span[]): Block =>
  paragraph(2, 2 + LABEL, span(padded(label, LABEL).replaceAll(' ', HARD_SPACE)), ...spans)

const heading = (text: string): readonly Block[] => [BLANK, paragraph(0, 0, strong(text))]

const verdictOf = (report: SynthesisReport): Span => {
  const found = foundIn(report)
  switch (synthesisStateOf(report)) {
    case 'found':
    case 'incomplete':
      return good(
        `✓ weights found · ${found?.isSmallest === true ? 'none are smaller' : 'smaller ones may exist'}`,
      )
    case 'impossible':
      return bad(
        report.sought._tag === 'Wishes' ? '✗ no weights do this' : '✗ no weights keep all these promises',
      )
    case 'too-large':
      return bad('✗ no weights up to 255 do this')
    case 'gave-up':
      return warn('? no weights were found in time, and it is not proved that there are none')
  }
}

const askedBlocks = ({ account, sought }: SynthesisReport): readonly Block[] => [
  ...(O.isSome(account) ? [paragraph(2, 4, dim(account.value.name))] : []),
  ...(sought._tag === 'Wishes'
    ? sought.wishes.map(({ level, exactly }) =>
        labelled(levelWord(level), dim('exactly '), span(formulaText(exactly))),
      )
    : [
        labelled('promises', span(joined(sought.found.asked))),
        labelled('', dim('who is not spoken of may act or not: promise what must not be')),
      ]),
  ...(sought._tag === 'Claims' && sought.found.setAside.length > 0
    ? [
        labelled(
          'not asked',
          warn(joined(sought.found.setAside)),
          dim(' (vacuous, or not known: see `quorate check`)'),
        ),
      ]
    : []),
]

const testBlocks = ({ sought }: SynthesisReport): readonly Block[] =>
  sought._tag === 'Wishes' || sought.notPassed.length === 0
    ? []
    : [
        ...heading('Tests'),
        ...sought.notPassed.map(({ test, says }) =>
          paragraph(2, 4, bad('✗ '), span(`"${test.name}": ${says}`)),
        ),
        paragraph(2, 4, dim('tests are not looked for: promise what they say, and the weights keep it')),
      ]

const weightTexts = (names: Names, { weights }: Rule): readonly string[] => {
  const byWeight = new Map<number, string[]>()
  for (const [key, weight] of weights)
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), labelsOf(names)([key])[0] ?? key])
  return [...byWeight]
    .sort(([a], [b]) => b - a)
    .map(([weight, labels]) => `${String(weight).padStart(3)}  ${labels.join(', ')}`)
}

const weightBlocks = (names: Names, rule: Rule): readonly Block[] => {
  const isNeedless = [...rule.weights.values()].includes(0)
  const { Low, Medium, High } = rule.quotas
  const unasked = joined(rule.unasked.map(levelWord))
  return [
    ...heading('Weights'),
    ...weightTexts(names, rule).map((text) => {
      const at = text.search(/[0-9]/)
      return paragraph(2 + at, 7, span(text.slice(at).replace('  ', HARD_SPACE.repeat(2))))
    }),
    ...(isNeedless ? [paragraph(7, 7, dim('whoever weighs 0 makes no difference, and is no signer'))] : []),
    ...heading('Thresholds'),
    paragraph(2, 4, span(`low ${String(Low)}, medium ${String(Medium)}, high ${String(High)}`)),
    ...(unasked === ''
      ? []
      : [paragraph(2, 4, dim(`nothing was wished for ${unasked}: the same as the next level`))]),
    ...(Low > Medium || Medium > High
      ? [
          paragraph(
            2,
            4,
            warn('a higher level takes less than a lower one: who reaches it need not reach the lower'),
          ),
        ]
      : []),
  ]
}

const gameOf = ({ weights, quotas }: Rule, level: ThresholdLevel): ReturnType<typeof game> =>
  game(
    quotas[level],
    [...weights].filter(([, weight]) => weight > 0).map(([id, weight]) => ({ id, weight })),
  )

const groupBlocks = (names: Names, rule: Rule): readonly Block[] => {
  const told = THRESHOLD_LEVELS.map((level) => ({
    level: levelWord(level),
    lines: profileLines(names)(profiles(100)(gameOf(rule, level))),
  }))
  const byLines = new Map<string, { readonly levels: string[]; readonly lines: readonly string[] }>()
  for (const { level, lines } of told) {
    const key = lines.join('\n')
    const before = byLines.get(key) ?? { levels: [], lines }
    before.levels.push(level)
    byLines.set(key, before)
  }
  return [
    ...heading('Who can act'),
    ...[...byLines.values()].flatMap(({ levels, lines }) =>
      lines.map((line, at) => {
        const label = at === 0 ? levels.join(', ') : ''
        return paragraph(2, 24, span(padded(label, 20).replaceAll(' ', HARD_SPACE)), span(line))
      }),
    ),
  ]
}

const whyBlocks = ({ names, sought }: SynthesisReport): readonly Block[] => {
  if (sought._tag === 'Claims')
    return sought.found._tag === 'Conflict'
      ? [...heading('Why'), paragraph(2, 2, span(sought.found.conflict.says))]
      : []
  const { synthesis, instead } = sought
  const blocks = insteadBlocks(names, instead)
  return [
    ...(synthesis._tag === 'Impossible'
      ? [...heading('Why'), paragraph(2, 2, span(tradeText(names)(synthesis.trade)))]
      : []),
    ...(blocks.length === 0 ? [] : [...heading('Instead'), ...blocks]),
  ]
}

/** The page, in lines of at most a width. */
export const synthesisPageOf =
  (width: number) =>
  (report: SynthesisReport): readonly Line[] => {
    const found = foundIn(report)
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      paragraph(0, 2, verdictOf(report)),
      ...askedBlocks(report),
      ...(found === undefined
        ? whyBlocks(report)
        : [
            ...weightBlocks(report.names, found.rule),
            ...groupBlocks(report.names, found.rule),
            ...testBlocks(report),
          ]),
    ])
  }
