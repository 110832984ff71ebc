/** One entry of the catalogue as a page for the terminal: what, why, how it is decided, examples. */
import type { Rule, RuleExample } from '../../../advice/lint/index.js'
import type { ClaimExample, ClaimForm } from '../../../advice/policy/index.js'
import { claimPage, rulePage } from '../check/documentation.js'
import { layOut, paragraph } from '../layout.js'
import { bad, dim, good, span, strong, type Line, type Span } from '../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'

/** A worthless key stands where an example leaves room for one. */
const shownPolicy = (policy: string): string => policy.replace(/\{([a-z][a-z0-9-]*)\}/g, 'G…')

const policyLines = (policy: string): readonly Line[] =>
  shownPolicy(policy)
    .trimEnd()
    .split('\n')
    .map((line) => [dim(`    ${line}`)])

const section = (width: number, title: string, text: string): readonly Line[] =>
  text === '' ? [] : [[], [strong(title)], ...layOut(width)([paragraph(2, 2, span(text))])]

const headLines = (width: number, id: string, beside: Span, summary: string): readonly Line[] => [
  [strong(id), span(' · '), beside],
  ...layOut(width)([paragraph(2, 2, span(summary))]),
]

const exampleHead = (width: number, says: string, end: Span): readonly Line[] => [
  [],
  ...layOut(width)([paragraph(2, 4, span(`${says}: `), end)]),
]

const ruleExample =
  (width: number) =>
  ({ says, policy, finds }: RuleExample): readonly Line[] => [
    ...exampleHead(
      width,
      says,
      finds.length === 0 ? good('nothing is found') : bad(`found: ${finds.join('; ')}`),
    ),
    ...policyLines(policy),
  ]

const claimExample =
  (width: number) =>
  ({ says, policy, base, expect }: ClaimExample): readonly Line[] => [
    ...exampleHead(
      width,
      says,
      expect === 'Holds'
        ? good('holds')
        : bad(expect === 'Violated' ? 'is violated' : `is ${expect.toLowerCase()}`),
    ),
    ...(base === undefined ? [] : [[span('    before')], ...policyLines(base), [span('    after')] as Line]),
    ...policyLines(policy),
  ]

const numberLines = (width: number, rule: Rule): readonly Line[] => {
  const numbers = rule._tag === 'Lint' ? Object.entries(rule.numbers) : []
  if (numbers.length === 0) return []
  return [
    [],
    [strong('Numbers')],
    ...layOut(width)(
      numbers.map(([name, { summary, standard, least, most }]) =>
        paragraph(
          2,
          4,
          span(`${name}: ${summary}; ${String(standard)} unless \`rules\` says another, `),
          span(`${String(least)} to ${String(most)}`),
        ),
      ),
    ),
  ]
}

const columnsOf = (width: number): number => Math.max(NARROWEST, Math.min(width, PAGE_WIDTH))

/** The page of a rule. */
export const rulePageLines =
  (width: number) =>
  (rule: Rule): readonly Line[] => {
    const columns = columnsOf(width)
    const kind = rule._tag === 'Lint' ? rule.severity : 'rule of reading'
    return [
      ...headLines(columns, rule.id, span(kind), rule.summary),
      ...section(columns, 'Why', rule.rationale),
      ...section(columns, 'How it is decided', rule.decidedBy),
      ...section(columns, 'Where it comes from', rule.source),
      ...numberLines(columns, rule),
      ...(rule.examples.length === 0 ? [] : [[], [strong('Examples')] as Line]),
      ...rule.examples.flatMap(ruleExample(columns)),
      [],
      [dim(`${rulePage(rule.id)} says it at length`)],
    ]
  }

/** The page of a form of claims. */
export const claimPageLines =
  (width: number) =>
  (form: ClaimForm): readonly Line[] => {
    const columns = columnsOf(width)
    return [
      ...headLines(columns, form.id, span('claim'), form.summary),
      [],
      [strong('As it is written')],
      ...form.syntax.map((line): Line => [span(`  ${line}`)]),
      ...section(columns, 'What it means', form.meaning),
      ...section(columns, 'Why', form.rationale),
      ...section(columns, 'How it is decided', `${form.decidedBy}; ${form.cost}`),
      ...(form.examples.length === 0 ? [] : [[], [strong('Examples')] as Line]),
      ...form.examples.flatMap(claimExample(columns)),
      [],
      [dim(`${claimPage(form.id)} says it at length`)],
    ]
  }
