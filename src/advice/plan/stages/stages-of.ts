/**
 * A way in stages from one configuration to another, on which every new key signs once before it matters:
 * new keys come as passengers, sign the next transaction, and only the last one changes who can act.
 * Where there is no room for all at once they travel in groups; where there is no room for one, an old
 * key that is to go anyway goes first, if that is safe. Every state is checked before it is told.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  MAX_SIGNATURES,
  MAX_SIGNERS,
  type Account,
  type Coalition,
  type Ed25519Key,
} from '../../../kernel/model/index.js'
import { afterLoss, fewestSignatures } from '../../coalition/index.js'
import { changingGame } from '../changing-game.js'
import { checkStages } from './check-stages.js'
import { neededAt } from './other-numbers.js'
import { passengerNumbers } from './passenger-numbers.js'
import { boarded, groupsOf, isProvable, newKeysOf, withoutIdle, type Places } from './passengers.js'
import type { NoStages, NoStagesReason, Stage, Stages, StagesRequest } from './stage.js'

const none = (reason: NoStagesReason, faults: NoStages['faults'] = []): NoStages => ({
  _tag: 'NoStages',
  reason,
  faults,
})

/** The fewest who can change an account and can sign. */
const signersOf = (account: Account, unavailable: ReadonlySet<string>): O.Option<Coalition> =>
  fewestSignatures(afterLoss([...unavailable])(changingGame(account).game))

/** Where signers can still be put. */
const freePlaces = (base: Account, { from, payable }: StagesRequest): number => {
  const free = MAX_SIGNERS - base.signers.length
  const paid = O.isSome(payable) ? payable.value + from.signers.length - base.signers.length : free
  return Math.max(0, Math.min(free, paid))
}

/** Stages from one base: with as many passengers at once as places and numbers up to 255 allow. */
const stagesFrom = (
  base: Account,
  keys: readonly Ed25519Key[],
  places: Places,
): readonly Stage[] | NoStagesReason => {
  const isFull = O.isNone(groupsOf(base, places)(keys))
  if (isFull)
    return { _tag: 'NoPlace', signers: base.signers.length, isUnpaid: base.signers.length < MAX_SIGNERS }
  const asSigners = keys.filter(({ strkey }) => strkey !== base.id).length
  const most = asSigners <= places.signers ? keys.length : places.signers + keys.length - asSigners
  const numbers = passengerNumbers(most)(base)
  if (typeof numbers === 'string')
    return { _tag: 'NumbersTooLarge', level: numbers, needed: neededAt(numbers)(base) }
  const together = Math.min(places.together, numbers.passengers)
  const groups = O.getOrElse((): readonly (readonly Ed25519Key[])[] => [])(
    groupsOf(base, { ...places, together })(keys),
  )
  // Whoever has signed stays on board, if there is a place for everybody; otherwise groups take turns.
  const isStaying = numbers.passengers === keys.length
  return groups.map((passengers, at) => ({
    account: boarded(base, numbers)(isStaying ? groups.slice(0, at + 1).flat() : passengers),
    passengers,
  }))
}

/** The account as it is, and without one of those who go. */
const basesOf = ({ from, to }: StagesRequest): readonly Account[] => {
  const stays = new Set(to.signers.map(({ key }) => key.strkey))
  return [
    from,
    ...from.signers
      .filter(({ key }) => !stays.has(key.strkey))
      .map((gone) => ({ ...from, signers: from.signers.filter((one) => one !== gone) })),
  ]
}

const fromBase = (
  request: StagesRequest,
  base: Account,
  keys: readonly Ed25519Key[],
): readonly Stage[] | NoStages => {
  const { from, to, unavailable } = request
  const signers = signersOf(base, unavailable)
  if (O.isNone(signers)) return none({ _tag: 'NobodySigns' })
  const together = MAX_SIGNATURES - signers.value.length
  if (together === 0) return none({ _tag: 'NoSignatureLeft', signers: signers.value })
  const found = stagesFrom(base, keys, { together, signers: freePlaces(base, request) })
  if ('_tag' in found) return none(found)
  const faults = checkStages(from, to, unavailable)(found).flat()
  return faults.length === 0 ? found : none({ _tag: 'Unsafe' }, faults)
}

/**
 * A way in stages, or why there is none, with the keys that stand in the way. Of one account; the last
 * step, to `to` itself, is not among the stages: the passengers of the last stage sign it.
 */
export const stagesOf = (asked: StagesRequest): Stages | NoStages => {
  const request = { ...asked, from: withoutIdle(asked.from), to: withoutIdle(asked.to) }
  const fresh = newKeysOf(request.from, request.to)
  const keys = fresh.filter(isProvable)
  const unable = keys.map(({ strkey }) => strkey).filter((key) => request.unavailable.has(key))
  if (unable.length > 0) return none({ _tag: 'NewKeysUnavailable', keys: unable })
  const unproved = fresh.filter((key) => !isProvable(key)).map(({ strkey }) => strkey)
  if (keys.length === 0) return { _tag: 'Stages', stages: [], unproved }
  const failed: NoStages[] = []
  for (const base of basesOf(request)) {
    const found = fromBase(request, base, keys)
    if (!('_tag' in found)) return { _tag: 'Stages', stages: found, unproved }
    failed.push(found)
    // Whoever goes earlier makes place, and mends nothing else.
    if (failed[0]?.reason._tag !== 'NoPlace') break
  }
  const [first] = failed as [NoStages, ...NoStages[]]
  return { ...first, faults: failed.flatMap(({ faults }) => faults) }
}
