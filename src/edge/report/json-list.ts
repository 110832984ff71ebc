/** How one signature list was judged, as JSON. Positions count from 0; what is not there is `null`. */
import * as O from 'fp-ts/lib/Option.js'
import type { Checked, Fate, Fault, ListExplanation, Requirement, Step } from '../../kernel/engine/index.js'
import {
  hintToHex,
  toHex,
  type AccountId,
  type Hint,
  type Signer,
  type SignerKey,
} from '../../kernel/model/index.js'
import type { Names } from './names.js'
import { kebab, levelWord } from './words.js'

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

const orNull = O.toNullable

/** An account with the name that it has in the account files. */
export const accountJson = (names: Names, id: AccountId): Readonly<Record<string, Json>> => ({
  account: id,
  alias: orNull(names.account(id)),
})

const keyJson = (names: Names, { _tag, strkey }: SignerKey): Readonly<Record<string, Json>> => ({
  key: strkey,
  kind: kebab(_tag),
  alias: orNull(names.key(strkey)),
})

/** A signer: its key, its kind, its name and its weight. */
export const signerJson = (names: Names, { key, weight }: Signer): Json => ({
  ...keyJson(names, key),
  weight,
})

const subjectJson = (names: Names, requirement: Requirement): Readonly<Record<string, Json>> => {
  const kind = kebab(requirement._tag)
  if (requirement._tag === 'ExtraSigners')
    return { kind, account: null, alias: null, level: null, operation: null }
  const { account, level } = requirement
  return {
    kind,
    account,
    alias: orNull(names.account(account)),
    level: levelWord(level),
    operation:
      requirement._tag === 'Operation'
        ? { position: requirement.index, type: requirement.operation._tag }
        : null,
  }
}

const stepJson =
  (names: Names) =>
  (step: Step): Json => ({
    step: kebab(step._tag),
    signature: step._tag === 'PreAuthorized' ? null : step.signature,
    ...keyJson(names, step.signer.key),
    weight: step.signer.weight,
  })

const requirementJson =
  (names: Names) =>
  ({ requirement, outcome, reached }: Checked): Json => ({
    ...subjectJson(names, requirement),
    outcome: outcome._tag === 'Checked' ? (outcome.met ? 'met' : 'not-met') : kebab(outcome._tag),
    reached,
    ...(outcome._tag === 'Checked'
      ? {
          rule: outcome.rule,
          needed: outcome.needed,
          counted: outcome.counted,
          signers: outcome.signers.map((signer) => signerJson(names, signer)),
          steps: outcome.steps.map(stepJson(names)),
        }
      : {}),
  })

const fateJson = (names: Names, fate: Fate): Readonly<Record<string, Json>> => {
  switch (fate._tag) {
    case 'Used':
    case 'NotReached':
      return {
        by: fate.by.map(({ check, signer }) => ({ requirement: check, ...keyJson(names, signer.key) })),
      }
    case 'Surplus':
    case 'NotProved':
    case 'OverBudget':
      return { signers: fate.signers.map(({ key }) => keyJson(names, key)) }
    case 'Duplicate':
      return { of: fate.of, signers: [keyJson(names, fate.signer.key)] }
    case 'WrongHint':
      return { expectedHint: hintToHex(fate.expected), signers: [keyJson(names, fate.signer.key)] }
    case 'Stranger':
    case 'Unknown':
    case 'NotJudged':
      return {}
  }
}

const signatureJson =
  (names: Names, list: ListExplanation) =>
  ({ hint, fate }: { readonly hint: Hint; readonly fate: Fate }, position: number): Json => ({
    position,
    hint: hintToHex(hint),
    used: list.judgement.used[position] ?? false,
    fate: kebab(fate._tag),
    ...fateJson(names, fate),
  })

const faultJson = (fault: Fault): Json => {
  switch (fault._tag) {
    case 'Form':
      return { kind: 'form', reason: fault.reason }
    case 'Requirement':
      return { kind: 'requirement', requirement: fault.check }
    case 'Operations':
      return { kind: 'operations', operations: fault.operations }
    case 'Surplus':
      return { kind: 'surplus', signatures: fault.signatures }
  }
}

/** A judged list: hash, code, fault, requirements, signatures, operations. */
export const listJson =
  (names: Names) =>
  (list: ListExplanation): Readonly<Record<string, Json>> => {
    const { judgement } = list
    return {
      hash: toHex(judgement.hash),
      code: orNull(judgement.code),
      fault: O.isSome(judgement.fault) ? faultJson(judgement.fault.value) : null,
      requirements: judgement.checks.map(requirementJson(names)),
      signatures: list.signatures.map(signatureJson(names, list)),
      operations: judgement.operations.map(orNull),
    }
  }
