/**
 * Keys that can act alone, and keys without which nobody can: each is told of by one rule only, so that
 * one cause is one finding.
 */
import type { ThresholdLevel } from '../../kernel/model/index.js'
import { dictators, vetoPlayers } from '../coalition/index.js'
import { isMeantToAct, isMeantToBeNeeded } from './intent.js'
import { isReached, type Subject } from './subject.js'

/** Whether more than one key can sign at all: one key alone is an ordinary account. */
export const isShared = ({ players }: Subject): boolean => players.length > 1

/** Levels at which a threshold of 0 lets each of several signers act, and no claim says that it is meant. */
export const openLevels = (subject: Subject): readonly ThresholdLevel[] =>
  isShared(subject)
    ? (['High', 'Medium', 'Low'] as const).filter(
        (level) =>
          subject.levels[level].threshold === 0 &&
          subject.players.some(({ id }) => !isMeantToAct(subject)(level, [id])),
      )
    : []

/** Keys of a shared account that reach a level alone, and of which no claim says so. */
export const unmeantAlone = (subject: Subject, level: ThresholdLevel): readonly string[] =>
  isShared(subject) && subject.levels[level].threshold > 0
    ? dictators(subject.levels[level].game).filter((key) => !isMeantToAct(subject)(level, [key]))
    : []

/** Whether a finding tells of a key that it reaches high alone. */
export const isToldAloneAtHigh = (subject: Subject, key: string): boolean =>
  unmeantAlone(subject, 'High').includes(key)

/**
 * Keys without which nobody reaches a level although others sign as well, and of which no claim says so.
 * Where everybody is needed, nobody has more of a say than the others; who acts alone is told elsewhere.
 */
export const unmeantVetoes = (subject: Subject, level: ThresholdLevel): readonly string[] => {
  const view = subject.levels[level]
  if (!isShared(subject) || !isReached(view)) return []
  const needed = vetoPlayers(view.game)
  const alone = dictators(view.game)
  return needed.length === subject.players.length
    ? []
    : needed.filter((key) => !alone.includes(key) && !isMeantToBeNeeded(subject)(level, key))
}
