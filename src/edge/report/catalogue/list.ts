/** The catalogue in columns: names, how bad, and what in a line. */
import type { Rule, Severity } from '../../../advice/lint/index.js'
import { layOut, padded, paragraph } from '../layout.js'
import { bad, dim, span, strong, warn, widthOf, type Line, type Span } from '../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'
import type { Catalogue } from './catalogue.js'

const severityCell = (severity: Severity): Span => {
  switch (severity) {
    case 'error':
      return bad('error')
    case 'warning':
      return warn('warning')
    case 'note':
      return dim('note')
  }
}

const SEVERITY = 9

/** Cells of fixed widths and a text that wraps beside them. */
const rowLines = (width: number, cells: readonly Span[], text: string): readonly Line[] => {
  const hang = cells.reduce((sum, { text: one }) => sum + widthOf(one), 0)
  return layOut(width - hang)([paragraph(0, 0, span(text))]).map((line, index) => [
    ...(index === 0 ? cells : [span(' '.repeat(hang))]),
    ...line,
  ])
}

const cell = ({ text, role }: Span, width: number): Span => span(padded(text, width), role)

const ruleLines =
  (width: number, column: number) =>
  (rule: Rule): readonly Line[] =>
    rowLines(
      width,
      [cell(strong(rule.id), column), cell(severityCell(rule.severity), SEVERITY)],
      rule.summary,
    )

const heading = (text: string): Line => [dim(text)]

/** The list, in lines of at most a width. */
export const catalogueListOf =
  (width: number) =>
  ({ rules, forms }: Catalogue): readonly Line[] => {
    const columns = Math.max(NARROWEST, Math.min(width, PAGE_WIDTH))
    const [found, kept] = [
      rules.filter(({ _tag }) => _tag === 'Lint'),
      rules.filter(({ _tag }) => _tag === 'Reading'),
    ]
    const column = Math.max(0, ...[...rules, ...forms].map(({ id }) => widthOf(id))) + 2
    const section = (title: string, lines: readonly Line[]): readonly (readonly Line[])[] =>
      lines.length === 0 ? [] : [[heading(title), ...lines]]
    const sections = [
      ...section(
        'Rules of reading: a file that breaks one is not read',
        kept.flatMap(ruleLines(columns, column)),
      ),
      ...section('Rules', found.flatMap(ruleLines(columns, column))),
      ...section(
        'Claims',
        forms.flatMap(({ id, summary }) => rowLines(columns, [cell(strong(id), column)], summary)),
      ),
    ]
    return sections.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines]))
  }
