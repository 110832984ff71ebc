/**
 * Wishes as tables: for every group, whether it is to act. Keys that no wish tells apart are counted, not
 * named, so that groups are profiles: so many of each class. At most 21 keys make two million profiles.
 */
import type { Formula } from '../../policy/index.js'
import { mergedClasses, writtenClasses } from './key-classes.js'
import { countAt, numbered, type Classes, type LevelTable, type RuleTable } from './profile.js'
import { keysOfWishes, type Wish } from './wish.js'

const bitsIn = (mask: number): number => {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count++
  return count
}

/** A formula over bit masks; keys side by side are counted at one stroke. */
const compile = (bits: ReadonlyMap<string, number>, formula: Formula): ((mask: number) => boolean) => {
  if (formula._tag === 'Key') {
    const bit = 1 << (bits.get(formula.key) ?? 0)
    return (mask) => (mask & bit) !== 0
  }
  const { count, of } = formula
  const keys = of.flatMap((part) => (part._tag === 'Key' ? [1 << (bits.get(part.key) ?? 0)] : []))
  const beside = keys.reduce((all, bit) => all | bit, 0)
  // The same key twice counts twice, so that a mask would not do.
  if (keys.length === of.length && bitsIn(beside) === keys.length)
    return (mask) => bitsIn(mask & beside) >= count
  const parts = of.map((part) => compile(bits, part))
  return (mask) => {
    let met = 0
    for (const part of parts) if (part(mask) && ++met >= count) return true
    return false
  }
}

const filled = (classes: Classes, wishes: readonly Wish[]): readonly LevelTable[] => {
  const bits = new Map(classes.classes.flat().map((key, bit) => [key, bit]))
  const firsts = classes.classes.map((keys) => {
    const masks = [0]
    for (const key of keys) masks.push((masks.at(-1) as number) | (1 << (bits.get(key) as number)))
    return masks
  })
  const masks = new Int32Array(classes.profiles)
  for (let profile = 1; profile < classes.profiles; profile++)
    for (let place = 0; place < firsts.length; place++)
      masks[profile] =
        (masks[profile] as number) | ((firsts[place] as number[])[countAt(classes, profile, place)] as number)
  return wishes.map(({ level, exactly }) => {
    const test = compile(bits, exactly)
    const wins = new Uint8Array(classes.profiles)
    for (let profile = 0; profile < classes.profiles; profile++)
      wins[profile] = test(masks[profile] as number) ? 1 : 0
    return { level, wins }
  })
}

/** The table of some wishes. */
export const ruleTable = (wishes: readonly Wish[]): RuleTable => {
  const written = numbered(writtenClasses(wishes, keysOfWishes(wishes)))
  const levels = filled(written, wishes)
  const merged = mergedClasses({ ...written, levels })
  if (merged.length === written.classes.length) return { ...written, levels }
  const classes = numbered(merged)
  return { ...classes, levels: filled(classes, wishes) }
}
