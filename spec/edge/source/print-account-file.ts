/** Account files from accounts, for specs only: what is printed must be read as the same accounts. */
import type { Account, SignerKey } from '../../../src/kernel/model/index.js'

/** How to write a file. */
export interface Style {
  readonly notation: 'block' | 'flow' | 'json'
  /** Aliases of some keys; other keys are written out. */
  readonly aliases: ReadonlyMap<string, SignerKey>
}

type Plain = string | number | { readonly [name: string]: Plain }

const block = (value: Plain, indent: string): string =>
  typeof value === 'object' && Object.keys(value).length > 0
    ? Object.entries(value)
        .map(([name, part]) => `\n${indent}${name}: ${block(part, `${indent}  `)}`)
        .join('')
    : flow(value)

const flow = (value: Plain): string =>
  typeof value === 'object'
    ? `{ ${Object.entries(value)
        .map(([name, part]) => `${name}: ${flow(part)}`)
        .join(', ')} }`
    : String(value)

/** The text of a file with these accounts. */
export const printAccountFile =
  ({ notation, aliases }: Style) =>
  (accounts: ReadonlyMap<string, Account>): string => {
    const aliasOf = new Map([...aliases].map(([alias, { strkey }]) => [strkey, alias]))
    const named = (strkey: string): string => aliasOf.get(strkey) ?? strkey
    const plain = ({ id, masterWeight, thresholds, signers }: Account): Plain => ({
      address: named(id),
      master: masterWeight,
      thresholds: { ...thresholds },
      signers: Object.fromEntries(signers.map(({ key, weight }) => [named(key.strkey), weight])),
    })
    const file: Plain = {
      quorate: 1,
      keys: Object.fromEntries([...aliases].map(([alias, { strkey }]) => [alias, strkey])),
      accounts: Object.fromEntries([...accounts].map(([name, account]) => [name, plain(account)])),
    }
    if (notation === 'json') return JSON.stringify(file, null, 1)
    return notation === 'flow' ? flow(file) : `${block(file, '').trimStart()}\n`
  }
