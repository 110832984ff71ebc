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
import type { Failure } from '../../../kernel/model/index.js'
import { plainPath, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { loadPolicyFrom, type PolicyFiles } from '../load-policy.js'
import type { Base } from './base.js'
import { checkPolicy, unreadableFile } from './check-policy.js'
import type { CheckPorts, CheckRequest } from './check-request.js'
import { ACCOUNT_GONE, goneFrom, isBackIn } from './gone.js'
import { prepareAll, type Given, type Prepared } from './prepare.js'
import { readBase } from './read-base.js'
import { chooseRules, type RuleChoice } from './rule-choice.js'
import { noneOf } from './none-of.js'
import { sourcesOf } from './sources.js'
import { surveyOf, type Survey } from './survey.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Everything that was read before the first file is checked. */
export interface Checking {
  readonly files: readonly PolicyFile[]
  readonly choice: RuleChoice
  /** How many files are checked by themselves. */
  readonly count: number
  /** The policies with all that they are checked with, read as they are asked for. */
  readonly prepared: () => AsyncGenerator<Prepared>
  /** Accounts that were checked before and are not now; told after all files. */
  readonly gone: readonly CheckedFile[]
  /** Whether an account that a baseline has as gone is checked now. */
  readonly isBack: (fingerprint: string) => boolean
  /** Where policies come from. */
  readonly source: PolicyFiles
}

/** What is to be said of a policy that is ready, or is not. */
export const checkPrepared = ({ file, input }: Prepared): CheckedFile =>
  E.isLeft(input) ? unreadableFile(inputName(file.file), input.left) : checkPolicy(input.right)

/** Numbers that policies may set, by the ids of rules. */
export const KNOWN_RULES: KnownRules = new Map(
  RULES.map((rule) => [rule.id, rule._tag === 'Lint' ? rule.numbers : {}]),
)

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

/** What was before, for the accounts that are there today. */
const baseFor = async (
  ports: CheckPorts,
  { base, paths }: CheckRequest,
  files: readonly PolicyFile[],
  { accounts }: Survey,
): Promise<E.Either<Failures, O.Option<Base>>> => {
  if (O.isNone(base)) return E.right(O.none)
  const named = new Set(files.map(({ file }) => file))
  const folders = (paths.length === 0 ? ['.'] : paths).map(plainPath).filter((path) => !named.has(path))
  const sought = accounts.map(({ name, account }) => ({ name, id: account.id }))
  const today = { files, folders: new Set(folders), accounts: sought }
  return E.map(O.some<Base>)(await readBase(ports, base.value, today))
}

const goneIn = (
  base: O.Option<Base>,
  survey: Survey,
  { notLooser }: CheckRequest,
  { isAsked }: RuleChoice,
): readonly CheckedFile[] =>
  O.isSome(base) && (notLooser || isAsked(ACCOUNT_GONE)) ? goneFrom(base.value, survey, notLooser) : []

/**
 * Reads what a check needs, and checks as it is asked for more. A file that another one imports is checked
 * as a part of that one, and not by itself.
 *
 * Failures: `usage`, `unknown-rule`, `rule-of-reading`; those of `findPolicyFiles`, `readBase`,
 * `readLedger` and `readListed`; `other-account`. A file that cannot be read is part of the answer.
 */
export const beginCheck =
  (ports: CheckPorts) =>
  async (request: CheckRequest): Promise<E.Either<Failures, Checking>> => {
    const choice = chooseRules(request.only, request.skip, {
      ledger: O.isSome(request.state),
      listed: O.isSome(request.stellarToml),
      base: O.isSome(request.base),
    })
    if (E.isLeft(choice)) return choice
    const sources = await sourcesOf(ports, request)
    if (E.isLeft(sources)) return sources
    const { source, files } = sources.right
    const around = await surroundingsOf(ports, request)
    if (E.isLeft(around)) return around
    const load = ({ file, root }: PolicyFile): Promise<E.Either<Failures, Policy>> =>
      loadPolicyFrom(source)(file, root, KNOWN_RULES)()
    const survey = await surveyOf(load, files)
    const strangers = noneOf(survey, around.right.ledger, request.state)
    if (O.isSome(strangers)) return E.left(NEA.of(strangers.value))
    const base = await baseFor(ports, request, files, survey)
    if (E.isLeft(base)) return base
    const given: Given = {
      request,
      choice: choice.right,
      base: base.right,
      ...around.right,
      survey,
    }
    return E.right({
      files,
      choice: choice.right,
      count: survey.files.length,
      prepared: () => prepareAll(ports, given),
      gone: goneIn(base.right, survey, request, choice.right),
      isBack: isBackIn(survey),
      source,
    })
  }
