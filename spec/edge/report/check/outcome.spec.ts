import { expect } from 'chai'
import { SEVERITIES, type Severity } from '../../../../src/advice/lint/index.js'
import {
  CHECK_EXIT_CODES,
  exitMeaning,
  NOTHING_CHECKED,
  outcomeOf,
  outcomeOfResult,
  summaryOf,
  type CheckSummary,
} from '../../../../src/edge/report/index.js'
import { FILES } from './promises.js'
import { HEAD } from './sample.js'

const ONE: CheckSummary = { ...NOTHING_CHECKED, files: 1 }

describe('report/check: how it ends', () => {
  const table: readonly (readonly [string, Partial<CheckSummary>, Severity, number])[] = [
    ['nothing is wrong', { holds: 3, testsPassed: 2 }, 'note', 0],
    ['nothing was checked', { files: 0 }, 'error', 2],
    ['a claim is violated', { violated: 1 }, 'error', 1],
    ['a claim is vacuous', { vacuous: 1 }, 'error', 1],
    ['a claim is unknown', { unknown: 1 }, 'error', 4],
    ['a test failed', { testsFailed: 1 }, 'error', 1],
    ['a test is unknown', { testsUnknown: 1 }, 'error', 4],
    ['a file could not be read', { unreadable: 1 }, 'error', 2],
    ['wrong and unknown', { violated: 1, unknown: 1 }, 'error', 1],
    ['a failed test and an unknown claim', { testsFailed: 1, unknown: 1 }, 'error', 1],
    ['an error and an unknown test', { errors: 1, testsUnknown: 1 }, 'error', 1],
    ['unread and wrong', { unreadable: 1, violated: 1, errors: 1 }, 'error', 2],
    ['unread and unknown', { unreadable: 1, unknown: 1 }, 'error', 2],
    ['an error, from errors on', { errors: 1 }, 'error', 1],
    ['an error, from notes on', { errors: 1 }, 'note', 1],
    ['a warning, from errors on', { warnings: 1 }, 'error', 0],
    ['a warning, from warnings on', { warnings: 1 }, 'warning', 1],
    ['a note, from warnings on', { notes: 1 }, 'warning', 0],
    ['a note, from notes on', { notes: 1 }, 'note', 1],
    ['only suppressed findings', { suppressed: 9 }, 'note', 0],
    ['a warning that does not count, and an unknown claim', { warnings: 1, unknown: 1 }, 'error', 4],
  ]

  for (const [what, counts, failOn, code] of table)
    it(`${what}: ${String(code)}`, () => {
      expect(CHECK_EXIT_CODES[outcomeOf({ ...ONE, ...counts }, failOn)]).to.equal(code)
    })

  it('says of each result alone what a check with nothing else would end with', () => {
    for (const failOn of SEVERITIES)
      for (const file of FILES)
        for (const result of file.results) {
          const alone = summaryOf([{ ...file, results: [result] }])
          expect(outcomeOfResult(result, failOn), JSON.stringify(alone)).to.equal(outcomeOf(alone, failOn))
        }
  })

  it('counts each result once, and files that could not be read as files', () => {
    expect(summaryOf(FILES)).to.deep.equal({
      files: 3,
      accounts: 3,
      unreadable: 1,
      errors: 1,
      warnings: 1,
      notes: 1,
      suppressed: 2,
      holds: 1,
      violated: 3,
      vacuous: 1,
      unknown: 1,
      testsPassed: 1,
      testsFailed: 1,
      testsUnknown: 1,
    } satisfies CheckSummary)
  })

  it('has a meaning of its own for every code', () => {
    const meanings = (['clean', 'no', 'bad-input', 'undecided'] as const).map((one) =>
      exitMeaning(one, HEAD.failOn),
    )
    expect(new Set(meanings).size).to.equal(4)
    for (const meaning of meanings) expect(meaning).to.match(/^[a-z].*[^.]$/)
  })
})
