/**
 * What is known of the account of a client. Three answers, and the third is no weak form of the second: an
 * account that could not be loaded may have a disabled master key and nine directors.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  lookup,
  type Account,
  type AccountId,
  type Failure,
  type LedgerView,
} from '../../kernel/model/index.js'

/** What a source says of an account when it can say something. */
export type SourceSays =
  | { readonly _tag: 'Known'; readonly account: Account; readonly ledger: O.Option<number> }
  /** The source answered, and the ledger has no such account. */
  | { readonly _tag: 'Absent'; readonly ledger: O.Option<number> }

/** What is known of an account; `ledger` is the one that it is read from, where the source tells. */
export type ClientAnswer = SourceSays | { readonly _tag: 'NotKnown'; readonly because: O.Option<Failure> }

/**
 * The answer of a source. A source that failed, whatever the reason, did not say that there is no account.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { clientAnswerOf } from 'quorate/edge'
 * import { failure } from 'quorate/kernel'
 *
 * console.log(clientAnswerOf(E.left(failure('source-timeout', 'no answer within 5 seconds')))._tag)
 * // => NotKnown
 * ```
 */
export const clientAnswerOf = (answer: E.Either<Failure, SourceSays>): ClientAnswer =>
  E.isRight(answer) ? answer.right : { _tag: 'NotKnown', because: O.some(answer.left) }

/**
 * What a view knows of an account. A view does not say of which ledger it is: whoever made it may.
 *
 * @example
 * ```ts
 * import { clientAnswerIn } from 'quorate/edge'
 * import { EMPTY_VIEW, type AccountId } from 'quorate/kernel'
 *
 * const id = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ' as AccountId
 * console.log(clientAnswerIn(EMPTY_VIEW)(id)._tag)
 * // => NotKnown
 * ```
 */
export const clientAnswerIn =
  (view: LedgerView, ledger: O.Option<number> = O.none) =>
  (id: AccountId): ClientAnswer => {
    const found = lookup(view)(id)
    switch (found._tag) {
      case 'Known':
        return { ...found, ledger }
      case 'Absent':
        return { ...found, ledger }
      case 'NotFetched':
        return { _tag: 'NotKnown', because: O.none }
    }
  }
