/**
 * RevokeSponsorship (CAP-33; stellar-core `RevokeSponsorshipOpFrame.cpp`) of an account or a signer.
 *
 * Only who pays may hand the payment on: to whoever is sponsoring it at that moment, or back to the
 * owner. Other entries carry no authority; of those only counters would change, which is assumed not to.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Account, AccountId, RevokeSponsorship, SignerKey } from '../model/index.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { signerWith } from './signers.js'
import { ACCOUNT_RESERVES, dissolve, establish, sponsorNow, transfer, type Reserved } from './sponsorship.js'
import { assuming, find, put, putState, type World } from './world.js'

const code = (name: string): string => `REVOKE_SPONSORSHIP_${name}`

/** What is wrong with a RevokeSponsorship whatever the ledger holds: it names no entry that could exist. */
export const revokeSponsorshipFault = ({ target }: RevokeSponsorship): O.Option<string> =>
  target._tag === 'OtherEntry' && target.isMalformed ? O.some(code('MALFORMED')) : O.none

/** A sponsorship that may change hands: whose reserve it is, who pays now, and how many reserves. */
interface Payment {
  readonly owner: AccountId
  readonly payer: O.Option<AccountId>
  readonly reserves: number
  readonly record: (world: World, sponsor: O.Option<AccountId>) => World
}

const handOn = (
  { header, world, source }: OperationContext,
  { owner, payer, reserves, record }: Payment,
): OperationResult => {
  if (O.getOrElse(() => owner)(payer) !== source) return fail(code('NOT_SPONSOR'), world)
  const sponsor = sponsorNow(world, source)
  // Sponsored by the owner means: the owner pays.
  const next = O.isSome(sponsor) && sponsor.value !== owner ? sponsor : O.none
  const moved = ((): Reserved => {
    if (O.isSome(payer) && O.isSome(next)) return transfer(header, world, payer.value, next.value, reserves)
    if (O.isSome(payer)) return dissolve(header, world, payer.value, owner, reserves)
    if (O.isSome(next)) return establish(header, world, next.value, owner, reserves)
    return E.right(world)
  })()
  if (E.isLeft(moved)) return fail(moved.left === 'LowReserve' ? code('LOW_RESERVE') : moved.left, world)
  return succeed(code('SUCCESS'), record(moved.right, next))
}

const ofSigner = (account: Account, key: SignerKey): O.Option<Payment> =>
  O.map(({ sponsor }: { readonly sponsor: O.Option<AccountId> }): Payment => ({
    owner: account.id,
    payer: sponsor,
    reserves: 1,
    record: (world, next) => {
      const found = find(world, account.id)
      if (found._tag !== 'Known') return world
      const signers = found.account.signers.map((signer) =>
        signer.key.strkey === key.strkey ? { ...signer, sponsor: next } : signer,
      )
      return put(world, { ...found.account, signers })
    },
  }))(signerWith(account, key))

const ofAccount = ({ id, state }: Account): Payment => ({
  owner: id,
  payer: O.chain((known: { readonly sponsor: O.Option<AccountId> }) => known.sponsor)(state),
  reserves: ACCOUNT_RESERVES,
  record: (world, sponsor) => putState(world, id, () => ({ sponsor })),
})

/** Runs a RevokeSponsorship; `index` is its position, for what must be assumed. */
export const applyRevokeSponsorship = (
  context: OperationContext,
  { target }: RevokeSponsorship,
  index: number,
): OperationResult => {
  const { world } = context
  if (target._tag === 'OtherEntry')
    return world.view.closedWorld
      ? fail(code('DOES_NOT_EXIST'), world)
      : succeed(
          code('SUCCESS'),
          assuming(world, { _tag: 'OperationSucceeds', operation: index, type: 'RevokeSponsorship' }),
        )
  const found = find(world, target.account)
  if (found._tag === 'Absent') return fail(code('DOES_NOT_EXIST'), world)
  if (found._tag === 'NotFetched')
    return succeed(code('SUCCESS'), assuming(world, { _tag: 'AccountNotFetched', account: target.account }))
  if (target._tag === 'Account') return handOn(context, ofAccount(found.account))
  const payment = ofSigner(found.account, target.key)
  return O.isSome(payment) ? handOn(context, payment.value) : fail(code('DOES_NOT_EXIST'), world)
}
