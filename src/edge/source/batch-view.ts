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
import { decodeAccountEntry } from '../xdr/index.js'
import { inMember } from './decode-report.js'

/** The members of a case that describe the ledger. */
export interface LedgerParts {
  readonly accounts: readonly string[]
  readonly closedWorld: O.Option<boolean>
  readonly absentAccounts: O.Option<readonly AccountId[]>
  readonly unknownAccounts: O.Option<readonly AccountId[]>
  readonly accountSponsors: O.Option<Readonly<Record<string, AccountId>>>
}

/** The ledger as a case knows it. */
export interface BatchView {
  readonly view: LedgerView
  readonly accountSponsors: ReadonlyMap<AccountId, AccountId>
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

/**
 * The view of a case, and the sponsors of accounts, which ledger entries say too.
 *
 * Failures: those of `decodeAccountEntry` and `ledgerView`, `sponsors-differ`, each naming its member.
 */
export const batchView = (parts: LedgerParts): E.Either<Failure, BatchView> => {
  const sponsors = namedSponsors(parts.accountSponsors)
  if (E.isLeft(sponsors)) return sponsors
  const accounts: Account[] = []
  for (const [index, text] of parts.accounts.entries()) {
    const entry = decodeAccountEntry(text)
    if (E.isLeft(entry)) return E.left(inMember(`accounts[${String(index)}]`)(entry.left))
    const { account, sponsor } = entry.right
    accounts.push(account)
    if (O.isNone(sponsor)) continue
    const named = sponsors.right.get(account.id)
    if (named !== undefined && named !== sponsor.value) return E.left(sponsorsDiffer(account.id))
    sponsors.right.set(account.id, sponsor.value)
  }
  const view = ledgerView({
    accounts,
    absent: orEmpty(parts.absentAccounts),
    notFetched: orEmpty(parts.unknownAccounts),
    closedWorld: O.isSome(parts.closedWorld) && parts.closedWorld.value,
  })
  return E.map((known: LedgerView): BatchView => ({ view: known, accountSponsors: sponsors.right }))(view)
}
