/** What a name stands for: a rule, a form of claims, an assertion or an account of some policies. */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Rule } from '../../advice/lint/index.js'
import {
  decide,
  digestOf,
  recheckAll,
  recheckRemedies,
  runAssertions,
  withRemedies,
  type ClaimForm,
  type Policy,
  type PolicyAccount,
} from '../../advice/policy/index.js'
import { namesOf, type AnalysisReport, type CheckedFile } from '../../edge/report/index.js'
import { accountSourceOf } from '../../edge/source/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { analyzed } from './analyze.js'
import { CATALOGUE } from './catalogue.js'
import { KNOWN_RULES } from './check/check.js'
import type { CheckPorts } from './check/check-request.js'
import { findPolicyFiles } from './find-policy-files.js'
import { loadPolicyFrom } from './load-policy.js'

type Failures = NEA.NonEmptyArray<Failure>

/** One thing that a name stands for. */
export type Explained =
  | { readonly _tag: 'Rule'; readonly rule: Rule }
  | { readonly _tag: 'Claim'; readonly form: ClaimForm }
  /** The answers of one policy, in the form in which `check` tells them. */
  | { readonly _tag: 'Assertion'; readonly checked: CheckedFile }
  | {
      readonly _tag: 'Account'
      readonly policy: Policy
      readonly digest: string
      readonly account: PolicyAccount
      readonly report: AnalysisReport
    }

const inCatalogue = (name: string): readonly Explained[] => [
  ...CATALOGUE.rules.filter(({ id }) => id === name).map((rule): Explained => ({ _tag: 'Rule', rule })),
  ...CATALOGUE.forms.filter(({ id }) => id === name).map((form): Explained => ({ _tag: 'Claim', form })),
]

const assertionIn = (policy: Policy, name: string): readonly Explained[] => {
  if (!policy.assertions.some(({ id }) => id === name)) return []
  // All are asked, so that a remedy breaks none of the others; what is told is this one.
  const answered = recheckAll(policy, O.none)(runAssertions(policy, O.none))
  const all = recheckRemedies(decide)(policy, O.none)(withRemedies(policy, O.none)(answered))
  const told = all.filter(({ assertion }) => assertion.id === name)
  return [
    {
      _tag: 'Assertion',
      checked: {
        file: policy.files[0] ?? '',
        digest: O.some(digestOf(policy)),
        policy: O.some(policy),
        accounts: new Set(told.map(({ account }) => account)).size,
        results: told.map((asserted) => ({ _tag: 'Asserted', policy, asserted })),
      },
    },
  ]
}

const accountIn = (policy: Policy, name: string): readonly Explained[] => {
  const account = [...policy.accounts.values()].find((one) => one.name === name || one.account.id === name)
  if (account === undefined) return []
  const source = accountSourceOf(policy, policy.files[0] ?? '')
  const names = namesOf(source.aliases, source.accountNames)
  const analysis = analyzed(source, names)(account.account)
  if (E.isLeft(analysis)) throw new Error('invariant: where nothing is supposed nothing is refused')
  return [
    {
      _tag: 'Account',
      policy,
      digest: digestOf(policy),
      account,
      report: {
        names,
        accounts: [analysis.right],
        power: true,
        asked: [],
      },
    },
  ]
}

const namesIn = (policies: readonly Policy[]): readonly string[] => [
  ...CATALOGUE.rules.map(({ id }) => id),
  ...CATALOGUE.forms.map(({ id }) => id),
  ...policies.flatMap(({ assertions, accounts }) => [...assertions.map(({ id }) => id), ...accounts.keys()]),
]

const unknown = (policies: readonly Policy[], name: string): Failure =>
  failure(
    'unknown-name',
    `${quoted(name)} is no rule, no claim, and no assertion or account of ${policies.length === 1 ? 'this policy' : 'these policies'}`,
    `${didYouMean(namesIn(policies))(name)}\`quorate rules\` lists rules and claims`,
  )

interface Loaded {
  readonly policies: readonly Policy[]
  readonly failures: readonly Failure[]
}

/** Policies that can be read, without those that others import. */
const loadAll = async (ports: CheckPorts, paths: readonly string[]): Promise<E.Either<Failures, Loaded>> => {
  const found = await findPolicyFiles(ports)(paths)()
  if (E.isLeft(found)) return found
  const policies: Policy[] = []
  const failures: Failure[] = []
  for (const { file, root } of found.right) {
    const policy = await loadPolicyFrom(ports.files)(file, root, KNOWN_RULES)()
    if (E.isRight(policy)) policies.push(policy.right)
    else failures.push(...policy.left)
  }
  const imported = new Set(policies.flatMap(({ files }) => files.slice(1)))
  return E.right({ policies: policies.filter(({ files }) => !imported.has(files[0] ?? '')), failures })
}

/**
 * Everything that a name stands for. Rules and claims need no files; assertions and accounts are looked
 * for in the files and folders that are named, or below the folder that one is in.
 *
 * Failures: `unknown-name` with the nearest name; those of finding the files; where the name is found
 * nowhere, or files were named, those of reading them.
 */
export const explainName =
  (ports: CheckPorts) =>
  async (
    name: string,
    paths: readonly string[],
  ): Promise<E.Either<readonly Failure[], readonly Explained[]>> => {
    const known = inCatalogue(name)
    if (known.length > 0 && paths.length === 0) return E.right(known)
    const loaded = await loadAll(ports, paths)
    if (E.isLeft(loaded)) return loaded
    const { policies, failures } = loaded.right
    const found = [
      ...known,
      ...policies.flatMap((policy) => [...assertionIn(policy, name), ...accountIn(policy, name)]),
    ]
    if (failures.length > 0 && (found.length === 0 || paths.length > 0)) return E.left(failures)
    return found.length === 0 ? E.left([unknown(policies, name)]) : E.right(found)
  }
