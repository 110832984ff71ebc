/** Classes of signers who can stand in for each other at all three levels. */
import { dummies, interchangeable } from '../coalition/index.js'
import { reachedLevels, weightOf, type Subject } from './subject.js'

const found = (subject: Subject): readonly (readonly string[])[] => {
  const byLevel = reachedLevels(subject).map(({ game }) => {
    const classes = interchangeable(game)
    return new Map(classes.flatMap((keys, at) => keys.map((key) => [key, at] as const)))
  })
  const classes = new Map<string, readonly string[]>()
  for (const { id } of subject.players.toSorted((a, b) => b.weight - a.weight)) {
    const name = byLevel.map((of) => of.get(id)).join(' ')
    classes.set(name, [...(classes.get(name) ?? []), id])
  }
  return [...classes.values()]
}

/** Several rules ask for the classes of the same account. The answer depends on the account alone. */
const KNOWN = new WeakMap<Subject, readonly (readonly string[])[]>()

/** Classes of an account, the heaviest first; keys of a class heaviest first. */
export const classesOfKeys = (subject: Subject): readonly (readonly string[])[] => {
  const known = KNOWN.get(subject)
  if (known !== undefined) return known
  const classes = found(subject)
  KNOWN.set(subject, classes)
  return classes
}

/** Whether all weigh the same: then all are alike, and where a level is reached, nobody is there for nothing. */
export const areEqual = ({ players }: Subject): boolean =>
  players.every(({ weight }) => weight === players[0]?.weight)

/** Keys that make no difference at any level that is reached. */
export const keysOfNoSay = (subject: Subject): readonly string[] => {
  if (areEqual(subject)) return []
  const nowhere = reachedLevels(subject).map(({ game }) => new Set(dummies(game)))
  return subject.players.map(({ id }) => id).filter((key) => nowhere.every((none) => none.has(key)))
}

/** Classes whose members weigh differently; not those of no say, and none where a level is out of reach. */
export const unequalClasses = (subject: Subject): readonly (readonly string[])[] => {
  if (areEqual(subject) || reachedLevels(subject).length < 3) return []
  const unequal = classesOfKeys(subject).filter(
    (keys) => new Set(keys.map((key) => weightOf(subject, key))).size > 1,
  )
  const none = unequal.length === 0 ? [] : keysOfNoSay(subject)
  return unequal.filter(([first]) => first !== undefined && !none.includes(first))
}

/** Weights that all of a class might have: those it has, the most common one first. */
export const equalizing = (subject: Subject, keys: readonly string[]): readonly number[] => {
  const weights = keys.map((key) => weightOf(subject, key))
  const times = (weight: number): number => weights.filter((other) => other === weight).length
  return [...new Set(weights)].sort((a, b) => times(b) - times(a) || a - b)
}
