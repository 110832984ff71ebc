/** Files made ready to be checked, one after the other: read, and put beside everything that they touch. */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { LintInput, Promised } from '../../../advice/lint/index.js'
import type { Policy } from '../../../advice/policy/index.js'
import type { Failure } from '../../../kernel/model/index.js'
import { provesMessage } from '../../../kernel/signature/index.js'
import type { PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { baseOf, promisedBefore, type Base } from './base.js'
import type { PolicyInput } from './check-policy.js'
import type { CheckPorts, CheckRequest } from './check-request.js'
import { recordedFor } from './envelopes.js'
import { othersOf } from './near.js'
import { PROMISED_OF_ALL, withNotLooser } from './not-looser.js'
import type { RuleChoice } from './rule-choice.js'
import type { Survey, SurveyedAccount, SurveyedFile } from './survey.js'

type Failures = NEA.NonEmptyArray<Failure>

type Surroundings = PolicyInput['surroundings']

/** A policy that is ready to be checked, or why it cannot be. */
export interface Prepared {
  readonly file: PolicyFile
  readonly input: E.Either<Failures, PolicyInput>
}

/** Accounts that no policy at all is about are told once, with the first file. */
const listedFor = (listed: LintInput['listed'], accounts: readonly SurveyedAccount[]) => {
  const known = new Set<string>(accounts.map(({ account }) => account.id))
  return (policy: Policy, isFirst: boolean): LintInput['listed'] =>
    O.map((one: { readonly file: string; readonly accounts: readonly string[] }) => {
      const own = new Set<string>([...policy.accounts.values()].map(({ account }) => account.id))
      return {
        file: one.file,
        accounts: one.accounts.filter((id) => own.has(id) || (isFirst && !known.has(id))),
      }
    })(listed)
}

/** What is the same for every file. */
export interface Given {
  readonly request: CheckRequest
  readonly choice: RuleChoice
  readonly base: O.Option<Base>
  readonly ledger: LintInput['ledger']
  readonly listed: LintInput['listed']
  readonly survey: Survey
}

const inputOf = async (
  ports: CheckPorts,
  { choice, base, request }: Given,
  { file, twice }: SurveyedFile,
  policy: Policy,
  surroundings: Surroundings,
): Promise<PolicyInput> => {
  const promised = request.notLooser ? withNotLooser(policy) : policy
  return {
    file: inputName(file.file),
    policy,
    promised,
    base: O.map((before: Base) => baseOf(before, policy))(base),
    recorded: await recordedFor(ports, file.file, policy),
    surroundings,
    rules: choice.rules,
    isAsked: choice.isAsked,
    failures: twice,
  }
}

/** The policy before, with the promises that are to be looked for. */
const beforeOf = ({ base, survey, request }: Given, file: PolicyFile, policy: Policy): LintInput['base'] => {
  if (O.isNone(base)) return O.none
  const elsewhere = survey.elsewhere(file)
  const asked: readonly Pick<Promised, 'claims'>[] = request.notLooser ? [PROMISED_OF_ALL] : []
  return O.some(promisedBefore(base.value, policy, (address) => [...asked, ...elsewhere(address)]))
}

/** Every file with all that it is checked with, one after the other. */
export async function* prepareAll(ports: CheckPorts, given: Given): AsyncGenerator<Prepared> {
  const { survey, ledger, request } = given
  const others = othersOf(survey.accounts)
  const listed = listedFor(given.listed, survey.accounts)
  const proved = new Map<string, boolean>()
  const isProved: LintInput['isProved'] = ({ key, proof }) => {
    if (O.isNone(proof)) return false
    const { message, signature } = proof.value
    const id = JSON.stringify([key.strkey, message, [...signature]])
    const known = proved.get(id) ?? provesMessage(ports.ed25519())(key, message, signature)
    proved.set(id, known)
    return known
  }
  for (const [index, one] of survey.files.entries()) {
    const policy = await one.load()
    if (E.isLeft(policy)) yield { file: one.file, input: policy }
    else {
      const input = await inputOf(ports, given, one, policy.right, {
        today: request.today,
        ledger,
        listed: listed(policy.right, index === 0),
        others: others(policy.right, one.file.file),
        base: beforeOf(given, one.file, policy.right),
        isProved,
      })
      yield { file: one.file, input: E.right(input) }
    }
  }
}
