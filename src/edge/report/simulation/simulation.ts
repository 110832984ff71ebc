/** Everything that is told of a simulation: what was submitted, what became of it, and to whom. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Verdict } from '../../../kernel/engine/index.js'
import type { SimulatedStep, Simulation } from '../../../kernel/ledger/index.js'
import type { Envelope, LedgerView, Network } from '../../../kernel/model/index.js'
import type { Protocol } from '../../../kernel/protocol/index.js'
import type { AsOf } from '../as-of.js'
import type { Names } from '../names.js'

/** An envelope, and what it is called. */
export interface Submitted {
  readonly name: string
  readonly envelope: Envelope
}

/** A simulation with what it began with, and the names that its people go by. */
export interface SimulationReport {
  readonly network: Network
  readonly protocol: Protocol
  /** The ledger that every envelope was submitted to, where it was said. */
  readonly ledger: O.Option<number>
  readonly closeTime: O.Option<bigint>
  readonly names: Names
  readonly before: LedgerView
  readonly submitted: readonly Submitted[]
  readonly simulation: Simulation
  /** As of which ledger it is; left out where nobody was asked for accounts. */
  readonly asOf?: AsOf
}

/** What an envelope came to; only one that succeeded did what it says. */
export type StepOutcome = 'succeeded' | 'failed' | 'refused' | 'undetermined'

/** What a step came to. */
export const outcomeOf = (step: SimulatedStep): StepOutcome => {
  switch (step._tag) {
    case 'Applied':
      return step.applied.code === 'txSUCCESS' || step.applied.code === 'txFEE_BUMP_INNER_SUCCESS'
        ? 'succeeded'
        : 'failed'
    case 'Refused':
      return 'refused'
    case 'Undetermined':
      return 'undetermined'
  }
}

/**
 * What a simulation came to: what its first step that did not succeed came to. What follows an
 * undetermined step was simulated as if that step had never been submitted.
 */
export const outcomeOfAll = ({ steps }: Simulation): StepOutcome =>
  steps.map(outcomeOf).find((outcome) => outcome !== 'succeeded') ?? 'succeeded'

/** The verdict on the signatures of a step. */
export const verdictOf = (step: SimulatedStep): Verdict =>
  step._tag === 'Applied' ? step.applied.verdict : step.validation.verdict

/** The accounts after a step: those before it, where it changed nothing. */
export const viewAfter = (before: LedgerView, step: SimulatedStep): LedgerView =>
  step._tag === 'Applied' ? step.applied.view : before

/** The accounts before each step. */
export const viewsBefore = (before: LedgerView, steps: readonly SimulatedStep[]): readonly LedgerView[] => {
  const views: LedgerView[] = []
  let view = before
  for (const step of steps) {
    views.push(view)
    view = viewAfter(view, step)
  }
  return views
}
