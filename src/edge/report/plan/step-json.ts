/** One transaction of a plan as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type { PlannedTransaction, Signing } from '../../../advice/plan/index.js'
import { activeSignersOf, toHex, type Account, type SetOptions } from '../../../kernel/model/index.js'
import { keyJson } from '../difference/json.js'
import { signerJson, type Json } from '../json-list.js'
import type { Names } from '../names.js'
import { levelWord } from '../words.js'
import type { Artefacts } from './plan-report.js'

const accountStateJson = (names: Names, account: Account): Json => ({
  thresholds: { ...account.thresholds },
  masterWeight: account.masterWeight,
  signers: activeSignersOf(account).map((signer) => signerJson(names, signer)),
})

const operationJson =
  (names: Names) =>
  (operation: SetOptions): Json => ({
    type: operation._tag,
    signer: O.isSome(operation.signer)
      ? { ...keyJson(names)(operation.signer.value.key.strkey), weight: operation.signer.value.weight }
      : null,
    masterWeight: O.toNullable(operation.masterWeight),
    lowThreshold: O.toNullable(operation.lowThreshold),
    mediumThreshold: O.toNullable(operation.mediumThreshold),
    highThreshold: O.toNullable(operation.highThreshold),
  })

const signingJson = (names: Names, { signers, isOrdered, proves, alternatives }: Signing): Json => ({
  signers: signers.map(({ strkey }) => keyJson(names)(strkey)),
  ordered: isOrdered,
  proves: proves.map(keyJson(names)),
  alternatives: alternatives.items.map((terms) =>
    terms.map(({ count, of }) => ({ count, of: of.map(keyJson(names)) })),
  ),
  truncated: alternatives.truncated,
})

/** A transaction: what it does, who signs, and its envelope in three forms where it could be made. */
export const stepJson =
  (names: Names, artefacts: Artefacts) =>
  (step: PlannedTransaction, index: number): Json => {
    const made =
      artefacts._tag === 'Made' ? artefacts.artefacts.find((one) => one.index === index) : undefined
    return {
      purpose: step.purpose,
      level: levelWord(step.level),
      operations: step.operations.map(operationJson(names)),
      sequence: O.isSome(step.sequence) ? String(step.sequence.value) : null,
      fee: String(step.fee),
      signing: signingJson(names, step.signing),
      before: accountStateJson(names, step.before),
      after: accountStateJson(names, step.after),
      hash: made === undefined ? null : toHex(made.hash),
      xdr: made?.xdr ?? null,
      txrep: made?.txrep ?? null,
      uri: made?.uri ?? null,
    }
  }
