/** One step of a simulation as JSON: what the network said, and what it did. */
import * as O from 'fp-ts/lib/Option.js'
import type { SimulatedStep } from '../../../kernel/ledger/index.js'
import { kebab } from '../words.js'
import type { Json } from '../json-list.js'
import { assumptionJson } from './warning-json.js'
import { verdictOf } from './simulation.js'

/** What was said of a step, and whether a ledger closed with it. */
export const saidJson = (step: SimulatedStep): Readonly<Record<string, Json>> => {
  const verdict = kebab(verdictOf(step)._tag)
  switch (step._tag) {
    case 'Applied': {
      const { code, innerCode, operations, feeCharged } = step.applied
      return {
        verdict,
        code,
        ...(O.isSome(innerCode) ? { innerCode: innerCode.value } : {}),
        opCodes: operations,
        applied: true,
        feeCharged: O.isSome(feeCharged) ? String(feeCharged.value) : null,
      }
    }
    case 'Refused': {
      const { code, innerCode, operations } = step.validation
      return {
        verdict,
        code,
        ...(O.isSome(innerCode) ? { innerCode: innerCode.value } : {}),
        opCodes: operations,
        applied: false,
        feeCharged: null,
      }
    }
    case 'Undetermined':
      return {
        verdict,
        code: null,
        opCodes: [],
        applied: false,
        feeCharged: null,
        missing: step.validation.missing,
      }
  }
}

/** What a step rests on beside what was given; empty where it was not applied. */
export const assumedJson = (step: SimulatedStep): readonly Json[] =>
  step._tag === 'Applied' ? step.applied.assumptions.map(assumptionJson) : []
