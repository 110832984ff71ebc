/** Changes that would mend a claim, and suppressions, in words. */
import * as O from 'fp-ts/lib/Option.js'
import type { Fix } from '../../../advice/lint/index.js'
import { nameOf, type Change, type Policy, type Remedy } from '../../../advice/policy/index.js'
import { counted, levelWord } from '../words.js'
import type { Suppression } from './check-report.js'

/** `medium 3 → 4`, `weight of chair-3 1 → 0`, `chair-1 with a holder of its own`. */
export const changeText = (policy: Policy, change: Change): string => {
  switch (change._tag) {
    case 'Threshold':
      return `${levelWord(change.level)} ${String(change.from)} → ${String(change.to)}`
    case 'Weight':
      return `weight of ${nameOf(policy, change.key)} ${String(change.from)} → ${String(change.to)}`
    case 'OwnUnit':
      return `${nameOf(policy, change.key)} with a ${change.kind} of its own`
  }
}

/** How much of a fix is proved, and who does it. */
export const effectText = ({ effect, edits }: Fix): string => {
  const done = edits.length > 0 ? '; `--fix` does it' : ''
  switch (effect) {
    case 'equivalent':
      return `proved: the same people can act at every level${done}`
    case 'improvement':
      return `proved: nobody gains anything${done}`
    case 'suggested':
      return 'a suggestion, never done by itself'
  }
}

/** `ignored: founders share an office (until 2027-01-31)`. */
export const suppressionText = (suppression: Suppression): string =>
  suppression._tag === 'InBaseline'
    ? `in the baseline ${suppression.file}`
    : `ignored: ${suppression.reason}${O.isSome(suppression.until) ? ` (until ${suppression.until.value})` : ''}`

/** How far a repair was looked for. */
export const notFoundText = ({ tried, gaveUp }: Extract<Remedy, { readonly _tag: 'NotFound' }>): string =>
  gaveUp
    ? `No repair that keeps all other claims was found in ${counted(tried, 'try', 'tries')}; not all were tried.`
    : `No repair of the kinds that are looked for keeps all other claims (${counted(tried, 'try', 'tries')}).`

/** How often a demand is counted, where that is more than once. */
export const timesText = (times: bigint): string => (times === 1n ? '' : ` (counted ${String(times)} times)`)
