/** A question that can be asked over HTTP. */
import type * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as t from 'io-ts/lib/index.js'
import type { Json } from '../../edge/report/index.js'
import type { Failure } from '../../kernel/model/index.js'
import type { World } from './world.js'

/** All that is wrong with a request. */
export type Failures = NEA.NonEmptyArray<Failure>

/** An answer, or why there is none. */
export type Answered<A> = Promise<E.Either<Failures, A>>

/** One endpoint: what it takes, what it gives, and who answers. */
export interface Endpoint {
  /** The last part of the path: `/v1/evaluate`. */
  readonly id: string
  readonly summary: string
  /** What a client does with the answer. */
  readonly description: string
  /** A request in JSON. */
  readonly request: t.Mixed
  readonly response: t.Mixed
  /** The member with the one word of an answer (`verdict`), which is counted and logged; empty where it has none. */
  readonly outcome: string
  /** Whether a short request is answered at once, beside others, and not in a thread of its own. */
  readonly isQuick: boolean
  /** `signal` says that whoever asked waits no more. */
  readonly answer: (world: World) => (body: string, signal?: AbortSignal) => Answered<Json>
  /** The same for lines of a batch, as `--batch` answers them; for endpoints that have one. */
  readonly lines?: (world: World) => (body: string) => Answered<string>
}

/** An endpoint with its types. */
export interface EndpointParts<A> extends Omit<Endpoint, 'request' | 'answer'> {
  readonly request: t.Type<A>
  readonly answer: (world: World) => (asked: A, signal?: AbortSignal) => Answered<Json>
}
