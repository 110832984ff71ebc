/**
 * A simulated case of a batch as one line of JSON.
 *
 * One envelope, with every account that is or was known afterwards, `null` where it is gone:
 *
 *   {"id":"7","verdict":"authorized","code":"txSUCCESS","opCodes":[…],"applied":true,"feeCharged":"100",
 *    "accounts":{"G…":{"master":1,"thresholds":{…},"signers":[{"key":"G…","weight":1}],"sequence":"8"}},
 *    "warnings":[{"code":"locked-out",…}],"assumptions":[…]}
 *
 * Steps, each with the accounts that it changed:
 *
 *   {"id":"7","steps":[{"verdict":…,"code":…,"opCodes":[…],"applied":true,"accounts":{…}}],"warnings":[…]}
 */
import type { SimulatedStep, Simulation, Warning } from '../../../kernel/ledger/index.js'
import type { LedgerView } from '../../../kernel/model/index.js'
import { accountsJson, everKnown } from './account-json.js'
import { viewAfter } from './simulation.js'
import { assumedJson, saidJson } from './step-json.js'
import { warningJson } from './warning-json.js'

/** The line of one envelope, without its newline. */
export const simulatedLine = (
  id: string,
  before: LedgerView,
  step: SimulatedStep,
  warnings: readonly Warning[],
): string => {
  const after = viewAfter(before, step)
  return JSON.stringify({
    id,
    ...saidJson(step),
    accounts: accountsJson(after, everKnown(before, after)),
    warnings: warnings.map(warningJson),
    assumptions: assumedJson(step),
  })
}

/** The line of a sequence of envelopes, without its newline. */
export const simulatedSequenceLine = (id: string, { steps, warnings }: Simulation): string =>
  JSON.stringify({
    id,
    steps: steps.map((step) => ({
      ...saidJson(step),
      accounts: step._tag === 'Applied' ? accountsJson(step.applied.view, step.applied.changed) : {},
      assumptions: assumedJson(step),
    })),
    warnings: warnings.map(warningJson),
  })
