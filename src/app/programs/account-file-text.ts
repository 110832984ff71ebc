/**
 * Account files as text, in the form that `readAccountFile` reads: YAML as people write it, or JSON.
 */
import type { Configuration } from '../../advice/plan/index.js'
import { networkLabel, NETWORKS, type Network } from '../../kernel/model/index.js'

/** What a file with one account says. */
export interface AccountFileParts {
  /** What it is, for its first line: nothing that a user wrote. */
  readonly about: string
  readonly network: Network | undefined
  /** The name of the account. */
  readonly name: string
  /** Names and their keys, in the order in which they are written. */
  readonly keys: readonly (readonly [alias: string, strkey: string])[]
  readonly configuration: Configuration
}

/** Names that YAML would take for a number, a truth value or nothing stand in quotes. */
export const nameText = (name: string): string =>
  /^[a-z][a-z0-9_-]*$/.test(name) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(name)
    ? name
    : JSON.stringify(name)

/** A network by its name, or its passphrase. */
export const networkText = (network: Network): string => {
  const label = networkLabel(network)
  return Object.hasOwn(NETWORKS, label) ? label : `{ passphrase: ${JSON.stringify(label)} }`
}

/** As many signers as are read at a glance stand on one line. */
const ON_ONE_LINE = 6

const signersText = ({ signers }: Configuration): readonly string[] => {
  const entries = signers.map(({ alias, weight }) => `${nameText(alias)}: ${String(weight)}`)
  if (entries.length === 0) return ['    signers: {}']
  return entries.length <= ON_ONE_LINE
    ? [`    signers: { ${entries.join(', ')} }`]
    : ['    signers:', ...entries.map((entry) => `      ${entry}`)]
}

/** The `accounts` section of one account. */
export const accountSectionYaml = (name: string, configuration: Configuration): string => {
  const { master, thresholds } = configuration
  return [
    'accounts:',
    `  ${nameText(name)}:`,
    `    address: ${nameText(master.alias)}`,
    `    master: ${String(master.weight)}`,
    `    thresholds: { low: ${String(thresholds.low)}, medium: ${String(thresholds.medium)}, high: ${String(thresholds.high)} }`,
    ...signersText(configuration),
    '',
  ].join('\n')
}

/** The file in YAML. */
export const accountFileYaml = ({ about, network, name, keys, configuration }: AccountFileParts): string =>
  [
    `# ${about}`,
    'quorate: 1',
    ...(network === undefined ? [] : [`network: ${networkText(network)}`]),
    'keys:',
    ...keys.map(([alias, strkey]) => `  ${nameText(alias)}: ${strkey}`),
    accountSectionYaml(name, configuration),
  ].join('\n')

/** The file in JSON, which the same reader reads. */
export const accountFileJson = ({ network, name, keys, configuration }: AccountFileParts): string => {
  const { master, thresholds, signers } = configuration
  const label = network === undefined ? undefined : networkLabel(network)
  const file = {
    quorate: 1,
    ...(label === undefined
      ? {}
      : { network: Object.hasOwn(NETWORKS, label) ? label : { passphrase: label } }),
    keys: Object.fromEntries(keys),
    accounts: {
      [name]: {
        address: master.alias,
        master: master.weight,
        thresholds,
        signers: Object.fromEntries(signers.map(({ alias, weight }) => [alias, weight])),
      },
    },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
