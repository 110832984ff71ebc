/** Checks a way in stages: every state on it, with the keys that have shown by then that they can sign. */
import type { Account } from '../../../kernel/model/index.js'
import { checkStage } from './check-stage.js'
import { weighingKeys } from './passengers.js'
import type { StageFault } from './stage-fault.js'
import type { Stage } from './stage.js'

/**
 * The faults of each stage, in their order. Old keys are proven unless they are unavailable; passengers
 * are from the stage after theirs on, because they sign the transaction that leads there.
 */
export const checkStages =
  (from: Account, to: Account, unavailable: ReadonlySet<string>) =>
  (stages: readonly Stage[]): readonly (readonly StageFault[])[] => {
    const proven = new Set(
      weighingKeys(from)
        .map(({ strkey }) => strkey)
        .filter((key) => !unavailable.has(key)),
    )
    return stages.map(({ account, passengers }) => {
      const faults = checkStage(from, to, proven)(account)
      for (const { strkey } of passengers) proven.add(strkey)
      return faults
    })
  }
