/** Signatures of a survey as the numbers that choosing among them takes. */
import type { SignerKey } from '../../kernel/index.js'
import type { Target, Worth } from './keep.js'
import type { Proving, Survey } from './survey.js'

const PLACE: Readonly<Record<SignerKey['_tag'], number>> = {
  PreAuthTx: 0,
  HashX: 0,
  Ed25519: 1,
  SignedPayload: 2,
}

/** The targets of a survey's demands. */
export const targetsOf = ({ aims }: Survey): readonly Target[] =>
  aims.map(({ needed, given }) => ({ needed, given }))

/** The worth of a signature that proves some signers. */
export const worthOf =
  ({ aims }: Survey) =>
  (keys: readonly SignerKey[], value: number, isFixed: boolean): Worth => ({
    kind: Math.min(...keys.map(({ _tag }) => PLACE[_tag])),
    weights: aims.map((aim) => keys.reduce((sum, key) => sum + aim.worthOf(key), 0)),
    value,
    isFixed,
  })

/** The keys that a signature proves. */
export const keysOf = ({ signers }: Proving): readonly SignerKey[] => signers.map(({ key }) => key)
