import { expect } from 'chai'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preAuthTxKey } from '../../../src/kernel/model/index.js'
import { read } from '../../support/repository.js'
import { runCliAll, runCliHere, type CliCall, type CliResult } from '../../support/run-cli.js'

/** A worthless seed: made for this file, and guarding nothing. */
const SEED = 'SB3KJJHPHGRGWQ5JFYAOCRBS3BWMC2V4PGRXPVOEUZHVNPQ3GO3OVBH2'

const GOOD = read('examples/joint/payment.ok.xdr').trim()
const JOINT = 'examples/joint/account.quorate.yaml'
const JOINT_TEXT = read(JOINT)
const FOUNDER = 'GA5P6ZLBDHJBZCLDHV5IRVPRT6JRE4VZD3LBQBHOQCZW7CPK2EEYZCMR'

const folder = mkdtempSync(join(tmpdir(), 'quorate-'))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** A file of a size that takes no room on the disk. */
const sparse = (name: string, size: number): string => {
  const path = file(name, '')
  truncateSync(path, size)
  return path
}

const urlSafe = Buffer.alloc(120, 0x0f).fill(0xfb, 60).toString('base64url')
const bytes = Buffer.from(GOOD, 'base64')
const RESULT = 'AAAAAAAAAGQAAAAAAAAAAQAAAAAAAAABAAAAAAAAAAA='

const account = (text: string, name: string): readonly string[] => [
  'evaluate',
  GOOD,
  '--account',
  file(name, text),
]
const envelope = (text: string): readonly string[] => ['evaluate', text, '--network', 'testnet']

interface Case extends CliCall {
  readonly name: string
  readonly code: string
  /** What people must be told, besides the code. */
  readonly says?: RegExp
}

const nested = `quorate: 1\nnetwork: testnet\naccounts: ${'{ a: '.repeat(5000)}`

