import { expect } from 'chai'
import { read } from '../../support/repository.js'
import { runCliHere } from '../../support/run-cli.js'

const SEED = 'SB3KJJHPHGRGWQ5JFYAOCRBS3BWMC2V4PGRXPVOEUZHVNPQ3GO3OVBH2'
const JOINT = ['--account', 'examples/joint/account.quorate.yaml']
const OK = 'examples/joint/payment.ok.xdr'
const COMPANY = ['--account', 'examples/company/account.quorate.yaml']
const TWO = 'examples/company/payment.2-of-6.rejected.xdr'

/** The payment with a signature of 65 bytes, which no envelope can hold. */
const longPreimage = (): string => {
  const bytes = Buffer.from(read(OK).trim(), 'base64')
  const list = bytes.subarray(0, bytes.length - 72)
  const one = Buffer.alloc(4 + 4 + 68)
  one.writeUInt32BE(65, 4)
  return Buffer.concat([list, one]).toString('base64')
}

interface Case {
  readonly name: string
  readonly args: readonly string[]
  readonly code: string
  readonly says?: RegExp
}

const CASES: readonly Case[] = [
  ...['simulate', 'signers', 'trim'].flatMap((command): readonly Case[] => [
    { name: `${command}: no envelope`, args: [command, ...JOINT], code: 'usage', says: /no ENVELOPE/ },
    {
      name: `${command}: a file that is not there`,
      args: [command, 'a.xdr', ...JOINT],
      code: 'file-not-found',
    },
    { name: `${command}: no network`, args: [command, OK], code: 'network-not-said' },
    { name: `${command}: a seed`, args: [command, SEED, ...JOINT], code: 'secret-seed' },
    {
      name: `${command}: a preimage of more than 64 bytes`,
      args: [command, longPreimage(), ...JOINT],
      code: 'xdr-not-an-envelope',
      says: /65 bytes where at most 64 can stand/,
    },
    { name: `${command}: a batch and accounts`, args: [command, '--batch', '-', ...JOINT], code: 'usage' },
    { name: `${command}: a batch and an envelope`, args: [command, OK, '--batch', '-'], code: 'usage' },
    {
      name: `${command}: a batch that is not there`,
      args: [command, '--batch', 'a.jsonl'],
      code: 'file-not-found',
    },
  ]),
  {
    name: 'simulate: all envelopes that are wrong are told at once, each by its place',
    args: ['simulate', OK, 'a.xdr', 'b.xdr', ...JOINT],
    code: 'file-not-found',
    says: /ENVELOPE 2[\s\S]*ENVELOPE 3/,
  },
  {
    name: 'simulate: a date alone is its first second',
    args: ['simulate', OK, ...JOINT, '--close-time', '2026-01-31'],
    code: '',
  },
  {
    name: 'simulate: a ledger that is none',
    args: ['simulate', OK, ...JOINT, '--ledger', '4294967296'],
    code: 'not-a-ledger',
    says: /--ledger/,
  },
  {
    name: 'simulate: a time without a zone',
    args: ['simulate', OK, ...JOINT, '--close-time', '2026-01-31T12:00:00'],
    code: 'not-a-time',
    says: /--close-time/,
  },
  {
    name: 'simulate: a day that is none',
    args: ['simulate', OK, ...JOINT, '--close-time', '2026-13-31'],
    code: 'not-a-time',
  },
  {
    name: 'simulate: a protocol that was never applied here',
    args: ['simulate', OK, ...JOINT, '--protocol', '9'],
    code: 'unsupported-protocol',
  },
  {
    name: 'simulate: a failure of what is no operation',
    args: ['simulate', OK, ...JOINT, '--fails', '0'],
    code: 'not-an-operation',
  },
  {
    name: 'simulate: a failure of an operation that is not there',
    args: ['simulate', OK, ...JOINT, '--fails', '1,1:2'],
    code: 'no-such-operation',
    says: /envelope 1 has no operation 2/,
  },
  {
    name: 'signers: a name that is nearly one',
    args: ['signers', TWO, ...COMPANY, '--available', 'chen,daliaa'],
    code: 'unknown-signer',
    says: /did you mean `dalia`/,
  },
  {
    name: 'signers: a name that is nobody’s',
    args: ['signers', TWO, ...COMPANY, '--prefer', 'zacharias'],
    code: 'unknown-signer',
    says: /known are .*amara/,
  },
  {
    name: 'signers: a key with a slip',
    args: [
      'signers',
      TWO,
      ...COMPANY,
      '--available',
      'GA5P6ZLBDHJBZCLDHV5IRVPRT6JRE4VZD3LBQBHOQCZW7CPK2EEYZCMA',
    ],
    code: 'bad-strkey',
    says: /--available/,
  },
  {
    name: 'signers: a cost without a number',
    args: ['signers', TWO, ...COMPANY, '--cost', 'chen'],
    code: 'not-an-assignment',
  },
  {
    name: 'signers: a cost that is no number',
    args: ['signers', TWO, ...COMPANY, '--cost', 'chen=much'],
    code: 'not-a-cost',
  },
  {
    name: 'signers: a cost beyond all',
    args: ['signers', TWO, ...COMPANY, '--cost', 'chen=9999999'],
    code: 'cost-out-of-range',
  },
  {
    name: 'signers: holders without people',
    args: ['signers', TWO, ...COMPANY, '--holder', 'chen=zoe'],
    code: 'usage',
    says: /--fewest people/,
  },
  {
    name: 'signers: people and preferences',
    args: ['signers', TWO, ...COMPANY, '--fewest', 'people', '--prefer', 'chen'],
    code: 'usage',
  },
  {
    name: 'signers: none at most',
    args: ['signers', TWO, ...COMPANY, '--most', '0'],
    code: 'usage',
    says: /1 to 10000/,
  },
  {
    name: 'signers: names in a batch, which has none',
    args: ['signers', '--batch', '-', '--available', 'chen'],
    code: 'unknown-signer',
    says: /write the key/,
  },
  {
    name: 'trim: an unknown rule',
    args: ['trim', OK, ...JOINT, '--keep', 'all'],
    code: 'usage',
    says: /needed, usable/,
  },
  {
    name: 'trim: a preference for nobody',
    args: ['trim', OK, ...JOINT, '--prefer', 'bila'],
    code: 'unknown-signer',
    says: /`bilal`/,
  },
  {
    name: 'trim: a signature of another transaction merged in',
    args: ['trim', OK, 'examples/joint/add-signer.ok.xdr', ...JOINT],
    code: 'different-transactions',
  },
]

describe('quorate simulate, signers, trim: bad input', function () {
  this.timeout(30_000)

  for (const { name, args, code, says } of CASES)
    it(`${name}${code === '' ? '' : `: ${code}`}`, async () => {
      const { stdout, stderr, exit } = await runCliHere(...args)
      if (code === '') {
        expect(stderr).to.equal('')
        return
      }
      expect(stderr).to.match(new RegExp(`^error\\[${code}\\]: `))
      if (says !== undefined) expect(stderr).to.match(says)
      expect(stdout).to.equal('')
      expect(exit).to.equal(2)
      expect(stderr).not.to.include(SEED.slice(4, 24))
    })
})
