/** Who counted for a check, who could still add weight, and whether that would be enough. */
import * as O from 'fp-ts/lib/Option.js'
import type { CheckedOutcome, Step } from '../../../kernel/engine/index.js'
import type { Signer } from '../../../kernel/model/index.js'
import { hintOf } from '../../../kernel/signature/index.js'
import { paragraph, type Block } from '../layout.js'
import { keyLabel, type Names } from '../names.js'
import { span, unbroken, type Role } from '../styled.js'
import { numbered } from '../words.js'

/** A signer with its weight: `bilal 1`. */
const weighed = (names: Names, { key, weight }: Signer): string =>
  unbroken(`${keyLabel(names)(key)} ${String(weight)}`)

/** Steps that added weight. */
type Adding = Extract<Step, { _tag: 'Counted' | 'PreAuthorized' }>

const addingIn = (steps: readonly Step[]): readonly Adding[] =>
  steps.flatMap((step) => (step._tag === 'Counted' || step._tag === 'PreAuthorized' ? [step] : []))

const proofOf = (step: Adding): string =>
  step._tag === 'Counted' ? `signature ${String(step.signature + 1)}` : 'authorized in advance'

/** Beyond so many, the signatures are named once, behind all who made them. */
const NAMED_ONE_BY_ONE = 3

/** Who counted, in the order in which they were counted, and by which signature. */
export const countedText = (names: Names, steps: readonly Step[]): string => {
  const adding = addingIn(steps)
  const positions = adding.flatMap((step) => (step._tag === 'Counted' ? [step.signature] : []))
  const isInOrder = positions.every(
    (position, index) => index === 0 || position > (positions[index - 1] ?? 0),
  )
  if (adding.length > NAMED_ONE_BY_ONE && isInOrder && positions.length === adding.length)
    return `${adding.map(({ signer }) => weighed(names, signer)).join(', ')} ${unbroken(`(${numbered('signature', positions)})`)}`
  return adding.map((step) => unbroken(`${weighed(names, step.signer)} (${proofOf(step)})`)).join(', ')
}

/** Signers that could still sign for a check: a pre-authorized transaction is another one than this. */
export const couldAdd = ({ signers, steps }: CheckedOutcome): readonly Signer[] => {
  const counted = new Set(addingIn(steps).map(({ signer }) => signer.key.strkey))
  return signers.filter(({ key }) => !counted.has(key.strkey) && O.isSome(hintOf(key)))
}

const DETAIL = 6

/** A line below a requirement. */
export const detail = (role: Role, text: string): Block => paragraph(DETAIL, DETAIL + 2, span(text, role))

/** Why no signature could help. */
const nobodyText = ({ signers }: CheckedOutcome): string =>
  signers.length === 0
    ? 'nobody can sign for it: no signer has any weight'
    : 'nobody can sign for it: only transactions authorized in advance count, and this is none of them'

/** Why a check is not met, and who could change that. */
export const lackOf = (names: Names, outcome: CheckedOutcome): readonly Block[] => {
  const could = couldAdd(outcome)
  const reach = outcome.counted + could.reduce((sum, { weight }) => sum + Math.min(weight, 255), 0)
  const nobody = outcome.counted === 0 && could.length === 0
  return [
    ...(nobody
      ? [detail('bad', nobodyText(outcome))]
      : outcome.needed === 0 && outcome.rule === 'account'
        ? [detail('plain', 'a threshold of 0 still needs one signer')]
        : []),
    ...(could.length > 0
      ? [detail('plain', `can still add: ${could.map((signer) => weighed(names, signer)).join(', ')}`)]
      : []),
    ...(!nobody && reach < outcome.needed
      ? [detail('bad', `out of reach: all signers together weigh ${String(reach)}`)]
      : []),
    ...(outcome.steps.some(({ _tag }) => _tag === 'OverBudget')
      ? [detail('bad', 'the budget of 1000 verifications was spent before every signature was tried')]
      : []),
  ]
}
