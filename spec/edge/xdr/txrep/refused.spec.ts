import { Asset, Memo, Operation as Base } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { readTxrep, txrepOf } from '../../../../src/edge/xdr/index.js'
import { MAX_TXREP_LENGTH } from '../../../../src/edge/xdr/txrep/txrep.js'
import { ALICE, baseTransaction, BOB, left, right } from '../fixture.js'

const ENVELOPE = baseTransaction(
  [
    Base.setOptions({ highThreshold: 3, signer: { ed25519PublicKey: BOB.publicKey(), weight: 2 } }),
    Base.payment({
      destination: BOB.publicKey(),
      asset: new Asset('EUR', BOB.publicKey()),
      amount: '1',
    }),
  ],
  { memo: Memo.text('a "memo"'), sign: [ALICE] },
).toXDR()

const TEXT = right(txrepOf(ENVELOPE))
const LINES = TEXT.split('\n').slice(0, -1)

const lineOf = (field: string): number => {
  const index = LINES.findIndex((line) => line.startsWith(`${field}: `))
  if (index < 0) throw new Error(`no line of ${field}`)
  return index + 1
}

/** The text with another value for a field. */
const withValue = (field: string, value: string): string =>
  LINES.with(lineOf(field) - 1, `${field}: ${value}`).join('\n')

const without = (field: string): string => LINES.toSpliced(lineOf(field) - 1, 1).join('\n')

const SIGNER = 'tx.operations[0].body.setOptionsOp.signer'
const ASSET = 'tx.operations[1].body.paymentOp.asset'

/** What is written otherwise, and means the same. */
const SAME: readonly (readonly [says: string, text: string])[] = [
  ['without a newline at the end', LINES.join('\n')],
  ['with newlines of another system', LINES.join('\r\n')],
  ['with blank lines and lines of comment', `\n: who: me\n${LINES.join('\n\n')}\n:\n`],
  ['in another order', LINES.toReversed().join('\n')],
  ['with comments', LINES.map((line) => `${line} (as agreed: "yes")`).join('\n')],
  ['without spaces', LINES.map((line) => line.replace(': ', ':')).join('\n')],
  ['with a hexadecimal number', withValue('tx.fee', '0xC8')],
  ['with an octal number', withValue('tx.fee', '0310')],
  ['with a member by its number', withValue('tx.memo.type', 'MemoType#1')],
  ['with other escapes of a text', withValue('tx.memo.text', '"\\x61 \\"memo\\x22"')],
  ['with other escapes of an asset', withValue(ASSET, `\\x45U\\R:${BOB.publicKey()}`)],
  [
    'with preconditions by their XDR names',
    LINES.flatMap((line) =>
      line.startsWith('tx.timeBounds._present')
        ? ['tx.cond.type: PRECOND_TIME']
        : [line.replace('tx.timeBounds', 'tx.cond.timeBounds')],
    ).join('\n'),
  ],
]

const BAD = 'txrep-bad-value'

