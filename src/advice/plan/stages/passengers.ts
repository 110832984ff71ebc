/** Passengers: the new keys of a change, an account with some of them on board, and who travels when. */
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  masterKeyOf,
  ordSigner,
  signer,
  type Account,
  type Ed25519Key,
  type Signer,
  type SignerKey,
} from '../../../kernel/model/index.js'
import type { PassengerNumbers } from './passenger-numbers.js'

/** Keys that have weight, the master key first. A signer of weight 0 can be written, and is none. */
export const weighingKeys = (account: Account): readonly SignerKey[] =>
  activeSignersOf(account)
    .filter(({ weight }) => weight > 0)
    .map(({ key }) => key)

/** The same account without signers of weight 0. */
export const withoutIdle = (account: Account): Account => ({
  ...account,
  signers: account.signers.filter(({ weight }) => weight > 0),
})

/** Keys that have weight after and none before, the master key first. */
export const newKeysOf = (from: Account, to: Account): readonly SignerKey[] => {
  const old = new Set(weighingKeys(from).map(({ strkey }) => strkey))
  return weighingKeys(to).filter(({ strkey }) => !old.has(strkey))
}

/** Who can show by a signature that they can sign, and give nothing away by it. */
export const isProvable = (key: SignerKey): key is Ed25519Key => key._tag === 'Ed25519'

/** What a passenger weighs. */
const LIGHT = 1

/** An account in other numbers, with passengers. */
export const boarded =
  (account: Account, { weights, thresholds }: PassengerNumbers) =>
  (passengers: readonly Ed25519Key[]): Account => {
    const master = masterKeyOf(account.id).strkey
    const reweighed = activeSignersOf(account).map((one, at): Signer => ({
      ...one,
      weight: weights[at] as number,
    }))
    const all = [...reweighed, ...passengers.map((key) => signer(key, LIGHT))]
    return {
      id: account.id,
      masterWeight: all.find(({ key }) => key.strkey === master)?.weight ?? 0,
      thresholds: { low: thresholds.Low, medium: thresholds.Medium, high: thresholds.High },
      signers: all.filter(({ key }) => key.strkey !== master).toSorted(ordSigner.compare),
      state: O.none,
    }
  }

/** How many travel at once: all together, and without the master key, which is no signer. */
export interface Places {
  readonly together: number
  readonly signers: number
}

/** Groups that travel one after the other, as large as the places allow; none where nobody has a place. */
export const groupsOf =
  (account: Account, { together, signers }: Places) =>
  (keys: readonly Ed25519Key[]): O.Option<readonly (readonly Ed25519Key[])[]> => {
    const master = masterKeyOf(account.id).strkey
    const groups: Ed25519Key[][] = []
    for (const key of keys) {
      const last = groups[groups.length - 1]
      const takes = (group: readonly Ed25519Key[]): boolean =>
        group.length < together &&
        (key.strkey === master || group.filter(({ strkey }) => strkey !== master).length < signers)
      if (last !== undefined && takes(last)) last.push(key)
      else if (takes([])) groups.push([key])
      else return O.none
    }
    return O.some(groups)
  }
