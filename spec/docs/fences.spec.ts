import { expect } from 'chai'
import { textOf, whyUnknown } from './block.js'
import { docstringFencesOf } from './docstrings.js'
import { fencesOf, withoutFences } from './fences.js'

const FENCE = '```'

const markdown = [
  '# Title',
  `${FENCE}ts no-run`,
  'const a = 1',
  FENCE,
  '- a list',
  `  ${FENCE}console`,
  '  $ echo a',
  '',
  '    deeper',
  `  ${FENCE}`,
  `${FENCE}${FENCE}markdown`,
  `${FENCE}ts`,
  FENCE,
  `${FENCE}${FENCE}`,
  '~~~',
  'open',
].join('\n')

describe('docs runner: fences', () => {
  it('finds blocks with their lines, languages and flags', () => {
    expect(
      fencesOf('a.md', markdown).map(({ line, language, flags }) => [line, language, flags]),
    ).to.deep.equal([
      [3, 'ts', ['no-run']],
      [7, 'console', []],
      [12, 'markdown', []],
      [16, '', []],
    ])
  })

  it('takes away the indent of the list a block stands in', () => {
    expect(fencesOf('a.md', markdown)[1]?.lines).to.deep.equal(['$ echo a', '', '  deeper'])
  })

  it('lets a longer fence hold shorter ones, and an open one run to the end', () => {
    expect(fencesOf('a.md', markdown).slice(2).map(textOf)).to.deep.equal([`${FENCE}ts\n${FENCE}`, 'open'])
  })

  it('does not take inline code for a fence', () => {
    expect(fencesOf('a.md', `${FENCE}a${FENCE} b`)).to.deep.equal([])
  })

  it('empties fences and keeps the lines', () => {
    const rest = withoutFences(markdown).split('\n')
    expect(rest).to.have.length(markdown.split('\n').length)
    expect(rest.filter((line) => line !== '')).to.deep.equal(['# Title', '- a list'])
  })
})

describe('docs runner: docstrings', () => {
  const source = [
    '/** One line. */',
    "const glob = 'spec/**/*.ts'",
    '/**',
    ' * What it is.',
    ' *',
    ' * @example',
    ` * ${FENCE}ts`,
    ' * if (a) {',
    ' *   b()',
    ' * }',
    ` * ${FENCE}`,
    ' */',
    'const c = 2 /* not a docstring',
    ` * ${FENCE}ts`,
    ' */',
  ].join('\n')

  it('hold blocks at the lines of their file', () => {
    expect(docstringFencesOf('a.ts', source)).to.deep.equal([
      { path: 'a.ts', line: 8, language: 'ts', flags: [], lines: ['if (a) {', '  b()', '}'] },
    ])
  })
})

describe('docs runner: languages', () => {
  const block = (language: string, ...flags: string[]) => ({
    path: 'a.md',
    line: 1,
    language,
    flags,
    lines: [],
  })

  it('are known or reported', () => {
    expect(whyUnknown(block('ts', 'no-run'))).to.equal(undefined)
    expect(whyUnknown(block('typescript'))).to.match(/^unknown language `typescript`, expected one of ts,/)
    expect(whyUnknown(block('console', 'no-run'))).to.equal('unknown flag `no-run` after `console`')
  })
})
