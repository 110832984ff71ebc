/** Who may stand in for whom, from all sums of everybody else. */
import { hasBetween, subsetSums } from './subset-sums.js'
import { weighs, without, type Weighed } from './weighed.js'

const sumsWithout = (weighed: Weighed, keys: readonly string[]): bigint =>
  subsetSums(without(weighed, keys).map((id) => weighs(weighed, [id])))

/** Whether a key never decides anything. */
export const isDummy = (weighed: Weighed, key: string): boolean =>
  !hasBetween(sumsWithout(weighed, [key]), weighed.quota - weighs(weighed, [key]), weighed.quota - 1)

/** Whether some choice of the others wins with the first of the two and not with the second. */
const isBetterSomewhere = (weighed: Weighed, one: string, other: string): boolean =>
  hasBetween(
    sumsWithout(weighed, [one, other]),
    weighed.quota - weighs(weighed, [one]),
    weighed.quota - weighs(weighed, [other]) - 1,
  )

/** Whether it never matters which of the two is there. */
export const areInterchangeable = (weighed: Weighed, one: string, other: string): boolean =>
  !isBetterSomewhere(weighed, one, other) && !isBetterSomewhere(weighed, other, one)

/** Whether the first can always stand in for the second, and not always the other way round. */
export const standsInAlways = (weighed: Weighed, one: string, other: string): boolean =>
  isBetterSomewhere(weighed, one, other) && !isBetterSomewhere(weighed, other, one)
