/** The transactions of a plan: what each operation does, who signs, in which order, and who could instead. */
import * as O from 'fp-ts/lib/Option.js'
import type { Plan, PlannedTransaction, Signing } from '../../../advice/plan/index.js'
import { activeSignersOf, toHex, type Account, type SetOptions } from '../../../kernel/model/index.js'
import { coalitionText, profileLines } from '../analysis/coalition-words.js'
import { paragraph, type Block } from '../layout.js'
import { keyLabel, type Names } from '../names.js'
import { dim, span, strong } from '../styled.js'
import { counted, joined } from '../words.js'
import type { Artefacts } from './plan-report.js'

const weightBefore = (account: Account, key: string): number =>
  activeSignersOf(account).find((one) => one.key.strkey === key)?.weight ?? 0

const signerText = (names: Names, before: Account, { signer }: SetOptions): readonly string[] => {
  if (O.isNone(signer)) return []
  const { key, weight } = signer.value
  const [label, was] = [keyLabel(names)(key), weightBefore(before, key.strkey)]
  if (weight === 0) return [`remove ${label}`]
  return [
    was === 0
      ? `add ${label} with weight ${String(weight)}`
      : `give ${label} weight ${String(weight)} in place of ${String(was)}`,
  ]
}

const numberTexts = (operation: SetOptions): readonly string[] =>
  (
    [
      ['low', operation.lowThreshold],
      ['medium', operation.mediumThreshold],
      ['high', operation.highThreshold],
      ['master weight', operation.masterWeight],
    ] as const
  ).flatMap(([name, number]) => (O.isSome(number) ? [`${name} ${String(number.value)}`] : []))

/** What an operation does: `remove old-cfo; set low 2, medium 3, high 3`. */
export const operationText = (names: Names, before: Account, operation: SetOptions): string => {
  const numbers = numberTexts(operation)
  return [
    ...signerText(names, before, operation),
    ...(numbers.length > 0 ? [`set ${numbers.join(', ')}`] : []),
  ].join('; ')
}

const PURPOSES: Readonly<Record<PlannedTransaction['purpose'], string>> = {
  change: '',
  'add-passengers': 'lets the new keys in, without power',
  'cut-over': 'the new keys sign too, which shows that they can',
}

/** Whether somebody else could sign. */
const hasAlternatives = ({ alternatives: { items, truncated } }: Signing): boolean =>
  truncated || items.length > 1 || items.some((terms) => terms.some(({ count, of }) => count < of.length))

const signingBlocks = (names: Names, signing: Signing): readonly Block[] => {
  const { signers, isOrdered, proves, alternatives } = signing
  const labels = signers.map(keyLabel(names))
  const how = isOrdered && labels.length > 1 ? ', in this order, and nobody else' : ', and nobody else'
  return [
    paragraph(4, 6, dim('sign: '), strong(joined(labels)), span(how)),
    ...(proves.length === 0
      ? []
      : [
          paragraph(4, 6, dim('to show that they can: '), span(coalitionText(names, proves))),
          // Without it their signatures are left out again: enough weight is reached without them.
          paragraph(4, 6, dim('keep them and their order: '), span('quorate trim --keep usable')),
        ]),
    ...(hasAlternatives(signing)
      ? profileLines(names)(alternatives).map((line, index) =>
          paragraph(4, 6, dim(index === 0 ? 'enough are: ' : 'or: '), span(line)),
        )
      : []),
  ]
}

const headText = ({ operations, fee, sequence, purpose }: PlannedTransaction): string =>
  [
    counted(operations.length, 'operation'),
    `fee at least ${String(fee)} stroops`,
    ...(O.isSome(sequence) ? [`sequence number ${String(sequence.value)}`] : []),
    ...(PURPOSES[purpose] === '' ? [] : [PURPOSES[purpose]]),
  ].join(' · ')

const hashBlocks = (artefacts: Artefacts, index: number): readonly Block[] => {
  if (artefacts._tag === 'NotMade') return []
  const made = artefacts.artefacts.find((one) => one.index === index)
  return made === undefined ? [] : [paragraph(4, 6, dim(`hash ${toHex(made.hash)}`))]
}

const transactionBlocks =
  (names: Names, artefacts: Artefacts) =>
  (transaction: PlannedTransaction, index: number): readonly Block[] => [
    paragraph(2, 4, strong(`tx ${String(index + 1)}`), span(` · ${headText(transaction)}`)),
    ...transaction.operations.map((operation, place) =>
      paragraph(
        4,
        7,
        dim(`${String(place + 1)}. `),
        span(operationText(names, transaction.before, operation)),
      ),
    ),
    ...signingBlocks(names, transaction.signing),
    ...hashBlocks(artefacts, index),
  ]

/** How many transactions there are: one is all or nothing. */
export const transactionsHeading = ({ transactions, checks }: Plan): string => {
  if (transactions.length === 1) return '1, all or nothing'
  const isSafe = checks.some(({ id, verdict }) => id === 'abort-safe' && verdict === 'holds')
  return `${String(transactions.length)}, one after the other${isSafe ? '; stopping after any of them is safe' : ''}`
}

/** The transactions, in their order. */
export const transactionsBlocks = (
  names: Names,
  { transactions }: Plan,
  artefacts: Artefacts,
): readonly Block[] => transactions.flatMap(transactionBlocks(names, artefacts))
