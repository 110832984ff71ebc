/**
 * Claims that follow from other claims, whatever the weights. Sound and simple: two claims of one kind at
 * one level of one account; where nothing is known to follow, nothing is said.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Rational } from '../coalition/index.js'
import { levelOf, type Claim, type Formula, type Members } from '../policy/index.js'

type ClaimOf<T extends Claim['_tag']> = Extract<Claim, { readonly _tag: T }>

/** Any so many of some keys. */
interface AnyOf {
  readonly count: number
  readonly keys: readonly string[]
}

/** The formula as one count over keys, where it is no more than that. */
const flatOf = (formula: Formula): AnyOf | undefined => {
  if (formula._tag === 'Key') return { count: 1, keys: [formula.key] }
  const keys = formula.of.flatMap((part) => (part._tag === 'Key' ? [part.key] : []))
  return keys.length === formula.of.length && new Set(keys).size === keys.length
    ? { count: formula.count, keys }
    : undefined
}

const sameFormula = (a: Formula, b: Formula): boolean => {
  if (a._tag === 'Key' || b._tag === 'Key')
    return a._tag === b._tag && 'key' in a && 'key' in b && a.key === b.key
  return (
    a.count === b.count &&
    a.of.length === b.of.length &&
    a.of.every((part, i) => sameFormula(part, b.of[i] as Formula))
  )
}

const isWithin = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.every((key) => outer.includes(key))

/** Whether everybody who satisfies `a` satisfies `b`: of so many of A, so many at least are in B. */
const entailsCount = (a: AnyOf, b: AnyOf): boolean =>
  a.count - a.keys.filter((key) => !b.keys.includes(key)).length >= b.count

const entailsFormula = (a: Formula, b: Formula): boolean => {
  const [one, other] = [flatOf(a), flatOf(b)]
  return sameFormula(a, b) || (one !== undefined && other !== undefined && entailsCount(one, other))
}

/** Whether whoever has just enough for `b` is part of somebody who has just enough for `a`. */
const isPartOf = (b: Formula, a: Formula): boolean => {
  const [one, other] = [flatOf(a), flatOf(b)]
  if (sameFormula(a, b)) return true
  return (
    one !== undefined &&
    other !== undefined &&
    isWithin(other.keys, one.keys) &&
    other.count <= one.count &&
    one.count <= one.keys.length
  )
}

const counted = (count: number, { keys }: Members): AnyOf => ({ count, keys })

const atLeast = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator >= b.numerator * a.denominator

/** Whether a bound that is given is kept wherever another one is. */
const bounds = <A>(given: O.Option<A>, by: O.Option<A>, keeps: (by: A, given: A) => boolean): boolean =>
  O.isNone(given) || (O.isSome(by) && keeps(by.value, given.value))

const sameReference = (a: ClaimOf<'Compare'>, b: ClaimOf<'Compare'>): boolean =>
  a.other._tag === 'Base'
    ? b.other._tag === 'Base'
    : b.other._tag === 'Account' && a.other.name === b.other.name

const sameKeys = (a: Members, b: Members): boolean => isWithin(a.keys, b.keys) && isWithin(b.keys, a.keys)

/** Whether some keys stand in a list in this order, perhaps with others between them. */
const inOrderOf = (keys: readonly string[], list: readonly string[]): boolean => {
  let next = 0
  for (const key of list) if (key === keys[next]) next++
  return next === keys.length
}

const sameSides = (a: ClaimOf<'NoDeadlock'>, b: ClaimOf<'NoDeadlock'>): boolean => {
  const [[a1, a2], [b1, b2]] = [a.between, b.between]
  return (sameKeys(a1, b1) && sameKeys(a2, b2)) || (sameKeys(a1, b2) && sameKeys(a2, b1))
}

/** Two claims of one tag. */
const follows = <T extends Claim['_tag']>(claim: ClaimOf<T>, from: ClaimOf<T>): boolean => {
  const [c, f] = [claim as Claim, from as Claim]
  const is = <K extends Claim['_tag']>(tag: K, test: (c: ClaimOf<K>, f: ClaimOf<K>) => boolean): boolean =>
    c._tag === tag && f._tag === tag && test(c as ClaimOf<K>, f as ClaimOf<K>)
  switch (c._tag) {
    case 'Can':
      return is('Can', (b, a) => entailsFormula(b.who, a.who))
    case 'Cannot':
      return is('Cannot', (b, a) => isPartOf(b.who, a.who))
    case 'Needs':
      return is('Needs', (b, a) => entailsCount(counted(a.count, a.of), counted(b.count, b.of)))
    case 'Every':
      return is('Every', (b, a) => entailsFormula(a.has, b.has))
    case 'Survives':
      return is('Survives', (b, a) => a.by === b.by && a.lose >= b.lose)
    case 'Withstands':
      return is('Withstands', (b, a) => a.by === b.by && a.steal >= b.steal)
    case 'Recovers':
      return is('Recovers', (b, a) => a.by === b.by && a.steal >= b.steal)
    case 'Signatures':
      return is(
        'Signatures',
        (b, a) =>
          bounds(b.atLeast, a.atLeast, (by, given) => by >= given) &&
          bounds(b.atMost, a.atMost, (by, given) => by <= given),
      )
    case 'Compare':
      return is(
        'Compare',
        (b, a) =>
          sameReference(a, b) &&
          (a.relation === b.relation || (b.relation === 'not-looser-than' && a.relation !== 'looser-than')),
      )
    case 'Interchangeable':
      return is('Interchangeable', (b, a) => isWithin(b.of.keys, a.of.keys))
    case 'Ranks':
      return is('Ranks', (b, a) => inOrderOf(b.of.keys, a.of.keys))
    case 'NoDeadlock':
      return is('NoDeadlock', (b, a) => sameSides(a, b))
    case 'Power':
      return is(
        'Power',
        (b, a) =>
          a.index === b.index &&
          sameKeys(a.of, b.of) &&
          bounds(b.atLeast, a.atLeast, atLeast) &&
          bounds(b.atMost, a.atMost, (by, given) => atLeast(given, by)),
      )
    case 'NoDictator':
      return is('NoDictator', (b, a) => a.by === b.by)
    case 'NoVeto':
      return is('NoVeto', (b, a) => a.by === b.by)
    case 'Proper':
    case 'Strong':
    case 'NoDummies':
    case 'Reachable':
    case 'Nested':
      return true
  }
}

/** Whether a claim holds wherever another one does, under any weights. */
export const isImpliedBy =
  (from: Claim) =>
  (claim: Claim): boolean =>
    claim._tag === from._tag && levelOf(claim) === levelOf(from) && follows(claim, from)
