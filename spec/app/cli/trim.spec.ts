import { expect } from 'chai'
import { loadVectors } from '../../support/vectors.js'
import { read } from '../../support/repository.js'
import { runCli, runCliAll } from '../../support/run-cli.js'
import { ofAll, someOf } from './recorded-simulation.js'

const JOINT = ['--account', 'examples/joint/account.quorate.yaml']
const COMPANY = ['--account', 'examples/company/account.quorate.yaml']
const joint = (name: string): string => `examples/joint/${name}.xdr`
const company = (name: string): string => `examples/company/${name}.xdr`

const lines = (text: string): readonly string[] => text.split('\n')

const flat = (text = ''): string => text.replace(/\s+/g, ' ')

interface Answer {
  readonly id: string
  readonly verdict: string
  readonly envelope: string | null
  readonly kept: readonly number[]
  readonly dropped: readonly { readonly signature: number; readonly reason: string }[]
  readonly state: string
  readonly error?: { readonly code: string }
}

const batchOf = async <A>(command: string, rows: readonly object[]): Promise<readonly A[]> => {
  const { stdout } = await runCli({
    args: [command, '--batch', '-'],
    input: rows.map((row) => JSON.stringify(row)).join('\n'),
  })
  return lines(stdout)
    .slice(0, -1)
    .map((line) => JSON.parse(line) as A)
}

