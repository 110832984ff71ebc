/**
 * Keys that no promise tells apart. Where promises are nothing but inequalities, nothing is lost when such
 * keys weigh the same: if some numbers keep the promises, so do the means of these numbers.
 */
import * as O from 'fp-ts/lib/Option.js'
import { formOf, type Claim, type Policy, type PolicyKey, type UnitKind } from '../../policy/index.js'

type Swap = (text: string) => string

/** A claim as text that does not depend on the order in which it names keys, with two keys exchanged. */
const textOf = (value: unknown, swap: Swap): string => {
  if (typeof value === 'string') return swap(value)
  if (Array.isArray(value))
    return `[${value
      .map((item) => textOf(item, swap))
      .sort()
      .join()}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).filter(([name]) => name !== 'said')
  return `{${entries.map(([name, item]) => `${name}:${textOf(item, swap)}`).join()}}`
}

const kindsIn = (claims: readonly Claim[]): readonly UnitKind[] => [
  ...new Set(claims.flatMap((claim) => ('by' in claim && claim.by !== 'key' ? [claim.by] : []))),
]

const unitsOf = (kind: UnitKind, key: PolicyKey | undefined): readonly string[] => {
  if (key === undefined || kind === 'key') return []
  return kind === 'location' ? key.location : O.isSome(key[kind]) ? [key[kind].value] : []
}

/** Whether two keys are in the same units, or each alone in as many. */
const areAlike = (
  policy: Policy,
  keys: readonly string[],
  kind: UnitKind,
  one: string,
  other: string,
): boolean => {
  const of = (key: string): readonly string[] =>
    [...new Set(unitsOf(kind, policy.keysByStrkey.get(key)))].sort()
  const [mine, theirs] = [of(one), of(other)]
  if (mine.join('\n') === theirs.join('\n')) return true
  const isAlone = (key: string): boolean =>
    keys.every((each) => each === key || !of(each).some((unit) => of(key).includes(unit)))
  return mine.length === theirs.length && isAlone(one) && isAlone(other)
}

/** Whether claims are nothing but inequalities. */
export const areLinear = (claims: readonly Claim[]): boolean =>
  claims.every((claim) => formOf(claim).isLinear)

/** Classes of keys that claims do not tell apart. */
export const classesByClaims = (
  policy: Policy,
  claims: readonly Claim[],
  keys: readonly string[],
): readonly (readonly string[])[] => {
  const kinds = kindsIn(claims)
  const textWith = (one: string, other: string): string =>
    claims
      .map((claim) => textOf(claim, (text) => (text === one ? other : text === other ? one : text)))
      .sort()
      .join()
  const asIs = textWith('', '')
  const classes: string[][] = []
  for (const key of keys) {
    const own = classes.find(
      ([first]) =>
        first !== undefined &&
        kinds.every((kind) => areAlike(policy, keys, kind, first, key)) &&
        textWith(first, key) === asIs,
    )
    if (own === undefined) classes.push([key])
    else own.push(key)
  }
  return classes
}
