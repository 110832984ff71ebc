/** What became of every signature. */
import { expect } from 'chai'
import { explain, type Fate } from '../../../src/kernel/engine/index.js'
import {
  hashXKey,
  shortKey,
  signedPayloadKey,
  type AccountId,
  type Bytes,
  type Signer,
  EMPTY_VIEW,
} from '../../../src/kernel/model/index.js'
import type { AccountParts } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, over, payloadBy, preimage, raw, withBytes, withHint } from '../../support/build/signature.js'
import { crowd, crowded, payments } from './crowd.js'
import { auditOf, prove, settingOf, type Situation } from './situation.js'

const x: Bytes = Uint8Array.of(1, 2, 3)
const names = new Map(['A', 'B', 'C', 'D', 'E'].map((name) => [key(name).id, name]))
const nameOf = ({ key: { strkey } }: Signer): string => names.get(strkey as AccountId) ?? shortKey(strkey)

/** `Used: A in 0 1`; checks and signatures by position. */
const line = (fate: Fate): string => {
  switch (fate._tag) {
    case 'Used':
    case 'NotReached':
      return `${fate._tag}: ${fate.by.map(({ check, signer }) => `${nameOf(signer)} in ${check}`).join(', ')}`
    case 'Surplus':
    case 'NotProved':
    case 'OverBudget':
      return `${fate._tag}: ${fate.signers.map(nameOf).join(', ')}`
    case 'Duplicate':
      return `Duplicate: ${nameOf(fate.signer)} of ${fate.of}`
    case 'WrongHint':
      return `WrongHint: ${nameOf(fate.signer)}`
    case 'Stranger':
    case 'Unknown':
    case 'NotJudged':
      return fate._tag
  }
}

const [a, b, c] = [by('A'), by('B'), by('C')]
const joint: AccountParts = {
  of: 'A',
  low: 1,
  medium: 2,
  high: 3,
  signers: [
    ['B', 1],
    ['C', 1],
  ],
}
const toB = payment('B')

type Row = readonly [
  what: string,
  transaction: Situation['transaction'],
  fates: readonly string[],
  accounts?: readonly AccountParts[],
]

const ROWS: readonly Row[] = [
  ['used by two checks, and by one', { signatures: [a, b] }, ['Used: A in 0, A in 1', 'Used: B in 1']],
  [
    'used in vain: the check did not reach its weight, and the mark stays',
    { signatures: [a] },
    ['Used: A in 0'],
    [{ ...joint, low: 2 }],
  ],
  [
    'surplus: enough weight was reached before',
    { signatures: [a, b, c] },
    ['Used: A in 0, A in 1', 'Used: B in 1', 'Surplus: C'],
  ],
  [
    'a duplicate says of what',
    { signatures: [a, b, b] },
    ['Used: A in 0, A in 1', 'Used: B in 1', 'Duplicate: B of 1'],
  ],
  [
    'two duplicates are both of the first',
    { signatures: [b, b, b, a] },
    ['Used: B in 0, B in 1', 'Duplicate: B of 0', 'Duplicate: B of 0', 'Used: A in 1'],
  ],
  ['a wrong hint', { signatures: [a, withHint(7)(b)] }, ['Used: A in 0, A in 1', 'WrongHint: B']],
  [
    'a wrong hint that is the hint of another signer',
    { signatures: [a, withHint(raw(0, key('C').publicKey)(sha256('')).hint)(b)] },
    ['Used: A in 0, A in 1', 'WrongHint: B'],
  ],
  [
    'a payload that nobody here is asked for',
    { signatures: [payloadBy('B', sha256('p')), a] },
    ['Stranger', 'Used: A in 0, A in 1'],
  ],
  [
    'not proved: made over another hash',
    { signatures: [a, over(sha256('other'))(b)] },
    ['Used: A in 0, A in 1', 'NotProved: B'],
  ],
  [
    'not proved: cut short',
    { signatures: [a, withBytes((s) => s.subarray(1))(b)] },
    ['Used: A in 0, A in 1', 'NotProved: B'],
  ],
  ['a stranger', { signatures: [a, by('D')] }, ['Used: A in 0, A in 1', 'Stranger']],
  [
    'not reached: the transaction had been refused',
    { operations: [payment('B', 'D')], signatures: [a, by('D')] },
    ['Used: A in 0', 'NotReached: D in 1'],
    [{ ...joint, low: 2 }, { of: 'D' }],
  ],
  [
    'not reached: an operation before it failed',
    { operations: [payment('B', 'E'), toB], signatures: [a, b] },
    ['Used: A in 0', 'NotReached: B in 2'],
    [joint, { of: 'E' }],
  ],
  [
    'a preimage comes before every key, and makes one of them surplus',
    { signatures: [a, preimage(x)] },
    [
      'Surplus: A',
      `Used: ${shortKey(hashXKey(sha256(x)).strkey)} in 0, ${shortKey(hashXKey(sha256(x)).strkey)} in 1`,
    ],
    [{ of: 'A', signers: [[hashXKey(sha256(x)), 1]] }],
  ],
  [
    'a preimage under a wrong hint',
    { signatures: [a, withHint(1)(preimage(x))] },
    ['Used: A in 0, A in 1', `WrongHint: ${shortKey(hashXKey(sha256(x)).strkey)}`],
    [{ of: 'A', signers: [[hashXKey(sha256(x)), 1]] }],
  ],
  [
    'a payload signature under the plain hint of its key',
    { signatures: [a, withHint(b(sha256('')).hint)(payloadBy('B', sha256('p')))] },
    [
      'Used: A in 0, A in 1',
      `WrongHint: ${shortKey(signedPayloadKey(key('B').publicKey, sha256('p')).strkey)}`,
    ],
    [{ of: 'A', signers: [[signedPayloadKey(key('B').publicKey, sha256('p')), 1]] }],
  ],
  [
    'an envelope that is refused by its form says nothing of its signatures',
    { operations: [], signatures: [a] },
    ['NotJudged'],
  ],
]