/** Field, value, and what is expected in its place. */
const VALUES: readonly (readonly [field: string, value: string, expected: string])[] = [
  ['type', 'ENVELOPE_TYPE_SCP', 'a variant'],
  ['type', 'envelopeTypeTx', 'a name of the enum EnvelopeType'],
  ['type', 'MemoType#2', 'a name of the enum EnvelopeType'],
  ['type', 'EnvelopeType#77', 'a name of the enum EnvelopeType'],
  ['type', 'constructor', 'a name of the enum'],
  ['tx.fee', '', 'a whole number'],
  ['tx.fee', '-1', 'a whole number from 0'],
  ['tx.fee', '4294967296', 'to 4294967295'],
  ['tx.fee', '100x', 'a whole number'],
  ['tx.fee', '1e3', 'a whole number'],
  ['tx.fee', '089', 'a whole number'],
  ['tx.fee', '9'.repeat(100_000), 'a whole number'],
  ['tx.seqNum', '9223372036854775808', 'to 9223372036854775807'],
  ['tx.sourceAccount', BOB.publicKey().slice(0, -1), 'an account (G… or M…)'],
  ['tx.sourceAccount', '', 'an account'],
  ['tx.timeBounds._present', 'yes', '`true` or `false`'],
  ['tx.memo.text', 'a memo', 'a text in double quotes'],
  ['tx.memo.text', '"a memo', 'a text in double quotes'],
  ['tx.memo.text', '"a"b', 'a text in double quotes'],
  ['tx.memo.text', '"\\q"', 'a text in double quotes'],
  ['tx.memo.text', '"é"', 'a text in double quotes'],
  ['tx.memo.text', `"${'a'.repeat(29)}"`, 'at most 28 bytes'],
  ['tx.operations.len', '101', 'at most 100'],
  ['tx.operations.len', '0x100000000', 'a whole number'],
  ['tx.ext.v', '2', 'a variant'],
  [`${SIGNER}.key`, 'native', 'a signer'],
  [ASSET, 'EUR', 'an asset as `native`'],
  [ASSET, `TOOLONGTOBECODE:${BOB.publicKey()}`, 'an asset as `native`'],
  [ASSET, `EU\\xZZ:${BOB.publicKey()}`, 'an asset as `native`'],
  [ASSET, `EUR:${BOB.publicKey()}X`, 'an asset as `native`'],
  ['signatures[0].hint', 'abc', 'hexadecimal'],
  ['signatures[0].hint', '0', '4 bytes'],
  ['signatures[0].hint', '0011223344', '4 bytes'],
  ['signatures[0].signature', '00'.repeat(65), 'at most 64 bytes'],
  ['signatures[0].signature', '00'.repeat(2_000_000), 'hexadecimal'],
]

describe('txrep: read', () => {
  for (const [says, text] of SAME)
    it(`reads a text ${says}`, () => {
      const same = says.includes('number') && !says.includes('member') ? withValue('tx.fee', '200') : TEXT
      expect(right(readTxrep(text))).to.equal(right(readTxrep(same)))
    })

  it('reads a native asset by any of its four names, and by no other text', () => {
    const read = (name: string) => readTxrep(withValue(ASSET, name))
    const native = right(read('native'))
    for (const name of ['NATIVE', 'XLM', 'TestXLM']) expect(right(read(name))).to.equal(native)
    for (const name of ['xlm', 'EUR', 'lumens']) expect(left(read(name)).code).to.equal(BAD)
  })

  for (const [field, value, expected] of VALUES)
    it(`refuses ${field}: ${value.slice(0, 30)}`, () => {
      const found = left(readTxrep(withValue(field, value)))
      expect([found.code, found.position]).to.deep.equal([BAD, O.some({ line: lineOf(field), column: 1 })])
      expect(found.message).to.contain(`\`${field}\` is`).and.to.contain(expected)
      expect(found.message.length).to.be.lessThan(300)
    })

  it('names every field that is missing, and after which line it belongs', () => {
    LINES.forEach((line, index) => {
      const field = line.slice(0, line.indexOf(': '))
      const found = left(readTxrep(without(field)))
      expect(found.code, field).to.equal('txrep-missing-field')
      expect(found.message).to.equal(`\`${field}\` is missing`)
      expect(found.position).to.deep.equal(O.some({ line: Math.max(index, 1), column: 1 }))
    })
  })

  const UNKNOWN = [
    'tx.feee',
    'tx.operations[2].body.type',
    'tx.operations[00].body.type',
    'tx.memo.id',
    'fee',
  ]
  for (const field of UNKNOWN)
    it(`refuses ${field}, which this transaction does not have`, () => {
      const found = left(readTxrep(`${LINES.join('\n')}\n${field}: 1\n`))
      expect(found.code).to.equal('txrep-unknown-field')
      expect(found.position).to.deep.equal(O.some({ line: LINES.length + 1, column: 1 }))
    })

  it('refuses a field that stands twice, even with the same value', () => {
    const found = left(readTxrep(`${TEXT}tx.fee: 200\n`))
    expect(found.code).to.equal('txrep-duplicate-field')
    expect(found.message).to.equal(`\`tx.fee\` stands on line ${String(lineOf('tx.fee'))} already`)
    expect(found.position).to.deep.equal(O.some({ line: LINES.length + 1, column: 1 }))
  })

  for (const row of ['tx.fee', ' tx.fee: 100', 'tx..fee: 100', 'tx.operations[]: 1', '- a list', 'tx fee: 1'])
    it(`refuses the line \`${row}\``, () => {
      const found = left(readTxrep(`${row}\n${TEXT}`))
      expect([found.code, found.position]).to.deep.equal(['txrep-bad-line', O.some({ line: 1, column: 1 })])
    })

  it('refuses a seed wherever it stands, and does not repeat it', () => {
    const seed = BOB.secret()
    for (const text of [
      withValue(`${SIGNER}.key`, seed),
      withValue(`${SIGNER}.key`, seed.slice(0, 50)),
      withValue('tx.fee', `100 ${seed}`),
      withValue('tx.memo.text', `"${seed}"`),
      `${TEXT}:${seed}\n`,
      `${TEXT}${seed}: 1\n`,
      seed,
    ]) {
      const found = left(readTxrep(text))
      expect(found.code).to.equal('secret-seed')
      expect(JSON.stringify(found)).not.to.contain(seed.slice(0, 20))
    }
  })

  it('refuses nothing, and too much', () => {
    expect(left(readTxrep('')).code).to.equal('empty-input')
    expect(left(readTxrep(' \n\n')).code).to.equal('empty-input')
    expect(left(readTxrep(`${TEXT}:${'a'.repeat(MAX_TXREP_LENGTH)}`)).code).to.equal('txrep-too-long')
  })

  it('sets nothing aside for a length that no lines follow', () => {
    const before = 'tx.operations[0].body.invokeHostFunctionOp.hostFunction.invokeContract'
    const text = [
      ...LINES.slice(0, lineOf('tx.operations.len') - 1),
      'tx.operations.len: 1',
      'tx.operations[0].sourceAccount._present: false',
      'tx.operations[0].body.type: INVOKE_HOST_FUNCTION',
      'tx.operations[0].body.invokeHostFunctionOp.hostFunction.type: HOST_FUNCTION_TYPE_INVOKE_CONTRACT',
      `${before}.contractAddress.type: SC_ADDRESS_TYPE_CONTRACT`,
      `${before}.contractAddress.contractId: ${'00'.repeat(32)}`,
      `${before}.functionName: "f"`,
      `${before}.args.len: 2147483647`,
    ].join('\n')
    expect(left(readTxrep(text)).message).to.equal(`\`${before}.args[0].type\` is missing`)
  })
})

