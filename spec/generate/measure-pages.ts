/** The pages of measures: `docs/measures/<id>.md`, and their index, each with an answer that was computed. */
import { MEASURES, showRational, type Measure } from '../../src/advice/coalition/index.js'
import { game } from '../../src/kernel/model/index.js'
import type { Generated } from './generated.js'
import { capital, fence, GENERATED, table, wrapped } from './markdown.js'

const FOLDER = 'docs/measures'

/** A committee of which its author said that the chair is always involved. */
const COMMITTEE = game(5, [
  { id: 'Chair', weight: 3 },
  { id: 'Member1', weight: 2 },
  { id: 'Member2', weight: 2 },
  { id: 'Secretary', weight: 1 },
])

const isRational = (value: object): value is Parameters<typeof showRational>[0] => 'numerator' in value

/** Fractions as people write them; what may be absent as itself, or null. */
const plain = (key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (isRational(value)) return showRational(value)
  if (!('_tag' in value)) return value
  if (value._tag === 'None') return null
  return value._tag === 'Some' && 'value' in value ? plain(key, value.value) : value
}

const pageOf = ({ id, summary, formula, cost, source, ask }: Measure): string =>
  [
    `# ${id}`,
    GENERATED,
    wrapped(`${capital(summary)}.`),
    table(
      ['', ''],
      [
        ['Formula', formula],
        ['Cost', cost],
        ['Source', source],
      ],
    ),
    wrapped('`n` players, each of weight `w`, need the quota `q`; all weights together are `T`.'),
    '## Example',
    wrapped('Chair 3, Member1 2, Member2 2 and Secretary 1 of 5:'),
    fence('json', JSON.stringify(ask(COMMITTEE), plain, 2)),
    '',
  ].join('\n\n')

const indexPage = (): string =>
  [
    '# Measures',
    GENERATED,
    wrapped(
      'What can be asked of weights and a quota. With the weights of a Stellar account every answer about signers is exact: a quota is at most 255, so that all 2²¹ groups of signers are decided by tables of a few thousand numbers. Lists that could be long are given up to a limit, and say so; so does the search for the fewest places where keys have copies in many. Every group of which is told that it can act, cannot, or stops the others was weighed again, by plain addition, before it was told.',
    ),
    table(
      ['Measure', 'The question'],
      MEASURES.map(({ id, summary }) => [`[${id}](${id}.md)`, summary]),
    ),
    '',
  ].join('\n\n')

export const measurePages = (): Promise<readonly Generated[]> =>
  Promise.resolve([
    { path: `${FOLDER}/README.md`, text: indexPage() },
    ...MEASURES.map((measure) => ({ path: `${FOLDER}/${measure.id}.md`, text: pageOf(measure) })),
  ])
