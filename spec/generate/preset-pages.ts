/** The pages of presets: `docs/presets/<id>.md`, and their index. */
import { PRESETS, type Preset } from '../../src/advice/plan/index.js'
import { presetList } from '../../src/app/programs/preset-told.js'
import { renderLines, unpainted } from '../../src/edge/report/styled.js'
import { claimsText } from './claims-text.js'
import { examplePreset } from './example-preset.js'
import type { Generated } from './generated.js'
import { levelsList } from './levels.js'
import { capital, code, fence, GENERATED, joined, table, wrapped } from './markdown.js'
import { presetAnalysis } from './preset-analysis.js'
import { survey, summarize } from './who-can.js'
import { whoCanNotes, whoCanTable } from './who-can-table.js'

const FOLDER = 'docs/presets'

/** Examples with a folder of signed envelopes. */
const EXAMPLE_FOLDERS: readonly string[] = ['joint', 'company', 'expense', 'anchor', 'custom-currency']

const exampleLink = ({ id }: Preset): string =>
  EXAMPLE_FOLDERS.includes(id)
    ? ` Signed envelopes of this very account are in [examples/${id}](../../examples/${id}/README.md).`
    : ''

const parameters = ({ keys, numbers }: Preset): string =>
  table(
    ['Parameter', 'What it is', 'Where it is not given'],
    [
      ['`--address`', 'the account: the key that names it', 'must be given'],
      ...(keys.most === 0
        ? []
        : [['`--key`', `${keys.summary}: ${String(keys.least)} to ${String(keys.most)}`, 'must be given']]),
      ...Object.entries(numbers).map(([name, { summary, standardSays }]) => [
        code(`--${name}`),
        summary,
        standardSays,
      ]),
    ],
  )

/** What the numbers of the example are: "Here `m` is 3." */
const numbersText = (numbers: Readonly<Record<string, number>>): string => {
  const said = Object.entries(numbers).map(([name, value]) => `${code(name)} is ${String(value)}`)
  return said.length === 0 ? '' : `In this example, ${joined(said)}. `
}

const pageOf = async (preset: Preset): Promise<string> => {
  const { filled, command, yaml, story } = examplePreset(preset)
  const { given, configuration } = filled.filled
  const asked = survey(configuration)
  const summary = summarize(asked)
  return [
    `# ${preset.id}`,
    GENERATED,
    wrapped(`${capital(preset.summary)}. ${preset.purpose}`),
    '## Who can do what',
    wrapped(
      `${numbersText(given.numbers)}A row says what those who sign can do together, at each of the three levels of operations.`,
    ),
    whoCanTable(summary),
    levelsList()
      .map((line) => `- ${wrapped(line, '  ')}`)
      .join('\n'),
    wrapped(
      `${whoCanNotes(asked, summary)} What the levels are is explained in [concepts](../concepts.md#thresholds-and-levels).`,
    ),
    '## What it protects from',
    claimsText(configuration, preset.promises(given)),
    '## What it does not protect from',
    claimsText(configuration, preset.notProtected(given)),
    '## Parameters',
    parameters(preset),
    '## The account file',
    wrapped(
      `This command writes the file below. The keys are worthless: anyone can make them from a public sentence (see [examples](../../examples/README.md#the-keys-are-worthless)).${exampleLink(preset)}`,
    ),
    fence('console', `$ ${command}\n${story}`),
    fence('yaml', yaml),
    '## Its analysis',
    wrapped(
      'What the file permits, by every measure; [quorate analyze](../cli/analyze.md) explains the words, and answers what would be if keys were lost or numbers were others.',
    ),
    fence('console', await presetAnalysis(`${preset.example.account}.quorate.yaml`, yaml)),
    '',
  ].join('\n\n')
}

const indexPage = (): string => {
  const { list, next } = presetList()
  return [
    '# Presets',
    GENERATED,
    wrapped(
      'Accounts that people set up again and again. Five of them are the examples of the multisignature document of Stellar, with the numbers that it gives; the keys are yours, and most numbers can be others. Each page says who can do what, what the preset protects from, and what it does not protect from, and every such statement was put to the engine.',
    ),
    table(
      ['Preset', 'What it is'],
      PRESETS.map(({ id, summary }) => [`[${id}](${id}.md)`, summary]),
    ),
    fence('console', `$ quorate preset\n${renderLines(unpainted)([...list, ...next])}`),
    '',
  ].join('\n\n')
}

export const presetPages = async (): Promise<readonly Generated[]> => [
  { path: `${FOLDER}/README.md`, text: indexPage() },
  ...(await Promise.all(
    PRESETS.map(async (preset) => ({ path: `${FOLDER}/${preset.id}.md`, text: await pageOf(preset) })),
  )),
]
