/**
 * Many completions told as few: keys that may stand for each other everywhere form a class, and a
 * profile says how many of each class are needed. `2 of bilal, carina, dana` stands for three sets.
 */

/** So many of some keys. */
export interface Part {
  readonly count: number
  readonly keys: readonly string[]
}

/** One of each part, together. */
export type Profile = readonly Part[]

const nameOf = (keys: readonly string[]): string => keys.toSorted().join(' ')

/** Whether the sets stay the same sets when two keys change places. */
const areAlike = (
  sets: readonly (readonly string[])[],
  names: ReadonlySet<string>,
  a: string,
  b: string,
): boolean =>
  sets.every((set) =>
    set.includes(a) === set.includes(b)
      ? true
      : names.has(nameOf(set.map((key) => (key === a ? b : key === b ? a : key)))),
  )

const classesOf = (sets: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const names = new Set(sets.map(nameOf))
  const classes: string[][] = []
  for (const key of new Set(sets.flat())) {
    // Being alike is an equivalence: one of a class speaks for all.
    const of = classes.find(([first]) => first !== undefined && areAlike(sets, names, first, key))
    if (of === undefined) classes.push([key])
    else of.push(key)
  }
  return classes
}

/** The profiles of all sets, in the order of the first of each. */
export const profilesOf = (sets: readonly (readonly string[])[]): readonly Profile[] => {
  const classes = classesOf(sets)
  const profiles = new Map<string, Profile>()
  for (const set of sets) {
    const parts = classes.flatMap((keys): readonly Part[] => {
      const count = keys.filter((key) => set.includes(key)).length
      return count === 0 ? [] : [{ count, keys }]
    })
    const name = JSON.stringify(parts)
    if (!profiles.has(name)) profiles.set(name, parts)
  }
  return [...profiles.values()]
}
