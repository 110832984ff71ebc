/**
 * An evaluation as a page for people: the verdict and what to do about it first, then each requirement,
 * then each signature, of an ordinary envelope once, of a fee bump for the outer and the inner list.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { ListExplanation, Verdict } from '../../../kernel/engine/index.js'
import { toHex } from '../../../kernel/model/index.js'
import type { Settled } from '../../soroban/index.js'
import { asOfBlocks, lackedHelp, lackedWord } from '../as-of-told.js'
import { entrySection, entryWarnings } from '../entries/section.js'
import { isUnjudged, settledIn, type Evaluation } from '../evaluation.js'
import { BLANK, layOut, paragraph, type Block } from '../layout.js'
import { bad, dim, good, span, strong, warn, type Line, type Span } from '../styled.js'
import { counted } from '../words.js'
import { faultText } from './faults.js'
import { arrow, mendBlocks, networkName } from './mends.js'
import { requirementBlocks } from './requirements.js'
import { signatureBlocks } from './signatures.js'

/** Lines are no longer, however wide the terminal is: longer ones are harder to read. */
export const PAGE_WIDTH = 80

/** Columns of names and numbers need so much; a narrower terminal breaks lines itself. */
export const NARROWEST = 60

const verdictSpan = ({ _tag }: Settled): Span => {
  switch (_tag) {
    case 'Authorized':
      return good('✓ authorized')
    case 'Rejected':
      return bad('✗ rejected')
    case 'Undetermined':
      return warn('? undetermined')
  }
}

/** The network's code; of a fee bump that failed inside, also the code found there. */
const codeOf = (verdict: Verdict, settled: Settled): readonly Span[] => {
  if (O.isNone(settled.code)) return []
  const judged = O.isSome(verdict.inner) ? verdict.inner.value.code : O.none
  const inner = settled.entries.length > 0 && O.isSome(judged) ? O.some('txFAILED') : judged
  return [
    span(' · '),
    strong(settled.code.value),
    ...(settled.code.value === 'txFEE_BUMP_INNER_FAILED' && O.isSome(inner)
      ? [span(' · inner '), strong(inner.value)]
      : []),
  ]
}

const missingBlocks = (evaluation: Evaluation): readonly Block[] => {
  const { explanation, asOf } = evaluation
  if (explanation.verdict._tag !== 'Undetermined') return []
  const { missing } = settledIn(evaluation)
  const [one, several] = asOf === undefined ? ['was', 'were'] : ['is', 'are']
  const be = missing.length === 1 ? one : several
  return [
    paragraph(
      2,
      4,
      span(`it depends on ${counted(missing.length, 'account')} that ${be} not ${lackedWord(asOf)}:`),
    ),
    ...missing.map((id) => paragraph(4, 4, span(id))),
    arrow(lackedHelp(asOf)),
  ]
}

const reasonBlocks = ({ explanation: { verdict, lists }, names }: Evaluation): readonly Block[] =>
  lists.flatMap(({ list, judgement }) =>
    // The outer list of a fee bump that failed inside has no fault of its own.
    verdict._tag === 'Rejected'
      ? faultText(names, judgement).map((text) =>
          paragraph(2, 4, span(list === 'inner' ? `inner transaction: ${text}` : text)),
        )
      : [],
  )

const contextBlocks = ({ network, explanation: { verdict } }: Evaluation): readonly Block[] => [
  paragraph(
    2,
    2,
    dim(`${networkName(network.passphrase)} · protocol ${String(verdict.protocol)} · ${verdict.phase}`),
  ),
  paragraph(2, 2, dim(`hash ${toHex(verdict.judgement.hash)}`)),
]

const TITLES: Readonly<Record<ListExplanation['list'], string>> = {
  transaction: '',
  'fee-bump': ' of the fee bump',
  inner: ' of the inner transaction',
}

const unjudgedText = ({ list, judgement }: ListExplanation): string =>
  O.isSome(judgement.fault)
    ? 'not looked at: the form of the envelope was refused before'
    : `not looked at${list === 'fee-bump' ? ': when a ledger closes, a fee bump is not judged again' : ''}`

const listBlocks =
  ({ names }: Evaluation) =>
  (list: ListExplanation): readonly Block[] => [
    BLANK,
    ...(isUnjudged(list)
      ? [
          paragraph(0, 2, strong(`Requirements${TITLES[list.list]}`)),
          paragraph(2, 4, dim(unjudgedText(list))),
        ]
      : requirementBlocks(names, `Requirements${TITLES[list.list]}`)(list)),
    BLANK,
    ...signatureBlocks(names, `Signatures${TITLES[list.list]}`)(list),
  ]

/** A fee bump whose own signatures failed: nobody looked inside. */
const notReachedBlocks = ({ explanation: { lists } }: Evaluation): readonly Block[] =>
  lists.length === 1 && lists[0]?.list === 'fee-bump'
    ? [BLANK, paragraph(0, 2, strong('Inner transaction')), paragraph(2, 4, dim('not reached'))]
    : []

const FOOTER =
  'assuming the operations succeed by themselves; sequence number, time, fee and balance are not judged'

/** The page of an evaluation, in lines of at most a width. */
export const pageOf =
  (width: number) =>
  (evaluation: Evaluation): readonly Line[] => {
    const { names, entries = [] } = evaluation
    const { verdict, lists } = evaluation.explanation
    const settled = settledIn(evaluation)
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      paragraph(0, 2, verdictSpan(settled), ...codeOf(verdict, settled)),
      ...reasonBlocks(evaluation),
      ...entryWarnings(names, settled, entries),
      ...missingBlocks(evaluation),
      ...mendBlocks(evaluation),
      ...contextBlocks(evaluation),
      ...asOfBlocks(names, evaluation.asOf),
      ...lists.flatMap(listBlocks(evaluation)),
      ...notReachedBlocks(evaluation),
      ...entrySection(names, entries),
      BLANK,
      paragraph(0, 0, dim(FOOTER)),
    ])
  }
