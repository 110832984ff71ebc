/** CreateAccount (stellar-core `CreateAccountOpFrame.cpp`): a new account, judged by its own key alone. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  newAccount,
  type Account,
  type AccountId,
  type AccountState,
  type CreateAccount,
} from '../model/index.js'
import { holds, type Protocol } from '../protocol/index.js'
import { startingSequence, type LedgerHeader } from './ledger-header.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { availableBalance, minimumBalance } from './reserve.js'
import { ACCOUNT_RESERVES, establish, sponsorNow } from './sponsorship.js'
import { assuming, find, put, putState, type World } from './world.js'

/** What is wrong with a CreateAccount whatever the ledger holds. A balance of 0 came with sponsorship. */
export const createAccountFault = (
  protocol: Protocol,
  source: AccountId,
  { destination, startingBalance }: CreateAccount,
): O.Option<string> =>
  startingBalance < (holds(protocol)('sponsorship') ? 0n : 1n) || destination === source
    ? O.some('CREATE_ACCOUNT_MALFORMED')
    : O.none

const freshState = (sequence: bigint, balance: bigint): AccountState => ({
  sequence,
  balance,
  sellingLiabilities: 0n,
  buyingLiabilities: 0n,
  subentries: 0,
  sponsored: 0,
  sponsoring: 0,
  flags: 0,
  sequenceLedger: 0,
  sequenceTime: 0n,
  sponsor: O.none,
  data: [],
})

/** Without the ledger's sequence the new account's sequence number is not known, and so not its state. */
const created = (header: LedgerHeader, { destination, startingBalance }: CreateAccount): Account => ({
  ...newAccount(destination),
  state: O.map((sequence: bigint) => freshState(sequence, startingBalance))(startingSequence(header)),
})

/** The new account in the world, its reserve paid by a sponsor or out of its own balance. */
const placed = ({ header, world }: OperationContext, operation: CreateAccount): E.Either<string, World> => {
  const account = created(header, operation)
  const sponsor = sponsorNow(world, account.id)
  if (O.isNone(sponsor)) {
    const tooLow = operation.startingBalance < minimumBalance(header, freshState(0n, 0n))
    return tooLow ? E.left('CREATE_ACCOUNT_LOW_RESERVE') : E.right(put(world, account))
  }
  const established = establish(header, put(world, account), sponsor.value, account.id, ACCOUNT_RESERVES)
  if (E.isLeft(established))
    return E.left(established.left === 'LowReserve' ? 'CREATE_ACCOUNT_LOW_RESERVE' : established.left)
  return E.right(putState(established.right, account.id, () => ({ sponsor })))
}

/** Runs a CreateAccount that has no static fault. */
export const applyCreateAccount = (context: OperationContext, operation: CreateAccount): OperationResult => {
  const { header, world, source } = context
  const { destination, startingBalance } = operation
  const before = find(world, destination)
  if (before._tag === 'Known') return fail('CREATE_ACCOUNT_ALREADY_EXIST', world)
  const assumed =
    before._tag === 'NotFetched'
      ? assuming(world, { _tag: 'AccountNotFetched', account: destination })
      : world
  const after = placed({ ...context, world: assumed }, operation)
  if (E.isLeft(after)) return fail(after.left, world)
  // The sponsor may be the source: what it can spend is asked only after its new reserves.
  const payer = find(after.right, source)
  if (payer._tag === 'Known' && O.isSome(payer.account.state))
    if (availableBalance(header, payer.account.state.value) < startingBalance)
      return fail('CREATE_ACCOUNT_UNDERFUNDED', world)
  return succeed(
    'CREATE_ACCOUNT_SUCCESS',
    putState(after.right, source, ({ balance }) => ({ balance: balance - startingBalance })),
  )
}
