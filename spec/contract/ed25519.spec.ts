import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { availableBackends } from '../../src/app/node/ed25519.js'
import { nodeCrypto } from '../../src/app/node/node-crypto.js'
import { fromHex, type Bytes } from '../../src/kernel/model/index.js'
import { selfTested, tweetnacl, type Ed25519 } from '../../src/kernel/signature/index.js'
import { key } from '../support/build/key.js'
import { loadVectors } from '../support/vectors.js'

interface Row {
  readonly name: string
  readonly pub: string
  readonly sig: string
  readonly msg: string
  readonly ok: boolean
}

const bytes = (hex: string): Bytes => {
  const read = fromHex(hex)
  if (E.isLeft(read)) throw new Error(read.left.message)
  return read.right
}

const rows = loadVectors<Row>('ed25519')

/** `edge:smallA11` and `edge:smallA12` are of one kind. */
const kindOf = ({ name }: Row): string => name.replace(/\d+/g, '')

/** So many of each kind: a portable backend takes milliseconds for each. */
const PER_KIND = 12

const fewOfEach = (all: readonly Row[]): readonly Row[] => {
  const taken = new Map<string, number>()
  return all.filter((row) => {
    const kind = kindOf(row)
    const before = taken.get(kind) ?? 0
    taken.set(kind, before + 1)
    return before < PER_KIND || kind === 'speccheck'
  })
}

const isFull = process.env['QUORATE_FULL'] === '1'

/** Every case for the fast backends; for the portable one a fixed choice, unless all are asked for. */
const casesFor = ({ name }: Ed25519): readonly Row[] =>
  name === tweetnacl.name && !isFull ? fewOfEach(rows) : rows

const disagreements = ({ verify }: Ed25519, cases: readonly Row[]): readonly string[] =>
  cases
    .filter(({ pub, sig, msg, ok }) => verify(bytes(pub), bytes(msg), bytes(sig)) !== ok)
    .map(({ name }) => name)

const tested = (backend: Ed25519): Ed25519 => {
  const result = selfTested(backend)
  if (E.isLeft(result)) throw new Error(result.left.message)
  return result.right
}

describe('contract: ed25519', () => {
  it('is kept by at least the two backends that every platform has', () => {
    expect(availableBackends().map(({ name }) => name)).to.include.members(['node:crypto', 'tweetnacl'])
  })

  it('has a choice for slow backends that leaves no kind of case out', () => {
    const chosen = fewOfEach(rows)
    expect(chosen.length).to.be.above(200)
    expect(new Set(chosen.map(kindOf))).to.deep.equal(new Set(rows.map(kindOf)))
  })

  for (const backend of availableBackends())
    describe(backend.name, () => {
      const cases = casesFor(backend)
      const { publicKey, sign } = key('alice')
      const message = bytes('00ff')
      const signature = sign(message)

      it(`decides ${cases.length} recorded cases as stellar-core did`, () => {
        expect(disagreements(tested(backend), cases)).to.deep.equal([])
      }).timeout(60_000)

      it('accepts an honest signature, also of an empty message and of a long one', () => {
        const { verify } = tested(backend)
        for (const text of [message, new Uint8Array(0), new Uint8Array(100_000)])
          expect(verify(publicKey, text, sign(text))).to.equal(true)
      })

      it('accepts bytes that are a part of a larger buffer', () => {
        const buffer = Buffer.concat([Buffer.alloc(7), publicKey, signature, message])
        const { verify } = tested(backend)
        expect(verify(buffer.subarray(7, 39), buffer.subarray(103), buffer.subarray(39, 103))).to.equal(true)
      })

      for (const length of [0, 1, 32, 63, 65, 128])
        it(`says no to a signature of ${length} bytes`, () => {
          const other = new Uint8Array(length)
          other.set(signature.subarray(0, length))
          expect(tested(backend).verify(publicKey, message, other)).to.equal(false)
        })

      for (const length of [0, 31, 33, 64])
        it(`says no to a key of ${length} bytes`, () => {
          const other = new Uint8Array(length)
          other.set(publicKey.subarray(0, length))
          expect(tested(backend).verify(other, message, signature)).to.equal(false)
        })

      it('says no, and does not throw, where the key is no point of the curve', () => {
        const bad = rows.filter(({ name }) => name.startsWith('edge:badA')).slice(0, 5)
        expect(bad).to.have.length(5)
        expect(disagreements(tested(backend), bad)).to.deep.equal([])
      })
    })
})

describe('contract: ed25519 without the pre-checks', () => {
  /** Kinds of case that a backend decides otherwise than the network when it is asked as it comes. */
  const wrongKinds = (backend: Ed25519): readonly string[] => {
    const edges = fewOfEach(rows).filter(({ name }) => /^(edge:S|edge:small|speccheck)/.test(name))
    const wrong = new Set(disagreements(backend, edges))
    return [...new Set(edges.filter(({ name }) => wrong.has(name)).map(kindOf))].toSorted()
  }

  it('shows tweetnacl to be wrong about small order and large S', () => {
    expect(wrongKinds(tweetnacl)).to.include.members(['edge:smallA', 'edge:S+L', 'speccheck'])
  })

  it('shows node:crypto to be wrong about small order', () => {
    expect(wrongKinds(nodeCrypto())).to.include.members(['edge:smallA', 'speccheck'])
  })
})
