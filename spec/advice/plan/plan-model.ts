/**
 * Who can do what, over all 2ⁿ groups of keys, one after the other; without a line of src but its types.
 * What a plan says of its states is held against this.
 */
import type { Account, ThresholdLevel } from '../../../src/kernel/model/index.js'

type Group = readonly string[]

const LEVELS: readonly ThresholdLevel[] = ['Low', 'Medium', 'High']

const weightsOf = ({ id, masterWeight, signers }: Account): ReadonlyMap<string, number> =>
  new Map([
    [id, masterWeight],
    ...signers
      .filter(({ key }) => key._tag !== 'PreAuthTx')
      .map(({ key, weight }) => [key.strkey, weight] as const),
  ])

const needed = (level: ThresholdLevel, { thresholds }: Account): number =>
  Math.max(1, { Low: thresholds.low, Medium: thresholds.medium, High: thresholds.high }[level])

const canAct = (level: ThresholdLevel, account: Account, group: Group): boolean => {
  const weights = weightsOf(account)
  const heaviest = group.map((key) => weights.get(key) ?? 0).toSorted((a, b) => b - a)
  return heaviest.slice(0, 20).reduce((sum, weight) => sum + weight, 0) >= needed(level, account)
}

/** Whether some keys can change an account by a transaction of its own. */
export const canChange = (account: Account, group: Group): boolean =>
  canAct('Low', account, group) && canAct('High', account, group)

const groupsOf = (keys: Group): readonly Group[] =>
  Array.from({ length: 2 ** keys.length }, (_, mask) => keys.filter((__, at) => ((mask >> at) & 1) === 1))

/** Every key of some accounts. */
export const keysOf = (...accounts: readonly Account[]): Group => [
  ...new Set(accounts.flatMap((account) => [...weightsOf(account).keys()])),
]

/** Groups that can act in a state at a level, and neither before nor after. */
export const intruders = (before: Account, after: Account, state: Account): readonly Group[] =>
  groupsOf(keysOf(before, after, state)).filter((group) =>
    LEVELS.some(
      (level) => canAct(level, state, group) && !canAct(level, before, group) && !canAct(level, after, group),
    ),
  )

/** The fewest keys that can change an account; none where nobody can. */
export const fewestToChange = (account: Account, able: Group): number | undefined =>
  groupsOf(able.filter((key) => keysOf(account).includes(key)))
    .filter((group) => canChange(account, group))
    .map((group) => group.length)
    .toSorted((a, b) => a - b)[0]
