/** Words that the answers to claims share: what is signed, who signs, what is counted. */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, type Coalition } from '../../kernel/model/index.js'
import type { Answer } from './answer.js'
import type { Asked } from './asked.js'
import type { AskedLevel } from './claim.js'
import { list, namesOf } from './exhibit.js'
import type { Formula } from './formula.js'
import { formulaText, impossibleIn } from './formula-text.js'
import type { UnitKind } from './policy-key.js'

const THINGS: Readonly<Record<string, string>> = {
  low: 'an operation of level low',
  medium: 'a payment',
  payment: 'a payment',
  high: 'a change of the signers',
  'set_options.signers': 'a change of the signers',
}

const LEVELS: ReadonlySet<string> = new Set(THRESHOLD_LEVELS.map((level) => level.toLowerCase()))

/** What is signed at a level, by an example: `a payment`; an operation by its own word. */
export const thingSigned = ({ said }: AskedLevel): string => THINGS[said] ?? `\`${said}\``

/** What somebody can do at a level: `reach medium`, `sign a payment`, `` sign `account_merge` ``. */
export const acting = (at: AskedLevel): string =>
  LEVELS.has(at.said) ? `reach ${at.said}` : `sign ${thingSigned(at)}`

/** `anna signs a payment`, `anna and bruno sign a payment`, `anybody signs a payment`. */
export const signing = (asked: Asked, keys: Coalition, thing: string): string =>
  keys.length === 0
    ? `anybody can get ${thing} through, and needs no signature of theirs`
    : `${namesOf(asked, keys)} ${keys.length === 1 ? 'signs' : 'sign'} ${thing}`

const PLURALS: Readonly<Record<UnitKind, string>> = {
  key: 'keys',
  holder: 'holders',
  device: 'devices',
  vendor: 'vendors',
  location: 'locations',
}

/** `1 holder`, `2 holders`. */
export const counted = (count: number, kind: UnitKind): string =>
  `${String(count)} ${count === 1 ? kind : PLURALS[kind]}`

/** `One holder is`, `2 holders are`. */
export const countedAre = (count: number, kind: UnitKind): string =>
  count === 1 ? `One ${kind} is` : `${counted(count, kind)} are`

/** `7 >= 7`, `2 < 3`. */
export const versus = (sum: number, quota: number): string =>
  `${String(sum)} ${sum >= quota ? '>=' : '<'} ${String(quota)}`

/** It speaks of nobody, or of more than there are. */
export const vacuous = (says: string, help: string): Answer => ({ _tag: 'Vacuous', says, help })

/** A formula with a part that asks for more people than it names. */
export const askedTooMany = (formula: Formula): O.Option<Answer> =>
  O.map((part: Extract<Formula, { readonly _tag: 'AnyOf' }>) =>
    vacuous(
      part.of.length === 0
        ? `${part.said === '' ? 'a list' : `\`${part.said}\``} has no members`
        : `\`${formulaText(part)}\` asks for more than the ${String(part.of.length)} that there are`,
      'name as many as are asked for, or ask for fewer',
    ),
  )(impossibleIn(formula))

/** The sets of a formula are too many to try. */
export const formulaTooLarge = (formula: Formula): Answer =>
  gaveUp(
    `keys stand more than once in \`${formulaText(formula)}\`, and it names too many of them to try all sets`,
    'say each key once',
  )

/** A bounded search has no answer. */
export const gaveUp = (says: string, help: string, keys: Coalition = []): Answer => ({
  _tag: 'Unknown',
  why: { code: 'gave-up', says, help, keys },
})

/** Keys of which is not said where they are, or who has them. */
export const noMetadata = (asked: Asked, kind: UnitKind, keys: Coalition): Answer => ({
  _tag: 'Unknown',
  why: {
    code: 'no-metadata',
    says: `the ${kind} of ${list(keys.map((key) => `\`${namesOf(asked, [key])}\``))} is not said`,
    help: `say it with each key under \`keys\`, as in \`${kind}: …\``,
    keys,
  },
})
