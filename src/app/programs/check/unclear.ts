/** Accounts of which it is not known what they were before: nothing is promised over those. */
import type { Place, Unknowable } from '../../../advice/policy/index.js'
import type { AccountId } from '../../../kernel/model/index.js'
import { inputName } from '../input-name.js'
import type { Joined } from './base.js'
import type { Unread } from './look-back.js'

/** An account of today, by its name and its address. */
export interface Sought {
  readonly name: string
  readonly id: AccountId
}

/** As many files are named. */
const MOST_NAMED = 5

const filesText = (files: readonly string[]): string => {
  const named = files.slice(0, MOST_NAMED).map((file) => `\`${inputName(file)}\``)
  const more = files.length - named.length
  return `${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
}

const placeText = ({ file, position: { line, column } }: Place): string =>
  `${inputName(file)}:${String(line)}:${String(column)}`

const inTwoPlaces = (base: string, name: string, places: readonly [Place, Place]): Unknowable => ({
  code: 'base-account-twice',
  says: `\`${name}\` stands in two places of \`${inputName(base)}\`, ${placeText(places[0])} and ${placeText(places[1])}, and nobody knows which of them counted`,
  help: 'compare with a file or a revision that has it once',
  keys: [],
})

const perhapsUnread = (base: string, name: string, files: readonly string[]): Unknowable => ({
  code: 'base-unreadable',
  says: `\`${name}\` may be new, or may have been in ${filesText(files)}, which cannot be read as of \`${inputName(base)}\``,
  help: 'put that right in a change of its own first, or compare with a revision in which all policies can be read',
  keys: [],
})

/** What could not be read, and which addresses are known to have stood somewhere. */
export interface Doubts {
  readonly unread: readonly Unread[]
  readonly known: ReadonlySet<string>
}

/** The accounts of today of which it is not known what they were. */
export const unclearIn = (
  base: string,
  { accounts, twice }: Joined,
  sought: readonly Sought[],
  { unread, known }: Doubts,
): ReadonlyMap<AccountId, Unknowable> => {
  const unclear = new Map<AccountId, Unknowable>()
  for (const { name, id } of sought) {
    const places = twice.get(id)
    if (places !== undefined) unclear.set(id, inTwoPlaces(base, name, places))
    if (accounts.has(id)) continue
    // What can be looked into and has not the address cannot have had the account.
    const files = unread.filter(({ isOpaque }) => isOpaque || known.has(id)).map(({ file }) => file)
    if (files.length > 0) unclear.set(id, perhapsUnread(base, name, [...new Set(files)]))
  }
  return unclear
}
