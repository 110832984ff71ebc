/**
 * What one vendor or one place can do alone, as far as anybody said where keys are: keys of which nothing
 * was said are nowhere, so that whatever is found is so wherever they are.
 */
import { isBlocking, isWinning, type Game, type ThresholdLevel } from '../../kernel/model/index.js'
import { lostWith, stolenWith, type Units } from '../coalition/index.js'
import { unitsOf, type UnitKind } from '../policy/index.js'
import { byName } from './by-name.js'
import { isShared } from './strong-keys.js'
import { isReached, weightOf, type Subject } from './subject.js'

/** One unit, and what falls with it. */
export interface UnitPower {
  readonly unit: string
  /** Keys that have a copy there. */
  readonly keys: readonly string[]
  /** Keys that have no copy elsewhere. */
  readonly only: readonly string[]
  /** Levels that its keys reach although none of them does alone, the strongest first. */
  readonly acts: readonly ThresholdLevel[]
  /** Levels that nobody reaches without it although no one key is needed, the strongest first. */
  readonly locks: readonly ThresholdLevel[]
}

const LEVELS = ['High', 'Medium'] as const

const together = (
  test: (keys: readonly string[]) => (game: Game) => boolean,
  keys: readonly string[],
  game: Game,
) => test(keys)(game) && !keys.some((key) => test([key])(game))

const powerOf = (subject: Subject, units: Units, unit: string): UnitPower => {
  const { game } = subject.levels.High
  const weighs = (key: string): boolean => weightOf(subject, key) > 0
  const named = byName(subject.input)
  const keys = named(stolenWith(units)([unit])(game).filter(weighs))
  const only = named(lostWith(units)([unit])(game).filter(weighs))
  const levels = LEVELS.filter((level) => isReached(subject.levels[level]))
  return {
    unit,
    keys,
    only,
    acts: levels.filter((level) => together(isWinning, keys, subject.levels[level].game)),
    locks: levels.filter((level) => together(isBlocking, only, subject.levels[level].game)),
  }
}

/** All units of a kind that hold more than one key of a shared account. */
export const unitPowers = (subject: Subject, kind: UnitKind): readonly UnitPower[] => {
  if (!isShared(subject)) return []
  const units = unitsOf(subject.input.policy, kind, subject.levels.High.game)
  const names = new Set([...units.of.values()].flat())
  return [...names].map((unit) => powerOf(subject, units, unit)).filter(({ keys }) => keys.length > 1)
}