const CASES: readonly Case[] = [
  { name: 'an empty argument', args: envelope(''), code: 'empty-input' },
  { name: 'empty standard input', args: envelope('-'), code: 'empty-input', says: /standard input/ },
  { name: 'an empty file', args: envelope(file('empty.xdr', '\n')), code: 'empty-input', says: /empty\.xdr/ },
  { name: 'no base64', args: envelope('-'), input: 'hello, world! '.repeat(8), code: 'base64-whitespace' },
  {
    name: 'a stray character',
    args: envelope(`${GOOD.slice(0, 80)}*${GOOD.slice(81)}`),
    code: 'base64-character',
  },
  { name: 'url-safe base64', args: envelope(urlSafe), code: 'base64-url', says: /replace - by \+/ },
  {
    name: 'base64 on several lines',
    args: envelope('-'),
    input: GOOD.replace(/(.{64})/g, '$1\n'),
    code: 'base64-whitespace',
    says: /join the lines/,
  },
  { name: 'truncated base64', args: envelope(GOOD.slice(0, -3)), code: 'base64-length', says: /cut short/ },
  {
    name: 'truncated XDR',
    args: envelope(bytes.subarray(0, bytes.length - 9).toString('base64')),
    code: 'xdr-truncated',
  },
  {
    name: 'bytes after the envelope',
    args: envelope(Buffer.concat([bytes, Buffer.alloc(6)]).toString('base64')),
    code: 'xdr-trailing',
  },
  {
    name: 'an envelope that is too long',
    args: envelope('-'),
    input: 'A'.repeat(1024 * 1024 + 4),
    code: 'xdr-too-long',
  },
  {
    name: 'a result',
    args: envelope(RESULT),
    code: 'xdr-not-an-envelope',
    says: /the result of a transaction/,
  },
  { name: 'a hash', args: envelope('ab'.repeat(32)), code: 'xdr-is-hash' },
  { name: 'an account', args: envelope(FOUNDER), code: 'not-an-envelope', says: /GA5P…ZCMR/ },
  {
    name: 'a file that is not there',
    args: envelope('payment.xdr'),
    code: 'file-not-found',
    says: /there is no file `payment\.xdr`/,
  },
  { name: 'a folder', args: envelope('examples'), code: 'not-a-file' },
  {
    name: 'a file that is too large',
    args: envelope(sparse('large.xdr', 200 * 1024 * 1024)),
    code: 'too-large',
    says: /209715200/,
  },
  {
    name: 'standard input that is too large',
    args: envelope('-'),
    input: Buffer.alloc(8 * 1024 * 1024, 65),
    code: 'too-large',
  },
  {
    name: 'standard input twice',
    args: ['evaluate', '-', '--account', '-'],
    input: GOOD,
    code: 'stdin-twice',
  },

  { name: 'a seed as envelope', args: envelope(SEED), code: 'secret-seed' },
  { name: 'a seed as network', args: ['evaluate', GOOD, '--network', SEED], code: 'secret-seed' },
  { name: 'a seed as account', args: ['evaluate', GOOD, `--account=${SEED}`], code: 'secret-seed' },
  {
    name: 'a seed in a path',
    args: ['evaluate', GOOD, '--account', `keys/${SEED}.yaml`],
    code: 'secret-seed',
  },
  { name: 'a seed as command', args: [SEED], code: 'secret-seed' },
  { name: 'a seed on standard input', args: envelope('-'), input: `${SEED}\n`, code: 'secret-seed' },
  {
    name: 'a seed in an account file',
    args: account(JOINT_TEXT.replace(FOUNDER, SEED), 'seed.yaml'),
    code: 'secret-seed',
    says: /seed\.yaml:7:/,
  },
  {
    name: 'most of a seed as path',
    args: ['evaluate', SEED.slice(0, 50), '--network', 'testnet'],
    code: 'base64-length',
  },

  {
    name: 'no network',
    args: ['evaluate', GOOD],
    code: 'network-not-said',
    says: /--network public, testnet, futurenet/,
  },
  {
    name: 'a misspelt network',
    args: ['evaluate', GOOD, '--network', 'tesnet'],
    code: 'unknown-network',
    says: /did you mean `testnet`/,
  },
  {
    name: 'the name of a network elsewhere',
    args: ['evaluate', GOOD, '--network', 'pubnet'],
    code: 'unknown-network',
    says: /`public`/,
  },
  {
    name: 'a misspelt passphrase',
    args: ['evaluate', GOOD, '--network', 'Test SDF Network; September 2015'],
    code: 'unknown-network',
    says: /`testnet`/,
  },
  {
    name: 'two networks',
    args: ['evaluate', GOOD, '--account', JOINT, '--network', 'public'],
    code: 'networks-differ',
    says: /`public`.*`testnet`/,
  },
  {
    name: 'a network twice',
    args: ['evaluate', GOOD, '--network', 'public', '--network', 'testnet'],
    code: 'usage',
    says: /twice/,
  },

  {
    name: 'a weight of 256',
    args: account(JOINT_TEXT.replace('bilal: 1', 'bilal: 256'), 'weight.yaml'),
    code: 'weight-out-of-range',
    says: /weight\.yaml:15:/,
  },
  {
    name: '21 signers',
    args: account(
      JSON.stringify({
        quorate: 1,
        network: 'testnet',
        accounts: {
          joint: {
            address: FOUNDER,
            master: 1,
            thresholds: { low: 0, medium: 0, high: 0 },
            signers: Object.fromEntries(
              // Pre-authorized transactions: any 32 bytes will do.
              Array.from({ length: 21 }, (_, i) => [preAuthTxKey(new Uint8Array(32).fill(i)).strkey, 1]),
            ),
          },
        },
      }),
      'signers.json',
    ),
    code: 'too-many-signers',
  },
  {
    name: 'a misspelt key',
    args: account(JOINT_TEXT.replace('network:', 'netwrk:'), 'key.yaml'),
    code: 'unknown-key',
    says: /key\.yaml:5:[\s\S]*`network`/,
  },
  {
    name: 'a repeated key',
    args: account(`${JOINT_TEXT}\nnetwork: testnet\n`, 'twice.yaml'),
    code: 'duplicate-key',
    says: /twice\.yaml:/,
  },
  {
    name: 'broken YAML',
    args: account('quorate: 1\nkeys: [\n', 'broken.yaml'),
    code: 'yaml-syntax',
    says: /broken\.yaml:/,
  },
  { name: 'deep nesting', args: account(nested, 'deep.yaml'), code: 'too-deep', says: /deep\.yaml/ },
  {
    name: 'an account file that is too large',
    args: ['evaluate', GOOD, '--account', sparse('large.yaml', 200 * 1024 * 1024)],
    code: 'too-large',
  },
  {
    name: 'an account file that is not there',
    args: ['evaluate', GOOD, '--account', 'joint.yaml'],
    code: 'file-not-found',
    says: /joint\.yaml/,
  },
  {
    name: 'two files that differ about an account',
    args: [...account(JOINT_TEXT.replace('master: 1', 'master: 2'), 'other.yaml'), JOINT],
    code: 'accounts-differ',
    says: /master weight/,
  },

  {
    name: 'a protocol that is no number',
    args: ['evaluate', GOOD, '--account', JOINT, '--protocol', 'new'],
    code: 'not-a-protocol',
  },
  {
    name: 'a protocol that is too old',
    args: ['evaluate', GOOD, '--account', JOINT, '--protocol', '9', '--phase', 'apply'],
    code: 'unsupported-protocol',
    says: /10 to 28/,
  },
  {
    name: 'an unknown phase',
    args: ['evaluate', GOOD, '--phase', 'now'],
    code: 'usage',
    says: /validate, apply/,
  },
  { name: 'an unknown command', args: ['evaluat'], code: 'usage', says: /did you mean evaluate/ },
  {
    name: 'an unknown option',
    args: ['evaluate', '--netwrok', 'public'],
    code: 'usage',
    says: /did you mean --network/,
  },
  { name: 'no envelope', args: ['evaluate', '--account', JOINT], code: 'usage', says: /no ENVELOPE/ },
  { name: 'a batch and an envelope', args: ['evaluate', GOOD, '--batch', '-'], code: 'usage' },
  { name: 'a batch and accounts', args: ['evaluate', '--batch', '-', '--account', JOINT], code: 'usage' },
  { name: 'a batch that is not there', args: ['evaluate', '--batch', 'cases.jsonl'], code: 'file-not-found' },
]

