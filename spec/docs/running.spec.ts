import { expect } from 'chai'
import { pathToFileURL } from 'node:url'
import { type Block } from './block.js'
import { cleanUp, compile } from './compile.js'
import { printedBy, promisedLines } from './printed.js'
import { openShell } from './shell.js'

describe('docs runner: ts blocks', () => {
  const block = (line: number, ...lines: string[]): Block => ({
    path: 'fixture.md',
    line,
    language: 'ts',
    flags: [],
    lines,
  })
  after(cleanUp)

  it('are compiled with messages at their own lines, and run', async function () {
    this.timeout(60_000)
    const good = block(3, "import assert from 'node:assert/strict'", "const a = 'x'", 'assert.equal(a, "x")')
    const bad = block(7, 'const a = 1', 'const b: string = a')
    const failing = block(20, 'console.log(1)', 'throw new Error("as written")')
    const [one, two, three] = compile([good, bad, failing])

    expect(one!.problems).to.deep.equal([])
    expect(await printedBy(() => import(pathToFileURL(one!.script).href))).to.deep.equal([])
    expect(two!.problems).to.deep.equal(["fixture.md:8 Type 'number' is not assignable to type 'string'."])
    const error = await printedBy(() => import(pathToFileURL(three!.script).href)).catch(String)
    expect(error).to.equal('Error: as written')
  })

  it('promise what they print', async () => {
    expect(promisedLines(['log(1) // => 1', '// =>', '// =>  b ', "'// = 1'"])).to.deep.equal(['1', '', ' b'])
    const printed = await printedBy(async () => {
      console.log({ a: 1 }, 'b')
      console.error('two\nlines')
    })
    expect(printed).to.deep.equal(['{ a: 1 } b', 'two', 'lines'])
  })
})

describe('docs runner: shell', () => {
  it('runs commands in a folder of its own, both streams in one, quietly and in English', () => {
    const shell = openShell()
    try {
      expect(shell.run('echo a; echo b >&2; echo c; exit 3')).to.deep.equal({
        output: ['a', 'b', 'c'],
        exit: 3,
      })
      expect(shell.run('echo "$NO_COLOR $COLUMNS $TERM"; cat')).to.deep.equal({
        output: ['1 80 dumb'],
        exit: 0,
      })
      expect(shell.run('touch left-here').exit).to.equal(0)
      expect(shell.run('ls left-here').output).to.deep.equal(['left-here'])
      expect(shell.run('command -v quorate >/dev/null && npx other')).to.deep.equal({
        output: ['only npx quorate runs in docs'],
        exit: 127,
      })
    } finally {
      shell.close()
    }
  })
})
