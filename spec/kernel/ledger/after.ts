/** What may become of accounts where no operation has an effect, said apart from the kernel. */
import * as O from 'fp-ts/lib/Option.js'
import type { Applied } from '../../../src/kernel/ledger/index.js'
import {
  innermostOf,
  sourceOf,
  type Account,
  type AccountState,
  type Bytes,
  type Envelope,
} from '../../../src/kernel/model/index.js'

/** Codes found before the sequence number is consumed. */
const BEFORE_SEQUENCE: readonly string[] = [
  'txMALFORMED',
  'txNOT_SUPPORTED',
  'txMISSING_OPERATION',
  'txSOROBAN_INVALID',
  'txTOO_EARLY',
  'txTOO_LATE',
  'txINSUFFICIENT_FEE',
  'txNO_ACCOUNT',
  'txBAD_SEQ',
]

/** Codes of transactions whose signatures were found good, as far as they were looked at. */
const AFTER_AUTHORITY: readonly string[] = [
  'txSUCCESS',
  'txFAILED',
  'txBAD_AUTH_EXTRA',
  'txINSUFFICIENT_BALANCE',
  'txBAD_SPONSORSHIP',
]

const without = (account: Account, hash: Bytes): Account => {
  const signers = account.signers.filter(
    ({ key }) => key._tag !== 'PreAuthTx' || Buffer.compare(key.hash, hash) !== 0,
  )
  const removed = account.signers.length - signers.length
  return withState({ ...account, signers }, ({ subentries }) => ({ subentries: subentries - removed }))
}

const withState = (account: Account, change: (state: AccountState) => Partial<AccountState>): Account => ({
  ...account,
  state: O.map((state: AccountState) => ({ ...state, ...change(state) }))(account.state),
})

/** An account after a transaction that took fee, sequence number and one-time signers, and did no more. */
export const failedAccount = (
  before: Account,
  envelope: Envelope,
  { code, innerCode, feeCharged }: Applied,
  protocol: number,
): Account => {
  const { transaction, hash } = innermostOf(envelope)
  const said = O.getOrElse<string>(() => code)(innerCode)
  const payer = envelope._tag === 'FeeBump' ? envelope.feeSource : transaction.source
  const acting = [transaction.source, ...transaction.operations.map(sourceOf(transaction))]
  let after = before
  if (before.id === payer)
    after = withState(after, ({ balance }) => ({ balance: balance - O.getOrElse(() => 0n)(feeCharged) }))
  if (envelope._tag === 'FeeBump' && before.id === payer) after = without(after, envelope.hash)
  if (before.id === transaction.source && !BEFORE_SEQUENCE.includes(said))
    after = withState(after, () => ({
      sequence: transaction.sequence,
      ...(protocol >= 19 ? { sequenceLedger: 1_000_000, sequenceTime: 1_600_000_000n } : {}),
    }))
  if (acting.includes(before.id) && (protocol >= 13 || AFTER_AUTHORITY.includes(said)))
    after = without(after, hash)
  return after
}

/** An account without what payments and data entries move. */
export const withoutPay = (account: Account): Account =>
  withState(account, () => ({ balance: 0n, subentries: 0, sponsored: 0, sponsoring: 0, data: [] }))

/** Every account that an envelope names, in whatever role. */
export const accountsNamed = (envelope: Envelope): ReadonlySet<string> =>
  new Set(
    JSON.stringify(envelope, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ).match(/G[A-Z2-7]{55}/g),
  )