const fatesOf = (situation: Situation): readonly (readonly string[])[] => {
  const [view, envelope] = settingOf(situation, 27)
  const { lists } = explain(prove)(envelope)(auditOf(27, 'validate', view, envelope))
  return lists.map(({ signatures }) => signatures.map(({ fate }) => line(fate)))
}

describe('explanation of signatures', () => {
  for (const [what, transaction, fates, accounts = [joint]] of ROWS)
    it(what, () => expect(fatesOf({ what, accounts, transaction, says: '' })).to.deep.equal([fates]))

  it('has an example of every fate', () => {
    const all: Readonly<Record<Fate['_tag'], true>> = {
      Used: true,
      NotReached: true,
      Surplus: true,
      Duplicate: true,
      WrongHint: true,
      NotProved: true,
      Stranger: true,
      NotJudged: true,
      // The two below.
      OverBudget: true,
      Unknown: true,
    }
    const seen = ROWS.flatMap(([, , fates]) => fates.map((fate) => fate.replace(/:.*/, '')))
    expect([...new Set(seen), 'OverBudget', 'Unknown']).to.have.members(Object.keys(all))
  })

  it('says of a signature that nothing was left to verify it with', () => {
    const situation: Situation = {
      what: '',
      accounts: [crowded, { of: 'B' }],
      transaction: { operations: [...payments(5), ...payments(1, 'B')], signatures: [b, ...crowd(18)] },
      says: '',
    }
    const [view, envelope] = settingOf(situation, 28)
    const [list] = explain(prove)(envelope)(auditOf(28, 'apply', view, envelope)).lists
    expect(list?.signatures.map(({ fate }) => line(fate))[0]).to.equal('OverBudget: B')
  })

  it('does not call a stranger who may be a signer of an account that was not fetched', () => {
    const situation: Situation = {
      what: '',
      accounts: [joint],
      transaction: { signatures: [by('D')] },
      says: '',
    }
    const [, envelope] = settingOf(situation, 27)
    const [list] = explain(prove)(envelope)(auditOf(27, 'validate', EMPTY_VIEW, envelope)).lists
    expect(list?.signatures.map(({ fate }) => line(fate))).to.deep.equal(['Unknown'])
  })

  it('tells the two lists of a fee bump apart', () => {
    const accounts: readonly AccountParts[] = [{ of: 'A' }, { of: 'D' }]
    const feeBump = { feeSource: 'D', signatures: [by('D')] }
    expect(
      fatesOf({ what: '', accounts, transaction: { signatures: [a, b] }, feeBump, says: '' }),
    ).to.deep.equal([['Used: D in 0'], ['Used: A in 0, A in 1', 'Stranger']])
  })

  it('shows the outer list alone where the inner one was not judged', () => {
    const accounts: readonly AccountParts[] = [{ of: 'A' }, { of: 'D' }]
    const feeBump = { feeSource: 'D', signatures: [a] }
    const transaction = { signatures: [a] }
    expect(fatesOf({ what: '', accounts, transaction, feeBump, says: '' })).to.deep.equal([['Stranger']])
  })
})
