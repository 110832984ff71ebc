/** Loss and theft in words, by key, holder, device, vendor or place. */
import * as O from 'fp-ts/lib/Option.js'
import type {
  KindAnalysis,
  SingleEvent,
  SingleEvents,
  Tolerance,
  UnknownUnits,
} from '../../../advice/coalition/index.js'
import type { Names } from '../names.js'
import { counted, joined } from '../words.js'
import { coalitionText } from './coalition-words.js'
import { labelsOf, signerLabel } from './report.js'

/** What may happen. */
export type Mishap = 'loss' | 'theft'

const PAST: Readonly<Record<Mishap, string>> = { loss: 'lost', theft: 'stolen' }

/** A unit as it is called: keys by their names, others by their own. */
const unitLabel = (names: Names, kind: string, unit: string): string =>
  kind === 'key' ? signerLabel(names)(unit) : unit

const unitsText = (names: Names, kind: string, units: readonly string[], word = 'and'): string =>
  joined(
    units.map((unit) => unitLabel(names, kind, unit)),
    word,
  )

const unknownText = (names: Names, { kind, keys }: UnknownUnits): string =>
  `not known: no ${kind} is written down for ${coalitionText(names, keys)}`

/** Units that do it alone, with the keys that fall with them. */
const aloneText = (names: Names, kind: string, mishap: Mishap, events: readonly SingleEvent[]): string =>
  joined(
    events.map((event) => {
      const unit = unitLabel(names, kind, event.unit)
      const keys = labelsOf(names)(mishap === 'loss' ? event.lost : event.stolen)
      return kind === 'key' || (keys.length === 1 && keys[0] === unit) ? unit : `${unit} (${keys.join(', ')})`
    }),
    'or',
  )

const doingItAlone = (mishap: Mishap, events: SingleEvents): readonly SingleEvent[] =>
  events._tag === 'Unknown'
    ? []
    : events.events.filter(({ locks, betrays }) => (mishap === 'loss' ? locks : betrays))

const brokenText: Readonly<Record<Mishap, string>> = {
  loss: 'nobody can act as it is',
  theft: 'a thief can act as it is',
}

const worstText = (mishap: Mishap, who: string): string =>
  mishap === 'loss' ? `the loss of ${who} locks the account` : `${who} is enough for a thief`

const knownText = (
  names: Names,
  mishap: Mishap,
  { kind, tolerated, units, breaking, exact }: Extract<Tolerance, { _tag: 'Known' }>,
  alone: readonly SingleEvent[],
): string => {
  const past = PAST[mishap]
  if (!exact)
    return `at least ${String(tolerated)} of ${counted(units, kind)} may be ${past}; more was not searched`
  if (O.isNone(breaking)) return `all ${counted(units, kind)} may be ${past}`
  if (tolerated === 0) {
    const said = alone.length === units && units > 1 ? `any ${kind}` : aloneText(names, kind, mishap, alone)
    return `no ${kind} may be ${past}: ${worstText(mishap, said)}`
  }
  const worst = unitsText(names, kind, breaking.value.units)
  const most = `any ${String(tolerated)} of ${counted(units, kind)} may be ${past}`
  return mishap === 'loss'
    ? `${most}; without ${worst} nobody can act`
    : `${most}; ${worst} are enough for a thief`
}

/** One line: how many of a kind may be lost, or stolen, and what breaks it. */
export const toleranceText =
  (names: Names, mishap: Mishap) =>
  (analysis: KindAnalysis): string => {
    const tolerance = analysis[mishap]
    switch (tolerance._tag) {
      case 'Unknown':
        return unknownText(names, tolerance)
      case 'Broken':
        return brokenText[mishap]
      case 'Known':
        return knownText(
          names,
          mishap,
          tolerance,
          doingItAlone(mishap, mishap === 'loss' ? analysis.lost : analysis.stolen),
        )
    }
  }
