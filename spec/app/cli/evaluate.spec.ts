import { expect } from 'chai'
import { read } from '../../support/repository.js'
import { runCli, runCliAll } from '../../support/run-cli.js'

const JOINT = 'examples/joint/account.quorate.yaml'
const SURPLUS = 'examples/joint/payment.surplus.xdr'

const ESCAPE = '\u001b['

const lines = (text: string): readonly string[] => text.split('\n')

describe('quorate evaluate', function () {
  this.timeout(60_000)

  it('shows what the signature too many was, and what to do', async () => {
    const { stdout, exit } = await runCli({ args: ['evaluate', SURPLUS, '--account', JOINT] })
    expect(lines(stdout)).to.deep.equal([
      '✗ rejected · txBAD_AUTH_EXTRA',
      '  signature 2 is used by nothing, and the network takes no signature too many',
      '  → drop signature 2',
      '  testnet · protocol 27 · validate',
      '  hash e60a81568eea8766c39020bd5fa82e40fa05594f780a42887ca8f22e98b3ba7e',
      '',
      'Requirements                                                         needs   has',
      '  ✓ source · low of joint                                                0     1',
      '      bilal 1 (signature 1)',
      '  ✓ operation 1 payment · medium of joint                                0     1',
      '      bilal 1 (signature 1)',
      '',
      'Signatures',
      '  ✓ 1  bilal GBTM…D3VE   used by source and operation 1',
      '  ✗ 2  carina GDO7…3YPJ  surplus: enough weight was reached before its turn',
      '',
      'assuming the operations succeed by themselves; sequence number, time, fee and',
      'balance are not judged',
      '',
    ])
    expect(exit).to.equal(1)
  })

  it('takes base64, a file and standard input alike, and the flag before or after', async () => {
    const text = read(SURPLUS).trim()
    const account = ['--account', JOINT]
    const results = await runCliAll([
      { args: ['evaluate', SURPLUS, ...account] },
      { args: ['evaluate', text, ...account] },
      { args: ['evaluate', '-', ...account], input: `\n${text}\n` },
      { args: ['evaluate', ...account, '--network', 'testnet', text] },
      { args: ['evaluate', SURPLUS, ...account, '--network', 'Test SDF Network ; September 2015'] },
      { args: ['evaluate', SURPLUS, '--account', '-'], input: read(JOINT) },
    ])
    expect(new Set(results.map(({ stdout }) => stdout)).size).to.equal(1)
    expect(results.map(({ exit }) => exit)).to.deep.equal([1, 1, 1, 1, 1, 1])
  })

  it('says on which network the signatures would be good', async () => {
    const envelope = 'examples/joint/payment.wrong-network.xdr'
    const nameless = read(JOINT).replace('network: testnet\n', '')
    const [written, said, there] = await runCliAll([
      { args: ['evaluate', envelope, '--account', JOINT] },
      { args: ['evaluate', envelope, '--account', '-', '--network', 'testnet'], input: nameless },
      { args: ['evaluate', envelope, '--account', '-', '--network', 'public'], input: nameless },
    ])
    const told = (text = ''): string => text.replace(/\s+/g, ' ')
    expect(told(written?.stdout)).to.include(
      'the signatures are for public, and the account file is of testnet',
    )
    expect(told(said?.stdout)).to.include('judge it with --network public')
    expect(there?.exit).to.equal(0)
  })

  it('names the accounts that it would have to know', async () => {
    const { stdout, exit } = await runCli({ args: ['evaluate', SURPLUS, '--network', 'testnet'] })
    expect(stdout).to.match(/^\? undetermined\n/)
    expect(stdout).to.include('GA5P6ZLBDHJBZCLDHV5IRVPRT6JRE4VZD3LBQBHOQCZW7CPK2EEYZCMR')
    expect(stdout).to.include('--account FILE')
    expect(exit).to.equal(4)
  })

  it('answers programs with JSON, positions from 0, names included', async () => {
    const [plain, bump] = await runCliAll([
      { args: ['evaluate', SURPLUS, '--account', JOINT, '--format', 'json'] },
      {
        args: [
          'evaluate',
          'examples/company/fee-bump.inner-surplus.xdr',
          '--account',
          'examples/company/account.quorate.yaml',
          '--format=json',
        ],
      },
    ])
    const json = JSON.parse(plain?.stdout ?? '')
    expect(json).to.deep.include({
      formatVersion: 1,
      verdict: 'rejected',
      code: 'txBAD_AUTH_EXTRA',
      hash: 'e60a81568eea8766c39020bd5fa82e40fa05594f780a42887ca8f22e98b3ba7e',
      network: { name: 'testnet', passphrase: 'Test SDF Network ; September 2015' },
      protocol: 27,
      phase: 'validate',
      envelope: 'transaction',
      fault: { kind: 'surplus', signatures: [1] },
      mends: [{ kind: 'drop-signatures', list: 'transaction', signatures: [1] }],
      missing: [],
      signedFor: null,
      inner: null,
    })
    expect([json.signatures[0].fate, json.signatures[1].fate]).to.deep.equal(['used', 'surplus'])
    expect(json.signatures[1].signers[0]).to.include({ kind: 'ed25519', alias: 'carina' })
    expect(json.requirements[1]).to.deep.include({
      kind: 'operation',
      alias: 'joint',
      level: 'medium',
      operation: { position: 0, type: 'Payment' },
      outcome: 'met',
      needed: 0,
      counted: 1,
    })
    const outer = JSON.parse(bump?.stdout ?? '')
    expect([outer.code, outer.envelope, outer.inner.code]).to.deep.equal([
      'txFEE_BUMP_INNER_FAILED',
      'fee-bump',
      'txBAD_AUTH_EXTRA',
    ])
  })

  it('colours when it is told to, and otherwise only terminals', async () => {
    const args = ['evaluate', SURPLUS, '--account', JOINT]
    const results = await runCliAll([
      { args },
      { args: [...args, '--color', 'always'], env: { NO_COLOR: '1' } },
      { args, env: { FORCE_COLOR: '1' } },
      { args, env: { FORCE_COLOR: '1', NO_COLOR: '1' } },
      { args: [...args, '--color=never'], env: { FORCE_COLOR: '1' } },
    ])
    expect(results.map(({ stdout }) => stdout.includes(ESCAPE))).to.deep.equal([
      false,
      true,
      true,
      false,
      false,
    ])
    const [plain, coloured] = results.map(({ stdout }) => stdout)
    expect(coloured?.replaceAll(/\u001b\[\d+m/g, '')).to.equal(plain)
  })

  it('prints help that begins with examples, and its version', async () => {
    const [help, command, version, nothing] = await runCliAll([
      { args: ['--help'] },
      { args: ['evaluate', '--help'] },
      { args: ['--version'] },
      { args: [] },
    ])
    for (const printed of [help, command]) {
      expect(printed?.stdout).to.match(/^Examples\n {2}quorate evaluate /)
      expect(printed?.exit).to.equal(0)
      expect(Math.max(...lines(printed?.stdout ?? '').map((line) => line.length))).to.be.at.most(82)
    }
    expect(command?.stdout).to.match(/Exit codes\n {2}0 {2}authorized/)
    const { version: expected } = JSON.parse(read('package.json'))
    expect(version).to.deep.equal({ stdout: `${expected}\n`, stderr: '', exit: 0 })
    expect([nothing?.stdout, nothing?.exit]).to.deep.equal(['', 2])
    expect(nothing?.stderr).to.match(/^Usage: quorate/)
  })
})
