import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { runCli } from '../../../src/app/cli/cli.js'
import { usesColour } from '../../../src/app/cli/colour.js'
import { countText } from '../../../src/app/cli/progress.js'
import type { Channel } from '../../../src/app/cli/shell.js'
import { streamOutput } from '../../../src/app/node/index.js'
import { lineSplitter } from '../../../src/app/node/lines.js'
import { unpainted } from '../../../src/edge/report/index.js'
import { MAIN } from '../../support/run-cli.js'
import { ROOT } from '../../support/repository.js'

describe('quorate: the terminal around it', () => {
  it('colours where somebody looks, unless told otherwise', () => {
    expect(usesColour('auto', {}, true)).to.equal(true)
    expect(usesColour('auto', {}, false)).to.equal(false)
    expect(usesColour('auto', { TERM: 'dumb' }, true)).to.equal(false)
    expect(usesColour('auto', { NO_COLOR: '1' }, true)).to.equal(false)
    expect(usesColour('auto', { NO_COLOR: '' }, true)).to.equal(true)
    expect(usesColour('auto', { FORCE_COLOR: '1' }, false)).to.equal(true)
    expect(usesColour('auto', { FORCE_COLOR: '0' }, true)).to.equal(false)
    expect(usesColour('always', { NO_COLOR: '1' }, false)).to.equal(true)
    expect(usesColour('never', { FORCE_COLOR: '1' }, true)).to.equal(false)
  })

  it('says how far a batch has come', () => {
    expect(countText({ judged: 12345, unreadable: 0 }, 4000)).to.equal('12,345 judged · 3,086 a second')
    expect(countText({ judged: 1, unreadable: 2 }, 0)).to.equal('1 judged, 2 unreadable · 3,000 a second')
  })

  it('cuts chunks into lines wherever they break, and lets go of what is too long', () => {
    const text = 'one\ntwo\n\nétoile\nthis is too long\nlast'
    for (let size = 1; size < 12; size++) {
      const splitter = lineSplitter(8)
      const bytes = Buffer.from(text)
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      )
      const lines = [...chunks.flatMap(splitter.feed), ...splitter.end()]
      expect(lines.map((line) => (line._tag === 'Line' ? line.text : line._tag))).to.deep.equal([
        'one',
        'two',
        '',
        'étoile',
        'TooLong',
        'last',
      ])
    }
  })

  it('tells a fault of its own as such: exit 3, no stack unless it is asked for', async () => {
    let told = ''
    const stderr: Channel = {
      output: { write: (text) => Promise.resolve((told += text) !== '') },
      isTerminal: false,
      paint: () => unpainted,
    }
    const stdout: Channel = {
      ...stderr,
      output: { write: () => Promise.reject(new Error('the pipe burst')) },
    }
    const args = [
      'evaluate',
      'examples/joint/payment.ok.xdr',
      '--account',
      'examples/joint/account.quorate.yaml',
    ]
    expect(await runCli(args, { stdout, stderr, width: 80, now: () => 0 })).to.equal(3)
    expect(told).to.match(/^internal fault: the pipe burst\n/)
    expect(told).to.include('please report it')
    expect(told).not.to.include('    at ')
  })

  it('writes no more where the reader has left, and says so where something else stopped it', async () => {
    for (const [code, told] of [
      ['EPIPE', []],
      ['ENOSPC', ['ENOSPC']],
    ] as const) {
      const stream = new PassThrough()
      const failed: unknown[] = []
      const output = streamOutput(stream, (error) => failed.push(error.code))
      expect(await output.write('one'), code).to.equal(true)
      stream.emit('error', Object.assign(new Error(code), { code }))
      expect(await output.write('two'), code).to.equal(false)
      expect(String(stream.read()), code).to.equal('one')
      expect(failed, code).to.deep.equal(told)
    }
  })

  it('ends as a fault where the result cannot be written, whatever the verdict', function () {
    if (!existsSync('/dev/full')) this.skip()
    const full = openSync('/dev/full', 'w')
    const envelope = ['examples/joint/payment.ok.xdr', '--account', 'examples/joint/account.quorate.yaml']
    for (const what of [envelope, ['--batch', 'examples/library/batch.jsonl']]) {
      const args = [MAIN, 'evaluate', ...what]
      const run = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', full, 'pipe'] })
      expect(run.status).to.equal(3)
      expect(String(run.stderr)).to.include('standard output could not be written (ENOSPC)')
    }
    closeSync(full)
  })
})
