/** The change that everybody knows: 2 of 3 becomes 3 of 5, and the old CFO leaves. */
import * as O from 'fp-ts/lib/Option.js'
import type { StageFault } from '../../../../src/advice/plan/stages/index.js'
import type { Account } from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'
import { key } from '../../../support/build/key.js'

export const ALL = ['anna', 'bruno', 'cfo', 'carla', 'dora', 'emil']
export const keyOf = (name: string): string => key(name).signerKey.strkey
export const namesOf = (keys: readonly string[]): string[] =>
  keys.map((one) => ALL.find((name) => keyOf(name) === one) ?? one).sort()

/** An account of signers by name; the master key has no weight. */
export const treasury = (
  [low, medium, high]: readonly [number, number, number],
  weights: Readonly<Record<string, number>>,
): Account =>
  account({
    of: 'treasury',
    master: 0,
    low,
    medium,
    high,
    signers: Object.entries(weights),
  })

export const before = treasury([2, 2, 2], { anna: 1, bruno: 1, cfo: 1 })
export const after = treasury([3, 3, 3], { anna: 1, bruno: 1, carla: 1, dora: 1, emil: 1 })
export const proven = new Set(['anna', 'bruno', 'cfo'].map(keyOf))
export const nobody: ReadonlySet<string> = new Set()
export const unasked = O.none

/** All six, old keys of one weight and new ones of another. */
export const between = (threshold: number, old: number, fresh: number): Account =>
  treasury([threshold, threshold, threshold], {
    anna: old,
    bruno: old,
    cfo: old,
    carla: fresh,
    dora: fresh,
    emil: fresh,
  })

/** The tags of faults, and who shows them, at one level. */
export const atHigh = (faults: readonly StageFault[]): (readonly [string, readonly string[]])[] =>
  faults.flatMap((fault) =>
    fault._tag === 'NotAllowed' || fault.level === 'High' ? [[fault._tag, namesOf(fault.keys)] as const] : [],
  )
