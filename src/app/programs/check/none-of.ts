/** Whether what the ledger has is about anything that is checked. */
import * as O from 'fp-ts/lib/Option.js'
import type { LintInput } from '../../../advice/lint/index.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'
import { inputName } from '../input-name.js'
import type { Survey } from './survey.js'

/**
 * A state in which no account is that is checked: nothing would be compared with it. Where a policy could
 * not be read, its accounts are not known, and that is told by itself.
 *
 * Failure: `other-account`.
 */
export const noneOf = (
  { accounts, isPartial }: Survey,
  ledger: LintInput['ledger'],
  state: O.Option<string>,
): O.Option<Failure> =>
  O.isNone(state) ||
  O.isNone(ledger) ||
  isPartial ||
  accounts.length === 0 ||
  accounts.some(({ account }) => ledger.value.has(account.id))
    ? O.none
    : O.some(
        about(inputName(state.value))(
          failure(
            'other-account',
            'none of the accounts that are checked is in it',
            'fetch the accounts that the policies are about',
          ),
        ),
      )
