/** What the levels of operations stand for, from the tables of the protocol. */
import { OPERATION_TYPES, type OperationType, type ThresholdLevel } from '../../../kernel/model/index.js'
import { DEFAULT_PROTOCOL, isSupported, LEVEL_EXCEPTIONS } from '../../../kernel/protocol/index.js'
import { joined } from '../words.js'

const wordsOf = (type: OperationType): string =>
  type === 'ExtendFootprintTTL'
    ? 'extend footprint TTL'
    : type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()

/** Types of today at a level, but SetOptions, whose level depends on what it sets. */
const typesAt = (level: ThresholdLevel): readonly OperationType[] =>
  OPERATION_TYPES.filter(
    (type) =>
      type !== 'SetOptions' &&
      isSupported(DEFAULT_PROTOCOL)(type) &&
      (LEVEL_EXCEPTIONS[type]?.level ?? 'Medium') === level,
  )

/** Named first, because everybody knows them. */
const KNOWN: readonly OperationType[] = [
  'Payment',
  'CreateAccount',
  'ManageSellOffer',
  'ChangeTrust',
  'InvokeHostFunction',
]

const mediumWords = (): string => {
  const types = typesAt('Medium')
  const known = KNOWN.filter((type) => types.includes(type)).map(wordsOf)
  return `${known.join(', ')} and ${String(types.length - known.length)} more operations; set options of home domain and flags`
}

/** What somebody can do who reaches a level. */
export const levelMeaning = (level: ThresholdLevel): string => {
  switch (level) {
    case 'Low':
      return `begin a transaction and pay its fee; ${joined(typesAt('Low').map(wordsOf))}`
    case 'Medium':
      return mediumWords()
    case 'High':
      return `change signers, weights and thresholds (set options); ${joined(typesAt('High').map(wordsOf))}, which gives everything away`
  }
}

/** What no level can say. */
export const NOT_EXPRESSED = [
  'No level knows an amount, a destination or a time: who reaches medium may send everything, to anybody, at once.',
  'Where people must be asked for large amounts only, keep large amounts on another account.',
] as const
