/**
 * Whole pages, as people see them: `pages/` has one each. After a change that is meant, write them anew
 * with `UPDATE_PAGES=1 npx mocha spec/edge/report/check/pages.spec.ts`, and read what changed.
 */
import { expect } from 'chai'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CheckFormat, CheckSettings, Paint } from '../../../../src/edge/report/index.js'
import { read, ROOT } from '../../../support/repository.js'
import { FILES } from './promises.js'
import { written } from './sample.js'

const pageAt = (name: string): string => `spec/edge/report/check/pages/${name}.txt`

const compare = (name: string, text: string): void => {
  if (process.env['UPDATE_PAGES'] !== undefined) {
    mkdirSync(dirname(join(ROOT, pageAt(name))), { recursive: true })
    writeFileSync(join(ROOT, pageAt(name)), text)
  }
  expect(text).to.equal(read(pageAt(name)))
}

const pages: readonly (readonly [string, CheckFormat, Partial<CheckSettings>])[] = [
  ['text-80', 'text', { width: 80 }],
  ['text-120', 'text', { width: 120 }],
  ['text-verbose', 'text', { width: 100, verbose: true }],
  ['markdown', 'markdown', {}],
  ['github', 'github', {}],
  ['junit', 'junit', {}],
]

/** Colours as letters: what is painted is what is unpainted, with marks around it. */
const marked: Paint = (role, text) => (role === 'plain' ? text : `\u001b[1m${text}\u001b[0m`)

describe('report/check: pages', () => {
  for (const [name, format, settings] of pages)
    it(name, () => {
      compare(name, written(format, FILES, settings))
    })

  it('stay within their width, but for places, which are never broken', () => {
    for (const width of [60, 80, 120])
      for (const line of written('text', FILES, { width, verbose: true }).split('\n'))
        if (!line.startsWith('  -->')) expect([...line].length, line).to.be.at.most(width)
  })

  it('lose nothing without colour', () => {
    const painted = written('text', FILES, { paint: marked })
    expect(painted).to.include('\u001b')
    expect(painted.replaceAll(/\u001b\[\dm/g, '')).to.equal(written('text', FILES))
  })

  it('tell nothing of a file in which all is well, and count it', () => {
    const fine = FILES.slice(2)
    expect(written('text', fine)).to.equal(
      '✓ no findings; 1 file, 1 account\n' +
        '  exit 0: every claim holds, every test passes, and nothing is found at or above\n' +
        '    error\n',
    )
  })
})
