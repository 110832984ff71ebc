/** Adding, changing and removing the signers of an account, with what that does to reserves. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  MAX_SIGNERS,
  ordSigner,
  type Account,
  type AccountId,
  type Signer,
  type SignerChange,
  type SignerKey,
} from '../model/index.js'
import type { LedgerHeader } from './ledger-header.js'
import { releaseSubentry, reserveSubentry, sponsorNow, type ReserveFault } from './sponsorship.js'
import { find, put, type World } from './world.js'

const known = (world: World, id: AccountId): Account => {
  const found = find(world, id)
  if (found._tag !== 'Known') throw new Error('invariant: signers are changed on known accounts only')
  return found.account
}

/** The position at which a signer is kept: before the first that is greater. */
const inserted = (signers: readonly Signer[], signer: Signer): readonly Signer[] => {
  const at = signers.findIndex((other) => ordSigner.compare(signer, other) < 0)
  return at < 0 ? [...signers, signer] : [...signers.slice(0, at), signer, ...signers.slice(at)]
}

/** Removes a signer, and gives its reserve back; an account that has no such signer stays as it is. */
export const removeSigner = (world: World, id: AccountId, key: SignerKey): World => {
  const account = known(world, id)
  const gone = account.signers.find((signer) => signer.key.strkey === key.strkey)
  if (gone === undefined) return world
  const signers = account.signers.filter((signer) => signer !== gone)
  return releaseSubentry(put(world, { ...account, signers }), id, gone.sponsor)
}

/**
 * Applies a change of one signer (`SetOptionsOpFrame::addOrChangeSigner`, `deleteSigner`): weight 0
 * removes, a present key changes weight and keeps its sponsor, an absent one is added.
 */
export const changeSigner = (
  header: LedgerHeader,
  world: World,
  id: AccountId,
  { key, weight }: SignerChange,
): E.Either<ReserveFault | 'TooManySigners', World> => {
  if (weight === 0) return E.right(removeSigner(world, id, key))
  const account = known(world, id)
  if (account.signers.some((signer) => signer.key.strkey === key.strkey))
    return E.right(
      put(world, {
        ...account,
        signers: account.signers.map((signer) =>
          signer.key.strkey === key.strkey ? { ...signer, weight } : signer,
        ),
      }),
    )
  if (account.signers.length >= MAX_SIGNERS) return E.left('TooManySigners')
  const sponsor = sponsorNow(world, id)
  const reserved = reserveSubentry(header, world, id)
  return E.map((w: World) => {
    const current = known(w, id)
    return put(w, { ...current, signers: inserted(current.signers, { key, weight, sponsor }) })
  })(reserved)
}

/** The signer with a key, if an account has it. */
export const signerWith = (account: Account, key: SignerKey): O.Option<Signer> =>
  O.fromNullable(account.signers.find((signer) => signer.key.strkey === key.strkey))
