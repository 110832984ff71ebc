/**
 * An account after changes that somebody considers: signers gone, weights and thresholds other than they
 * are, keys lost or stolen. What is configured changes the account; what happens to keys does not, and
 * is kept beside it.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import {
  failure,
  ordSigner,
  parseSignerKey,
  parseWeight,
  signer,
  type Account,
  type Coalition,
  type Failure,
  type Game,
  type Signer,
  type ThresholdLevel,
  type Weight,
} from '../../kernel/model/index.js'
import { gameAt } from './from-account.js'
import { afterLoss, afterTheft } from './what-if.js'

/** Something that is considered. Signers are named by StrKey, the master key by the account itself. */
export type Supposition =
  /** The key is configured still, and its holder cannot sign any more. */
  | { readonly _tag: 'Lost'; readonly key: string }
  /** The key is configured still, its holder can sign, and so can a thief. */
  | { readonly _tag: 'Stolen'; readonly key: string }
  /** The signer is removed from the account. */
  | { readonly _tag: 'Without'; readonly key: string }
  /** The signer has another weight; 0 removes it. */
  | { readonly _tag: 'Reweighed'; readonly key: string; readonly weight: number }
  /** A signer joins. */
  | { readonly _tag: 'Joined'; readonly key: string; readonly weight: number }
  | { readonly _tag: 'Threshold'; readonly level: ThresholdLevel; readonly needed: number }

/** An account as it would be, and what would have become of its keys. */
export interface ChangedAccount {
  readonly account: Account
  readonly lost: Coalition
  readonly stolen: Coalition
}

/** The games of a level, side by side. */
export interface ChangedGames {
  /** What is configured, whoever has the keys. */
  readonly configured: Game
  /** Those who can still sign. */
  readonly ours: Game
  /** Whom a thief must still win over; keys that are lost are gone for him too. */
  readonly theirs: Game
}

const isSigner = (key: string, { id, masterWeight, signers }: Account): boolean =>
  (key === id && masterWeight > 0) || signers.some((one) => one.key.strkey === key)

const unknownSigner = (key: string, { id }: Account): Failure =>
  failure('unknown-signer', `\`${key}\` is no signer of \`${id}\``, 'name one of its signers')

const withSigners = (account: Account, signers: readonly Signer[]): Account => ({ ...account, signers })

const weighed = (key: string, weight: Weight, account: Account): Account =>
  key === account.id
    ? { ...account, masterWeight: weight }
    : withSigners(
        account,
        account.signers
          .map((one) => (one.key.strkey === key ? { ...one, weight } : one))
          .filter((one) => one.weight > 0 || one.key.strkey !== key),
      )

const joined = (key: string, weight: Weight, account: Account): E.Either<Failure, Account> =>
  isSigner(key, account)
    ? E.left(failure('signer-twice', `\`${key}\` is a signer already`, 'give it another weight instead'))
    : key === account.id
      ? E.right({ ...account, masterWeight: weight })
      : pipe(
          parseSignerKey(key),
          E.map((parsed) =>
            withSigners(
              account,
              [...account.signers, signer(parsed, weight)].sort((a, b) => ordSigner.compare(a, b)),
            ),
          ),
        )

const withThreshold = (level: ThresholdLevel, needed: Weight, account: Account): Account => {
  const { thresholds } = account
  switch (level) {
    case 'Low':
      return { ...account, thresholds: { ...thresholds, low: needed } }
    case 'Medium':
      return { ...account, thresholds: { ...thresholds, medium: needed } }
    case 'High':
      return { ...account, thresholds: { ...thresholds, high: needed } }
  }
}

const suppose =
  (state: ChangedAccount) =>
  (supposition: Supposition): E.Either<Failure, ChangedAccount> => {
    const { account } = state
    const configured = E.map((changed: Account): ChangedAccount => ({ ...state, account: changed }))
    if (supposition._tag === 'Threshold') {
      const { level, needed } = supposition
      const parsed = parseWeight(`the ${level.toLowerCase()} threshold`)(needed)
      return pipe(
        parsed,
        E.map((threshold) => withThreshold(level, threshold, account)),
        configured,
      )
    }
    const { key } = supposition
    if (supposition._tag === 'Joined')
      return pipe(
        parseWeight(`the weight of \`${key}\``)(supposition.weight),
        E.chain((weight) => joined(key, weight, account)),
        configured,
      )
    if (!isSigner(key, account)) return E.left(unknownSigner(key, account))
    switch (supposition._tag) {
      case 'Lost':
        return E.right({ ...state, lost: [...state.lost, key] })
      case 'Stolen':
        return E.right({ ...state, stolen: [...state.stolen, key] })
      case 'Without':
        return E.right({ ...state, account: weighed(key, 0, account) })
      case 'Reweighed':
        return pipe(
          parseWeight(`the weight of \`${key}\``)(supposition.weight),
          E.map((weight) => weighed(key, weight, account)),
          configured,
        )
    }
  }

/**
 * An account after several suppositions, in their order.
 *
 * Failures: `unknown-signer`, `signer-twice`, `weight-out-of-range`, those of `parseSignerKey`.
 */
export const changedAccount =
  (suppositions: readonly Supposition[]) =>
  (account: Account): E.Either<Failure, ChangedAccount> =>
    pipe(
      suppositions,
      RA.reduce(E.right<Failure, ChangedAccount>({ account, lost: [], stolen: [] }), (state, supposition) =>
        pipe(
          state,
          E.chain((before) => suppose(before)(supposition)),
        ),
      ),
    )

/** The games of a changed account at a level. */
export const changedGamesAt =
  (level: ThresholdLevel) =>
  ({ account, lost, stolen }: ChangedAccount): ChangedGames => {
    const configured = gameAt(level)(account).game
    return {
      configured,
      ours: afterLoss(lost)(configured),
      theirs: afterTheft(stolen)(afterLoss(lost.filter((key) => !stolen.includes(key)))(configured)),
    }
  }
