/**
 * Requirements that say the same, told once: operations with the same account, level and outcome. A
 * transaction of 100 payments is one row.
 */
import type { Checked, Outcome, Step } from '../../kernel/engine/index.js'
import type { Operation } from '../../kernel/model/index.js'

/** Requirements with one outcome; more than one only where they are operations. */
export interface Group {
  /** Stands for all of them. */
  readonly checked: Checked
  /** Positions in `checks`. */
  readonly positions: readonly number[]
  readonly operations: readonly { readonly index: number; readonly operation: Operation }[]
}

const stepKey = (step: Step): string =>
  `${step._tag} ${step.signer.key.strkey} ${step._tag === 'PreAuthorized' ? '' : String(step.signature)}`

const outcomeKey = (outcome: Outcome): readonly unknown[] =>
  outcome._tag === 'Checked'
    ? [outcome.rule, outcome.needed, outcome.counted, outcome.met, outcome.steps.map(stepKey)]
    : [outcome._tag]

/** What two operations must share to be told in one row. */
const keyOf = ({ requirement, outcome, reached }: Checked, position: number): string =>
  requirement._tag === 'Operation'
    ? JSON.stringify([requirement.account, requirement.level, reached, outcomeKey(outcome)])
    : String(position)

/** Checks in groups, in the order of the first of each. */
export const groupsOf = (checks: readonly Checked[]): readonly Group[] => {
  const groups = new Map<
    string,
    { checked: Checked; positions: number[]; operations: Group['operations'][0][] }
  >()
  for (const [position, checked] of checks.entries()) {
    const key = keyOf(checked, position)
    const group = groups.get(key) ?? { checked, positions: [], operations: [] }
    groups.set(key, group)
    group.positions.push(position)
    const { requirement } = checked
    if (requirement._tag === 'Operation')
      group.operations.push({ index: requirement.index, operation: requirement.operation })
  }
  return [...groups.values()]
}
