/** Coalitions and profiles in words: "chair and 1 of {anna, bo}". */
import type { Bounded, Profile, Term } from '../../../advice/coalition/index.js'
import type { Coalition } from '../../../kernel/model/index.js'
import type { Names } from '../names.js'
import { counted, joined } from '../words.js'
import { labelsOf } from './report.js'

/** More lines than these are counted. */
export const MOST_GROUPS = 12

const termText =
  (names: Names) =>
  ({ count, of }: Term): string => {
    const labels = labelsOf(names)(of)
    return count === of.length ? joined(labels) : `${String(count)} of {${labels.join(', ')}}`
  }

/** `2 of {a, b, c} and d`. */
export const profileText =
  (names: Names) =>
  (profile: Profile): string => {
    // Those who are all needed first, named one by one.
    const [all, some] = [
      profile.filter(({ count, of }) => count === of.length),
      profile.filter(({ count, of }) => count < of.length),
    ]
    const named = all.flatMap(({ of }) => labelsOf(names)(of))
    return profile.length === 0 ? 'nobody at all' : joined([...named, ...some.map(termText(names))])
  }

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** A line for each profile, and how many are not listed. */
export const profileLines =
  (names: Names) =>
  ({ items, truncated }: Bounded<Profile>): readonly string[] => {
    const told = items.slice(0, MOST_GROUPS).map(profileText(names))
    const more = items.length - told.length
    return more > 0 || truncated
      ? [...told, `and ${truncated ? 'more than ' : ''}${counted(more, 'more kind')} of groups`]
      : told
  }

/** How many groups there are, with separators. */
export const countText = (count: number, truncated: boolean): string =>
  `${truncated ? 'more than ' : ''}${grouped(count)} ${count === 1 ? 'group' : 'groups'}`

/** Names of a coalition in a sentence. */
export const coalitionText = (names: Names, coalition: Coalition, word = 'and'): string =>
  coalition.length === 0 ? 'nobody' : joined(labelsOf(names)(coalition), word)
