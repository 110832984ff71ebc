/** Correcting hints: a right signature under a wrong hint is worth nothing until it is corrected. */
import type { DecoratedSignature, Hint, Signer } from '../../../kernel/index.js'
import type { Survey } from '../survey.js'

/** A hint that was corrected. */
export interface CorrectedHint {
  readonly signature: number
  readonly signer: Signer
  readonly from: Hint
  readonly to: Hint
}

/** The hints that can be corrected so that the signature proves a signer that no other proves. */
export const correctableHints = ({ signatures, proving, reasonOf }: Survey): readonly CorrectedHint[] => {
  const proved = new Set(proving.flatMap(({ signers }) => signers.map(({ key }) => key.strkey)))
  return signatures.flatMap(({ hint: from }, signature) => {
    if (proving.some((one) => one.signature === signature)) return []
    const reason = reasonOf(signature)
    if (reason._tag !== 'WrongHint' || proved.has(reason.signer.key.strkey)) return []
    proved.add(reason.signer.key.strkey)
    return [{ signature, signer: reason.signer, from, to: reason.expected }]
  })
}

/** The same signatures under corrected hints. */
export const correctHints =
  (corrected: readonly CorrectedHint[]) =>
  (signatures: readonly DecoratedSignature[]): readonly DecoratedSignature[] =>
    signatures.map((one, at) => {
      const to = corrected.find(({ signature }) => signature === at)?.to
      return to === undefined ? one : { ...one, hint: to }
    })
