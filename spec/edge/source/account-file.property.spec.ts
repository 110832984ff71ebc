/** What holds of every account file, and of every text that is none. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import {
  idOf,
  readAccountFile,
  readAccountSource,
  readBatchCase,
  readHorizonAccounts,
} from '../../../src/edge/source/index.js'
import {
  accountIdOf,
  ed25519Key,
  hashXKey,
  ordSigner,
  preAuthTxKey,
  signedPayloadKey,
  signer,
  type Account,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { printAccountFile } from './print-account-file.js'
import { valueOf } from './told.js'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const key: fc.Arbitrary<SignerKey> = fc.oneof(
  bytes32.map(ed25519Key),
  bytes32.map(hashXKey),
  bytes32.map(preAuthTxKey),
  fc
    .tuple(bytes32, fc.uint8Array({ minLength: 1, maxLength: 64 }))
    .map(([of, payload]) => signedPayloadKey(of, payload)),
)
const weight = fc.integer({ min: 0, max: 255 })

const account: fc.Arbitrary<Account> = fc
  .record({
    id: bytes32.map(accountIdOf),
    masterWeight: weight,
    thresholds: fc.record({ low: weight, medium: weight, high: weight }),
    signers: fc.uniqueArray(fc.tuple(key, fc.integer({ min: 1, max: 255 })), {
      maxLength: 20,
      selector: ([{ strkey }]) => strkey,
    }),
  })
  .filter(({ id, signers }) => signers.every(([{ strkey }]) => strkey !== id))
  .map((parts) => ({ ...parts, signers: parts.signers.map(([of, w]) => signer(of, w)), state: O.none }))

const accounts = fc
  .uniqueArray(account, { maxLength: 4, selector: ({ id }) => id })
  .map((list) => new Map(list.map((one, index) => [`account-${index}`, one])))

const inLedgerOrder = (one: Account): Account => ({
  ...one,
  signers: one.signers.toSorted(ordSigner.compare),
})

describe('source: account file, always', () => {
  it('is read as it was printed, in every notation, with and without aliases', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom('block', 'flow', 'json'), fc.nat(3), (all, notation, every) => {
        const keys = new Map<string, SignerKey>()
        for (const { signers } of all.values())
          for (const { key: one } of signers)
            if (every > 0 && keys.size % every === 0) keys.set(one.strkey, one)
        const aliases = new Map([...keys.values()].map((one, index) => [`k${index}`, one]))
        const text = printAccountFile({ notation, aliases })(all)
        const file = valueOf(readAccountFile(text))
        expect([...file.accounts]).to.deep.equal([...all].map(([name, one]) => [name, inLedgerOrder(one)]))
        expect([...file.keys]).to.deep.equal([...aliases])
      }),
    )
  })

  it('gives an answer to every text', () => {
    const piece = fc.constantFrom(
      'quorate',
      ':',
      ' ',
      '\n',
      '1',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a',
      '*a',
      '!',
      '-',
      '|',
      '#',
      ',',
      '%',
      '?',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 60 }).map((pieces) => `quorate: 1\n${pieces.join('')}`),
    )
    fc.assert(
      fc.property(text, (any) => {
        readAccountFile(any)
        readAccountSource(any, 'any')
        readBatchCase(any)
        idOf(any)
      }),
      { numRuns: 300 },
    )
  })

  it('gives an answer to every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readHorizonAccounts(value)
        readBatchCase(JSON.stringify(value))
        readAccountSource(JSON.stringify(value), 'any')
      }),
    )
  })

  describe('answers in time', () => {
    const SIZE = 100_000
    const repeated = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length))
    const rows: Readonly<Record<string, string>> = {
      brackets: repeated('['),
      braces: repeated('{a: '),
      dashes: repeated('- '),
      tags: repeated('!a '),
      anchors: repeated('&a '),
      aliases: repeated('*a '),
      directives: repeated('%a b\n'),
      commas: `{${repeated(',')}`,
      'question marks': repeated('? '),
      colons: repeated(': '),
      'open quotes': repeated('a: "x\n'),
      'maps in lines': repeated('a: b: c\n'),
      'one name again and again': repeated('a: 1\n'),
      documents: repeated('---\n'),
      'empty lines': repeated('\n'),
      'many names': `quorate: 1\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('')}`,
      'many keys': `quorate: 1\nkeys:\n${Array.from({ length: 20_000 }, (_, i) => ` k${i}: 1\n`).join('')}`,
      'many accounts': `quorate: 1\naccounts:\n${Array.from({ length: 20_000 }, (_, i) => ` k${i}: {}\n`).join('')}`,
      'brackets in JSON': `{"a": ${repeated('[')}`,
    }
    for (const [name, text] of Object.entries(rows))
      it(name, () => {
        const start = Date.now()
        expect(readAccountFile(text)._tag).to.equal('Left')
        readAccountSource(text, 'any')
        readBatchCase(text)
        expect(Date.now() - start).to.be.lessThan(8000)
      })
  })
})
