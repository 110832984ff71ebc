/** Classes of signers who can stand in for each other at all three levels. */
import { dummies, interchangeable } from '../coalition/index.js'
import { reachedLevels, weightOf, type Subject } from './subject.js'

/** Classes of an account, the heaviest first; keys of a class heaviest first. */
export const classesOfKeys = (subject: Subject): readonly (readonly string[])[] => {
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

const isDummyEverywhere = (subject: Subject, key: string): boolean =>
  reachedLevels(subject).every(({ game }) => dummies(game).includes(key))

/** Classes whose members weigh differently; not those of no say, and none where a level is out of reach. */
export const unequalClasses = (subject: Subject): readonly (readonly string[])[] =>
  reachedLevels(subject).length < 3
    ? []
    : classesOfKeys(subject).filter(
        (keys) =>
          new Set(keys.map((key) => weightOf(subject, key))).size > 1 &&
          !isDummyEverywhere(subject, keys[0] ?? ''),
      )

/** Weights that all of a class might have: those it has, the most common one first. */
export const equalizing = (subject: Subject, keys: readonly string[]): readonly number[] => {
  const weights = keys.map((key) => weightOf(subject, key))
  const times = (weight: number): number => weights.filter((other) => other === weight).length
  return [...new Set(weights)].sort((a, b) => times(b) - times(a) || a - b)
}
