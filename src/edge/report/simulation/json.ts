/**
 * A simulation as one JSON object, for programs. `formatVersion` changes only where a reader would break;
 * members may be added.
 *
 * - `outcome`: that of the first step that did not succeed; `succeeded` where all did
 * - `network` (`name` or null, `passphrase`), `protocol`, `ledger` and `closeTime` (text), null where not said
 * - `steps`: in order; `outcome` is `succeeded`, `failed`, `refused` or `undetermined`. `verdict` is about
 *   the signatures, `code` about everything; of a fee bump `innerCode` stands beside it. `opCodes` are the
 *   network's names, `operations` the types. `accounts` are those that the step changed, `null` where
 *   gone. `assumptions` is what could not be known, and how it was taken
 * - `accounts`: every account that is or was known, afterwards; amounts are stroops as texts
 * - `aliases`: the names of those accounts and of their keys, where the account files give them
 * - `warnings`: what people should know before they submit it
 * - `asOf`: as of which ledger it is, see `as-of-told.ts`; only where a source was asked for accounts
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  innermostOf,
  lookup,
  networkLabel,
  PASSPHRASES,
  toHex,
  type LedgerView,
  type Network,
} from '../../../kernel/model/index.js'
import type { SimulatedStep } from '../../../kernel/ledger/index.js'
import { asOfJson } from '../as-of-told.js'
import type { Json } from '../json-list.js'
import type { Names } from '../names.js'
import { accountsJson, everKnown } from './account-json.js'
import { outcomeOf, outcomeOfAll, type SimulationReport, type Submitted } from './simulation.js'
import { assumedJson, saidJson } from './step-json.js'
import { warningJson } from './warning-json.js'

const networkJson = (network: Network): Json => {
  const label = networkLabel(network)
  return { name: Object.hasOwn(PASSPHRASES, label) ? label : null, passphrase: network.passphrase }
}

const stepJson = ({ name, envelope }: Submitted, step: SimulatedStep): Json => ({
  envelope: name,
  hash: toHex(envelope.hash),
  outcome: outcomeOf(step),
  ...saidJson(step),
  operations: innermostOf(envelope).transaction.operations.map(({ _tag }) => _tag),
  accounts: step._tag === 'Applied' ? accountsJson(step.applied.view, step.applied.changed) : {},
  assumptions: assumedJson(step),
})

const aliasesIn = (names: Names, before: LedgerView, after: LedgerView): Json => {
  const aliases: Record<string, string> = {}
  const give = (strkey: string, name: O.Option<string>): void => {
    if (O.isSome(name)) aliases[strkey] = name.value
  }
  for (const id of everKnown(before, after)) {
    for (const view of [before, after]) {
      const found = lookup(view)(id)
      if (found._tag === 'Known')
        for (const { key } of found.account.signers) give(key.strkey, names.key(key.strkey))
    }
    give(id, names.account(id))
  }
  return aliases
}

/** The object, in the order in which it is read. */
export const simulationJson = (report: SimulationReport): Json => {
  const { network, protocol, ledger, closeTime, names, before, submitted, simulation } = report
  return {
    formatVersion: 1,
    outcome: outcomeOfAll(simulation),
    network: networkJson(network),
    protocol,
    ledger: O.toNullable(ledger),
    closeTime: O.isSome(closeTime) ? String(closeTime.value) : null,
    steps: submitted.flatMap((one, index) => {
      const step = simulation.steps[index]
      return step === undefined ? [] : [stepJson(one, step)]
    }),
    accounts: accountsJson(simulation.view, everKnown(before, simulation.view)),
    aliases: aliasesIn(names, before, simulation.view),
    warnings: simulation.warnings.map(warningJson),
    ...asOfJson(report.asOf),
  }
}
