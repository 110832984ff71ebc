/**
 * Fixes that change numbers. An edit is made only where the number stands by itself: the weight of a
 * group is everybody's, and the numbers of a preset stand nowhere.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Account } from '../../kernel/model/index.js'
import { changedAccount, type Supposition } from '../coalition/index.js'
import type { Change, Place } from '../policy/index.js'
import type { Edit, Fix } from './finding.js'
import { isSameRule } from './same-rule.js'
import { placeOfKey, placeOfLevel, type Subject } from './subject.js'

/** A change of a weight or of a threshold. */
export type NumberChange = Exclude<Change, { readonly _tag: 'OwnUnit' }>

/** A threshold that is to be another. */
export const toThreshold = (
  { levels }: Subject,
  level: 'Low' | 'Medium' | 'High',
  to: number,
): NumberChange => ({ _tag: 'Threshold', level, from: levels[level].threshold, to })

const supposed = (change: NumberChange): Supposition =>
  change._tag === 'Threshold'
    ? { _tag: 'Threshold', level: change.level, needed: change.to }
    : { _tag: 'Reweighed', key: change.key, weight: change.to }

/** The account as it would be; none where that is no account. */
export const changed = (account: Account, changes: readonly NumberChange[]): O.Option<Account> => {
  const after = changedAccount(changes.map(supposed))(account)
  return E.isLeft(after) ? O.none : O.some(after.right.account)
}

const samePath = (a: Place, b: Place): boolean =>
  a.file === b.file && a.path.length === b.path.length && a.path.every((step, at) => step === b.path[at])

/** The place of a number, where it is the only one there. */
const ownPlace = (subject: Subject, change: NumberChange): O.Option<Place> => {
  const { account } = subject
  if (O.isSome(account.preset)) return O.none
  if (change._tag === 'Threshold') return O.some(placeOfLevel(subject, change.level))
  const place = placeOfKey(subject, change.key)
  const sharers = [...account.signerPlaces.values()].filter((other) => samePath(other, place))
  // A group of one member is a group still: who joins it later gets what is written there.
  const isGroup = subject.input.policy.groups.has(String(place.path.at(-1)))
  return sharers.length > 1 || isGroup || samePath(place, account.place) ? O.none : O.some(place)
}

const editOf = (change: NumberChange, { file, path }: Place, isMaster: boolean): Edit =>
  change._tag === 'Weight' && change.to === 0 && !isMaster
    ? { file, path, _tag: 'Remove' }
    : { file, path, _tag: 'Set', to: change.to }

const editsOf = (subject: Subject, changes: readonly NumberChange[]): O.Option<readonly Edit[]> => {
  const edits = changes.flatMap((change) => {
    const place = ownPlace(subject, change)
    const isMaster = change._tag === 'Weight' && change.key === subject.account.account.id
    return O.isSome(place) ? [editOf(change, place.value, isMaster)] : []
  })
  return edits.length === changes.length ? O.some(edits) : O.none
}

/** Something for people to decide; without edits, where the numbers stand nowhere by themselves. */
export const suggestion = (subject: Subject, says: string, changes: readonly NumberChange[]): O.Option<Fix> =>
  O.some({
    says,
    effect: 'suggested',
    edits: O.getOrElse((): readonly Edit[] => [])(editsOf(subject, changes)),
  })

/** A fix after which exactly the same people can act; none where that is not proved, or cannot be edited. */
export const equivalence = (
  subject: Subject,
  says: string,
  changes: readonly NumberChange[],
): O.Option<Fix> => {
  const { account } = subject.account
  const after = changed(account, changes)
  return O.isSome(after) && isSameRule(account, after.value)
    ? O.map((edits: readonly Edit[]): Fix => ({ says, effect: 'equivalent', edits }))(
        editsOf(subject, changes),
      )
    : O.none
}
