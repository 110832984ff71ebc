/**
 * Who must still sign as one JSON object, for programs. `formatVersion` changes only where a reader would
 * break; members may be added.
 *
 * - `state`: `complete`, `trim` (nobody has to sign, but signatures must go), `unfinished`, `impossible`,
 *   `conditional` (accounts that were not given decide too) or `unknown` (the search was cut short)
 * - `complete`, `best`, `completions`, `truncated`, `impossible`, `verdict`, `dependsOn`: as in a batch
 * - `progress`: how far each requirement is, who has signed, and who could
 * - `useless`: signatures that can do nothing here; positions count from 0
 * - `lost`: signers that a file calls lost, and where (`file`, `line`); they are not asked, and where one
 *   `signed` its signature counts
 * - `noSigners`: keys named as available that have no weight in any requirement
 * - `voidsOuter`: whether completing the inner envelope of a fee bump voids its outer signatures
 * - `sequence`: why its sequence number keeps it from running, or null
 * - `aliases`: names of keys, where the account files give them
 * - `asOf`: as of which ledger it is, see `as-of-told.ts`; only where a source was asked for accounts
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Progress } from '../../../advice/select/index.js'
import { networkLabel, PASSPHRASES, toHex, type Network, type Signer } from '../../../kernel/model/index.js'
import { asOfJson } from '../as-of-told.js'
import { aliasesJson, droppedJson } from '../drop-reasons.js'
import { lostJson } from '../called-lost.js'
import type { Json } from '../json-list.js'
import { answerJson } from './batch-line.js'
import { stateOf, type CompletionsReport } from './completions.js'
import { requirementJson } from './obstacle-json.js'

const networkJson = (network: Network): Json => {
  const label = networkLabel(network)
  return { name: Object.hasOwn(PASSPHRASES, label) ? label : null, passphrase: network.passphrase }
}

const signersJson = (signers: readonly Signer[]): Json =>
  signers.map(({ key, weight }) => ({ key: key.strkey, weight }))

const progressJson = ({
  list,
  requirement,
  needed,
  reached,
  isMet,
  preAuthorized,
  signed,
  wanting,
}: Progress): Json => ({
  list,
  ...requirementJson(requirement),
  needed,
  reached,
  met: isMet,
  preAuthorized: signersJson(preAuthorized),
  signed: signersJson(signed),
  wanting: signersJson(wanting),
})

/** The object, in the order in which it is read. */
export const completionsJson = (report: CompletionsReport): Json => {
  const { network, names, envelope, completions, collected, lost, signedFor, sequenceNote } = report
  const { verdict, progress, useless, noSigners, voidsOuter } = completions
  const keys = progress.flatMap(({ preAuthorized, signed, wanting }) =>
    [...preAuthorized, ...signed, ...wanting].map(({ key }) => key.strkey),
  )
  return {
    formatVersion: 1,
    state: stateOf(completions),
    ...answerJson(completions, collected),
    hash: toHex(envelope.hash),
    network: networkJson(network),
    protocol: verdict.protocol,
    envelope: envelope._tag === 'FeeBump' ? 'fee-bump' : 'transaction',
    progress: progress.map(progressJson),
    useless: useless.map(({ list, ...one }) => ({ list, ...droppedJson(one) })),
    lost: lost.map((one) => ({ ...lostJson(one), signed: one.hasSigned })),
    noSigners,
    voidsOuter,
    sequence: O.toNullable(sequenceNote),
    signedFor: O.isSome(signedFor) ? networkJson(signedFor.value) : null,
    aliases: aliasesJson(names, keys),
    ...asOfJson(report.asOf),
  }
}
