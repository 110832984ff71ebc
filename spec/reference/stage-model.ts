/**
 * What it means that a state between two configurations is safe, by all 2ⁿ groups of keys, one after the
 * other. Slow, plain, and without a line of src but its types.
 */
import type { Account, ThresholdLevel } from '../../src/kernel/model/index.js'

const LEVELS = { Low: 'low', Medium: 'medium', High: 'high' } as const
const ALL: readonly ThresholdLevel[] = ['Low', 'Medium', 'High']

type Group = readonly string[]

interface Entry {
  readonly id: string
  readonly tag: string
  readonly weight: number
}

const entriesOf = (account: Account): Entry[] => [
  ...(account.masterWeight > 0
    ? [{ id: String(account.id), tag: 'Ed25519', weight: account.masterWeight }]
    : []),
  ...account.signers.map(({ key, weight }) => ({ id: key.strkey, tag: key._tag, weight })),
]

const subsets = (keys: Group): Group[] =>
  Array.from({ length: 2 ** keys.length }, (_, mask) => keys.filter((__, i) => ((mask >> i) & 1) === 1))

/** Whether a group, with a transaction that may be approved in advance, acts on an account. */
const acts = (account: Account, level: ThresholdLevel, group: Group, approved?: string): boolean => {
  const entries = entriesOf(account)
  const signatures = entries
    .filter(({ id, tag }) => tag !== 'PreAuthTx' && group.includes(id))
    .map(({ weight }) => weight)
    .sort((a, b) => b - a)
    .slice(0, 20)
  const approval = entries.find(({ id, tag }) => tag === 'PreAuthTx' && id === approved)?.weight ?? 0
  const all = [...signatures, ...(approval > 0 ? [approval] : [])]
  // A threshold of 0 takes somebody still.
  return all.length > 0 && all.reduce((sum, one) => sum + one, 0) >= account.thresholds[LEVELS[level]]
}

/** To change an account its source has to reach low as well. */
const changes = (account: Account, group: Group): boolean =>
  acts(account, 'Low', group) && acts(account, 'High', group)

const apart = (group: Group, others: Group): Group => group.filter((key) => !others.includes(key))

/** The most keys of a group that may be lost, whichever they are; -1 where all of them are not enough. */
const tolerance = (account: Account, level: ThresholdLevel, group: Group): number => {
  if (!acts(account, level, group)) return -1
  const fatal = subsets(group)
    .filter((lost) => !acts(account, level, apart(group, lost)))
    .map((lost) => lost.length)
  return Math.min(...fatal) - 1
}

export interface NaiveStage {
  readonly before: Account
  readonly after: Account
  readonly state: Account
  /** StrKeys. */
  readonly proven: Group
}

const signing = (account: Account): Group =>
  entriesOf(account)
    .filter(({ tag }) => tag !== 'PreAuthTx')
    .map(({ id }) => id)

/** Whether some group acts in the state, and neither before nor after. */
export const hasWindow = ({ before, after, state }: NaiveStage, level: ThresholdLevel): boolean => {
  const approvals = [before, after, state].flatMap((account) =>
    entriesOf(account)
      .filter(({ tag }) => tag === 'PreAuthTx')
      .map(({ id }) => id),
  )
  return [undefined, ...approvals].some((approved) =>
    subsets(signing(state)).some(
      (group) =>
        acts(state, level, group, approved) &&
        !acts(before, level, group, approved) &&
        !acts(after, level, group, approved),
    ),
  )
}

/** Whether those who are known to sign can go on and back, with the losses that both ends tolerate. */
export const hasGrip = ({ before, after, state, proven }: NaiveStage, level: ThresholdLevel): boolean => {
  const ours = signing(state).filter((key) => proven.includes(key))
  const old = signing(before)
  const demanded = Math.min(
    tolerance(
      before,
      level,
      old.filter((key) => proven.includes(key)),
    ),
    tolerance(
      after,
      level,
      signing(after).filter((key) => proven.includes(key) || !old.includes(key)),
    ),
  )
  return tolerance(state, level, ours) >= demanded
}

/** Whether the account can be changed, by all its keys, and by those that are known to sign. */
export const canChange = ({ state, proven }: NaiveStage): readonly [all: boolean, proven: boolean] => [
  changes(state, signing(state)),
  changes(
    state,
    signing(state).filter((key) => proven.includes(key)),
  ),
]

/** Safe: no window, no lost grip, no lock; and as few signers as the network takes. */
export const isSafe = (stage: NaiveStage): boolean =>
  stage.state.signers.length <= 20 &&
  ALL.every((level) => !hasWindow(stage, level) && hasGrip(stage, level)) &&
  canChange(stage).every((can) => can)

/** Whether a key decides nothing: with it and without it, the same groups act. */
export const decidesNothing = (account: Account, key: string): boolean =>
  ALL.every((level) =>
    subsets(apart(signing(account), [key])).every(
      (group) => acts(account, level, group) === acts(account, level, [...group, key]) || group.length === 0,
    ),
  ) && ALL.every((level) => !acts(account, level, [key]))

/** Whether the same groups of some keys act on two accounts. */
export const isSamePower = (a: Account, b: Account, keys: Group): boolean =>
  ALL.every((level) => subsets(keys).every((group) => acts(a, level, group) === acts(b, level, group)))
