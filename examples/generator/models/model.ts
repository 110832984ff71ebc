/** An account as people model it, with who holds each key and where; no envelopes. */
import { key, type Alias } from '../keys.js'

/** What is said of a key. */
export interface KeySpec {
  readonly holder?: string
  readonly device?: string
  readonly vendor?: string
  readonly location?: readonly string[]
}

/** One account of a model. */
export interface ModelAccount {
  /** The key that names the account; it has no weight of its own. */
  readonly address: Alias
  readonly thresholds: readonly [low: number, medium: number, high: number]
  readonly signers: Readonly<Record<Alias, number>>
}

/** A file of a model: `examples/models/<folder>/<file>.quorate.yaml`. */
export interface Model {
  readonly folder: string
  readonly file: string
  readonly about: readonly string[]
  readonly keys: Readonly<Record<Alias, KeySpec>>
  readonly accounts: Readonly<Record<string, ModelAccount>>
}

const keyLines = (alias: Alias, { holder, device, vendor, location }: KeySpec): readonly string[] => [
  `  ${alias}:`,
  `    key: ${key(alias)}`,
  ...(holder === undefined ? [] : [`    holder: ${holder}`]),
  ...(device === undefined ? [] : [`    device: ${device}`]),
  ...(vendor === undefined ? [] : [`    vendor: ${vendor}`]),
  ...(location === undefined ? [] : [`    location: [${location.join(', ')}]`]),
]

/** The text of the file. */
export const modelFile = ({ about, keys, accounts }: Model): string =>
  [
    ...about.map((line) => `# ${line}`),
    '# The keys are worthless: anyone can make them from a public sentence (see examples/README.md).',
    'quorate: 1',
    'network: testnet',
    'keys:',
    ...Object.entries(keys).flatMap(([alias, spec]) => keyLines(alias, spec)),
    'accounts:',
    ...Object.entries(accounts).flatMap(
      ([
        name,
        {
          address,
          thresholds: [low, medium, high],
          signers,
        },
      ]) => [
        `  ${name}:`,
        `    address: ${key(address)}`,
        '    master: 0',
        `    thresholds: { low: ${low}, medium: ${medium}, high: ${high} }`,
        `    signers: { ${Object.entries(signers)
          .map(([alias, weight]) => `${alias}: ${weight}`)
          .join(', ')} }`,
      ],
    ),
    '',
  ].join('\n')
