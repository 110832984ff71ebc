/** Analyzing accounts: read a description, suppose what is to be supposed, and ask every measure. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import {
  analyzeAccount,
  changedAccount,
  leavers,
  unchanged,
  type ChangedAccount,
  type Supposition,
  type Units,
} from '../../advice/coalition/index.js'
import {
  namesOf,
  signerLabel,
  type AnalysisReport,
  type AnalyzedAccount,
  type CalledLost,
  type Names,
} from '../../edge/report/index.js'
import { lostKeysIn, type AccountSource, type KeyMetadata, type LostKey } from '../../edge/source/index.js'
import { activeSignersOf, type Account, type Failure } from '../../kernel/model/index.js'
import type { Ports } from '../ports.js'
import { chooseAccounts } from './choose-account.js'
import { readAccountInput } from './read-account-input.js'
import { readSuppositions, signerNames, type SuppositionWords } from './supposition.js'

/** What to analyze. */
export interface AnalyzeRequest {
  /** A path, or `-`. */
  readonly file: string
  /** The name or address of one account; otherwise all. */
  readonly account: O.Option<string>
  readonly supposed: SuppositionWords
  readonly power: boolean
  /** Kinds of units that were asked for by name. */
  readonly asked: readonly string[]
}

type Failures = NEA.NonEmptyArray<Failure>

/** The kinds of things that fall at one stroke, beside keys. */
export const UNIT_KINDS = ['holder', 'device', 'vendor', 'location'] as const

const unitsIn = (kind: (typeof UNIT_KINDS)[number], said: KeyMetadata): readonly string[] =>
  kind === 'location' ? said.location : O.isSome(said[kind]) ? [said[kind].value] : []

/** Where keys are, by each kind. */
export const unitsOf = (metadata: ReadonlyMap<string, KeyMetadata>): readonly Units[] =>
  UNIT_KINDS.map((kind) => ({
    kind,
    of: new Map([...metadata].map(([key, said]) => [key, unitsIn(kind, said)])),
  }))

/** Whether it changes what is configured by a number; what happens to keys is supposed after that. */
const isConfiguration = ({ _tag }: Supposition): boolean =>
  _tag === 'Reweighed' || _tag === 'Joined' || _tag === 'Threshold'

/** Nothing is supposed of an account. */
const NOTHING: SuppositionWords = { lost: [], stolen: [], without: [], weight: [], threshold: [], leave: [] }

/**
 * What is supposed, with the losses that the file tells of: of those who are signers with the weights that
 * are supposed. Whoever is removed is not missed.
 */
const withLosses = (
  account: Account,
  suppositions: readonly Supposition[],
  lost: ReadonlyMap<string, LostKey>,
): E.Either<Failure, Pick<AnalyzedAccount, 'calledLost'> & { readonly all: readonly Supposition[] }> => {
  const { left: others, right: configured } = RA.partition(isConfiguration)(suppositions)
  const removed = others.flatMap((one) => (one._tag === 'Without' ? [one.key] : []))
  return E.map((weighed: ChangedAccount) => {
    const calledLost = activeSignersOf(weighed.account).flatMap(({ key: { strkey: key } }): CalledLost[] => {
      const said = lost.get(key)
      return said === undefined || removed.includes(key) ? [] : [{ key, lost: said }]
    })
    const called = new Set(calledLost.map(({ key }) => key))
    const rest = others.filter((one) => one._tag !== 'Lost' || !called.has(one.key))
    const losses = calledLost.map(({ key }): Supposition => ({ _tag: 'Lost', key }))
    return { calledLost, all: [...configured, ...losses, ...rest] }
  })(changedAccount(configured)(account))
}

/**
 * The analysis of one account of a source, as it is, and as it would be: with keys lost that the file
 * calls lost, and with what somebody supposes.
 *
 * Failures: those of `readSuppositions` and `changedAccount`.
 */
export const analyzed =
  (source: AccountSource, names: Names, said: SuppositionWords = NOTHING) =>
  (account: Account): E.Either<readonly Failure[], AnalyzedAccount> => {
    const analyze = analyzeAccount(unitsOf(source.metadata))
    const label = signerLabel(names)
    const others = new Map([...source.aliases].map(([key, alias]) => [alias, key]))
    const read = readSuppositions(account, signerNames(account, label), others)(said)
    if (E.isLeft(read)) return read
    const { suppositions, leavers: gone } = read.right
    const supposed = withLosses(account, suppositions, lostKeysIn(source))
    if (E.isLeft(supposed)) return E.left([supposed.left])
    const { all, calledLost } = supposed.right
    const changed = changedAccount(all)(account)
    if (E.isLeft(changed)) return E.left([changed.left])
    const [before, after] = [analyze(unchanged(account)), analyze(changed.right)]
    return E.right({
      analysis: before,
      calledLost,
      after: all.length === 0 ? O.none : O.some({ suppositions: all, analysis: after }),
      departures:
        gone.length === 0 ? [] : after.levels.map(({ ours }) => leavers(gone.map((key) => [key]))(ours)),
    })
  }

/**
 * The analysis of the accounts of a file.
 *
 * Failures: those of `readAccountInput`, `chooseAccounts`, `readSuppositions` and
 * `changedAccount`.
 */
export const analyzeFile =
  ({ files }: Ports) =>
  ({ file, account, supposed, power, asked }: AnalyzeRequest): TE.TaskEither<Failures, AnalysisReport> =>
  async () => {
    const source = await readAccountInput(files)(file)()
    if (E.isLeft(source)) return source
    const isSupposing = Object.values(supposed).some((words: readonly string[]) => words.length > 0)
    const chosen = chooseAccounts(source.right, account, isSupposing)
    if (E.isLeft(chosen)) return E.left(NEA.of(chosen.left))
    const names = namesOf(source.right.aliases, source.right.accountNames)
    const accounts: AnalyzedAccount[] = []
    for (const one of chosen.right) {
      const told = analyzed(source.right, names, supposed)(one)
      if (E.isLeft(told)) return E.left(told.left as Failures)
      accounts.push(told.right)
    }
    return E.right({ names, accounts, power, asked })
  }
