/** What is told beside an account file of a preset: what it does not protect from, and what to do next. */
import { PRESETS } from '../../advice/plan/index.js'
import type { Json } from '../../edge/report/json-list.js'
import { dim, span, strong, warn, widthOf, type Line } from '../../edge/report/styled.js'
import { usageOf, type FilledPreset } from './preset.js'

const text = (words: string): Line => [span(words)]

/** The presets, a line each, and how one is printed. */
export const presetList = (): { readonly list: readonly Line[]; readonly next: readonly Line[] } => {
  const width = Math.max(...PRESETS.map(({ id }) => widthOf(id)))
  const [joint] = PRESETS.filter(({ id }) => id === 'joint')
  return {
    list: PRESETS.map(({ id, summary }): Line => [strong(id.padEnd(width)), span(`  ${summary}`)]),
    next: [
      [],
      text('Print one with the keys of your people, for example'),
      text(`  ${joint === undefined ? '' : usageOf(joint)}`),
    ],
  }
}

/** The presets for programs. */
export const presetListJson = (): Json => ({
  formatVersion: 1,
  presets: PRESETS.map(({ id, summary, keys, numbers }) => ({
    id,
    summary,
    keys: { summary: keys.summary, least: keys.least, most: keys.most },
    numbers: Object.entries(numbers).map(([name, one]) => ({
      name,
      summary: one.summary,
      standard: one.standardSays,
    })),
  })),
})

/** What a preset does not protect from, and the next step. */
export const presetStory = ({ preset, filled, parts }: FilledPreset): readonly Line[] => {
  const file = `${parts.name}.quorate.yaml`
  return [
    text(`What \`${preset.id}\` does not protect from:`),
    ...preset.notProtected(filled.given).map(({ says }): Line => [warn('  - '), span(says)]),
    [],
    text(`Save the file, for example as ${file}, and ask it about an envelope:`),
    text(
      `  quorate evaluate ENVELOPE --account ${file}${parts.network === undefined ? ' --network testnet' : ''}`,
    ),
    text('Let a build hold it to what it says today, with what --fix writes into it:'),
    text(`  quorate check ${file} --fix`),
    [dim('Nothing has been changed on any network: that takes SetOptions operations of the account.')],
  ]
}
