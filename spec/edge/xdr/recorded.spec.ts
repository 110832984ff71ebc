import { TransactionBuilder, xdr, type FeeBumpTransaction, type Transaction } from '@stellar/stellar-base'
import { expect } from 'chai'
import { decodeAccount, decodeEnvelope } from '../../../src/edge/xdr/index.js'
import { innermostOf, toBase64, toHex } from '../../../src/kernel/model/index.js'
import { loadVectors, type VectorName } from '../../support/vectors.js'
import { right } from './fixture.js'

interface Step {
  readonly envelope: string
  readonly hash?: string | null
}

interface Row extends Step {
  readonly steps?: readonly Step[]
  readonly network?: string | null
  readonly networkPassphrase?: string
  readonly accounts?: readonly string[]
  readonly apply?: { readonly accountsAfter?: readonly (string | null)[] }
}

/** Some transactions of `envelopes` were found without a network, so without a hash. */
const passphraseOf = (row: Row): string => row.networkPassphrase ?? row.network ?? ''

const stepsOf = (row: Row): readonly Step[] => row.steps ?? [row]

/** File, envelopes in it, and of these the ones whose hash is recorded. */
const RECORDED: readonly (readonly [name: VectorName, envelopes: number, hashes: number])[] = [
  ['envelopes', 697, 626],
  ['core-verdicts', 4000, 4000],
  ['core-probes', 192, 192],
  ['core-state', 3000, 3000],
  ['core-sequences', 3522, 3522],
  ['pubnet-ledgers', 1033, 1033],
  ['core-ledgers', 177, 177],
  ['horizon-scenarios', 292, 292],
]

/** Stellar-base checks more than the encoding: it refuses some envelopes that core judged. */
const baseTransaction = (
  envelope: string,
  passphrase: string,
): Transaction | FeeBumpTransaction | undefined => {
  try {
    return TransactionBuilder.fromXDR(envelope, passphrase)
  } catch {
    return undefined
  }
}

describe('xdr: recorded envelopes', () => {
  for (const [name, envelopes, hashes] of RECORDED)
    it(`${name}: decodes ${String(envelopes)}, and ${String(hashes)} recorded hashes are equal`, () => {
      let compared = 0
      let read = 0
      for (const row of loadVectors<Row>(name))
        for (const step of stepsOf(row)) {
          const { hash } = right(decodeEnvelope({ passphrase: passphraseOf(row) })(step.envelope))
          read += 1
          if (step.hash === undefined || step.hash === null) continue
          compared += 1
          // Core's recorder wrote base64, the others hexadecimal.
          expect(step.hash.length === 44 ? toBase64(hash) : toHex(hash)).to.equal(step.hash)
        }
      expect([read, compared]).to.deep.equal([envelopes, hashes])
    })

  it('has the same hashes as stellar-base, the inner one of a fee bump included', () => {
    const seen = { v0: 0, v1: 0, feeBump: 0 }
    let refused = 0
    for (const name of ['envelopes', 'pubnet-ledgers', 'horizon-scenarios', 'core-sequences'] as const)
      for (const row of loadVectors<Row>(name))
        for (const { envelope } of stepsOf(row).slice(0, 1)) {
          const passphrase = passphraseOf(row) || 'nowhere'
          const ours = right(decodeEnvelope({ passphrase })(envelope))
          const theirs = baseTransaction(envelope, passphrase)
          if (theirs === undefined) {
            refused += 1
            continue
          }
          expect(toHex(ours.hash)).to.equal(theirs.hash().toString('hex'))
          if ('innerTransaction' in theirs)
            expect(toHex(innermostOf(ours).hash)).to.equal(theirs.innerTransaction.hash().toString('hex'))
          seen[ours._tag === 'FeeBump' ? 'feeBump' : ours.version] += 1
        }
    expect(refused).to.equal(2)
    expect(seen.v0).to.be.greaterThan(300)
    expect(seen.v1).to.be.greaterThan(1000)
    expect(seen.feeBump).to.be.greaterThan(50)
  })

  it('says of every operation the source and the type that stellar-base says', () => {
    let compared = 0
    for (const { envelope } of loadVectors<Row>('envelopes')) {
      const raw = xdr.TransactionEnvelope.fromXDR(envelope, 'base64')
      const inner = raw.switch().name === 'envelopeTypeTxFeeBump' ? raw.feeBump().tx().innerTx() : raw
      const operations = (inner.value() as xdr.TransactionV1Envelope).tx().operations()
      const ours = innermostOf(right(decodeEnvelope({ passphrase: '' })(envelope))).transaction.operations
      expect(ours.length).to.equal(operations.length)
      ours.forEach((operation, index) => {
        const theirs = operations[index]!
        expect(operation._tag.toLowerCase()).to.equal(theirs.body().switch().name.toLowerCase())
        // An optional field that is absent is `undefined` in the library, `null` in its declarations.
        expect(operation.source._tag === 'Some').to.equal(Boolean(theirs.sourceAccount()))
        compared += 1
      })
    }
    expect(compared).to.be.greaterThan(700)
  })
})

describe('xdr: recorded accounts', () => {
  it('decodes every account of every recorded case', () => {
    let read = 0
    for (const [name] of RECORDED)
      for (const row of loadVectors<Row>(name))
        for (const entry of [...(row.accounts ?? []), ...(row.apply?.accountsAfter ?? [])]) {
          if (entry === null || entry === '=') continue
          right(decodeAccount(entry))
          read += 1
        }
    expect(read).to.be.greaterThan(25_000)
  })
})
