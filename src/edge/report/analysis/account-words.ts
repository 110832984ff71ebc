/** What is said of an account before and after its levels: who its signers are, and what to know of them. */
import * as E from 'fp-ts/lib/Either.js'
import type { AccountAnalysis, Departure, Supposition } from '../../../advice/coalition/index.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  parseSignerKey,
  type Account,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import type { Names } from '../names.js'
import { sinceText, type CalledLost } from '../called-lost.js'
import { counted, joined, levelWord } from '../words.js'
import { coalitionText } from './coalition-words.js'
import { signerLabel } from './report.js'

const kindNote = (strkey: string): string => {
  const key = parseSignerKey(strkey)
  if (E.isLeft(key)) return ''
  switch (key.right._tag) {
    case 'Ed25519':
      return ''
    case 'PreAuthTx':
      return ' (one transaction)'
    case 'HashX':
      return ' (secret)'
    case 'SignedPayload':
      return ' (signature of a payload)'
  }
}

/** `founder 1 (master key), bilal 1`. */
export const signersText = (names: Names, account: Account): string => {
  const signers = activeSignersOf(account).map(({ key, weight }) => {
    const note = key.strkey === account.id ? ' (master key)' : kindNote(key.strkey)
    return `${signerLabel(names)(key.strkey)} ${String(weight)}${note}`
  })
  return signers.length === 0 ? 'no signer' : signers.join(', ')
}

/** `3 signers · low 0, medium 0, high 3`. */
export const numbersText = (account: Account): string => {
  const { low, medium, high } = account.thresholds
  return `${counted(activeSignersOf(account).length, 'signer')} · low ${String(low)}, medium ${String(medium)}, high ${String(high)}`
}

/** Levels in a heading: `Low and medium`. */
export const levelsText = (levels: readonly ThresholdLevel[]): string => {
  const text = joined(levels.map(levelWord))
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** What is special about an account, a sentence each. */
export const noteTexts = (names: Names, { changed, levels }: AccountAnalysis): readonly string[] => {
  const [low, ...others] = levels
  const { low: l, medium: m, high: h } = changed.account.thresholds
  const above = others.filter(({ configured }) => configured.needed < (low?.configured.needed ?? 0))
  const conditional = low?.configured.conditional ?? []
  const disclosable = low?.configured.disclosable ?? []
  return [
    ...(above.length > 0
      ? [
          `A transaction of this account's own must reach low too, which takes more here than ${joined(above.map(({ level }) => levelWord(level)))}.`,
        ]
      : []),
    ...conditional.map(
      ({ id: key, weight }) =>
        `${signerLabel(names)(key)} adds ${String(weight)} to one transaction only, which was authorized in advance; it is in no group here.`,
    ),
    ...disclosable.map(
      ({ id: key }) =>
        `${signerLabel(names)(key)} is a secret that its first use shows to everybody; from then on anybody can add its weight.`,
    ),
    ...([l, m, h].includes(0) ? ['A threshold of 0 still takes one signer.'] : []),
  ]
}

/** One supposition as it is told. */
export const suppositionText = (names: Names, supposition: Supposition): string => {
  const label = (key: string): string => signerLabel(names)(key)
  switch (supposition._tag) {
    case 'Lost':
      return `${label(supposition.key)} is lost`
    case 'Stolen':
      return `${label(supposition.key)} is stolen`
    case 'Without':
      return `${label(supposition.key)} is removed`
    case 'Reweighed':
      return `${label(supposition.key)} weighs ${String(supposition.weight)}`
    case 'Joined':
      return `${label(supposition.key)} joins with ${String(supposition.weight)}`
    case 'Threshold':
      return `${levelWord(supposition.level)} takes ${String(supposition.needed)}`
  }
}

/** Signers that a file calls lost, since when, and where it says so: `anna, since 2026-05-01 by a.yaml:6`. */
export const calledLostText = (names: Names, calledLost: readonly CalledLost[]): string =>
  calledLost.map((one) => `${signerLabel(names)(one.key)}, ${sinceText(one)}`).join('; ')

/** What a departure leaves behind. */
export const departureText = (
  names: Names,
  { keys, spare, insiders }: Departure,
): readonly [string, string] => {
  const left = O.isNone(spare)
    ? 'LOCKED: nobody can act any more'
    : spare.value === 0
      ? 'they can act, and nobody more may leave'
      : `${String(spare.value)} more may leave`
  const theft =
    O.isNone(insiders) || keys.length === 0
      ? ''
      : insiders.value === 0
        ? '; those who left can act by themselves'
        : `; ${counted(insiders.value, 'insider')} and those who left are enough`
  return [keys.length === 0 ? 'now' : `without ${coalitionText(names, keys)}`, `${left}${theft}`]
}
