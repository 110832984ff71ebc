/**
 * A check as one JSON object, written piece by piece: the pieces together are the object, and no file is
 * kept. `docs/schema/check.json` is its schema.
 *
 * - `files`: each with its `digest` (null where it could not be read) and `results`
 * - a result's `kind` is `finding`, `assertion`, `test` or `unreadable`; only `severity`, `verdict` and
 *   `suppressed` decide what it counts for
 * - `summary`: what was counted; `outcome` and `exitCode`: how the check ends
 */
import type * as t from 'io-ts/lib/index.js'
import type { CheckEnd, CheckHead, CheckReporter } from '../check-report.js'
import { CHECK_EXIT_CODES } from '../outcome.js'
import type { CheckSettings } from '../settings.js'
import type { checkJsonCodec, checkLineCodec } from './codecs.js'
import { fileOf } from './result.js'

type CheckJson = t.TypeOf<typeof checkJsonCodec>
type CheckLine = t.TypeOf<typeof checkLineCodec>

const headOf = ({
  version,
  today,
  failOn,
}: CheckHead): Omit<CheckJson, 'files' | 'summary' | 'outcome' | 'exitCode'> => ({
  formatVersion: 1,
  tool: { name: 'quorate', version },
  today,
  failOn,
})

const endOf = ({ summary, outcome }: CheckEnd): Pick<CheckJson, 'summary' | 'outcome' | 'exitCode'> => ({
  summary: { ...summary },
  outcome,
  exitCode: CHECK_EXIT_CODES[outcome],
})

/** The members of an object as they stand within its braces, on lines of their own. */
const membersText = (members: object): string => JSON.stringify(members, null, 2).slice(2, -2)

/** The same text deeper inside another one; texts of JSON have no line breaks of their own. */
const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)

/** The reporter of one object. */
export const checkJson = ({ catalogue: { says } }: CheckSettings): CheckReporter => {
  let isFirst = true
  return {
    head: (head) => `{\n${membersText(headOf(head))},\n  "files": [`,
    file: (file) => {
      const before = isFirst ? '' : ','
      isFirst = false
      return `${before}\n    ${indented(JSON.stringify(fileOf(says, file), null, 2), '    ')}`
    },
    end: (end) => `${isFirst ? '' : '\n  '}],\n${membersText(endOf(end))}\n}\n`,
  }
}

const lineText = (line: CheckLine): string => `${JSON.stringify(line)}\n`

/** The reporter of one object a line: `head`, then a `file` and each `result` of it, then `end`. */
export const checkJsonLines = ({ catalogue: { says } }: CheckSettings): CheckReporter => ({
  head: (head) => lineText({ type: 'head', ...headOf(head) }),
  file: (file) => {
    const told = fileOf(says, file)
    return [
      lineText({ type: 'file', ...told, results: told.results.length }),
      ...told.results.map((result) => lineText({ type: 'result', file: file.file, result })),
    ].join('')
  },
  end: (end) => lineText({ type: 'end', ...endOf(end) }),
})
