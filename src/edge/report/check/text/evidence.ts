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

/** The cells after the weight: who, of whom, where, and the line. */
const cellsOf =
  (file: string) =>
  ({ holder, device, vendor, location, place }: EvidenceRow): readonly string[] => [
    O.getOrElse(() => '')(holder),
    O.getOrElse(() => O.getOrElse(() => '')(device))(vendor),
    location.join(', '),
    O.isSome(place) ? nearbyText(place.value, file) : '',
  ]

const weightOf = ({ weight }: EvidenceRow): string => (O.isSome(weight) ? String(weight.value) : '?')

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

const rowBlocks =
  (page: EvidencePage, names: number, weights: number) =>
  (row: EvidenceRow, tail: string): readonly Block[] => {
    const head = `${padded(row.alias, names)}${GAP}${weightOf(row).padStart(weights)}`
    const whole = tail === '' ? head : `${head}${GAP}${tail}`
    const { indent, width, file } = page
    return indent + widthOf(whole) <= width
      ? [paragraph(indent, indent, span(unbroken(whole)))]
      : [
          paragraph(indent, indent + 2, span(row.alias), span(' '), span(weightOf(row))),
          paragraph(
            indent + 2,
            indent + 2,
            span(
              cellsOf(file)(row)
                .filter((cell) => cell !== '')
                .join(', '),
            ),
          ),
        ]
  }

/** The rows, and below them what they add up to and whatever else is said of it. */
export const evidenceLines =
  (page: EvidencePage, level: O.Option<ThresholdLevel>) =>
  (evidence: Evidence, ...after: readonly Span[]): readonly Line[] => {
    const { rows } = evidence
    const names = Math.min(widest(rows.map(({ alias }) => alias)), Math.floor(page.width / 3))
    const weights = widest([...rows.map(weightOf), String(evidence.exhibit.sum)])
    const tails = aligned(rows.map(cellsOf(page.file)))
    const rule = names === 0 ? '' : `${'─'.repeat(names)}${GAP}`
    const sum = sumText(evidence, level)
    const pad = ' '.repeat(Math.max(0, weights - String(evidence.exhibit.sum).length))
    return layOut(page.width)([
      paragraph(page.indent, page.indent + 2, dim(titleOf(evidence))),
      ...rows.flatMap((row, index) => rowBlocks(page, names, weights)(row, tails[index] ?? '')),
      paragraph(page.indent, page.indent + 2, dim(unbroken(rule + pad)), strong(unbroken(sum)), ...after),
    ])
  }
