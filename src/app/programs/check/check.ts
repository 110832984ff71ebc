/**
 * Checking policies: every file is looked at once, then checked and told, one after the other. What is
 * wrong with the question is a failure; what is wrong with a policy is part of the answer.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { RULES, type LintInput } from '../../../advice/lint/index.js'
import type { Policy } from '../../../advice/policy/index.js'
import type { CheckedFile } from '../../../edge/report/index.js'
import type { KnownRules } from '../../../edge/source/policy/known-rules.js'
import { folderOf } from '../../../edge/source/policy/relative-path.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'
import { provesMessage } from '../../../kernel/signature/index.js'
import type { Files } from '../../ports.js'
import { findPolicyFiles, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { loadPolicyFrom, type PolicyFiles } from '../load-policy.js'
import { baseOf, readBase, unknownBefore, type Base } from './base.js'
import { checkPolicy, unreadableFile, type PolicyInput } from './check-policy.js'
import type { CheckPorts, CheckRequest } from './check-request.js'
import { recordedFor } from './envelopes.js'
import { chooseRules, type RuleChoice } from './rule-choice.js'
import { surveyOf, type Survey, type SurveyedAccount, type SurveyedFile } from './survey.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Everything that was read before the first file is checked. */
export interface Checking {
  readonly files: readonly PolicyFile[]
  readonly choice: RuleChoice
  /** How many files are checked by themselves. */
  readonly count: number
  /** The policies with all that they are checked with, read as they are asked for. */
  readonly prepared: () => AsyncGenerator<Prepared>
  /** Where policies come from. */
  readonly source: PolicyFiles
}

/** A policy that is ready to be checked, or why it cannot be. */
export interface Prepared {
  readonly file: PolicyFile
  readonly input: E.Either<Failures, PolicyInput>
}

/** What is to be said of a policy that is ready, or is not. */
export const checkPrepared = ({ file, input }: Prepared): CheckedFile =>
  E.isLeft(input) ? unreadableFile(inputName(file.file), input.left) : checkPolicy(input.right)

/** Numbers that policies may set, by the ids of rules. */
export const KNOWN_RULES: KnownRules = new Map(
  RULES.map((rule) => [rule.id, rule._tag === 'Lint' ? rule.numbers : {}]),
)

/** Standard input under a name of its own: imports and places are as if it were that file. */
const withStdin = (files: Files, name: string): PolicyFiles => ({
  readText: (path, limit) => files.readText(path === name ? '-' : path, limit),
  realPath: (path) =>
    path !== name
      ? files.realPath(path)
      : async () => {
          const folder = await files.realPath(folderOf(name))()
          const base = name.slice(name.lastIndexOf('/') + 1)
          return E.map((real: string) => `${real === '/' ? '' : real}/${base}`)(folder)
        },
})

interface Sources {
  readonly source: PolicyFiles
  readonly files: readonly PolicyFile[]
}

const noStdin = (name: string): Failure =>
  about('--stdin-filename')(
    failure(
      'usage',
      `\`${inputName(name)}\` is said to be standard input, which is not asked for`,
      'write `-` too',
    ),
  )

const sourcesOf = async (
  { files }: CheckPorts,
  { paths, stdinName }: CheckRequest,
): Promise<E.Either<Failures, Sources>> => {
  if (O.isSome(stdinName) && !paths.includes('-')) return E.left(NEA.of(noStdin(stdinName.value)))
  const found = await findPolicyFiles({ files })(paths)()
  if (E.isLeft(found) || O.isNone(stdinName))
    return E.map((all: readonly PolicyFile[]): Sources => ({ source: files, files: all }))(found)
  const name = stdinName.value
  return E.right({
    source: withStdin(files, name),
    // A file that is piped in is not read a second time from where it stands.
    files: found.right
      .filter(({ file }) => file !== name)
      .map((one) => (one.file === '-' ? { file: name, root: folderOf(name) } : one)),
  })
}

type Surroundings = Omit<LintInput, 'policy' | 'asserted'>

/** More accounts that share a signer say nothing new, and ten thousand may share one. */
const MOST_OTHERS = 20

