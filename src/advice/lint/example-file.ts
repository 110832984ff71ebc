/** Files of examples: one account `vault`, with the numbers that an example is about. */

/** The hash of a secret that nobody needs to keep. */
export const SECRET_HASH = 'XCG4A73QWDGY5JPVGMKAC4ITQFCKVIWI4OFK3SRYNDAME4IADW44FMQD'

/** Two transactions that were authorized in advance. */
export const IN_ADVANCE = [
  'TCOLI4CW4LYMQUJXU7273WYKYEC5657AN76GHUPWTEXGINHTMGK5PR2E',
  'TBLGHVXL5DZKUFQDULH6AEGOJH3UQKIPFLLUOP5A7MV3AIAIMJC5OY7B',
] as const

/** What an example is about; what is left out is as nobody would notice it. */
export interface ExampleParts {
  /** The weight of the master key; 0 where it is left out. */
  readonly master?: number
  /** Weights by alias; each alias is a key. */
  readonly signers: Readonly<Record<string, number>>
  /** Low, medium and high. */
  readonly thresholds: readonly [number, number, number]
  /** More of a key than itself: `{ anna: 'holder: anna' }`. */
  readonly about?: Readonly<Record<string, string>>
  /** What a key is, where it is none that signs: `{ lock: SECRET_HASH }`. */
  readonly keys?: Readonly<Record<string, string>>
  /** Where the address is a key with a name: its alias. */
  readonly address?: string
  /** Keys that are no signers. */
  readonly others?: readonly string[]
  /** Lines at the end of the file. */
  readonly more?: readonly string[]
}

const flow = (entries: readonly string[]): string =>
  entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`

/** A whole policy file; keys stand as `{ALIAS}`. */
export const exampleFile = ({
  master = 0,
  signers,
  thresholds: [low, medium, high],
  about = {},
  keys = {},
  address,
  others = [],
  more = [],
}: ExampleParts): string => {
  const aliases = [...(address === undefined ? [] : [address]), ...Object.keys(signers), ...others]
  const keyLine = (alias: string): string => {
    const key = keys[alias] ?? `{${alias}}`
    return about[alias] === undefined ? `  ${alias}: ${key}` : `  ${alias}: { key: ${key}, ${about[alias]} }`
  }
  return [
    'quorate: 1',
    ...(aliases.length === 0 ? ['keys: {}'] : ['keys:', ...aliases.map(keyLine)]),
    'accounts:',
    '  # Everything that the firm owns.',
    '  vault:',
    `    address: ${address ?? '{vault}'}`,
    `    master: ${String(master)}`,
    `    thresholds: ${flow([`low: ${String(low)}`, `medium: ${String(medium)}`, `high: ${String(high)}`])}`,
    `    signers: ${flow(Object.entries(signers).map(([alias, weight]) => `${alias}: ${String(weight)}`))}`,
    ...more,
    '',
  ].join('\n')
}
