/**
 * An exhibit as aligned rows: alias, weight, holder, vendor, places, and the line that says so; below them
 * the sum against what is needed. Where the page is too narrow a row goes on below itself.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../../../kernel/model/index.js'
import { layOut, padded, paragraph, type Block } from '../../layout.js'
import { dim, span, strong, unbroken, widthOf, type Line, type Span } from '../../styled.js'
import { levelWord } from '../../words.js'
import type { Evidence, EvidenceRow } from '../evidence.js'
import { nearbyText } from '../shown-place.js'

/** Where rows are told: the columns, the room, and the file that everything else is in. */
export interface EvidencePage {
  readonly width: number
  readonly indent: number
  readonly file: string
}

const GAP = '  '

/** The cells after the weight: who, of whom, and where. */
const cellsOf = ({ holder, device, vendor, location }: EvidenceRow): readonly string[] => [
  O.getOrElse(() => '')(holder),
  O.getOrElse(() => O.getOrElse(() => '')(device))(vendor),
  location.join(', '),
]

/** The line that says so. */
const lineOf = (file: string, { place }: EvidenceRow): string =>
  O.isSome(place) ? nearbyText(place.value, file) : ''

const weightOf = ({ weight }: EvidenceRow): string => String(weight)

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

/** Cells under each other; what nobody has takes no column. */
const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => widest(rows.map((row) => row[column] ?? '')))
  return rows.map((row) =>
    row
      .flatMap((cell, column) => (widths[column] === 0 ? [] : [padded(cell, widths[column] ?? 0)]))
      .join(GAP)
      .trimEnd(),
  )
}

/** `3 ≥ medium 3`, `2 < medium 3 there`. */
export const sumText = (
  { exhibit: { sum, quota, rule } }: Evidence,
  level: O.Option<ThresholdLevel>,
): string =>
  [
    String(sum),
    sum >= quota ? '≥' : '<',
    ...(O.isSome(level) ? [levelWord(level.value), String(quota)] : [String(quota), 'needed']),
    ...(rule === 'other' ? ['there'] : []),
  ].join(' ')

const titleOf = ({ exhibit: { title, units }, rows }: Evidence): string =>
  [
    title,
    ...(units.length > 0 ? [`(${units.join(', ')})`] : []),
    ...(rows.length === 0 ? ['nobody'] : []),
  ].join(' ')

/** Rows under each other, as wide as they need to be. */
const tableOf = (page: EvidencePage, rows: readonly EvidenceRow[], names: number, weights: number) => {
  const heads = rows.map((one) => `${padded(one.alias, names)}${GAP}${weightOf(one).padStart(weights)}`)
  const lines = rows.map((one) => lineOf(page.file, one))
  const cells = rows.map((one, index) => [heads[index] ?? '', ...cellsOf(one)])
  return {
    whole: aligned(cells.map((row, index) => [...row, lines[index] ?? ''])),
    short: aligned(cells),
    lines,
  }
}

/** All rows on one line each; else the places in the file below them; else everything below the name. */
const rowBlocks = (
  page: EvidencePage,
  rows: readonly EvidenceRow[],
  names: number,
  weights: number,
): readonly Block[] => {
  const { indent, width } = page
  const { whole, short, lines } = tableOf(page, rows, names, weights)
  const text = (from: number, what: string): readonly Block[] =>
    what === '' ? [] : [paragraph(from, from, span(what))]
  if (indent + widest(whole) <= width) return whole.flatMap((one) => text(indent, unbroken(one)))
  return rows.flatMap((one, index) => {
    const line = lines[index] ?? ''
    const own = short[index] ?? ''
    if (indent + widest(short) <= width)
      return [...text(indent, unbroken(own)), ...text(indent + 2, unbroken(line))]
    const below = [...cellsOf(one), line].filter((cell) => cell !== '').join(', ')
    return [...text(indent, `${one.alias} ${weightOf(one)}`), ...text(indent + 2, below)]
  })
}

/** The rows, and below them what they add up to and whatever else is said of it. */
export const evidenceLines =
  (page: EvidencePage, level: O.Option<ThresholdLevel>) =>
  (evidence: Evidence, ...after: readonly Span[]): readonly Line[] => {
    const { rows, exhibit } = evidence
    const names = Math.min(widest(rows.map(({ alias }) => alias)), Math.floor(page.width / 3))
    const weights = widest([...rows.map(weightOf), String(exhibit.sum)])
    const rule = names === 0 ? '' : `${'─'.repeat(names)}${GAP}`
    const pad = names === 0 ? '' : ' '.repeat(Math.max(0, weights - String(exhibit.sum).length))
    return layOut(page.width)([
      paragraph(page.indent, page.indent + 2, dim(titleOf(evidence))),
      ...rowBlocks(page, rows, names, weights),
      paragraph(
        page.indent,
        page.indent + 2,
        dim(unbroken(rule + pad)),
        strong(unbroken(sumText(evidence, level))),
        ...after,
      ),
    ])
  }
