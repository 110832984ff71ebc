import { expect } from 'chai'
import {
  accountsOf,
  feeSourceRequirement,
  requirementsOf,
  type Requirement,
} from '../../../src/kernel/engine/index.js'
import { hashXKey, shortKey, type Envelope } from '../../../src/kernel/model/index.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { key, sha256 } from '../../support/build/key.js'
import {
  accountMerge,
  bumpSequence,
  createAccount,
  payment,
  setOptions,
} from '../../support/build/operation.js'
import { transaction, type TransactionParts } from '../../support/build/transaction.js'

const names = new Map(['A', 'B', 'C', 'F', 'N'].map((name) => [key(name).id, name]))
const nameOf = (id: ReturnType<typeof key>['id']): string => names.get(id) ?? shortKey(id)

const line = (requirement: Requirement): string =>
  requirement._tag === 'ExtraSigners'
    ? `${requirement.keys.length} extra signers`
    : `${requirement._tag}${requirement._tag === 'Operation' ? ` ${requirement.index}` : ''}: ${nameOf(requirement.account)} at ${requirement.level}`

const linesOf = (parts: TransactionParts): readonly string[] => requirementsOf(transaction(parts)).map(line)

describe('requirements', () => {
  it('are the source at Low, the extra signers, and each operation at its level, in this order', () => {
    expect(
      linesOf({
        source: 'A',
        extraSigners: [key('B').signerKey, hashXKey(sha256('x'))],
        operations: [payment('C'), setOptions({ low: 0 }, 'B'), bumpSequence(1n), accountMerge('A', 'C')],
      }),
    ).to.deep.equal([
      'Source: A at Low',
      '2 extra signers',
      'Operation 0: A at Medium',
      'Operation 1: B at High',
      'Operation 2: A at Low',
      'Operation 3: C at High',
    ])
  })

  it('hold the source at Low also where no operation acts for it, and where it is named twice', () => {
    expect(linesOf({ source: 'A', operations: [payment('C', 'B')] })).to.deep.equal([
      'Source: A at Low',
      'Operation 0: B at Medium',
    ])
    expect(linesOf({ source: 'A', operations: [payment('C', 'A')] })).to.deep.equal([
      'Source: A at Low',
      'Operation 0: A at Medium',
    ])
  })

  it('do not hold extra signers where the list is empty', () => {
    expect(linesOf({ source: 'A', operations: [], extraSigners: [] })).to.deep.equal(['Source: A at Low'])
  })

  it('of a fee bump are the fee source at Low', () => {
    const bump = feeBump({ feeSource: 'F', inner: envelope({ source: 'A' }) })
    expect(line(feeSourceRequirement(bump))).to.equal('FeeSource: F at Low')
  })
})

describe('accounts that decide', () => {
  const inner = envelope({
    source: 'A',
    operations: [
      payment('C', 'B'),
      createAccount('N'),
      payment('C', 'N'),
      payment('N', 'B'),
      payment('N', 'A'),
    ],
  })
  const accounts = (phase: 'validate' | 'apply', of: Envelope): readonly string[] =>
    accountsOf(phase)(of).map(nameOf)

  it('are the source and the sources of operations, each once, and no destinations', () => {
    for (const phase of ['validate', 'apply'] as const)
      expect(accounts(phase, inner)).to.deep.equal(['A', 'B', 'N'])
  })

  it('are the fee source too, before consensus', () => {
    const bump = feeBump({ feeSource: 'F', inner })
    expect(accounts('validate', bump)).to.deep.equal(['F', 'A', 'B', 'N'])
    expect(accounts('apply', bump)).to.deep.equal(['A', 'B', 'N'])
  })

  it('are named once where the fee source is one of them', () => {
    expect(accounts('validate', feeBump({ feeSource: 'B', inner }))).to.deep.equal(['B', 'A', 'N'])
  })
})
