/** Tests of a policy: who signed what, and what is expected of it. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Operation } from '../../kernel/model/index.js'
import type { Members } from './formula.js'
import type { Place } from './place.js'

/** What is put to the engine. */
export type Trial =
  /** A transaction of the account with one operation, signed by these. */
  | {
      readonly _tag: 'Signed'
      readonly by: Members
      readonly operation: Operation
      /** The operation by its word: `payment`, `set_options.signers`. */
      readonly said: string
    }
  /** An envelope with its own signatures, by the path of its file from the root of the policy. */
  | { readonly _tag: 'Envelope'; readonly file: string }

/** What is expected. */
export interface Expected {
  readonly verdict: 'allow' | 'deny'
  /** The weight that is missing, where that is said. */
  readonly missing: O.Option<number>
}

/** One test. */
export interface PolicyTest {
  readonly name: string
  /** The name of an account. */
  readonly on: string
  readonly trial: Trial
  readonly expect: Expected
  readonly place: Place
}
