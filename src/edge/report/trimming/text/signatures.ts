/** What became of each signature of a trimming, or would: whose it is, and what it serves or why it goes. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { mergeEnvelopes, type Dropped, type InnerTrimmed } from '../../../../advice/select/index.js'
import { hintToHex, type DecoratedSignature, type SignerKey } from '../../../../kernel/model/index.js'
import { tellDropped } from '../../drop-reasons.js'
import { BLANK, paragraph, type Block } from '../../layout.js'
import { good, strong } from '../../styled.js'
import { servedBy } from '../../text/requirements.js'
import { hintedWho, rowsOf, whoIs, type Telling } from '../../text/signatures.js'
import { originOf, type Copy, type TrimmingReport } from '../trimming.js'

/** What every list that was trimmed, or would be, has. */
export type Told = Pick<
  InnerTrimmed,
  'list' | 'kept' | 'dropped' | 'corrected' | 'isBestProved' | 'verdict'
> & {
  readonly given: { readonly signatures: readonly DecoratedSignature[] }
}

/** The list that was trimmed, or would be. */
export const toldOf = ({ result }: TrimmingReport): Told | undefined => {
  if (E.isRight(result)) return result.right
  return result.left._tag === 'InnerWouldChange' ? result.left.inner : undefined
}

/** Of several copies, where a signature came from. */
const fromText = (copies: readonly Copy[], signature: DecoratedSignature | undefined): string => {
  const origin = signature === undefined || copies.length < 2 ? undefined : originOf(copies, signature)
  return origin === undefined ? '' : ` (signature ${String(origin.position + 1)} of ${origin.name})`
}

/** Whom the signature at a position of the trimmed list counted for, and in which checks. */
const usesOf = (
  { verdict }: Told,
  position: number,
): readonly { readonly check: number; readonly key: SignerKey }[] =>
  verdict.judgement.checks.flatMap(({ outcome }, check) =>
    outcome._tag === 'Checked'
      ? outcome.steps.flatMap((step) =>
          step._tag === 'Counted' && step.signature === position ? [{ check, key: step.signer.key }] : [],
        )
      : [],
  )

const tellKept =
  ({ names, copies }: TrimmingReport, told: Told) =>
  (at: number, position: number): Telling => {
    const signature = told.given.signatures[at]
    const uses = usesOf(told, position)
    const owners = [...new Set(uses.map(({ key }) => whoIs(names)(key)))]
    const hint = told.corrected.find((one) => one.signature === at)
    const served = servedBy(
      told.verdict,
      uses.map(({ check }) => check),
    )
    const mended = hint === undefined ? '' : `, under the right hint ${hintToHex(hint.to)}`
    return {
      symbol: good('✓'),
      // Where a ledger closes, the signatures of a fee bump are not judged again.
      who:
        owners.length > 0 || signature === undefined ? owners.join(' + ') : hintedWho(names, signature.hint),
      what: `${served === '' ? 'kept' : `used by ${served}`}${mended}${fromText(copies, signature)}`,
    }
  }

const titled = (title: string, rows: readonly Block[]): readonly Block[] =>
  rows.length === 0 ? [] : [BLANK, paragraph(0, 2, strong(title)), ...rows]

const droppedRows = (
  { names, copies }: TrimmingReport,
  signatures: readonly DecoratedSignature[],
  dropped: readonly Dropped[],
): readonly Block[] =>
  rowsOf(
    dropped.map((one) => {
      const told = tellDropped(names, signatures)(one)
      return { ...told, what: `${told.what}${fromText(copies, signatures[one.signature])}` }
    }),
    dropped.map(({ signature }) => signature),
  )

/** What became of each signature, or would. */
export const signatureBlocks = (report: TrimmingReport): readonly Block[] => {
  const { result } = report
  const told = toldOf(report)
  if (told !== undefined) {
    const [kept, dropped] = E.isRight(result) ? ['Kept', 'Dropped'] : ['Would be kept', 'Would be dropped']
    return [
      ...titled(kept, rowsOf(told.kept.map(tellKept(report, told)), told.kept)),
      ...titled(dropped, droppedRows(report, told.given.signatures, told.dropped)),
    ]
  }
  if (E.isRight(result) || result.left._tag === 'InnerWouldChange') return []
  const [first, ...others] = report.copies.map(({ envelope }) => envelope)
  const given =
    first === undefined ? undefined : O.toUndefined(O.fromEither(mergeEnvelopes(first, ...others)))
  if (given === undefined) return []
  const { useless } = result.left.missing
  return (['transaction', 'inner', 'fee-bump'] as const).flatMap((list) =>
    titled(
      list === 'inner' ? 'Of no use in the inner transaction' : 'Of no use',
      droppedRows(
        report,
        list === 'inner' && given._tag === 'FeeBump' ? given.inner.signatures : given.signatures,
        useless.filter((one) => one.list === list),
      ),
    ),
  )
}
