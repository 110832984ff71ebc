/**
 * Configurations: who may add how much weight and how much is needed, with names in place of keys. What
 * a preset builds, before anybody says whose keys they are.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  ed25519Key,
  ordSigner,
  signer,
  accountIdOf,
  type Account,
  type Ed25519Key,
  type Thresholds,
  type Weight,
} from '../../kernel/model/index.js'

/** A name that stands for a key. */
export type Alias = string

/** A named key, and what it adds. */
export interface NamedSigner {
  readonly alias: Alias
  readonly weight: Weight
}

/** An account with names for keys. */
export interface Configuration {
  /** The name of the key that the account is named by, and its weight. */
  readonly master: NamedSigner
  readonly thresholds: Thresholds
  readonly signers: readonly NamedSigner[]
}

/** Keys by name. */
export type KeyOf = (alias: Alias) => Ed25519Key

/** The account that a configuration describes. */
export const accountOf =
  (keyOf: KeyOf) =>
  ({ master, thresholds, signers }: Configuration): Account => ({
    id: accountIdOf(keyOf(master.alias).publicKey),
    masterWeight: master.weight,
    thresholds,
    signers: signers.map(({ alias, weight }) => signer(keyOf(alias), weight)).toSorted(ordSigner.compare),
    state: O.none,
  })

/**
 * Keys that belong to nobody, one for each name of a configuration: enough for questions about weights,
 * which have the same answer whoever holds the keys.
 */
export const assumedKeys = ({ master, signers }: Configuration): KeyOf => {
  const aliases = [master.alias, ...signers.map(({ alias }) => alias)]
  const keys = new Map(aliases.map((alias, index) => [alias, ed25519Key(new Uint8Array(32).fill(index + 1))]))
  return (alias) => {
    const key = keys.get(alias)
    if (key === undefined) throw new Error(`invariant: \`${alias}\` is a name of the configuration`)
    return key
  }
}
