/** Obvious changes that would put a claim right, and would break another: what people would try first. */
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../../kernel/model/index.js'
import type { Asserted } from '../asserted.js'
import { levelOf } from '../claim.js'
import { askIn, isFine, policyWith, type Ground, type Standing } from './ground.js'
import { changesOf } from './changes.js'
import { placeOf, type Numbers } from './weighing.js'

/** At most so many are told. */
const MOST_TOLD = 3

/** Numbers that are one more or one less, the thresholds of these levels first. */
const oneStep = ({ numbers, keys }: Ground, levels: ReadonlySet<ThresholdLevel>): readonly Numbers[] => {
  const thresholds = THRESHOLD_LEVELS.filter((level) => levels.has(level))
  const places = [...thresholds.map((level) => placeOf(level, keys.length)), ...keys.keys()]
  return places.flatMap((place) =>
    [1, -1].flatMap((step) => {
      const to = (numbers[place] ?? 0) + step
      const isFit = to >= (place < keys.length ? 0 : 1) && to <= 255
      return isFit ? [numbers.map((number, one) => (one === place ? to : number))] : []
    }),
  )
}

const sameBreaks = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

/** Changes of one number by one with which the wanted claims hold and another assertion gets worse; of weights that break the same, one. */
export const spoiledBy = (ground: Ground, wanted: ReadonlySet<Standing>): Asserted['spoiled'] => {
  const levels = new Set([...wanted].map(({ claim }) => levelOf(claim)))
  const spoiled: Asserted['spoiled'][number][] = []
  for (const numbers of oneStep(ground, levels)) {
    if (spoiled.length === MOST_TOLD) break
    const ask = askIn(ground, policyWith(ground, numbers))
    if (![...wanted].every((standing) => ask(standing)._tag === 'Holds')) continue
    const worse = ground.standings.filter((one) => !wanted.has(one) && !isFine(one, false, ask(one)))
    const breaks = [...new Set(worse.map(({ assertion }) => assertion))]
    const [change] = changesOf(ground, numbers)
    const isNew = !spoiled.some((one) => one.change._tag === 'Weight' && sameBreaks(one.breaks, breaks))
    if (breaks.length > 0 && change !== undefined && isNew) spoiled.push({ change, breaks })
  }
  return spoiled
}
