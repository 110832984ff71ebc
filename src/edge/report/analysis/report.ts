/** Everything that is told of analyzed accounts: as they are, and as somebody supposes them to be. */
import * as O from 'fp-ts/lib/Option.js'
import type {
  AccountAnalysis,
  Departure,
  LevelAnalysis,
  Supposition,
} from '../../../advice/coalition/index.js'
import { shortKey, type AccountId, type Coalition } from '../../../kernel/model/index.js'
import type { CalledLost } from '../called-lost.js'
import { accountLabel, type Names } from '../names.js'

/** An account, and what is supposed of it. */
export interface AnalyzedAccount {
  readonly analysis: AccountAnalysis
  /** Signers that a file calls lost: they are supposed to be. */
  readonly calledLost: readonly CalledLost[]
  /** None, where nothing is supposed. */
  readonly after: O.Option<{
    readonly suppositions: readonly Supposition[]
    readonly analysis: AccountAnalysis
  }>
  /** What is left at each level as these people leave, in the order of the levels; empty where nobody does. */
  readonly departures: readonly (readonly Departure[])[]
}

/** Accounts with the names that their people go by. */
export interface AnalysisReport {
  readonly names: Names
  readonly accounts: readonly AnalyzedAccount[]
  /** Whether to tell how much each signer decides. */
  readonly power: boolean
  /** Kinds of units to tell of, also where nothing is known of them. */
  readonly asked: readonly string[]
}

/** A signer by its StrKey as it is called: by its own name, else by that of its account. */
export const signerLabel =
  (names: Names) =>
  (strkey: string): string =>
    O.getOrElse(() => O.getOrElse(() => shortKey(strkey))(names.account(strkey as AccountId)))(
      names.key(strkey),
    )

/** Signers as they are called, in their order. */
export const labelsOf =
  (names: Names) =>
  (coalition: Coalition): readonly string[] =>
    coalition.map(signerLabel(names))

/** The account as it is called, for a heading. */
export const headingOf = (names: Names, { changed }: AccountAnalysis): string =>
  accountLabel(names)(changed.account.id)

/** What is supposed and said by no file. */
export const onlySupposed = ({ calledLost, after }: AnalyzedAccount): readonly Supposition[] =>
  O.isNone(after)
    ? []
    : after.value.suppositions.filter(
        (one) => one._tag !== 'Lost' || !calledLost.some(({ key }) => key === one.key),
      )

/** The analysis that answers: as it would be, where something is supposed. */
export const answerOf = ({ analysis, after }: AnalyzedAccount): AccountAnalysis =>
  O.isSome(after) ? after.value.analysis : analysis

/** Levels with the same rule, one after the other: whoever reaches one reaches the others. */
export const sameLevels = ({ levels }: AccountAnalysis): readonly (readonly number[])[] => {
  const groups: number[][] = []
  levels.forEach(({ configured }, index) => {
    const before = levels[index - 1]
    if (before?.configured.needed === configured.needed) groups.at(-1)?.push(index)
    else groups.push([index])
  })
  return groups
}

/** Levels that are the same both in an account and in what it would be. */
export const sharedLevels = (account: AnalyzedAccount): readonly (readonly number[])[] => {
  const splits = [account.analysis, answerOf(account)].map(
    (analysis) => new Set(sameLevels(analysis).map(([first]) => first)),
  )
  const groups: number[][] = []
  account.analysis.levels.forEach((_, index) => {
    if (splits.some((split) => split.has(index))) groups.push([index])
    else groups.at(-1)?.push(index)
  })
  return groups
}

/** The levels of a group. */
export const levelsAt = ({ levels }: AccountAnalysis, group: readonly number[]): readonly LevelAnalysis[] =>
  group.flatMap((index) => levels[index] ?? [])
