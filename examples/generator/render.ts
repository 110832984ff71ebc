/** The texts that the generator writes: account files, expectations, and the tables of the READMEs. */
import type { Elsewhere, EnvelopeSpec, Scenario } from './scenario.js'
import type { Signing } from './signing.js'

const flow = (entries: Readonly<Record<string, number>>): string => {
  const text = Object.entries(entries).map(([name, weight]) => `${name}: ${weight}`)
  return text.length === 0 ? '{}' : `{ ${text.join(', ')} }`
}

/** The account file of a scenario. */
export const accountFile = ({ about, keys, accounts }: Scenario): string =>
  [
    ...about.map((line) => `# ${line}`),
    '# The keys are worthless: anyone can make them from a public sentence (see examples/README.md).',
    'quorate: 1',
    'network: testnet',
    'keys:',
    ...Object.entries(keys).map(([alias, strkey]) => `  ${alias}: ${strkey}`),
    'accounts:',
    ...Object.entries(accounts).flatMap(([name, { address, master, thresholds, signers }]) => [
      `  ${name}:`,
      `    address: ${address}`,
      `    master: ${master}`,
      `    thresholds: ${flow(thresholds)}`,
      `    signers: ${flow(signers)}`,
    ]),
    '',
  ].join('\n')

const EXIT = { authorized: 0, rejected: 1, undetermined: 4 } as const

/** One entry of `expected.json`. */
const expectation = (file: string, name: string, { protocol, phase, expect }: Elsewhere) => ({
  file: `examples/${name}/${file}`,
  accounts: [`examples/${name}/account.quorate.yaml`],
  network: 'testnet',
  ...(protocol === undefined ? {} : { protocol }),
  ...(phase === undefined ? {} : { phase }),
  verdict: expect.verdict,
  code: expect.code ?? null,
  operations: expect.operations ?? [],
  ...(expect.inner === undefined
    ? {}
    : { inner: { code: expect.inner.code, operations: expect.inner.operations ?? [] } }),
  exit: EXIT[expect.verdict],
})

/** The text of `expected.json`. */
export const expectedFile = (scenarios: readonly Scenario[]): string => {
  const entries = scenarios.flatMap(({ name, envelopes }) =>
    envelopes.flatMap(({ file, expect, elsewhere = [] }) =>
      [{ expect }, ...elsewhere].map((where) => expectation(file, name, where)),
    ),
  )
  return `${JSON.stringify(entries, undefined, 2)}\n`
}

const labels = (signatures: readonly Signing[]): string =>
  signatures.length === 0 ? 'nobody' : signatures.map(({ label }) => label).join(', ')

const signedBy = ({ signatures, feeBump }: EnvelopeSpec): string =>
  feeBump === undefined
    ? labels(signatures)
    : `inner: ${labels(signatures)}; outer: ${labels(feeBump.signatures)}`

const code = ({ expect: { verdict, code, operations = [], inner } }: EnvelopeSpec): string => {
  const at = operations.map((o) => `, \`${o.code}\` at operation ${o.index}`).join('')
  const within = inner === undefined ? '' : `, inner \`${inner.code}\``
  return code === undefined ? verdict : `${verdict} \`${code}\`${at}${within}`
}

/** The table of a README, as the formatter would align it. */
export const table = ({ envelopes }: Scenario): string => {
  const rows = envelopes.map((e) => [`\`${e.file}\``, signedBy(e), code(e), e.because])
  const all = [['File', 'Signed by', 'Verdict', 'Because'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) => `| ${cells.map((c, i) => c.padEnd(widths[i]!)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(all[0]!), rule, ...rows.map(line)].join('\n')
}
