/** What came of a challenge: who authenticated, or why nobody did. */
import * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import type { Failure } from '../../../kernel/model/index.js'
import type { Authenticated, Challenge, Level, Profile, Sep10Failure } from '../../sep10/index.js'
import type { Names } from '../names.js'
import { levelWord } from '../words.js'

/** A challenge that was judged. */
export interface AuthenticationReport {
  readonly profile: Profile
  readonly level: Level
  /** None where its form is wrong, or its server did not sign it. */
  readonly challenge: O.Option<Challenge>
  readonly outcome: E.Either<Sep10Failure, Authenticated>
  /** Why the account is not known, where a source said. */
  readonly because: O.Option<Failure>
  readonly names: Names
}

/** Somebody authenticated; nobody did; or it is not decided, because the account is not known. */
export type AuthenticationState = 'authenticated' | 'refused' | 'not-known'

/** How it ended. */
export const authenticationStateOf = ({
  outcome,
}: Pick<AuthenticationReport, 'outcome'>): AuthenticationState =>
  E.isRight(outcome) ? 'authenticated' : outcome.left.code === 'account-not-known' ? 'not-known' : 'refused'

/** A level as it is written: a word, or the number. */
export const levelText = (level: Level): string | number =>
  typeof level === 'number' ? level : levelWord(level)
