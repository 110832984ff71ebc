/**
 * Weights from wishes, or from the promises of a policy. Pure but for reading the files of the policy:
 * nothing on any network changes.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import {
  insteadFor,
  keysOfWishes,
  synthesize,
  synthesizeFromClaims,
  type Wish,
} from '../../advice/plan/index.js'
import type { Formula, Policy, PolicyAccount } from '../../advice/policy/index.js'
import { namesOf, type Names, type SynthesisReport } from '../../edge/report/index.js'
import { parseWish } from '../../edge/source/index.js'
import { quoted } from '../../edge/source/quoted.js'
import {
  about,
  failure,
  THRESHOLD_LEVELS,
  type Failure,
  type ThresholdLevel,
} from '../../kernel/model/index.js'
import { loadPolicy } from './load-policy.js'
import { accountIn, severalAccounts } from './account-in-policy.js'
import { notPassed, type SynthPorts } from './synth-tests.js'
import { anyName, namesInPolicy } from './wish-names.js'

/** What to look for. */
export interface SynthRequest {
  /** A policy: its names, and the promises of its account. */
  readonly file: O.Option<string>
  /** The name of one of its accounts. */
  readonly account: O.Option<string>
  /** Wishes as they are written, by level. Without any, the promises of the account are asked. */
  readonly wishes: ReadonlyMap<ThresholdLevel, string>
}

type Failures = NEA.NonEmptyArray<Failure>
type Answered = E.Either<Failures, SynthesisReport>

const namesFor = (policy: Policy): Names =>
  namesOf(
    new Map([...policy.keys.values()].map(({ alias, key }) => [key.strkey, alias])),
    new Map([...policy.accounts.values()].map(({ account, name }) => [account.id, name])),
  )

/** Keys that cannot be given weight here: only people sign whatever there is. */
const notPeople = (policy: Policy, wishes: readonly Wish[]): readonly Failure[] =>
  keysOfWishes(wishes).flatMap((strkey) => {
    const key = policy.keysByStrkey.get(strkey)
    return key === undefined || key.key._tag === 'Ed25519'
      ? []
      : [
          failure(
            'not-a-person',
            `${quoted(key.alias)} is no key that signs envelopes; expected a key of somebody (G…)`,
          ),
        ]
  })

const parsed = (
  { wishes }: SynthRequest,
  parse: (text: string) => E.Either<Failure, Formula>,
): E.Either<Failures, readonly Wish[]> => {
  const read = THRESHOLD_LEVELS.flatMap((level) => {
    const text = wishes.get(level)
    return text === undefined
      ? []
      : [{ level, formula: E.mapLeft(about(`--${level.toLowerCase()}`))(parse(text)) }]
  })
  const failed = NEA.fromArray(read.flatMap(({ formula }) => (E.isLeft(formula) ? [formula.left] : [])))
  return O.isSome(failed)
    ? E.left(failed.value)
    : E.right(
        read.flatMap(({ level, formula }) => (E.isRight(formula) ? [{ level, exactly: formula.right }] : [])),
      )
}

const failuresOf = (failures: readonly Failure[]): Failures => {
  const some = NEA.fromArray([...failures])
  if (O.isNone(some)) throw new Error('invariant: wishes are refused for a reason')
  return some.value
}

const fromWishes = (wishes: readonly Wish[], names: Names, account: O.Option<PolicyAccount>): Answered => {
  const found = synthesize({ wishes, master: O.map(({ account: { id } }: PolicyAccount) => id)(account) })
  if (E.isLeft(found)) return E.left(failuresOf(found.left))
  return E.right({
    names,
    account: O.map(({ name, account: { id } }: PolicyAccount) => ({ name, id }))(account),
    sought: {
      _tag: 'Wishes',
      wishes,
      synthesis: found.right,
      instead: insteadFor(wishes, found.right),
    },
  })
}

const withoutFile = (request: SynthRequest): Answered => {
  const wishes = parsed(request, parseWish(anyName))
  if (E.isLeft(wishes)) return wishes
  const names = namesOf(new Map(keysOfWishes(wishes.right).map((name) => [name, name])))
  return fromWishes(wishes.right, names, O.none)
}

const fromPromises = async (
  ports: SynthPorts,
  root: string,
  policy: Policy,
  account: O.Option<PolicyAccount>,
): Promise<Answered> => {
  if (O.isNone(account)) return E.left(NEA.of(severalAccounts(policy)))
  const { name } = account.value
  if (!policy.assertions.some(({ on }) => on.includes(name)))
    return E.left(
      NEA.of(
        failure(
          'no-wish',
          `nothing is promised of ${quoted(name)}, and no wish is given`,
          'write `--high`, `--medium` or `--low` and a wish, or promises under `assert`',
        ),
      ),
    )
  // What is promised against the account before is promised against the account as the file has it.
  const found = synthesizeFromClaims(policy, O.some(policy))(account.value)
  return E.isLeft(found)
    ? E.left(failuresOf(found.left))
    : E.right({
        names: namesFor(policy),
        account: O.some({ name, id: account.value.account.id }),
        sought: {
          _tag: 'Claims',
          found: found.right,
          notPassed: await notPassed(ports, root, policy, account.value, found.right),
        },
      })
}

const inPolicy = async (
  ports: SynthPorts,
  root: string,
  policy: Policy,
  request: SynthRequest,
): Promise<Answered> => {
  const account = accountIn(policy, request.account)
  if (E.isLeft(account)) return E.left(NEA.of(account.left))
  if (request.wishes.size === 0) return fromPromises(ports, root, policy, account.right)
  const wishes = parsed(request, parseWish(namesInPolicy(policy)))
  if (E.isLeft(wishes)) return wishes
  const strangers = NEA.fromArray([...notPeople(policy, wishes.right)])
  return O.isSome(strangers)
    ? E.left(strangers.value)
    : fromWishes(wishes.right, namesFor(policy), account.right)
}

/**
 * The smallest weights and thresholds for wishes, or for the promises of an account.
 *
 * Failures: those of `loadPolicy`; `unknown-account`, `which-account`, `no-wish`, `not-a-person`; those of
 * `parseWish`, `synthesize` and `synthesizeFromClaims`; `usage`.
 */
export const synth =
  (ports: SynthPorts) =>
  (request: SynthRequest): TE.TaskEither<Failures, SynthesisReport> =>
  async () => {
    if (O.isNone(request.file)) {
      if (O.isSome(request.account))
        return E.left(NEA.of(failure('usage', '`--account` names an account of a FILE, and none is given')))
      return request.wishes.size === 0
        ? E.left(
            NEA.of(
              failure(
                'usage',
                'neither a FILE nor a wish is given',
                'write `--high "anna and any 1 of (bo, cy)"`',
              ),
            ),
          )
        : withoutFile(request)
    }
    const policy = await loadPolicy(ports)(request.file.value)()
    return E.isLeft(policy)
      ? policy
      : E.mapLeft(
          NEA.map((one: Failure) => (O.isSome(one.subject) ? one : about(policy.right.files[0] ?? '')(one))),
        )(await inPolicy(ports, request.file.value, policy.right, request))
  }
