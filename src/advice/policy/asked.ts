/** What a claim is asked about: an account of a policy under given circumstances, and what it was before. */
import * as O from 'fp-ts/lib/Option.js'
import { shortKey, type Game, type ThresholdLevel } from '../../kernel/model/index.js'
import { gameUnder, keysAsUnits, type Circumstances, type Units } from '../coalition/index.js'
import type { Policy } from './policy.js'
import type { PolicyAccount } from './policy-account.js'
import type { PolicyKey, UnitKind } from './policy-key.js'

/** The subject of a claim. */
export interface Asked {
  readonly policy: Policy
  readonly account: PolicyAccount
  /** The policy before a change, where one was given. */
  readonly base: O.Option<Policy>
  readonly circumstances: Circumstances
}

/** The game of the account at a level. */
export const gameOf = ({ account, circumstances }: Asked, level: ThresholdLevel): Game =>
  gameUnder(circumstances)(level)(account.account).game

/** A key as people call it: its alias, or a short form of the key. */
export const nameOf = (policy: Policy, strkey: string): string =>
  policy.keysByStrkey.get(strkey)?.alias ?? shortKey(strkey)

const unitsIn = (kind: Exclude<UnitKind, 'key'>, key: PolicyKey): readonly string[] =>
  kind === 'location' ? key.location : O.isSome(key[kind]) ? [key[kind].value] : []

/** Where the keys of a game are, by a kind of unit. */
export const unitsOf = (policy: Policy, kind: UnitKind, game: Game): Units =>
  kind === 'key'
    ? keysAsUnits(game)
    : {
        kind,
        of: new Map(
          game.players.map(({ id }) => {
            const key = policy.keysByStrkey.get(id)
            return [id, key === undefined ? [] : unitsIn(kind, key)]
          }),
        ),
      }