const NEITHER_KEY_NOR_MOST = new RegExp(SEED.slice(4, 24))

describe('quorate: bad input', function () {
  this.timeout(120_000)
  const results = new Map<Case, CliResult>()

  before(async () => {
    const built = CASES.filter(
      ({ input, args, code }) => input !== undefined || args.includes('-') || code === 'secret-seed',
    )
    const answers = await runCliAll(built)
    for (const [index, one] of built.entries()) results.set(one, answers[index]!)
    for (const one of CASES) if (!results.has(one)) results.set(one, await runCliHere(...one.args))
  })

  after(() => rmSync(folder, { recursive: true }))

  for (const one of CASES) {
    const { name, code, says } = one
    it(`${name}: ${code}`, () => {
      const { stdout, stderr, exit } = results.get(one)!
      expect(stderr).to.match(new RegExp(`^error\\[${code}\\]: `))
      if (says !== undefined) expect(stderr).to.match(says)
      expect(stdout).to.equal('')
      expect(exit).to.equal(2)
      expect(stderr).not.to.match(NEITHER_KEY_NOR_MOST)
    })
  }

  it('as JSON on standard error where the answer was to be JSON', async () => {
    const [result] = await runCliAll([{ args: ['evaluate', GOOD, '--network', 'tesnet', '--format=json'] }])
    expect(result?.stdout).to.equal('')
    expect(JSON.parse(result?.stderr ?? '')).to.deep.equal({
      formatVersion: 1,
      errors: [
        {
          code: 'unknown-network',
          message:
            'unknown network `tesnet`; expected `public`, `testnet`, `futurenet`, or a passphrase, which has spaces in it',
          help: 'did you mean `testnet`?',
          subject: '--network',
          line: null,
          column: null,
        },
      ],
    })
    expect(result?.exit).to.equal(2)
  })
})
