/** A contradiction in words: what each assertion demands, of whom, and that it cannot be. */
import type { Coalition } from '../../../kernel/model/index.js'
import { nameOf } from '../asked.js'
import type { Conflict, Reason } from '../asserted.js'
import { counted } from '../claim-words.js'
import { list } from '../exhibit.js'
import type { UnitKind } from '../policy-key.js'
import type { Weighed } from './find-rule.js'
import type { Ground, Standing } from './ground.js'

/** More reasons than this are counted, not told. */
const MOST_TOLD = 4

/** More names than this are counted. */
const MOST_NAMES = 7

/** Names in the order of the policy, and of many the first few. */
export const namesIn = ({ policy }: Ground, keys: Coalition): string => {
  const places = new Map([...policy.keysByStrkey.keys()].map((key, place) => [key, place]))
  const placeOf = (key: string): number => places.get(key) ?? places.size
  const names = [...keys].sort((a, b) => placeOf(a) - placeOf(b)).map((key) => nameOf(policy, key))
  return names.length <= MOST_NAMES
    ? list(names)
    : list([...names.slice(0, MOST_NAMES - 1), `${String(names.length - MOST_NAMES + 1)} more`])
}

const othersThan = ({ keys }: Ground, some: Coalition): Coalition => keys.filter((key) => !some.includes(key))

/** Units of a key that are told in the policy. */
const unitsOfKey = ({ policy }: Ground, kind: UnitKind, strkey: string): readonly string[] => {
  const key = policy.keysByStrkey.get(strkey)
  if (key === undefined || kind === 'key') return []
  if (kind === 'location') return key.location
  const unit = key[kind]
  return unit._tag === 'Some' ? [unit.value] : []
}

const isAre = (keys: Coalition): string => (keys.length === 1 ? 'is' : 'are')

/** `chair-1 and chair-2 are lost`, `anna (chair-1 and chair-2) is lost`. */
const gone = (ground: Ground, by: UnitKind, keys: Coalition, how: string): string => {
  const units = [...new Set(keys.flatMap((key) => unitsOfKey(ground, by, key)))]
  const names = namesIn(ground, keys)
  return units.length === 0
    ? `${names} ${isAre(keys)} ${how}`
    : `${list(units)} ${isAre(units)} ${how}, and ${names} with ${units.length === 1 ? 'it' : 'them'},`
}

/** What a demand of a claim says: without full stop. */
export const demandText =
  (ground: Ground) =>
  ({ row: { demand, owner } }: Weighed<Standing>): string => {
    const { claim } = owner
    const level = demand.level.toLowerCase()
    const names = namesIn(ground, demand.keys)
    const others = othersThan(ground, demand.keys)
    const must = demand.must === 'win' ? 'must' : 'must not'
    const together = demand.keys.length > 1 ? ' together' : ''
    switch (claim._tag) {
      case 'Needs': {
        const inside = demand.keys.filter((key) => claim.of.keys.includes(key))
        return inside.length === 0
          ? `without ${namesIn(ground, others)} the others must not reach ${level}`
          : `with no more of ${claim.of.said} than ${namesIn(ground, inside)} the others must not reach ${level}`
      }
      case 'Survives':
        return `when ${gone(ground, claim.by, others, 'lost')} the others must reach ${level}`
      case 'Recovers':
        return `when ${gone(ground, claim.by, others, 'stolen')} the others must reach ${level}`
      case 'NoVeto':
        return `without ${namesIn(ground, others)} the others must reach ${level}`
      case 'Withstands':
        return `whoever steals ${names} must not reach ${level}`
      case 'Reachable':
        return `all${together} must reach ${level}`
      case 'Compare':
        return `${names}${together} ${must} reach ${level}, as ${claim.other._tag === 'Base' ? 'before' : `on ${claim.other.name}`}`
      case 'Signatures':
        return `so few as ${names} must not reach ${level}`
      case 'Can':
      case 'Cannot':
      case 'Every':
      case 'Proper':
      case 'Strong':
      case 'NoDeadlock':
      case 'NoDummies':
      case 'Interchangeable':
      case 'Ranks':
      case 'Power':
      case 'NoDictator':
      case 'Nested':
        return `${names}${together} ${must} reach ${level}`
    }
  }

/** Losing so many and withstanding so many takes more units than there are. */
const tooFewUnits = (ground: Ground, proof: readonly Weighed<Standing>[]): string => {
  const claims = proof.map(({ row }) => row.owner.claim)
  const [lost] = claims.flatMap((claim) => (claim._tag === 'Survives' ? [claim] : []))
  const [stolen] = claims.flatMap((claim) => (claim._tag === 'Withstands' ? [claim] : []))
  if (lost === undefined || lost.by !== stolen?.by) return ''
  const { by, lose } = lost
  const units = new Set(
    by === 'key' ? ground.keys : ground.keys.flatMap((key) => unitsOfKey(ground, by, key)),
  )
  const enough = lose + stolen.steal + 1
  return units.size < enough
    ? ` To lose ${counted(lose, by)} and withstand the theft of ${String(stolen.steal)} takes ${counted(enough, by)} at least, and there are ${String(units.size)}.`
    : ''
}

/** The end of the argument. */
const ending = (proof: readonly Weighed<Standing>[]): string => {
  const wins = proof.filter(({ row }) => row.demand.must === 'win')
  const loses = proof.filter(({ row }) => row.demand.must === 'lose')
  const [win, lose] = [wins[0]?.row.demand, loses[0]?.row.demand]
  if (lose === undefined) return 'There is nobody to do it.'
  if (proof.length > 2 || win === undefined)
    return 'No key stands more often among those who must than among those who must not, and there are as many of the first: no weights do that.'
  return win.keys.length === lose.keys.length
    ? 'Both cannot be.'
    : 'The first have all the weight of the second: both cannot be.'
}

const told = (reasons: readonly Reason[]): string => {
  const sentences = reasons.map(({ assertion, times, says }) =>
    times === 1n ? `${assertion}: ${says}.` : `${assertion}: ${says} (counted ${String(times)} times).`,
  )
  return reasons.length > MOST_TOLD
    ? `${sentences.slice(0, MOST_TOLD).join(' ')} And ${String(reasons.length - MOST_TOLD)} more demands of the kind.`
    : sentences.join(' ')
}

/** A contradiction of demands that add up. */
export const conflictFrom = (ground: Ground, proof: readonly Weighed<Standing>[]): Conflict => {
  const text = demandText(ground)
  const isFirst = ({ row }: Weighed<Standing>): boolean => row.demand.must === 'lose'
  const ordered = [...proof.filter(isFirst), ...proof.filter((one) => !isFirst(one))]
  const reasons = ordered.map((weighed): Reason => {
    const { row, times } = weighed
    return { assertion: row.owner.assertion, demand: row.demand, times, says: text(weighed) }
  })
  const ends = `${ending(proof)}${tooFewUnits(ground, proof)}`
  return {
    assertions: [...new Set(reasons.map(({ assertion }) => assertion))],
    reasons,
    ends,
    says: `${told(reasons)} ${ends}`,
  }
}