describe('quorate trim', function () {
  this.timeout(120_000)

  it('makes an over-signed payment ready: the envelope on one stream, the story on the other', async () => {
    const { stdout, stderr, exit } = await runCli({ args: ['trim', joint('payment.surplus'), ...JOINT] })
    expect(stdout).to.equal(read(joint('payment.ok')))
    expect(lines(stderr)).to.deep.equal([
      '✓ ready to be submitted · 1 signature kept, 1 dropped',
      '  testnet · protocol 27',
      '  hash e60a81568eea8766c39020bd5fa82e40fa05594f780a42887ca8f22e98b3ba7e',
      '',
      'Kept',
      '  ✓ 1  bilal GBTM…D3VE  used by source and operation 1',
      '',
      'Dropped',
      '  – 2  carina GDO7…3YPJ  not needed: enough weight is reached without it',
      '',
    ])
    expect(exit).to.equal(0)
  })

  it('merges copies, and says where each signature came from', async () => {
    const copies = [joint('payment.stranger'), joint('payment.surplus')]
    const { stdout, stderr, exit } = await runCli({
      args: ['trim', ...copies, ...JOINT, '--prefer', 'carina'],
    })
    const [, verdict] = await runCliAll([
      { args: ['--version'] },
      { args: ['evaluate', '-', ...JOINT], input: stdout },
    ])
    expect(verdict?.stdout).to.match(/^✓ authorized/)
    expect(flat(stderr)).to.include(`(signature 2 of ${joint('payment.surplus')})`)
    expect(flat(stderr)).to.include(`stranger: no signer of anything that is needed here (signature 2 of`)
    expect(flat(stderr)).to.match(/Kept ✓ 3 carina/)
    expect(exit).to.equal(0)
  })

  it('refuses copies of different transactions by name', async () => {
    const { stdout, stderr, exit } = await runCli({
      args: ['trim', joint('payment.ok'), joint('add-signer.ok'), ...JOINT],
    })
    expect(stdout).to.equal('')
    expect(stderr).to.match(
      /^error\[different-transactions\]: \S+payment\.ok\.xdr and \S+add-signer\.ok\.xdr /,
    )
    expect(exit).to.equal(2)
  })

  it('prints nothing where it is not enough, and says who must still sign', async () => {
    const [missing, hint, corrected, unknown] = await runCliAll([
      { args: ['trim', joint('add-signer.missing-carina'), ...JOINT] },
      { args: ['trim', joint('payment.wrong-hint'), ...JOINT] },
      { args: ['trim', joint('payment.wrong-hint'), ...JOINT, '--correct-hints'] },
      { args: ['trim', joint('payment.other-account.undetermined'), ...JOINT] },
    ])
    expect([missing, hint, unknown].map((result) => result?.stdout)).to.deep.equal(['', '', ''])
    expect(missing?.stderr).to.match(/^✗ not authorized yet/)
    expect(missing?.stderr).to.include('→ sign next: carina')
    expect(flat(hint?.stderr)).to.include('Of no use ✗ 1 bilal GBTM…D3VE wrong hint')
    expect(hint?.stderr).to.include('--correct-hints')
    expect(corrected?.stdout).to.equal(read(joint('payment.ok')))
    expect(flat(corrected?.stderr)).to.include('under the right hint fb9ae731')
    expect(unknown?.stderr).to.match(/^\? undetermined/)
    expect([missing, hint, corrected, unknown].map((result) => result?.exit)).to.deep.equal([1, 1, 0, 4])
  })

  it('touches the inner signatures of a fee bump only where it may, and then says what is left to do', async () => {
    const [refused, outer, inner] = await runCliAll([
      { args: ['trim', company('fee-bump.inner-surplus'), ...COMPANY] },
      { args: ['trim', company('fee-bump.outer-surplus'), ...COMPANY] },
      { args: ['trim', company('fee-bump.inner-surplus'), ...COMPANY, '--allow-inner'] },
    ])
    expect([refused?.stdout, refused?.exit]).to.deep.equal(['', 1])
    expect(refused?.stderr).to.include('Would be dropped')
    expect(refused?.stderr).to.include('--allow-inner')
    const judged = await runCli({ args: ['evaluate', '-', ...COMPANY], input: outer?.stdout ?? '' })
    expect(judged.stdout).to.match(/^✓ authorized · txFEE_BUMP_INNER_SUCCESS\n/)
    expect(outer?.exit).to.equal(0)
    expect(inner?.stderr).to.match(/^… the fee bump has to be signed again · 1 signature kept, 1 dropped\n/)
    expect(inner?.exit).to.equal(1)
    const verdict = await runCli({ args: ['signers', '-', ...COMPANY], input: inner?.stdout ?? '' })
    expect(verdict.stdout).to.match(/^… unfinished · 3 signatures are missing/)
    expect(verdict.stdout).not.to.include('inner transaction to leave out')
  })

  it('answers programs with JSON on one stream', async () => {
    const { stdout, stderr, exit } = await runCli({
      args: ['trim', joint('payment.surplus'), ...JOINT, '--format', 'json'],
    })
    const json = JSON.parse(stdout)
    expect([stderr, exit]).to.deep.equal(['', 0])
    expect(json).to.deep.include({
      formatVersion: 1,
      state: 'ready',
      verdict: 'authorized',
      envelope: read(joint('payment.ok')).trim(),
      kept: [0],
      corrected: [],
      sequence: null,
    })
    expect(json.dropped[0]).to.deep.include({ signature: 1, reason: 'not-needed' })
    expect(json.signatures[1]).to.deep.include({ copy: joint('payment.surplus'), position: 1 })
  })

  it('in a batch prints what is authorized, byte for byte but for the list, and accounts for each signature', async () => {
    const rows = someOf(
      loadVectors<{ id: string; envelope: string; validate: { used: string } }>('core-verdicts'),
    )
    const answers = await batchOf<Answer>('trim', rows)
    const ready: object[] = []
    const tally: Record<string, number> = {}
    for (const [i, row] of rows.entries()) {
      const { id, envelope, state, kept, dropped } = answers[i]!
      expect(id).to.equal(row.id)
      tally[state] = (tally[state] ?? 0) + 1
      expect(envelope === null, id).to.equal(state !== 'ready')
      if (envelope === null) continue
      ready.push({ ...row, envelope })
      expect(
        [...kept, ...dropped.map(({ signature }) => signature)].toSorted((a, b) => a - b),
        id,
      ).to.deep.equal([...row.validate.used].map((_, at) => at))
      if (dropped.length === 0) expect(envelope, id).to.equal(row.envelope)
    }
    const verdicts = await batchOf<{ id: string; verdict: string }>('evaluate', ready)
    expect(verdicts.filter(({ verdict }) => verdict !== 'authorized')).to.deep.equal([])
    expect(tally).to.deep.equal(
      ofAll(
        { ready: 1985, 'not-authorized': 1847, 'inner-would-change': 168 },
        { ready: 419, 'not-authorized': 353, 'inner-would-change': 28 },
      ),
    )
  })

  it('in a batch merges copies, and refuses those of another transaction by name', async () => {
    const [a, b] = loadVectors<{ envelope: string; validate: { used: string; code: string } }>(
      'core-state',
    ).filter(({ validate }) => validate.used === '1' && validate.code === 'txSUCCESS')
    const [same, other, broken] = await batchOf<Answer>('trim', [
      { ...a, copies: [a!.envelope] },
      { ...a, copies: [b!.envelope] },
      { ...a, copies: ['AAAA'] },
    ])
    expect([same?.state, same?.envelope]).to.deep.equal(['ready', a!.envelope])
    expect([other?.error?.code, broken?.error?.code]).to.deep.equal([
      'different-transactions',
      'xdr-truncated',
    ])
  })
})
