/** The types of protocol 27 beside those of the library: the same but for what is new, and the library as it was. */
import { Operation as Base, TransactionBuilder, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import { TransactionEnvelope } from '../../../src/edge/xdr/protocol-27.js'
import { txrepOf, readTxrep } from '../../../src/edge/xdr/index.js'
import { shapeOf, type GeneratedType, type Shape } from '../../../src/edge/xdr/txrep/shape.js'
import { authorizationEntriesOf, NETWORKS } from '../../../src/kernel/model/index.js'
import {
  accountAddress,
  contractAddress,
  entryBytes,
  type CredentialsTag,
  type EntryParts,
} from '../../support/build/authorization-entry.js'
import { baseTransaction, decodedTransaction, right } from './fixture.js'

/** Children of a shape, in order, by name. */
const partsOf = (shape: Shape): readonly (readonly [string, GeneratedType])[] => {
  switch (shape._tag) {
    case 'Struct':
      return shape.fields.map(({ name, type }) => [name, type] as const)
    case 'Union':
      return Array.from({ length: 128 }, (_, value) => shape.armOf(value)).flatMap((arm) =>
        arm === undefined || arm === 'void' ? [] : [[arm.name, arm.type] as const],
      )
    case 'Option':
    case 'VarArray':
      return [['*', shape.child]]
    case 'Bool':
    case 'Enum':
    case 'Int':
    case 'Opaque':
    case 'String':
    case 'VarOpaque':
      return []
  }
}

/** A shape in words, without what it holds. */
const headOf = (shape: Shape): string => {
  const simple = Object.entries(shape).filter(
    ([, value]) => typeof value !== 'object' && typeof value !== 'function',
  )
  const names = partsOf(shape).map(([name]) => name)
  return JSON.stringify([simple, names])
}

/** Places at which two trees of types differ; each pair of types is compared once. */
const differences = (a: GeneratedType, b: GeneratedType): readonly string[] => {
  const found: string[] = []
  const seen = new Map<GeneratedType, Set<GeneratedType>>()
  const walk = (one: GeneratedType, other: GeneratedType, path: string): void => {
    if (one === other || seen.get(one)?.has(other)) return
    seen.set(one, (seen.get(one) ?? new Set()).add(other))
    const [x, y] = [shapeOf(one), shapeOf(other)]
    if (headOf(x) !== headOf(y)) found.push(path)
    const others = new Map(partsOf(y))
    for (const [name, type] of partsOf(x)) {
      const there = others.get(name)
      if (there !== undefined) walk(type, there, `${path}.${name}`)
    }
  }
  walk(a, b, '')
  return found
}

/** An envelope of an InvokeHostFunction with these entries, put in as bytes that the library cannot read. */
const envelopeWith = (...entries: readonly EntryParts[]): string => {
  const host = xdr.HostFunction.hostFunctionTypeUploadContractWasm(Buffer.alloc(3))
  const filler = xdr.SorobanAuthorizationEntry.fromXDR(entryBytes({ credentials: 'SourceAccount' }))
  const plain = baseTransaction([Base.invokeHostFunction({ func: host, auth: entries.map(() => filler) })])
  const [before, ...others] = plain.toEnvelope().toXDR('hex').split(filler.toXDR('hex'))
  const hex = others.reduce(
    (text, after, i) => text + entryBytes(entries[i]).toString('hex') + after,
    before ?? '',
  )
  return Buffer.from(hex, 'hex').toString('base64')
}

const NEW: readonly EntryParts[] = [
  { credentials: 'AddressV2', signers: ['joint'] },
  {
    credentials: 'AddressWithDelegates',
    address: contractAddress(),
    delegates: () => [
      { address: accountAddress('bilal'), delegates: [{ address: contractAddress(9) }] },
      { address: contractAddress(3) },
    ],
  },
]

describe('xdr: types of protocol 27', () => {
  it('are those of the library but for the credentials', () => {
    const all = differences(
      TransactionEnvelope as unknown as GeneratedType,
      xdr.TransactionEnvelope as unknown as GeneratedType,
    )
    expect(new Set(all.map((path) => path.replace(/^.*\.invokeHostFunctionOp\./, '')))).to.deep.equal(
      new Set(['auth.*.credentials']),
    )
  })

  it('read new credentials in an envelope, and all around them', () => {
    const tags: readonly CredentialsTag[] = ['SourceAccount', 'AddressV2', 'Address', 'AddressWithDelegates']
    const text = envelopeWith(...tags.map((credentials) => ({ credentials, signers: ['joint'] })))
    const { transaction } = decodedTransaction(text)
    expect(
      transaction.operations.flatMap(authorizationEntriesOf).map(({ credentials }) => credentials._tag),
    ).to.deep.equal(tags)
  })

  it('give an envelope with old credentials the hash that the library gives it', () => {
    const text = envelopeWith({ signers: ['joint'] }, { credentials: 'SourceAccount' })
    const theirs = TransactionBuilder.fromXDR(text, NETWORKS.testnet.passphrase).hash()
    expect(Buffer.from(decodedTransaction(text).hash).equals(theirs)).to.equal(true)
  })

  it('are written as txrep, and read back to the same bytes', () => {
    const text = envelopeWith(...NEW)
    const lines = right(txrepOf(text))
    expect(lines).to.contain('auth[0].credentials.type: SOROBAN_CREDENTIALS_ADDRESS_V2')
    expect(lines).to.contain('addressWithDelegates.delegates[0].nestedDelegates.len: 1')
    expect(right(readTxrep(lines))).to.equal(text)
  })

  it('leave the library as it is for everybody else', () => {
    for (const parts of NEW) {
      expect(() => xdr.SorobanAuthorizationEntry.fromXDR(entryBytes(parts))).to.throw(
        'SorobanCredentialsType',
      )
      expect(() => xdr.TransactionEnvelope.fromXDR(envelopeWith(parts), 'base64')).to.throw()
    }
    const { members } = xdr.SorobanCredentialsType as unknown as { readonly members: () => object }
    expect(Object.keys(members.call(xdr.SorobanCredentialsType))).to.have.length(2)
  })
})
