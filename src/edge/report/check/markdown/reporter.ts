/** A check as Markdown, for the summary of a workflow or a comment: a heading a file that has something to tell. */
import type { CheckedFile, CheckHead, CheckReporter, Result } from '../check-report.js'
import { CHECK_EXIT_CODES, exitMeaning } from '../outcome.js'
import type { CheckSettings } from '../settings.js'
import { summaryText } from '../summary-words.js'
import { isTold } from '../text/result.js'
import { markdownText as md } from './escaped.js'
import {
  assertedDetails,
  claimsTable,
  failuresTable,
  findingEvidence,
  findingsTable,
  testsTable,
} from './results.js'

const only = <Tag extends Result['_tag']>(
  results: readonly Result[],
  tag: Tag,
): readonly Extract<Result, { readonly _tag: Tag }>[] =>
  results.filter((result): result is Extract<Result, { readonly _tag: Tag }> => result._tag === tag)

const section = (head: string, count: number, ...blocks: readonly string[]): readonly string[] =>
  count === 0 ? [] : [`### ${head}`, ...blocks]

const fileBlocks = (
  { catalogue, verbose }: CheckSettings,
  { file, policy, results }: CheckedFile,
): readonly string[] => {
  const told = results.filter((result) => isTold(result, verbose, 'note'))
  if (told.length === 0) return []
  const [unreadable, findings] = [only(told, 'Unreadable'), only(told, 'Finding')]
  const [asserted, tests] = [only(told, 'Asserted'), only(told, 'Tested')]
  return [
    `## ${md(file)}`,
    ...section(
      'Not read',
      unreadable.length,
      failuresTable(
        unreadable.map(({ failure }) => failure),
        file,
      ),
    ),
    ...section(
      'Findings',
      findings.length,
      findingsTable(findings),
      ...findings.flatMap(({ finding }) => findingEvidence(policy, finding)),
    ),
    ...section(
      'Claims',
      asserted.length,
      claimsTable(
        asserted.map((one) => one.asserted),
        ({ claim }) => catalogue.says(claim),
      ),
      ...asserted.flatMap((one) => assertedDetails(one.policy, one.asserted)),
    ),
    ...section('Tests', tests.length, testsTable(tests.map(({ tested }) => tested))),
  ]
}

const blocksText = (blocks: readonly string[]): string => blocks.map((block) => `${block}\n\n`).join('')

/** The reporter. */
export const checkMarkdown = (settings: CheckSettings): CheckReporter => {
  let head: CheckHead = { version: '', today: '', failOn: 'error' }
  return {
    head: (told) => {
      head = told
      return '# quorate check\n\n'
    },
    file: (file) => blocksText(fileBlocks(settings, file)),
    end: ({ summary, outcome }) =>
      `**${summaryText(summary)}**\n\nexit ${String(CHECK_EXIT_CODES[outcome])}: ${exitMeaning(outcome, head.failOn)}\n`,
  }
}
