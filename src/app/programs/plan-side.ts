/** One side of a plan: what `quorate diff` reads, and the policy that it is, if it is one. */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Policy } from '../../advice/policy/index.js'
import { formOf } from '../../edge/source/account-form.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Files } from '../ports.js'
import { readSide, type Side, type SidePorts } from './diff-side.js'
import { loadPolicyFrom } from './load-policy.js'

type Failures = NEA.NonEmptyArray<Failure>

/** A side, with the claims that it makes. */
export interface PlanSide extends Side {
  /** None where it is no policy file: an answer of Horizon promises nothing. */
  readonly policy: O.Option<Policy>
}

/** The text is asked for more than once, and standard input can be read once. */
const remembering = (files: Files): Files => {
  const texts = new Map<string, Promise<E.Either<Failure, string>>>()
  return {
    ...files,
    readText: (path, limit) => () => {
      if (path !== '-') return files.readText(path, limit)()
      const text = texts.get(path) ?? files.readText(path, limit)()
      texts.set(path, text)
      return text
    },
  }
}

const LIMIT = 64 * 1024 * 1024

/** The form of a text that was read as accounts before. */
const isAccountFile = (side: Side): TE.TaskEither<Failure, boolean> =>
  TE.map((text: string) => formOf(text)._tag === 'AccountFile')(side.files.readText(side.path, LIMIT))

/** A policy without a claim promises nothing that could be checked. */
const policyOf = async (side: Side): Promise<E.Either<Failures, O.Option<Policy>>> => {
  const isFile = await isAccountFile(side)()
  if (E.isLeft(isFile)) return E.left([isFile.left])
  if (!isFile.right) return E.right(O.none)
  return E.map((policy: Policy) => O.some(policy))(await loadPolicyFrom(side.files)(side.path)())
}

/**
 * Reads one side of a plan.
 *
 * Failures: those of `readSide` and of `loadPolicyFrom`.
 */
export const readPlanSide =
  (ports: SidePorts) =>
  async (text: string): Promise<E.Either<Failures, PlanSide>> => {
    const side = await readSide({ ...ports, files: remembering(ports.files) })(text)
    if (E.isLeft(side)) return side
    const policy = await policyOf(side.right)
    return E.map((found: O.Option<Policy>): PlanSide => ({ ...side.right, policy: found }))(policy)
  }
