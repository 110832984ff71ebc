/** The answer to claims about lost and stolen units; the three forms differ in their words only. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning, totalOf, type Game, type ThresholdLevel } from '../../kernel/model/index.js'
import type { Tolerance, Units } from '../coalition/index.js'
import type { Answer, Exhibit } from './answer.js'
import { nameOf, unitsOf, type Asked } from './asked.js'
import { demand } from './asserted.js'
import { counted, countedAre, gaveUp, noMetadata, signing, vacuous, versus } from './claim-words.js'
import { exhibitOf, list, quotaText } from './exhibit.js'
import type { UnitKind } from './policy-key.js'
import { struckBy, toleranceAgainst, worstEvent, type Struck, type Threat } from './unit-events.js'
import { fewestWinning, gameByName, weighed, weighOf } from './weigh.js'

/** So many units of a kind fall, at a level. */
export interface UnitQuestion {
  readonly threat: Threat
  readonly level: ThresholdLevel
  /** What would be signed: `a payment`. */
  readonly thing: string
  readonly count: number
  readonly by: UnitKind
}

interface Looked extends UnitQuestion {
  readonly asked: Asked
  readonly game: Game
  readonly units: Units
}

type Known = Extract<Tolerance, { readonly _tag: 'Known' }>

const unitNames = ({ asked, by }: Looked, units: readonly string[]): readonly string[] =>
  by === 'key' ? units.map((key) => nameOf(asked.policy, key)) : units

const exhibitsOf = (looked: Looked, { units, fallen, acting }: Struck): readonly Exhibit[] => {
  const { asked, game, threat, by } = looked
  const exhibit = exhibitOf(asked, game)
  const shown = by === 'key' ? [] : units
  if (threat === 'withstands')
    return isWinning(acting)(game)
      ? [exhibit('the thief signs with', fewestWinning(game, acting), shown)]
      : [exhibit('the thief has', acting, shown)]
  return [exhibit('who is left', acting), exhibit(threat === 'survives' ? 'lost' : 'stolen', fallen, shown)]
}

/** `If anna is compromised, chair-1 and chair-2 sign a payment`. */
const whatHappens = (looked: Looked, { units, acting }: Struck): string => {
  const { asked, game, level, threat, thing } = looked
  const names = list(unitNames(looked, units))
  const compromised = `If ${names} ${units.length === 1 ? 'is' : 'are'} compromised`
  if (threat === 'withstands') return `${compromised}, ${signing(asked, fewestWinning(game, acting), thing)}.`
  const { sum } = weighed(weighOf(game), acting)
  const lead = threat === 'survives' ? `Without ${names}` : compromised
  return `${lead}, the others weigh ${String(sum)} of ${quotaText(level, game)} and cannot sign ${thing}.`
}

/** What is demanded of so many units, the worst of them where they can be found. */
const refuted = (looked: Looked, shown: Struck, says: string, tolerated: number | undefined): Answer => {
  const { level, threat, units, game, count, by } = looked
  const worst = O.getOrElse(() => shown)(worstEvent(threat, units, game, count))
  return {
    _tag: 'Violated',
    counterexample: {
      level,
      says,
      exhibits: exhibitsOf(looked, shown),
      tolerated: tolerated === undefined ? O.none : O.some({ asked: count, holds: tolerated, unit: by }),
      demands: [demand(level, threat === 'withstands' ? 'lose' : 'win', worst.acting)],
    },
  }
}

const broken = (looked: Looked): Answer => {
  const { threat, units, game, level, thing } = looked
  const nothing = struckBy(threat, units, game, [])
  const says =
    threat === 'withstands'
      ? `Nothing has to be stolen: anybody can get ${thing} through.`
      : `Nothing has to be ${threat === 'survives' ? 'lost' : 'stolen'}: all together weigh ${String(totalOf(game))} of ${quotaText(level, game)} and cannot sign ${thing}.`
  return refuted(looked, nothing, says, undefined)
}

const certificate = (looked: Looked, { units: all, breaking }: Known): Answer => {
  const { threat, units, game, count, by, level } = looked
  const worst = worstEvent(threat, units, game, count)
  if (O.isNone(worst)) {
    const took = O.isNone(breaking) ? O.none : O.some(breaking.value.units.length)
    const says = O.isNone(took)
      ? `not even all ${counted(all, by)} are enough`
      : `no ${String(count)} of ${counted(all, by)} are enough, it takes ${String(took.value)}`
    const exhibits = O.isNone(breaking)
      ? []
      : exhibitsOf(looked, struckBy(threat, units, game, breaking.value.units))
    return { _tag: 'Holds', certificate: { level, says, exhibits } }
  }
  const { fallen, acting } = worst.value
  const weigh = weighOf(game)
  const [total, hit, sum] = [totalOf(game), weighed(weigh, fallen).sum, weighed(weigh, acting).sum]
  const who =
    count === 1
      ? `the heaviest of ${counted(all, by)}`
      : `the ${String(count)} heaviest of ${counted(all, by)}`
  const says =
    threat === 'withstands'
      ? `${who} ${count === 1 ? 'weighs' : 'weigh'} ${versus(sum, game.quota)}`
      : `${who} ${count === 1 ? 'leaves' : 'leave'} ${String(total)} - ${String(hit)} = ${versus(sum, game.quota)}`
  return { _tag: 'Holds', certificate: { level, says, exhibits: exhibitsOf(looked, worst.value) } }
}

const known = (looked: Looked, tolerance: Known): Answer => {
  const { threat, units, game, count, by } = looked
  const { tolerated, breaking, exact } = tolerance
  if (O.isSome(breaking) && breaking.value.units.length <= count) {
    const fewer = breaking.value.units.length
    const struck = struckBy(threat, units, game, breaking.value.units)
    const lead = `${countedAre(fewer, by)} ${fewer < count ? 'already enough' : 'enough'}. `
    return refuted(looked, struck, `${lead}${whatHappens(looked, struck)}`, tolerated)
  }
  if (count > tolerance.units)
    return vacuous(
      `it speaks of ${counted(count, by)}, and the account has ${tolerance.units === 0 ? 'none' : String(tolerance.units)}`,
      `ask for at most ${String(tolerance.units)}, or check who has weight on the account`,
    )
  if (count > tolerated && !exact)
    return gaveUp(
      `it is known for ${counted(tolerated, by)}, and the search for more was given up`,
      `ask for fewer, or say fewer copies of each key`,
    )
  return certificate(looked, tolerance)
}

/** Whether the account keeps its promise whichever units fall. */
export const answerForUnits = (asked: Asked, question: UnitQuestion): Answer => {
  const game = gameByName(asked, question.level)
  const units = unitsOf(asked.policy, question.by, game)
  const looked: Looked = { ...question, asked, game, units }
  const tolerance = toleranceAgainst(question.threat, units, game)
  switch (tolerance._tag) {
    case 'Unknown':
      return noMetadata(asked, question.by, tolerance.keys)
    case 'Broken':
      return broken(looked)
    case 'Known':
      return known(looked, tolerance)
  }
}
