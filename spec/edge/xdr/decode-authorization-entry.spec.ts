import { xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { decodeAuthorizationEntry, decodeAuthorizationEntryBytes } from '../../../src/edge/xdr/index.js'
import type { AuthorizationEntry, Bytes } from '../../../src/kernel/model/index.js'
import {
  accountAddress,
  contractAddress,
  entryBytes,
  entryText,
  invocation,
  type CredentialsTag,
  type DelegateParts,
} from '../../support/build/authorization-entry.js'
import { key } from '../../support/build/key.js'
import { loadVectors } from '../../support/vectors.js'
import { left, recordedEnvelopes, right } from './fixture.js'

const decodeParts = (parts: Parameters<typeof entryText>[0]): AuthorizationEntry =>
  right(decodeAuthorizationEntry(entryText(parts)))

const TAGS: readonly CredentialsTag[] = ['SourceAccount', 'Address', 'AddressV2', 'AddressWithDelegates']

const GOOD = entryText({ signers: ['joint'] })
const RECORDED = loadVectors<{ readonly authEntry: string }>('soroban-auth-entries').map(({ authEntry }) =>
  Buffer.from(authEntry, 'base64'),
)

describe('xdr: authorization entries', () => {
  for (const credentials of TAGS)
    it(`have credentials of type ${credentials}`, () =>
      expect(decodeParts({ credentials }).credentials._tag).to.equal(credentials))

  it('keep the bytes of the calls, and of the address, as they came', () => {
    const root = invocation('swap', [invocation('pay', [invocation()]), invocation()])
    for (const credentials of TAGS) {
      const entry = decodeParts({ credentials, invocation: root, address: contractAddress(3) })
      expect(Buffer.from(entry.invocationBytes).equals(root.toXDR())).to.equal(true)
      if (entry.credentials._tag !== 'SourceAccount')
        expect(Buffer.from(entry.credentials.address.bytes).equals(contractAddress(3).toXDR())).to.equal(true)
      expect(entry).to.deep.include({ subInvocations: 3 })
      expect(entry.invocation).to.include({ _tag: 'Call', functionName: 'swap' })
    }
  })

  it('tell the creation of a contract from a call', () => {
    const create = new xdr.SorobanAuthorizedInvocation({
      function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeCreateContractHostFn(
        new xdr.CreateContractArgs({
          contractIdPreimage: xdr.ContractIdPreimage.contractIdPreimageFromAddress(
            new xdr.ContractIdPreimageFromAddress({ address: contractAddress(), salt: Buffer.alloc(32) }),
          ),
          executable: xdr.ContractExecutable.contractExecutableWasm(Buffer.alloc(32)),
        }),
      ),
      subInvocations: [],
    })
    expect(decodeParts({ invocation: create }).invocation).to.deep.equal({ _tag: 'CreateContract' })
  })

  it('name the smallest and the largest numbers', () => {
    const parts = { nonce: -(2n ** 63n), expirationLedger: 2 ** 32 - 1 }
    expect(decodeParts(parts).credentials).to.include(parts)
  })

  it('write addresses as people do', () => {
    const muxed = xdr.ScAddress.scAddressTypeMuxedAccount(
      new xdr.MuxedEd25519Account({ id: new xdr.Uint64(7n), ed25519: Buffer.from(key('joint').publicKey) }),
    )
    const addressOf = (address: xdr.ScAddress) => {
      const { credentials } = decodeParts({ address })
      if (credentials._tag === 'SourceAccount') throw new Error('expected an address')
      return credentials.address
    }
    expect(addressOf(accountAddress('joint'))).to.include({ _tag: 'Account', account: key('joint').id })
    expect(addressOf(muxed))
      .to.have.property('strkey')
      .that.matches(/^M[A-Z2-7]{68}$/)
    expect(addressOf(muxed)._tag).to.equal('Other')
  })

  it('are named where something else is given, and where an envelope is expected', () => {
    const [envelope] = recordedEnvelopes('envelopes')
    expect(left(decodeAuthorizationEntry(envelope ?? '')).message).to.contain('found a transaction envelope')
    expect(left(decodeAuthorizationEntry(GOOD.slice(0, -4))).code).to.equal('xdr-truncated')
    expect(left(decodeAuthorizationEntry(`${GOOD} ${GOOD}`)).code).to.equal('xdr-several')
    expect(left(decodeAuthorizationEntryBytes(new Uint8Array())).code).to.equal('empty-input')
    expect(left(decodeAuthorizationEntryBytes(Buffer.concat([entryBytes(), Buffer.alloc(4)]))).code).to.equal(
      'xdr-trailing',
    )
    const unknown = Buffer.from(entryBytes())
    unknown.writeInt32BE(4, 0)
    expect(left(decodeAuthorizationEntryBytes(unknown)).message).to.contain(
      '4 is no known SorobanCredentialsType',
    )
  })
})

describe('xdr: hostile authorization entries', () => {
  it('may nest as deep as the network reads, and no deeper', () => {
    const nested = (depth: number): DelegateParts =>
      depth === 0
        ? { address: contractAddress() }
        : { address: contractAddress(), delegates: [nested(depth - 1)] }
    const deep = (depth: number): Buffer =>
      entryBytes({ credentials: 'AddressWithDelegates', delegates: () => [nested(depth)] })
    expect(E.isRight(decodeAuthorizationEntryBytes(deep(400)))).to.equal(true)
    expect(left(decodeAuthorizationEntryBytes(deep(700))).code).to.equal('xdr-too-deep')
  })

  it('never throw, and what is read is read to its end', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...RECORDED, ...TAGS.map((credentials) => entryBytes({ credentials }))),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.nat(3),
      )
      .map(([bytes, changes, cut]): Bytes => {
        const copy = Uint8Array.from(bytes)
        for (const [at, value] of changes) copy[at % copy.length] = value
        return cut === 0 ? copy.subarray(0, changes[0]?.[0] ?? copy.length) : copy
      })
    fc.assert(
      fc.property(damaged, (bytes) => {
        const entry = decodeAuthorizationEntryBytes(bytes)
        if (E.isLeft(entry)) expect(entry.left.code).to.match(/^(xdr-|empty-input)/)
        else
          expect(entry.right.invocationBytes.byteOffset + entry.right.invocationBytes.length).to.equal(
            bytes.byteOffset + bytes.length,
          )
      }),
      { numRuns: 500 },
    )
  })
})
