/** What the page of an envelope tells of its authorization entries, apart from what is told of itself. */
import type { JudgedEntry, Settled } from '../../soroban/index.js'
import { BLANK, paragraph, row, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { bad, span, strong, warn } from '../styled.js'
import { arrow } from '../text/mends.js'
import { entryBlocks, ENTRY_COLUMNS } from './rows.js'
import { reasonText } from './words.js'

const nameOf = ({ operation, position }: JudgedEntry): string =>
  `entry ${String(position + 1)} of operation ${String(operation + 1)}`

/** Each entry that is refused, in one sentence; in validation, where nobody else tells it. */
const refusedBlocks = (names: Names, entries: readonly JudgedEntry[], isWarning: boolean): readonly Block[] =>
  entries.flatMap((judged) =>
    judged.verdict._tag === 'Refused'
      ? [
          paragraph(
            2,
            4,
            isWarning ? warn('!') : bad('✗'),
            span(
              ` ${nameOf(judged)} allows nothing: ${reasonText(names, judged.entry, judged.verdict.reason, judged.verdict.check)}`,
            ),
          ),
        ]
      : [],
  )

/** Below the verdict: what comes of entries that allow nothing, and which accounts would tell more. */
export const entryWarnings = (
  names: Names,
  settled: Settled,
  entries: readonly JudgedEntry[],
): readonly Block[] => {
  const refused = refusedBlocks(names, entries, settled.entries.length === 0)
  if (refused.length > 0)
    return [
      ...refused,
      arrow(
        'a call that asks for it fails when the ledger closes, and the fee is taken (txFAILED): have the account sign the entry again',
      ),
    ]
  const missing = settled.entries.length === 0 ? [] : settled.missing
  return missing.length === 0
    ? []
    : [
        paragraph(
          2,
          4,
          span('the envelope itself is authorized; its entries depend on accounts that were not given:'),
        ),
        ...missing.map((id) => paragraph(4, 4, span(id))),
        arrow('give each with --account FILE'),
      ]
}

/** The section, under a heading of its own; nothing where there is no entry. */
export const entrySection = (names: Names, entries: readonly JudgedEntry[]): readonly Block[] =>
  entries.length === 0
    ? []
    : [
        BLANK,
        row(0, 2, [strong('Authorization entries')], ENTRY_COLUMNS),
        ...entries.flatMap((judged) => entryBlocks(names, nameOf(judged), judged.entry, judged.verdict)),
      ]
