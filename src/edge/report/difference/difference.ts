/** Everything that is told of two descriptions of accounts. */
import { isSameAuthority, type AccountDifference } from '../../../advice/coalition/index.js'
import type { Account, AccountId } from '../../../kernel/model/index.js'
import * as O from 'fp-ts/lib/Option.js'
import { namesOf, type Names } from '../names.js'

/** The names that one side gives. */
export interface SideNames {
  /** Aliases by StrKey. */
  readonly aliases: ReadonlyMap<string, string>
  readonly accountNames: ReadonlyMap<AccountId, string>
}

/** Accounts before and after. */
export interface DifferenceReport {
  /** What the sides are called: paths, revisions. */
  readonly sides: readonly [before: string, after: string]
  readonly names: Names
  /** Accounts that both describe, in the order of the later one. */
  readonly both: readonly AccountDifference[]
  readonly added: readonly Account[]
  readonly removed: readonly Account[]
}

/**
 * Names of both sides; the later one's count. A name that has gone to another key is marked where it
 * stands for the earlier one: after a rotation two keys of `anna` meet on one page.
 */
export const namesOfBoth = (before: SideNames, after: SideNames): Names => {
  const [taken, names] = [new Set(after.aliases.values()), new Map(after.aliases)]
  for (const [strkey, alias] of before.aliases)
    if (!names.has(strkey)) names.set(strkey, taken.has(alias) ? `${alias} (old key)` : alias)
  return namesOf(names, new Map([...before.accountNames, ...after.accountNames]))
}

/** Whether the same people can do the same things with the same accounts. */
export const isSameReport = ({ both, added, removed }: DifferenceReport): boolean =>
  added.length === 0 && removed.length === 0 && both.every(isSameAuthority)

/** The key whose name a weight is told under. */
export const changeMark = ({
  before,
  after,
}: {
  readonly before: O.Option<number>
  readonly after: O.Option<number>
}): '+' | '-' | '~' => (O.isNone(before) ? '+' : O.isNone(after) ? '-' : '~')

/** Every key of some accounts, and their addresses. */
export const keysOf = (accounts: readonly Account[]): readonly string[] =>
  accounts.flatMap(({ id, signers }) => [id, ...signers.map(({ key }) => key.strkey)])

/** The two accounts of a difference. */
export const endsOf = ({ before, after }: AccountDifference): readonly Account[] => [before, after]
