/**
 * Writes every account file, envelope, expectation and README table of the examples.
 *
 * `npx tsx examples/generate.ts` writes; with `--check` it compares with what is there, names each
 * difference, and exits 1 if there is one. The expectations are written by hand in `generator/scenarios/`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { anchorServiceFiles } from './generator/anchor-service.js'
import { entryFiles } from './generator/entries.js'
import { encode } from './generator/envelope.js'
import { loginFiles } from './generator/logins.js'
import { modelFile, MODELS, type Model } from './generator/models/index.js'
import { policyFiles } from './generator/policies/index.js'
import { accountFile, expectedFile, table } from './generator/render.js'
import type { Scenario } from './generator/scenario.js'
import { SCENARIOS } from './generator/scenarios/index.js'

const ROOT = import.meta.dirname
const BEGIN = '<!-- begin generated table -->'
const END = '<!-- end generated table -->'

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The README as it is, with its table replaced. */
const readme = (scenario: Scenario): string => {
  const text = read(join(ROOT, scenario.name, 'README.md')) ?? `# ${scenario.name}\n\n${BEGIN}\n${END}\n`
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined)
    throw new Error(`examples/${scenario.name}/README.md lacks the markers of its table`)
  return `${before!}${BEGIN}\n\n${table(scenario)}\n\n${END}${after}`
}

const filesOf = (scenario: Scenario): [string, string][] => [
  [join(ROOT, scenario.name, 'account.quorate.yaml'), accountFile(scenario)],
  [join(ROOT, scenario.name, 'README.md'), readme(scenario)],
  ...scenario.envelopes.map((spec): [string, string] => [
    join(ROOT, scenario.name, spec.file),
    `${encode(spec)}\n`,
  ]),
]

const modelOf = (model: Model): readonly [string, string] => [
  join(ROOT, 'models', model.folder, `${model.file}.quorate.yaml`),
  modelFile(model),
]

/** Envelopes that no scenario describes: left behind by a renaming. */
const strays = (wanted: ReadonlyMap<string, string>): string[] =>
  SCENARIOS.flatMap(({ name }) => {
    const folder = join(ROOT, name)
    const there = readdirSync(folder, { withFileTypes: true }).map((entry) => join(folder, entry.name))
    return there.filter((path) => path.endsWith('.xdr') && !wanted.has(path))
  })

const check = (wanted: ReadonlyMap<string, string>): void => {
  const stale = [...wanted].filter(([path, text]) => read(path) !== text).map(([path]) => path)
  const wrong = [...stale, ...strays(wanted)].map((path) => join('examples', relative(ROOT, path)))
  for (const path of wrong) console.error(`${path} is not what examples/generate.ts writes`)
  if (wrong.length > 0) process.exitCode = 1
}

const write = (wanted: ReadonlyMap<string, string>): void => {
  for (const [path, text] of wanted) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const path of strays(wanted))
    console.error(`${relative(ROOT, path)} belongs to no scenario: remove it`)
}

const wanted = new Map([
  ...SCENARIOS.flatMap(filesOf),
  ...MODELS.map(modelOf),
  ...anchorServiceFiles().map(([path, text]) => [join(ROOT, path), text] as const),
  ...entryFiles().map(([path, text]) => [join(ROOT, path), text] as const),
  ...loginFiles().map(([path, text]) => [join(ROOT, path), text] as const),
  ...policyFiles().map(([path, text]) => [join(ROOT, path), text] as const),
  [join(ROOT, 'expected.json'), expectedFile(SCENARIOS)] as const,
])
if (process.argv.includes('--check')) check(wanted)
else write(wanted)
