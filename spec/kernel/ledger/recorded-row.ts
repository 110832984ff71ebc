/** Rows in which stellar-core wrote down what it said and what it left, as values of the model. */
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { decodeAccount, decodeEnvelope } from '../../../src/edge/xdr/index.js'
import { ledgerHeader, type LedgerHeader } from '../../../src/kernel/ledger/index.js'
import {
  ledgerView,
  lookup,
  type Account,
  type AccountId,
  type AccountState,
  type Envelope,
  type LedgerView,
} from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { proveWith } from '../../../src/kernel/signature/index.js'

/** What stellar-core said in one phase. */
export interface RecordedVerdict {
  readonly code: string
  readonly innerCode?: string
  readonly opCodes: readonly string[]
  readonly feeCharged?: number
  /** Core refused to charge the fee: there is no verdict. */
  readonly exception?: string
}

/** Who pays an account's own reserve stands outside its entry. */
export type Sponsors = Readonly<Record<string, AccountId>>

/** What it left, in the order of the row's accounts: `=` unchanged, null gone. */
export interface RecordedApply extends RecordedVerdict {
  readonly accountsAfter: readonly (string | null)[]
  readonly created?: readonly string[]
  readonly accountSponsorsAfter?: Sponsors
}

/** One transaction, judged in both phases. */
export interface RecordedRow {
  readonly id: string
  readonly tags: readonly string[]
  readonly protocol: number
  readonly networkPassphrase: string
  readonly envelope: string
  readonly accounts: readonly string[]
  readonly accountSponsors?: Sponsors
  readonly validate: RecordedVerdict
  readonly apply: RecordedApply
}

/** Proofs as the network takes them. */
export const prove = proveWith(ed25519())

/** The ledger that every recorded transaction was submitted to, where the row names none. */
export const recordedHeader = (protocol: number): LedgerHeader =>
  ledgerHeader(protocol as Protocol, O.some(1_000_000), O.some(1_600_000_000n))

const right = <A>(
  either: { readonly _tag: 'Left'; readonly left: unknown } | { readonly _tag: 'Right'; readonly right: A },
): A => {
  if (either._tag === 'Left')
    throw new Error(`a recorded row does not decode: ${JSON.stringify(either.left)}`)
  return either.right
}

/** The account that an entry says, and who pays its reserve. */
export const accountIn = (entry: string, sponsor?: AccountId): Account => {
  const account = right(decodeAccount(entry))
  const withSponsor = (state: AccountState): AccountState => ({ ...state, sponsor: O.fromNullable(sponsor) })
  return { ...account, state: O.map(withSponsor)(account.state) }
}

/** An envelope of a network. */
export const envelopeIn = (base64: string, passphrase: string): Envelope =>
  right(decodeEnvelope({ passphrase })(base64))

/** The accounts of a row, in its order. */
export const accountsIn = (row: {
  readonly accounts: readonly string[]
  readonly accountSponsors?: Sponsors
}): readonly Account[] =>
  row.accounts.map((entry) => {
    const { id } = accountIn(entry)
    return accountIn(entry, row.accountSponsors?.[id])
  })

/** A world in which these accounts exist, and no others. */
export const closedView = (accounts: readonly Account[]): LedgerView =>
  right(ledgerView({ accounts, closedWorld: true }))

/** An account in a view, where it is known to exist. */
export const knownIn = (view: LedgerView, id: AccountId): Account | undefined => {
  const found = lookup(view)(id)
  return found._tag === 'Known' ? found.account : undefined
}

/** Sponsors of the accounts in a view, in order of account. */
export const sponsorsIn = (view: LedgerView): readonly string[] =>
  [...view.accounts.keys()]
    .flatMap((id) => {
      const state = knownIn(view, id)?.state ?? O.none
      return O.isSome(state) && O.isSome(state.value.sponsor) ? [`${id} ${state.value.sponsor.value}`] : []
    })
    .toSorted()
