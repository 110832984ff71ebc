/**
 * Who must still sign, as a page for people: whom to ask first, who could instead, how far each
 * requirement is, and which signatures do not help.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Completion, Dropped, Place } from '../../../../advice/select/index.js'
import {
  networkLabel,
  toHex,
  type DecoratedSignature,
  type Envelope,
} from '../../../../kernel/model/index.js'
import { asOfBlocks, lackedHelp, lackedWord } from '../../as-of-told.js'
import { tellDropped } from '../../drop-reasons.js'
import { sinceText } from '../../called-lost.js'
import { BLANK, layOut, paragraph, type Block } from '../../layout.js'
import { accountLabel, type Names } from '../../names.js'
import { bad, dim, good, span, strong, warn, type Line, type Span } from '../../styled.js'
import { arrow, networkName } from '../../text/mends.js'
import { NARROWEST, PAGE_WIDTH } from '../../text/page.js'
import { rowsOf } from '../../text/signatures.js'
import { counted, joined } from '../../words.js'
import { bestOf, stateOf, type CompletionsReport } from '../completions.js'
import { alternativeBlocks, nextBlocks, nextText } from './next.js'
import { obstacleBlocks } from './obstacles.js'
import { progressBlocks } from './progress.js'

const missingText = ({ add }: Completion): string =>
  add.length === 1 ? '1 signature is missing' : `${String(add.length)} signatures are missing`

const lostIn = ({ lost }: CompletionsReport): ReadonlySet<string> => new Set(lost.map(({ key }) => key))

/** Who could have helped, and cannot be asked. */
const wantOf = (report: CompletionsReport): 'the unavailable' | 'the lost' | 'nobody' => {
  const { answer } = report.completions
  const missing =
    answer._tag === 'Impossible'
      ? answer.obstacles.flatMap((one) => (one._tag === 'NotEnoughWeight' ? one.unavailable : []))
      : []
  if (missing.length === 0) return 'nobody'
  const lost = lostIn(report)
  return missing.every(({ key }) => lost.has(key.strkey)) ? 'the lost' : 'the unavailable'
}

const IMPOSSIBLE: Readonly<Record<ReturnType<typeof wantOf>, string>> = {
  'the unavailable': 'nobody who is available can complete it',
  'the lost': 'nobody can complete it without a key that is called lost',
  nobody: 'no signature can complete it',
}

const headline = (report: CompletionsReport): readonly Span[] => {
  const { completions } = report
  const best = bestOf(completions)
  switch (stateOf(completions)) {
    case 'complete':
      return [good('✓ complete'), span(' · nobody has to sign')]
    case 'trim':
      return [bad('✗ over-signed'), span(' · nobody has to sign, and some signatures must go')]
    case 'unfinished':
      return [warn('… unfinished'), ...(best === undefined ? [] : [span(` · ${missingText(best)}`)])]
    case 'impossible':
      return [bad('✗ impossible'), span(` · ${IMPOSSIBLE[wantOf(report)]}`)]
    case 'conditional':
      return [warn('? undetermined'), span(` · not all accounts that decide were ${lackedWord(report.asOf)}`)]
    case 'unknown':
      return [warn('? not found'), span(' · the search was cut short before it found anybody')]
  }
}

const signaturesIn = (envelope: Envelope, list: Place['list']): readonly DecoratedSignature[] =>
  list === 'inner' && envelope._tag === 'FeeBump' ? envelope.inner.signatures : envelope.signatures

const LIST_TITLES: Readonly<Record<Place['list'], string>> = {
  transaction: 'Signatures to leave out',
  'fee-bump': 'Signatures of the fee bump to leave out',
  inner: 'Signatures of the inner transaction to leave out',
}

/** Signatures that do not help, list by list. */
const leaveOutBlocks = (
  names: Names,
  envelope: Envelope,
  dropped: readonly (Dropped & Place)[],
): readonly (readonly Block[])[] =>
  (['transaction', 'inner', 'fee-bump'] as const).flatMap((list) => {
    const here = dropped.filter((one) => one.list === list)
    return here.length === 0
      ? []
      : [
          [
            paragraph(0, 2, strong(LIST_TITLES[list])),
            ...rowsOf(
              here.map(tellDropped(names, signaturesIn(envelope, list))),
              here.map(({ signature }) => signature),
            ),
          ],
        ]
  })

const adviceTexts = (report: CompletionsReport): readonly string[] => {
  const { names, completions } = report
  const best = bestOf(completions)
  if (best === undefined || stateOf(completions) === 'complete') return []
  // What is void has to be made again, and that is said beside it.
  const drop = best.drop.filter(({ reason }) => reason._tag !== 'Voided')
  return [
    ...(best.add.length > 0 ? [`sign next: ${nextText(names, best)}`] : []),
    ...(drop.length > 0
      ? [
          `${best.add.length > 0 ? 'then ' : ''}leave out ${counted(drop.length, 'signature')}: \`quorate trim\` does it`,
        ]
      : []),
  ]
}