describe('txrep: hostile texts', () => {
  const hostile: readonly (readonly [says: string, text: string])[] = [
    ['one long line', 'a'.repeat(MAX_TXREP_LENGTH)],
    ['one long field', `${'a.'.repeat(MAX_TXREP_LENGTH / 2 - 4)}a: 1`],
    ['many brackets', `a${'[0]'.repeat(MAX_TXREP_LENGTH / 3 - 4)}: 1`],
    ['many backslashes', withValue('tx.memo.text', `"${'\\'.repeat(1_000_000)}`)],
    ['many newlines', '\n'.repeat(MAX_TXREP_LENGTH)],
    ['many fields', Array.from({ length: 400_000 }, (_, i) => `a${String(i)}: 1`).join('\n')],
    ['many spaces', `type:${' '.repeat(MAX_TXREP_LENGTH - 10)}`],
    ['long rows that could be seeds', `${'S'.repeat(39)}\n`.repeat(200_000)],
  ]
  for (const [says, text] of hostile)
    it(`answers in a moment to ${says}`, () => {
      const start = performance.now()
      expect(E.isLeft(readTxrep(text))).to.equal(true)
      expect(performance.now() - start).to.be.lessThan(5000)
    })

  it('never throws, and reads what it accepts back to the same text', () => {
    const change = fc.record({
      line: fc.nat(LINES.length - 1),
      at: fc.nat(80),
      cut: fc.nat(4),
      put: fc.string({
        maxLength: 4,
        unit: fc.constantFrom('0', '9', 'A', '.', '[', ']', ':', '"', '\\', ' '),
      }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const lines = changes.reduce(
          (rows, { line, at, cut, put }) =>
            rows.with(line, `${rows[line]!.slice(0, at)}${put}${rows[line]!.slice(at + cut)}`),
          LINES,
        )
        const base64 = readTxrep(lines.join('\n'))
        if (E.isLeft(base64)) return
        expect(right(readTxrep(right(txrepOf(base64.right))))).to.equal(base64.right)
      }),
      { numRuns: 1000 },
    )
  })
})
