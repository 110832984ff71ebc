/**
 * An evaluation as one JSON object, for programs. `formatVersion` changes only where a reader would
 * break; members may be added.
 *
 * - `verdict`: `authorized`, `rejected` or `undetermined`; `code` is the network's, `null` where undetermined
 * - `hash`, `network` (`name` or null, `passphrase`), `protocol`, `phase`, `envelope` (`transaction`, `fee-bump`)
 * - `fault`: what was wrong (`form`, `requirement`, `operations`, `surplus`), or null
 * - `requirements`: in the network's order; `outcome` is `met`, `not-met`, `no-account`, `not-fetched` or
 *   `not-supported`; `reached` is false where the network had refused before
 * - `signatures`: one each; `fate` is `used`, `not-reached`, `surplus`, `duplicate`, `wrong-hint`,
 *   `not-proved`, `over-budget`, `stranger`, `unknown` or `not-judged`
 * - `operations`: one code each where the network's result has such a list (of a fee bump the inner
 *   transaction's); null where it depends on an account that was not given
 * - `mends`: single changes after which the network would say yes
 * - `missing`: accounts that were not given and that the verdict depends on
 * - `entries`: the authorization entries of smart contract calls (`entries/json.ts`). Only at apply do they
 *   bear on `verdict` and `code`; then `fault` is `entries`, with their positions
 * - `signedFor`: the network on which the signatures verify, where none verifies on this one
 * - `inner`: the inner transaction of a fee bump, with the same members as above; null where it was not
 *   reached or there is none
 * - `asOf`: as of which ledger it is, see `as-of-told.ts`; only where a source was asked for accounts
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Mend } from '../../kernel/engine/index.js'
import { hintToHex, networkLabel, PASSPHRASES, type Network } from '../../kernel/model/index.js'
import { asOfJson } from './as-of-told.js'
import { innerCodeBy, operationCodesBy } from '../soroban/index.js'
import { entriesJson } from './entries/json.js'
import { settledIn, type Evaluation } from './evaluation.js'
import { listJson, signerJson, type Json } from './json-list.js'
import type { Names } from './names.js'
import { kebab } from './words.js'

/** A network with its name, where it has one. */
export const networkJson = (network: Network): Json => {
  const label = networkLabel(network)
  return { name: Object.hasOwn(PASSPHRASES, label) ? label : null, passphrase: network.passphrase }
}

const mendJson =
  (names: Names) =>
  (mend: Mend): Json => {
    const kind = kebab(mend._tag)
    switch (mend._tag) {
      case 'DropSignatures':
        return { kind, list: mend.list, signatures: mend.signatures }
      case 'AddSignature':
        return { kind, list: mend.list, signer: signerJson(names, mend.signer) }
      case 'CorrectHint':
        return {
          kind,
          list: mend.list,
          signature: mend.signature,
          signer: signerJson(names, mend.signer),
          hint: hintToHex(mend.hint),
        }
    }
  }

/** The object, in the order in which it is read. */
export const evaluationJson = (evaluation: Evaluation): Json => {
  const { network, explanation, mends, names, signedFor, asOf, entries = [] } = evaluation
  const settled = settledIn(evaluation)
  const { verdict, lists } = explanation
  const outer = lists.find(({ list }) => list !== 'inner')
  const inner = lists.find(({ list }) => list === 'inner')
  const judged = outer === undefined ? {} : listJson(names)(outer)
  const within = inner === undefined ? null : listJson(names)(inner)
  const codes = (inner ?? outer)?.judgement.operations ?? []
  const operations = operationCodesBy(settled, entries, codes).map(O.toNullable)
  return {
    formatVersion: 1,
    verdict: kebab(settled._tag),
    code: O.toNullable(settled.code),
    hash: judged['hash'] ?? null,
    network: networkJson(network),
    protocol: verdict.protocol,
    phase: verdict.phase,
    envelope: outer?.list ?? 'transaction',
    fault:
      settled.entries.length > 0 ? { kind: 'entries', entries: settled.entries } : (judged['fault'] ?? null),
    requirements: judged['requirements'] ?? [],
    signatures: judged['signatures'] ?? [],
    operations,
    mends: mends.map(mendJson(names)),
    missing: settled.missing,
    signedFor: O.isSome(signedFor) ? networkJson(signedFor.value) : null,
    entries: entriesJson(names, entries),
    inner:
      within === null || inner === undefined
        ? null
        : { ...within, code: O.toNullable(innerCodeBy(settled, inner.judgement.code)), operations },
    ...asOfJson(asOf),
  }
}

/** The object as text, indented, ended by a newline. */
export const renderJson = (json: Json): string => `${JSON.stringify(json, null, 2)}\n`