/** Other accounts that have something to do with those of a file: a signer in common. */
const othersOf = (
  accounts: readonly SurveyedAccount[],
): ((policy: Policy, file: string) => Surroundings['others']) => {
  const signersOf = ({ account }: Pick<SurveyedAccount, 'account'>): readonly string[] => [
    account.id,
    ...account.signers.map(({ key }) => key.strkey),
  ]
  const bySigner = new Map<string, SurveyedAccount[]>()
  for (const one of accounts)
    for (const strkey of signersOf(one)) {
      const known = bySigner.get(strkey)
      if (known === undefined) bySigner.set(strkey, [one])
      else known.push(one)
    }
  return (policy, file) => {
    const own = [...policy.accounts.values()]
    const ids = new Set<string>(own.map(({ account }) => account.id))
    const near = new Set<SurveyedAccount>()
    for (const key of new Set(own.flatMap(signersOf)))
      for (const one of bySigner.get(key) ?? []) {
        if (near.size === MOST_OTHERS) return [...near]
        if (one.file !== file && !ids.has(one.account.id)) near.add(one)
      }
    return [...near]
  }
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

interface Given {
  readonly request: CheckRequest
  readonly choice: RuleChoice
  readonly base: O.Option<Base>
  readonly ledger: LintInput['ledger']
  readonly listed: LintInput['listed']
  readonly survey: Survey
}

const inputOf = async (
  ports: CheckPorts,
  { choice, base }: Given,
  { file, twice }: SurveyedFile,
  policy: Policy,
  surroundings: Surroundings,
): Promise<PolicyInput> => ({
  file: inputName(file.file),
  policy,
  base: O.map((before: Base) => baseOf(before, policy))(base),
  recorded: await recordedFor(ports, file.file, policy),
  surroundings,
  rules: choice.rules,
  isAsked: choice.isAsked,
  failures: [...twice, ...(O.isSome(base) ? unknownBefore(base.value, policy) : [])],
})

async function* prepareAll(ports: CheckPorts, given: Given): AsyncGenerator<Prepared> {
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
        isProved,
      })
      yield { file: one.file, input: E.right(input) }
    }
  }
}

/** What is beside the policies. Reading it takes much code; a check without it does not load that. */
const surroundingsOf = async (
  { files }: CheckPorts,
  { state, stellarToml }: CheckRequest,
): Promise<E.Either<Failures, Pick<LintInput, 'ledger' | 'listed'>>> => {
  if (O.isNone(state) && O.isNone(stellarToml)) return E.right({ ledger: O.none, listed: O.none })
  const { readLedger, readListed } = await import('./surroundings.js')
  const ledger = await readLedger(files, state)
  if (E.isLeft(ledger)) return ledger
  const listed = await readListed(files, stellarToml)
  return E.isLeft(listed) ? listed : E.right({ ledger: ledger.right, listed: listed.right })
}

/**
 * Reads what a check needs, and checks as it is asked for more. A file that another one imports is checked
 * as a part of that one, and not by itself.
 *
 * Failures: `usage`, `unknown-rule`, `rule-of-reading`; those of `findPolicyFiles`, `readBase`,
 * `readLedger` and `readListed`. A file that cannot be read is part of the answer.
 */
export const beginCheck =
  (ports: CheckPorts) =>
  async (request: CheckRequest): Promise<E.Either<Failures, Checking>> => {
    const choice = chooseRules(request.only, request.skip)
    if (E.isLeft(choice)) return choice
    const sources = await sourcesOf(ports, request)
    if (E.isLeft(sources)) return sources
    const { source, files } = sources.right
    const around = await surroundingsOf(ports, request)
    if (E.isLeft(around)) return around
    const base = O.isSome(request.base) ? await readBase(ports, request.base.value, files) : undefined
    if (base !== undefined && E.isLeft(base)) return base
    const load = ({ file, root }: PolicyFile): Promise<E.Either<Failures, Policy>> =>
      loadPolicyFrom(source)(file, root, KNOWN_RULES)()
    const survey = await surveyOf(load, files)
    const given: Given = {
      request,
      choice: choice.right,
      base: base === undefined ? O.none : O.some(base.right),
      ...around.right,
      survey,
    }
    return E.right({
      files,
      choice: choice.right,
      count: survey.files.length,
      prepared: () => prepareAll(ports, given),
      source,
    })
  }
