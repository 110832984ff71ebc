import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { loadVectors } from '../../support/vectors.js'
import { ROOT } from '../../support/repository.js'
import { runCli, type CliResult } from '../../support/run-cli.js'

interface Row {
  readonly id: string
  readonly tags: readonly string[]
  readonly networkPassphrase: string
  readonly envelope: string
  readonly hash: string
  readonly validate: {
    readonly code: string
    readonly opCodes: readonly string[]
    readonly used: string
    readonly innerCode?: string
    readonly innerUsed?: string
  }
}

interface Answer {
  readonly id: string | null
  readonly verdict: string
  readonly code: string | null
  readonly hash: string
  readonly operations: readonly (string | null)[]
  readonly used: string
  readonly inner?: { readonly code: string; readonly used: string } | null
  readonly missing: readonly string[]
  readonly error?: { readonly code: string; readonly message: string }
}

const ROWS = loadVectors<Row>('core-verdicts').slice(0, 200)

/** What stellar-core looked at that is no question of authority. */
const isAboutAuthority = ({ tags }: Row): boolean => !tags.some((tag) => tag.startsWith('nonsig'))

const batch = ['evaluate', '--batch', '-']

const answersIn = ({ stdout }: CliResult): readonly Answer[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer)

describe('quorate evaluate --batch', function () {
  this.timeout(60_000)

  it('answers 200 recorded cases in order, each as stellar-core did, and ends with 0', async () => {
    const input = ROWS.map((row) => JSON.stringify(row)).join('\n')
    const result = await runCli({ args: batch, input })
    const answers = answersIn(result)
    expect(result.stderr).to.equal('')
    expect(result.exit).to.equal(0)
    expect(answers.map(({ id }) => id)).to.deep.equal(ROWS.map(({ id }) => id))
    for (const [index, row] of ROWS.entries()) {
      const answer = answers[index]!
      expect(answer.hash).to.equal(Buffer.from(row.hash, 'base64').toString('hex'))
      expect(answer.missing).to.deep.equal([])
      if (!isAboutAuthority(row)) continue
      const { validate } = row
      expect([row.id, answer.code, answer.used]).to.deep.equal([row.id, validate.code, validate.used])
      expect(answer.operations).to.deep.equal(
        validate.opCodes.map((code) => code.replace(/^opINNER:.*/, 'opSUCCESS')),
      )
      if (validate.innerCode !== undefined)
        expect([answer.inner?.code, answer.inner?.used]).to.deep.equal([
          validate.innerCode,
          validate.innerUsed,
        ])
    }
  })

  it('answers what it cannot read with an error, goes on, and ends with 2', async () => {
    const [first, second, third] = ROWS.map((row) => JSON.stringify(row))
    const seed = JSON.stringify({
      ...ROWS[3],
      note: 'SB3KJJHPHGRGWQ5JFYAOCRBS3BWMC2V4PGRXPVOEUZHVNPQ3GO3OVBH2',
    })
    const lines = [
      first,
      '{"id":"cut","protocol":',
      '',
      second,
      JSON.stringify({ ...ROWS[4], id: 'envelope', envelope: 'AAAA' }),
      JSON.stringify({ ...ROWS[4], id: 'protocol', protocol: 99 }),
      JSON.stringify({ ...ROWS[4], id: 'no network', networkPassphrase: undefined }),
      '[]',
      seed,
      `{"id":"long","envelope":"${'A'.repeat(17 * 1024 * 1024)}"}`,
      third,
      '',
    ]
    const result = await runCli({ args: batch, input: lines.join('\n') })
    expect(answersIn(result).map(({ id, error }) => [id, error?.code])).to.deep.equal([
      [ROWS[0]?.id, undefined],
      ['cut', 'not-json'],
      [ROWS[1]?.id, undefined],
      ['envelope', 'xdr-truncated'],
      ['protocol', 'unsupported-protocol'],
      ['no network', 'batch-shape'],
      [null, 'batch-shape'],
      [ROWS[3]?.id, 'secret-seed'],
      ['long', 'line-too-long'],
      [ROWS[2]?.id, undefined],
    ])
    expect(result.stdout).not.to.include('SB3KJJHP')
    expect(result.stderr).to.match(/^error\[unreadable-lines\]: 7 of 10 lines could not be read\n/)
    expect(result.exit).to.equal(2)
  })

  it('takes flags as defaults for lines that do not say it', async () => {
    const { networkPassphrase: _network, ...row } = ROWS[0]!
    const bare = JSON.stringify({ ...row, protocol: undefined, closedWorld: undefined, accounts: [] })
    const said = JSON.stringify(ROWS[0])
    const result = await runCli({
      args: [...batch, '--network', 'futurenet', '--closed-world', '--protocol', '12'],
      input: `${bare}\n${said}`,
    })
    const [of12, of19] = answersIn(result)
    expect([of12?.code, of12?.verdict]).to.deep.equal(['txNOT_SUPPORTED', 'rejected'])
    expect(of12?.hash).not.to.equal(of19?.hash)
    expect(of19?.code).to.equal(ROWS[0]?.validate.code)
  })

  it('names what is missing, and leaves no code, where accounts are not given', async () => {
    const row = { ...ROWS[0], accounts: [], closedWorld: false }
    const [answer] = answersIn(await runCli({ args: batch, input: JSON.stringify(row) }))
    expect([answer?.verdict, answer?.code]).to.deep.equal(['undetermined', null])
    expect(answer?.missing.length).to.be.above(0)
    expect(answer?.operations).to.include(null)
  })

  it('answers nothing to nothing', async () => {
    expect(await runCli({ args: batch, input: '' })).to.deep.equal({ stdout: '', stderr: '', exit: 0 })
  })

  it('takes no more memory for more input, and ends quietly when its reader leaves', async () => {
    const line = `${JSON.stringify(ROWS[0])}\n`.repeat(20)
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=48', join(ROOT, 'dist/app/bin/main.js'), ...batch],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    )
    let read = 0
    let errors = ''
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    child.stdin.on('error', () => undefined)
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      read += chunk.length
      // As `head` does, once there is enough.
      if (read > 200_000) child.stdout.destroy()
    })
    for (let sent = 0; sent < 2000 && child.stdin.writable; sent++)
      if (!child.stdin.write(line)) await new Promise((resolve) => setTimeout(resolve, 1))
    child.stdin.end()
    expect(await ended).to.equal(0)
    expect(errors).to.equal('')
    expect(read).to.be.above(200_000)
  })
})
