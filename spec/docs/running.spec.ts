import { expect } from 'chai'
import { pathToFileURL } from 'node:url'
import { type Block } from './block.js'
import { cleanUp, compile } from './compile.js'
import { printedBy, promisedLines } from './printed.js'
import { plainCommand } from './in-process.js'
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
  it('runs commands in a folder of its own, both streams in one, quietly and in English', async () => {
    const shell = openShell()
    try {
      expect(await shell.run('echo a; echo b >&2; echo c; exit 3')).to.deep.equal({
        output: ['a', 'b', 'c'],
        exit: 3,
      })
      expect(await shell.run('echo "$NO_COLOR $COLUMNS $TERM"; cat')).to.deep.equal({
        output: ['1 80 dumb'],
        exit: 0,
      })
      expect((await shell.run('touch left-here')).exit).to.equal(0)
      expect((await shell.run('ls left-here')).output).to.deep.equal(['left-here'])
      expect(await shell.run('command -v quorate >/dev/null && npx other')).to.deep.equal({
        output: ['only npx quorate runs in docs'],
        exit: 127,
      })
    } finally {
      shell.close()
    }
  })

  it('says the same of a command in this process and in one of its own', async () => {
    const shell = openShell()
    try {
      for (const plain of [
        'quorate --version',
        'quorate evaluate no-such-file',
        'quorate nonsense | head -1',
        'quorate rules > rules',
        'quorate rules | head -2 | grep "^R"',
        'cat rules',
      ]) {
        expect(plainCommand(`exec ${plain}`), plain).to.equal(undefined)
        expect(await shell.run(plain), plain).to.deep.equal(await shell.run(`exec ${plain}`))
      }
    } finally {
      shell.close()
    }
  })

  it('knows a command that needs a shell, a stream or a terminal', () => {
    expect(plainCommand("quorate preset joint --key 'a=b' \\\n  --address c")).to.deep.equal({
      args: ['preset', 'joint', '--key', 'a=b', '--address', 'c'],
    })
    expect(plainCommand('quorate a "b c" > d.json')).to.deep.equal({ args: ['a', 'b c'], file: 'd.json' })
    expect(plainCommand("quorate a | sed -n '1p;2p' | head")).to.deep.equal({
      args: ['a'],
      pipe: "sed -n '1p;2p' | head",
    })
    for (const other of [
      'quorate',
      'quorate | head',
      'quorate a 2>&1 | head',
      'quorate a > b; ls',
      'quorate a >> b',
      'quorate a || b',
      'quorate a && b',
      'quorate a < b',
      'quorate a -',
      'quorate serve',
      'quorate evaluate --batch a',
      'quorate a --color=always',
      'quorate "$A"',
      'quorate *.yaml',
      'cat quorate',
    ])
      expect(plainCommand(other), other).to.equal(undefined)
  })
})
