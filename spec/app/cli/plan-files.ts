/** Files that the specs of `plan` and `import` are about: one account, as people and as Horizon tell it. */
import { key } from '../../support/build/key.js'

/** What a spec changes of the account. */
export interface FirmParts {
  /** Names and weights. */
  readonly signers?: Readonly<Record<string, number>>
  readonly low?: number
  readonly medium?: number
  readonly high?: number
  readonly master?: number
  /** Whose account it is. */
  readonly of?: string
  readonly more?: readonly string[]
}

const TRIO = { anna: 1, bruno: 1, carla: 1 }

/** An account file: any two of three, unless something else is said. */
export const firmFile = (parts: FirmParts = {}): string => {
  const { signers = TRIO, low = 1, medium = 2, high = 2, master = 0, of = 'firm', more = [] } = parts
  return [
    'quorate: 1',
    'network: testnet',
    'keys:',
    `  ${of}: ${key(of).id}`,
    ...Object.keys(signers).map((name) => `  ${name}: ${key(name).id}`),
    'accounts:',
    `  firm:`,
    `    address: ${of}`,
    `    master: ${String(master)}`,
    `    thresholds: { low: ${String(low)}, medium: ${String(medium)}, high: ${String(high)} }`,
    '    signers:',
    ...Object.entries(signers).map(([name, weight]) => `      ${name}: ${String(weight)}`),
    ...more,
    '',
  ].join('\n')
}

/** The same account as Horizon answers it. */
export const firmLive = (
  parts: FirmParts & {
    /** In lumens. */
    readonly balance?: string
    readonly sequence?: string
  } = {},
): string => {
  const { signers = TRIO, low = 1, medium = 2, high = 2, master = 0, of = 'firm' } = parts
  const { balance = '100.0000000', sequence = '41' } = parts
  return JSON.stringify({
    account_id: key(of).id,
    sequence,
    subentry_count: Object.keys(signers).length,
    thresholds: { low_threshold: low, med_threshold: medium, high_threshold: high },
    balances: [
      { asset_type: 'native', balance, selling_liabilities: '0.0000000', buying_liabilities: '0.0000000' },
    ],
    signers: [
      ...Object.entries(signers).map(([name, weight]) => ({
        key: key(name).id,
        weight,
        type: 'ed25519_public_key',
      })),
      { key: key(of).id, weight: master, type: 'ed25519_public_key' },
    ],
  })
}

/** So many people of one weight. */
export const crowd = (count: number, weight = 1): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${String(index)}`, weight]))