/** What it means that a signer is called lost: not asked where somebody is, and counted where it signed. */
const lostTexts = ({ names, completions, lost }: CompletionsReport): readonly string[] => {
  const wanted = new Set(
    completions.progress.flatMap(({ isMet, wanting }) => (isMet ? [] : wanting.map(({ key }) => key.strkey))),
  )
  return lost.flatMap((one) => {
    const who = O.getOrElse(() => one.key)(names.key(one.key))
    if (one.hasSigned)
      return [`${who} has signed, and is lost ${sinceText(one)}: the signature counts all the same`]
    if (!wanted.has(one.key)) return []
    return [
      `${who} is not asked${one.isNamed ? ', although named as available' : ''}: lost ${sinceText(one)}`,
    ]
  })
}

const noteTexts = (report: CompletionsReport): readonly string[] => {
  const { names, completions, sequenceNote, signedFor, network } = report
  const { noSigners, voidsOuter, answer, dependsOn } = completions
  return [
    ...(O.isSome(sequenceNote) ? [`it would be refused all the same: ${sequenceNote.value}`] : []),
    ...(O.isSome(signedFor)
      ? [
          `the signatures that are there are for ${networkLabel(signedFor.value)}, not for ${networkLabel(network)}`,
        ]
      : []),
    ...lostTexts(report),
    ...(noSigners.length === 0
      ? []
      : [
          `${joined(noSigners.map((strkey) => O.getOrElse(() => strkey)(names.key(strkey))))}: available, but no signer of anything that is needed here`,
        ]),
    ...(voidsOuter
      ? [
          'the fee bump is signed after its inner transaction is complete: its hash covers the inner signatures',
        ]
      : []),
    ...(answer._tag === 'Possible' && !answer.isBestProved
      ? ['the search was cut short: there may be a better way']
      : []),
    ...(dependsOn.length > 0 && answer._tag === 'Possible' && answer.best.add.length === 0
      ? ['for the accounts that were given nobody has to sign any more']
      : []),
    ...(dependsOn.length > 0 && answer._tag === 'Possible' && answer.best.undecided.length > 0
      ? ['whether some of the signatures that are there are needed depends on the accounts not given']
      : []),
  ]
}

const dependsBlocks = ({ names, asOf, completions: { dependsOn } }: CompletionsReport): readonly Block[] =>
  dependsOn.length === 0
    ? []
    : [
        paragraph(
          2,
          4,
          span(
            `it also depends on ${counted(dependsOn.length, 'account')} not ${lackedWord(asOf)}: ${joined(dependsOn.map(accountLabel(names)))}`,
          ),
        ),
        arrow(lackedHelp(asOf)),
      ]

const FOOTER = 'assuming the operations succeed by themselves; time, fee and balance are not judged'

/** The page, in lines of at most a width. */
export const completionsPageOf =
  (width: number) =>
  (report: CompletionsReport): readonly Line[] => {
    const { network, names, envelope, completions, showsCost } = report
    const best = bestOf(completions)
    const isComplete = stateOf(completions) === 'complete'
    const sections: readonly (readonly Block[])[] = [
      best === undefined || isComplete ? [] : nextBlocks(names, best, showsCost),
      isComplete ? [] : alternativeBlocks(report),
      ...(['transaction', 'inner', 'fee-bump'] as const).map((list) =>
        progressBlocks(names, completions.progress, list, lostIn(report)),
      ),
      ...leaveOutBlocks(names, envelope, best === undefined ? completions.useless : best.drop),
    ]
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      paragraph(0, 2, ...headline(report)),
      ...(completions.answer._tag === 'Impossible'
        ? obstacleBlocks(names, completions.answer.obstacles, lostIn(report))
        : []),
      ...adviceTexts(report).map(arrow),
      ...dependsBlocks(report),
      ...noteTexts(report).map((text) => paragraph(2, 4, warn('!'), span(` ${text}`))),
      paragraph(
        2,
        2,
        dim(`${networkName(network.passphrase)} · protocol ${String(completions.verdict.protocol)}`),
      ),
      paragraph(2, 2, dim(`hash ${toHex(envelope.hash)}`)),
      ...asOfBlocks(names, report.asOf),
      ...sections.filter((blocks) => blocks.length > 0).flatMap((blocks) => [BLANK, ...blocks]),
      BLANK,
      paragraph(0, 0, dim(FOOTER)),
    ])
  }
