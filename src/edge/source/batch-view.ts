/** What a case of a batch says of the ledger. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  ledgerView,
  parseAccountId,
  type Account,
  type AccountId,
  type Failure,
  type LedgerView,
} from '../../kernel/model/index.js'
import { decodeAccount } from '../xdr/index.js'
import { inMember } from './decode-report.js'

/** The members of a case that describe the ledger. */
export interface LedgerParts {
  readonly accounts: readonly string[]
  readonly closedWorld: O.Option<boolean>
  readonly absentAccounts: O.Option<readonly AccountId[]>
  readonly unknownAccounts: O.Option<readonly AccountId[]>
  readonly accountSponsors: O.Option<Readonly<Record<string, AccountId>>>
}

const namedSponsors = (
  record: O.Option<Readonly<Record<string, AccountId>>>,
): E.Either<Failure, Map<AccountId, AccountId>> => {
  const sponsors = new Map<AccountId, AccountId>()
  for (const [account, sponsor] of Object.entries(O.isSome(record) ? record.value : {})) {
    const id = parseAccountId(account)
    if (E.isLeft(id)) return E.left(inMember('accountSponsors')(id.left))
    sponsors.set(id.right, sponsor)
  }
  return E.right(sponsors)
}

const sponsorsDiffer = (id: AccountId): Failure =>
  failure('sponsors-differ', `the entry of \`${id}\` and \`accountSponsors\` name different sponsors`)

const orEmpty = <A>(list: O.Option<readonly A[]>): readonly A[] => (O.isSome(list) ? list.value : [])

/** The account with its sponsor as the case names it, where its entry does not. */
const sponsored =
  (sponsors: ReadonlyMap<AccountId, AccountId>) =>
  (account: Account): E.Either<Failure, Account> => {
    const named = sponsors.get(account.id)
    if (named === undefined || O.isNone(account.state)) return E.right(account)
    const state = account.state.value
    return O.isSome(state.sponsor) && state.sponsor.value !== named
      ? E.left(sponsorsDiffer(account.id))
      : E.right({ ...account, state: O.some({ ...state, sponsor: O.some(named) }) })
  }

/**
 * The view of a case; sponsors of accounts, which a bare account entry does not say, stand beside.
 *
 * Failures: those of `decodeAccount` and `ledgerView`, `sponsors-differ`, each naming its member.
 */
export const batchView = (parts: LedgerParts): E.Either<Failure, LedgerView> => {
  const sponsors = namedSponsors(parts.accountSponsors)
  if (E.isLeft(sponsors)) return sponsors
  const accounts: Account[] = []
  for (const [index, text] of parts.accounts.entries()) {
    const account = E.chain(sponsored(sponsors.right))(decodeAccount(text))
    if (E.isLeft(account)) return E.left(inMember(`accounts[${String(index)}]`)(account.left))
    accounts.push(account.right)
  }
  return ledgerView({
    accounts,
    absent: orEmpty(parts.absentAccounts),
    notFetched: orEmpty(parts.unknownAccounts),
    closedWorld: O.isSome(parts.closedWorld) && parts.closedWorld.value,
  })
}
