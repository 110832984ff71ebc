/** Unified diffs: `git apply` makes the later text of the earlier one. */
import { expect } from 'chai'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unifiedDiff } from '../../../src/edge/report/unified-diff.js'

/** Texts of few different lines, so that some are the same; with and without a newline at the end. */
const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 24 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''))

describe('unified diffs', () => {
  it('are empty for the same text', () => {
    expect(unifiedDiff('f', 'a\n', 'a\n')).to.equal('')
  })

  it('tell a change with three lines around it', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n'
    expect(unifiedDiff('dir/f', before, before.replace('e\n', 'E\n'))).to.equal(
      '--- a/dir/f\n+++ b/dir/f\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    )
  })

  it('are applied by git, and give the later text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quorate-diff-'))
    try {
      fc.assert(
        fc.property(text, text, (before, after) => {
          fc.pre(before !== after && before !== '' && after !== '')
          writeFileSync(join(folder, 'f'), before)
          execFileSync('git', ['apply', '--unidiff-zero', '-'], {
            cwd: folder,
            input: unifiedDiff('f', before, after),
            stdio: ['pipe', 'pipe', 'pipe'],
          })
          expect(readFileSync(join(folder, 'f'), 'utf8')).to.equal(after)
        }),
        { numRuns: 60 },
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
