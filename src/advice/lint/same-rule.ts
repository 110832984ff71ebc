/**
 * Whether two accounts, or two levels of one, let exactly the same people act: under every circumstance,
 * with secrets disclosed or not, by any transaction that was authorized in advance or by none.
 */
import { THRESHOLD_LEVELS, type Account, type Game, type ThresholdLevel } from '../../kernel/model/index.js'
import { entails, gameAt, gameUnder, type Circumstances } from '../coalition/index.js'

/** More secrets than this are not tried in all combinations, and nothing is proved. */
const MOST_SECRETS = 4

const subsetsOf = (keys: readonly string[]): readonly (readonly string[])[] =>
  keys.reduce<readonly (readonly string[])[]>(
    (subsets, key) => [...subsets, ...subsets.map((subset) => [...subset, key])],
    [[]],
  )

interface Signers {
  readonly secrets: readonly string[]
  readonly approvals: readonly string[]
}

const signersOf = (accounts: readonly Account[]): Signers => {
  const games = accounts.map(gameAt('High'))
  const idsOf = (of: 'disclosable' | 'conditional'): readonly string[] => [
    ...new Set(games.flatMap((game) => game[of].map(({ id }) => id))),
  ]
  return { secrets: idsOf('disclosable'), approvals: idsOf('conditional') }
}

/** Every circumstance that these accounts can be in; none of them where they are too many. */
const circumstancesOf = (accounts: readonly Account[]): readonly Circumstances[] => {
  const { secrets, approvals } = signersOf(accounts)
  if (secrets.length > MOST_SECRETS) return []
  return subsetsOf(secrets).flatMap((disclosed) =>
    [[], ...approvals.map((id) => [id])].map((preAuthorized) => ({ disclosed, preAuthorized })),
  )
}

interface Side {
  readonly account: Account
  readonly level: ThresholdLevel
}

const inEach = (a: Side, b: Side, test: (one: Game, other: Game) => boolean): boolean => {
  const all = circumstancesOf([a.account, b.account])
  return (
    all.length > 0 &&
    all.every((circumstances) =>
      test(
        gameUnder(circumstances)(a.level)(a.account).game,
        gameUnder(circumstances)(b.level)(b.account).game,
      ),
    )
  )
}

const isSame = (a: Side, b: Side): boolean =>
  inEach(a, b, (one, other) => entails(one)(other) && entails(other)(one))

/** Whether a changed account lets the same people act as before, at all three levels. */
export const isSameRule = (before: Account, after: Account): boolean =>
  THRESHOLD_LEVELS.every((level) => isSame({ account: before, level }, { account: after, level }))

/** Whether nobody can act on a changed account who could not before, at any of the three levels. */
export const isNoLooser = (before: Account, after: Account): boolean =>
  THRESHOLD_LEVELS.every((level) =>
    inEach({ account: before, level }, { account: after, level }, (one, other) => entails(one)(other)),
  )

/** Whether two levels of an account let the same people act. */
export const areSameLevels = (account: Account, a: ThresholdLevel, b: ThresholdLevel): boolean =>
  isSame({ account, level: a }, { account, level: b })
