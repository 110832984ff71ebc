/** The levels of operations, as tables and lists, from the tables of the protocol. */
import { OPERATION_TYPES, type OperationType, type ThresholdLevel } from '../../src/kernel/model/index.js'
import {
  LEVEL_EXCEPTIONS,
  OPERATION_SUPPORT,
  NEWEST_PROTOCOL,
  OLDEST_PROTOCOL,
} from '../../src/kernel/protocol/index.js'
import { code, joined, table } from './markdown.js'
import { kindsAt } from './kinds-of-operations.js'

/** Where stellar-core says the level of a type that is no exception, and of the type that has two. */
const DEFAULT_SOURCE = 'OperationFrame.cpp'
const SET_OPTIONS_SOURCE = 'SetOptionsOpFrame.cpp'

const levelCells = (type: OperationType): readonly [level: string, source: string] => {
  if (type === 'SetOptions')
    return ['medium; high if it names the master weight, a threshold or a signer', SET_OPTIONS_SOURCE]
  const { level, source } = LEVEL_EXCEPTIONS[type] ?? { level: 'Medium', source: DEFAULT_SOURCE }
  return [level.toLowerCase(), source]
}

const protocolCell = (type: OperationType): string => {
  const { since, until } = OPERATION_SUPPORT[type] ?? {}
  if (since === undefined && until === undefined) return 'all'
  if (since === undefined) return `up to ${String(until)}`
  return until === undefined ? `from ${String(since)}` : `${String(since)} to ${String(until)}`
}

/** All types of operations, in the order of their numbers on the wire. */
export const levelsTable = (): string =>
  [
    table(
      ['Operation', 'Level', 'Protocols', 'In stellar-core'],
      OPERATION_TYPES.map((type) => {
        const [level, source] = levelCells(type)
        return [code(type), level, protocolCell(type), code(source)]
      }),
    ),
    `"All" means ${String(OLDEST_PROTOCOL.validate)} to ${String(NEWEST_PROTOCOL)}, the protocols that Quorate judges under.`,
  ].join('\n\n')

/** The one with a condition last, where it cannot be read as a condition of others. */
const named = (level: ThresholdLevel): string => {
  const types = kindsAt(level).map(({ type }) => type)
  const others = types.filter((type) => type !== 'SetOptions').map(code)
  return joined(types.includes('SetOptions') ? [...others, setOptionsAt(level)] : others)
}

const setOptionsAt = (level: ThresholdLevel): string =>
  level === 'High'
    ? '`SetOptions` that names a signer, the master weight or a threshold'
    : '`SetOptions` that names flags, home domain or inflation destination only'

/** What each level stands for, today. */
export const levelsList = (): readonly string[] => [
  `**Low**: to be the source of a transaction, or to pay for a fee bump; ${named('Low')}.`,
  `**Medium**: ${named('Medium')}.`,
  `**High**: ${named('High')}.`,
]
