/** The story of a trimming, as a page for people; the envelope itself is printed elsewhere. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Completions } from '../../../../advice/select/index.js'
import { toHex } from '../../../../kernel/model/index.js'
import type { AsOf } from '../../as-of.js'
import { asOfBlocks, lackedHelp, lackedWord } from '../../as-of-told.js'
import { bestOf } from '../../completions/completions.js'
import { nextText } from '../../completions/text/next.js'
import { obstacleBlocks } from '../../completions/text/obstacles.js'
import { layOut, paragraph, type Block } from '../../layout.js'
import { accountLabel, type Names } from '../../names.js'
import { bad, dim, good, span, warn, type Line, type Span } from '../../styled.js'
import { arrow, networkName } from '../../text/mends.js'
import { NARROWEST, PAGE_WIDTH } from '../../text/page.js'
import { counted, joined } from '../../words.js'
import { trimStateOf, type TrimmingReport } from '../trimming.js'
import { signatureBlocks, toldOf, type Told } from './signatures.js'

const headline = (report: TrimmingReport, told: Told | undefined): readonly Span[] => {
  const sizes =
    told === undefined
      ? ''
      : ` · ${counted(told.kept.length, 'signature')} kept, ${String(told.dropped.length)} dropped`
  switch (trimStateOf(report.result)) {
    case 'ready':
      return [good('✓ ready to be submitted'), span(sizes)]
    case 'sign-again':
      return [warn('… the fee bump has to be signed again'), span(sizes)]
    case 'not-authorized':
      return [bad('✗ not authorized yet'), span(' · all these signatures together are not enough')]
    case 'undetermined':
      return [warn('? undetermined'), span(` · not all accounts that decide were ${lackedWord(report.asOf)}`)]
    case 'inner-would-change':
      return [bad('✗ not trimmed'), span(' · inner signatures of the fee bump would have to go')]
  }
}

const missingBlocks = (names: Names, missing: Completions, asOf: AsOf | undefined): readonly Block[] => {
  const best = bestOf(missing)
  return [
    ...(missing.answer._tag === 'Impossible' ? obstacleBlocks(names, missing.answer.obstacles) : []),
    ...(best === undefined || best.add.length === 0 ? [] : [arrow(`sign next: ${nextText(names, best)}`)]),
    ...(missing.useless.some(({ reason }) => reason._tag === 'WrongHint')
      ? [arrow('--correct-hints gives a right signature the hint that it should carry')]
      : []),
    ...(best === undefined ? [] : [arrow('`quorate signers` says who could instead')]),
    ...(missing.dependsOn.length === 0
      ? []
      : [
          paragraph(
            2,
            4,
            span(
              `it depends on ${counted(missing.dependsOn.length, 'account')} not ${lackedWord(asOf)}: ${joined(missing.dependsOn.map(accountLabel(names)))}`,
            ),
          ),
          arrow(lackedHelp(asOf)),
        ]),
  ]
}

const adviceBlocks = ({ names, result, asOf }: TrimmingReport): readonly Block[] => {
  if (E.isRight(result))
    return result.right._tag === 'Trimmed'
      ? []
      : [
          paragraph(
            2,
            4,
            span(
              `its hash covers the inner signatures: ${counted(result.right.voided.length, 'outer signature')} did not outlast the change, and none is left`,
            ),
          ),
        ]
  if (result.left._tag !== 'InnerWouldChange') return missingBlocks(names, result.left.missing, asOf)
  return [
    paragraph(2, 4, span('the hash of a fee bump covers the inner signatures: all outer ones would be void')),
    arrow('--allow-inner trims them all the same; then the fee bump has to be signed again'),
  ]
}

/** The page of a trimming, in lines of at most a width. */
export const trimmingPageOf =
  (width: number) =>
  (report: TrimmingReport): readonly Line[] => {
    const { network, protocol, copies, sequenceNote } = report
    const told = toldOf(report)
    const [first] = copies
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      paragraph(0, 2, ...headline(report, told)),
      ...adviceBlocks(report),
      ...(O.isSome(sequenceNote)
        ? [paragraph(2, 4, warn('!'), span(` it would be refused all the same: ${sequenceNote.value}`))]
        : []),
      ...(told?.isBestProved === false
        ? [paragraph(2, 4, warn('!'), span(' the search was cut short: more could perhaps be kept'))]
        : []),
      paragraph(2, 2, dim(`${networkName(network.passphrase)} · protocol ${String(protocol)}`)),
      ...(first === undefined ? [] : [paragraph(2, 2, dim(`hash ${toHex(first.envelope.hash)}`))]),
      ...asOfBlocks(report.names, report.asOf),
      ...signatureBlocks(report),
    ])
  }
