/** Wishes: who is to reach a level, exactly. Those who satisfy the formula can act, and nobody else can. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, MAX_SIGNERS, type Failure, type ThresholdLevel } from '../../../kernel/model/index.js'
import { formulaText, keysIn, type Formula } from '../../policy/index.js'

/** A wish for one level. */
export interface Wish {
  readonly level: ThresholdLevel
  readonly exactly: Formula
}

/** All that is wished of one account. */
export interface Wishes {
  /** One at most for each level. */
  readonly wishes: readonly Wish[]
  /** The key that the account is named by. It takes no place among the signers. */
  readonly master: O.Option<string>
}

/** Every key of some wishes, once, in the order in which they name them. */
export const keysOfWishes = (wishes: readonly Wish[]): readonly string[] => [
  ...new Set(wishes.flatMap(({ exactly }) => keysIn(exactly))),
]

/** The first part that asks for more than it has. */
const neverMet = (formula: Formula): O.Option<Formula> =>
  formula._tag === 'Key'
    ? O.none
    : formula.count > formula.of.length
      ? O.some(formula)
      : O.fromNullable(formula.of.map(neverMet).find(O.isSome)?.value)

const failuresOf = ({ wishes, master }: Wishes): readonly Failure[] => {
  if (wishes.length === 0)
    return [failure('no-wish', 'nothing is wished for: expected a formula for one level at least')]
  const impossible = wishes.flatMap(({ level, exactly }) => {
    const part = neverMet(exactly)
    return O.isNone(part)
      ? []
      : [
          failure(
            'never-met',
            `the wish for ${level.toLowerCase()} can never be met: \`${formulaText(part.value)}\` asks for more than there are`,
          ),
        ]
  })
  const keys = keysOfWishes(wishes)
  const signers = keys.filter((key) => !(O.isSome(master) && master.value === key))
  const tooMany =
    signers.length > MAX_SIGNERS
      ? [
          failure(
            'too-many-signers',
            `the wishes name ${String(signers.length)} keys; the network allows ${String(MAX_SIGNERS)} signers beside the master key`,
          ),
        ]
      : []
  return [...impossible, ...tooMany]
}

/**
 * Wishes that an account could have at all.
 *
 * Failures: `no-wish`, `never-met`, `too-many-signers`.
 */
export const checkedWishes = (wishes: Wishes): E.Either<readonly Failure[], Wishes> => {
  const failures = failuresOf(wishes)
  return failures.length > 0 ? E.left(failures) : E.right(wishes)
}
