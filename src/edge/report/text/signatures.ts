/** What became of each signature of one list, one row a signature. */
import * as O from 'fp-ts/lib/Option.js'
import type { Fate, ListExplanation } from '../../../kernel/engine/index.js'
import { hintToHex, shortKey, type Hint, type SignerKey } from '../../../kernel/model/index.js'
import { padded, paragraph, type Block } from '../layout.js'
import { keyLabel, type Names } from '../names.js'
import { bad, dim, good, span, strong, unbroken, warn, widthOf, type Span } from '../styled.js'
import { joined } from '../words.js'
import { servedBy } from './requirements.js'

/** A signature as it is told: how it did, whose it is, what became of it. */
export interface Telling {
  readonly symbol: Span
  readonly who: string
  readonly what: string
}

/** A key as it is called, with its short form: `bilal GBTM…D3VE`. */
export const whoIs =
  (names: Names) =>
  (key: SignerKey): string => {
    const label = keyLabel(names)(key)
    const short = shortKey(key.strkey)
    return label.endsWith(short) ? label : `${label} ${short}`
  }

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** Some account that decides was not given: its signers are not among those that were tried. */
const isPartial = ({ judgement }: ListExplanation): boolean =>
  judgement.checks.some(({ outcome }) => outcome._tag === 'NotFetched')

/** Whose a signature is by its hint alone. */
export const hintedWho = (names: Names, hint: Hint): string =>
  O.getOrElse(() => `hint ${hintToHex(hint)}`)(O.map(whoIs(names))(names.keyOfHint(hint)))

const tellFate = (names: Names, list: ListExplanation, hint: Hint, fate: Fate): Telling => {
  const who = whoIs(names)
  switch (fate._tag) {
    case 'Used':
      return {
        symbol: good('✓'),
        who: unique(fate.by.map(({ signer }) => who(signer.key))).join(' + '),
        what: `used by ${servedBy(
          list,
          fate.by.map(({ check }) => check),
        )}`,
      }
    case 'NotReached':
      return {
        symbol: dim('–'),
        who: unique(fate.by.map(({ signer }) => who(signer.key))).join(' + '),
        what: `not reached: it would serve ${servedBy(
          list,
          fate.by.map(({ check }) => check),
        )}`,
      }
    case 'Surplus':
      return {
        symbol: isPartial(list) ? warn('?') : bad('✗'),
        who: fate.signers.map(({ key }) => who(key)).join(' + '),
        what: isPartial(list)
          ? 'not needed by the accounts that were given'
          : 'surplus: enough weight was reached before its turn',
      }
    case 'Duplicate':
      return {
        symbol: bad('✗'),
        who: who(fate.signer.key),
        what: `duplicate of signature ${String(fate.of + 1)}: a signer counts once`,
      }
    case 'WrongHint':
      return {
        symbol: bad('✗'),
        who: who(fate.signer.key),
        what: `wrong hint: it carries ${hintToHex(hint)}, not ${hintToHex(fate.expected)}, and so is never tried`,
      }
    case 'NotProved':
      return {
        symbol: bad('✗'),
        who: fate.signers.map(({ key }) => who(key)).join(' or '),
        what: fate.signers.every(({ key }) => key._tag === 'HashX')
          ? 'does not verify: not the preimage of this hash'
          : 'does not verify: made for another envelope, another network, or by another key',
      }
    case 'OverBudget':
      return {
        symbol: bad('✗'),
        who: fate.signers.map(({ key }) => who(key)).join(' or '),
        what: 'not verified: the network makes no more than 1000 verifications a list',
      }
    case 'Stranger':
      return {
        symbol: bad('✗'),
        who: hintedWho(names, hint),
        what: 'stranger: no signer of anything that is needed here',
      }
    case 'Unknown':
      return {
        symbol: warn('?'),
        who: hintedWho(names, hint),
        what: 'unknown: no signer of the accounts that were given',
      }
    case 'NotJudged':
      return { symbol: dim('–'), who: hintedWho(names, hint), what: 'not looked at' }
  }
}

const tellingsOf = (names: Names, list: ListExplanation): readonly Telling[] =>
  list.signatures.map(({ hint, fate }) => tellFate(names, list, hint, fate))

/** The widest name that still gets a column of its own. */
const WIDEST_NAME = 30

/** One row a signature; positions count from 0, and are those of the rows where none are given. */
export const rowsOf = (tellings: readonly Telling[], positions?: readonly number[]): readonly Block[] => {
  const widths = tellings.map(({ who }) => widthOf(who)).filter((width) => width <= WIDEST_NAME)
  const column = Math.max(0, ...widths)
  const numbers = tellings.map((_, index) => String((positions?.[index] ?? index) + 1))
  const digits = Math.max(0, ...numbers.map(({ length }) => length))
  return tellings.map(({ symbol, who, what }, index) => {
    const start = unbroken(` ${(numbers[index] ?? '').padStart(digits)}  ${padded(who, column)}  `)
    const hang = 2 + 1 + 1 + digits + 2 + column + 2
    const isWide = widthOf(who) > WIDEST_NAME
    return paragraph(2, isWide ? 6 + digits : hang, symbol, span(start), span(what))
  })
}

/** The signatures of a list, under a heading. */
export const signatureBlocks =
  (names: Names, title: string) =>
  (list: ListExplanation): readonly Block[] => [
    paragraph(0, 2, strong(title)),
    ...(list.signatures.length === 0 ? [paragraph(2, 4, dim('none'))] : rowsOf(tellingsOf(names, list))),
  ]

/** Names of signers as a sentence has them: `chen, dalia or eko`. */
export const signerNames = (names: Names, keys: readonly SignerKey[]): string =>
  joined(keys.map(keyLabel(names)), 'or')
