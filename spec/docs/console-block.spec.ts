import { expect } from 'chai'
import { type Block } from './block.js'
import { matches, outputLines, renderStep, stepsOf } from './console-block.js'
import { rewrite } from './rewrite.js'

const block = (...lines: string[]): Block => ({
  path: 'a.md',
  line: 10,
  language: 'console',
  flags: [],
  lines,
})

describe('docs runner: console blocks', () => {
  it('are commands with what they print and their exit code', () => {
    const steps = stepsOf(block('$ a', 'one', '', 'two', '', '$ b \\', '  --c', '[exit 3]', '$ d'))
    expect(steps).to.deep.equal([
      { line: 10, command: 'a', expected: ['one', '', 'two'], exit: 0 },
      { line: 15, command: 'b \\\n  --c', expected: [], exit: 3 },
      { line: 18, command: 'd', expected: [], exit: 0 },
    ])
  })

  it('begin with a command', () => {
    expect(() => stepsOf(block('one'))).to.throw('a.md:10 a console block begins with a `$ ` command')
  })

  it('forget blank lines at the end of an output only', () => {
    expect(outputLines('\na\n\nb\n\n')).to.deep.equal(['', 'a', '', 'b'])
    expect(outputLines('')).to.deep.equal([])
  })

  const table: readonly [expected: string, output: string, match: boolean][] = [
    ['', '', true],
    ['a b', 'a b', true],
    ['a', 'b', false],
    ['a', 'a b', false],
    ['a b', 'a', false],
    ['...', '', true],
    ['...', 'a b c', true],
    ['a ...', 'a', true],
    ['a ... d', 'a b c d', true],
    ['a ... d', 'a b c', false],
    ['... c ...', 'a b c d', true],
    ['... b', 'b a b', true],
  ]
  const words = (text: string) => text.split(' ').filter((word) => word !== '')
  for (const [expected, output, match] of table)
    it(`expecting \`${expected}\`, \`${output}\` is ${match ? 'right' : 'wrong'}`, () => {
      expect(matches(words(expected), words(output))).to.equal(match)
    })

  it('keep their wildcards when these still hold', () => {
    const step = { line: 1, command: 'a', expected: ['one', '...'], exit: 0 }
    expect(renderStep(step, { output: ['one', 'two'], exit: 1 })).to.deep.equal([
      '$ a',
      'one',
      '...',
      '[exit 1]',
    ])
    expect(renderStep(step, { output: ['two'], exit: 0 })).to.deep.equal(['$ a', 'two'])
  })
})

describe('docs runner: update', () => {
  const fence = '```'
  const document = (one: string, two: string) =>
    `# A\n${fence}console\n$ one\n${one}\n${fence}\n- b\n  ${fence}console\n  $ two\n  ${two}\n  ${fence}\nend\n`

  it('rewrites every block in place', async () => {
    const outcome = (command: string) =>
      Promise.resolve({ output: command === 'one' ? ['1', '', '1'] : ['2'], exit: 0 })
    expect(await rewrite('a.md', document('old', 'old'), outcome)).to.equal(document('1\n\n1', '2'))
  })
})
