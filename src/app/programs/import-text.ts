/** Imported accounts as an account file, with what a reader should know beside the numbers. */
import * as O from 'fp-ts/lib/Option.js'
import { networkLabel, NETWORKS, type Account, type Network, type Signer } from '../../kernel/model/index.js'
import { nameText, networkText } from './account-file-text.js'
import type { ImportedNames } from './import-names.js'

/** An account and the name that it gets. */
export interface ImportedAccount {
  readonly name: string
  readonly account: Account
}

/** Everything that the file is to say. */
export interface ImportParts {
  /** What the accounts were read from. */
  readonly source: string
  readonly network: O.Option<Network>
  readonly names: ImportedNames
  readonly accounts: readonly ImportedAccount[]
}

const KINDS: Readonly<Record<Signer['key']['_tag'], string>> = {
  Ed25519: '',
  PreAuthTx: ' # an approval given in advance, for one transaction',
  HashX: ' # whoever knows the preimage; everybody, once it was used',
  SignedPayload: ' # whoever has the signature of its payload; everybody, once it was used',
}

const aliasOf = (names: ImportedNames, strkey: string): string => names.get(strkey)?.alias ?? strkey

const sponsorText = ({ sponsor }: Signer): string =>
  O.isSome(sponsor) ? ` # its reserve is paid by ${sponsor.value}` : ''

const signerLines = (names: ImportedNames, { signers }: Account): readonly string[] =>
  signers.length === 0
    ? ['    signers: {}']
    : [
        '    signers:',
        ...signers.map(
          (signer) =>
            `      ${nameText(aliasOf(names, signer.key.strkey))}: ${String(signer.weight)}${sponsorText(signer)}`,
        ),
      ]

const addressText = (names: ImportedNames, id: string): string => {
  const known = names.get(id)
  return known === undefined ? id : nameText(known.alias)
}

const accountLines =
  (names: ImportedNames) =>
  ({ name, account }: ImportedAccount): readonly string[] => {
    const { low, medium, high } = account.thresholds
    return [
      `  ${nameText(name)}:`,
      `    address: ${addressText(names, account.id)}`,
      `    master: ${String(account.masterWeight)}${account.masterWeight === 0 ? ' # switched off: the key that names the account has no say' : ''}`,
      `    thresholds: { low: ${String(low)}, medium: ${String(medium)}, high: ${String(high)} }`,
      ...signerLines(names, account),
    ]
  }

/** The file in YAML. */
export const importedYaml = ({ source, network, names, accounts }: ImportParts): string =>
  [
    `# Imported from ${source}. It says who may sign now, and promises nothing yet.`,
    'quorate: 1',
    ...(O.isSome(network) ? [`network: ${networkText(network.value)}`] : []),
    ...(names.size === 0
      ? []
      : [
          'keys:',
          ...[...names.values()].map(
            ({ alias, key }) => `  ${nameText(alias)}: ${key.strkey}${KINDS[key._tag]}`,
          ),
        ]),
    'accounts:',
    ...accounts.flatMap(accountLines(names)),
    '',
  ].join('\n')

/** The file in JSON, which the same reader reads; it has no room for comments. */
export const importedJson = ({ network, names, accounts }: ImportParts): string => {
  const label = O.isSome(network) ? networkLabel(network.value) : undefined
  const file = {
    quorate: 1,
    ...(label === undefined
      ? {}
      : { network: Object.hasOwn(NETWORKS, label) ? label : { passphrase: label } }),
    ...(names.size === 0
      ? {}
      : { keys: Object.fromEntries([...names.values()].map(({ alias, key }) => [alias, key.strkey])) }),
    accounts: Object.fromEntries(
      accounts.map(({ name, account }) => [
        name,
        {
          address: names.get(account.id)?.alias ?? account.id,
          master: account.masterWeight,
          thresholds: account.thresholds,
          signers: Object.fromEntries(
            account.signers.map(({ key, weight }) => [aliasOf(names, key.strkey), weight]),
          ),
        },
      ]),
    ),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
