/** Which account of a policy is meant. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy, PolicyAccount } from '../../advice/policy/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { failure, type Failure } from '../../kernel/model/index.js'

/** More accounts than these are not listed in a message. */
const LISTED = 10

const listed = (names: readonly string[]): string => names.slice(0, LISTED).map(quoted).join(', ')

/** The account that is meant, if one is: the one that is named, or the only one. */
export const accountIn = (
  policy: Policy,
  said: O.Option<string>,
): E.Either<Failure, O.Option<PolicyAccount>> => {
  const names = [...policy.accounts.keys()]
  if (O.isSome(said)) {
    const found = policy.accounts.get(said.value)
    return found === undefined
      ? E.left(
          failure(
            'unknown-account',
            `${quoted(said.value)} is no account of this policy`,
            `${didYouMean(names)(said.value)}expected ${listed(names)}`,
          ),
        )
      : E.right(O.some(found))
  }
  const [only] = names.length === 1 ? [...policy.accounts.values()] : []
  return E.right(O.fromNullable(only))
}

/** That one of several accounts has to be named. */
export const severalAccounts = ({ accounts }: Policy): Failure =>
  accounts.size === 0
    ? failure('no-account', 'the policy describes no account', 'describe one under `accounts`')
    : failure(
        'which-account',
        'promises are asked of one account, and the policy has several',
        `write \`--account\` and one of ${listed([...accounts.keys()])}`,
      )
