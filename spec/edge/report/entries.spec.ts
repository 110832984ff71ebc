/** Authorization entries in reports: the line of a batch, names, and texts for every reason and condition. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { entryPageOf, namesOf, renderLines, unpainted, verdictLine } from '../../../src/edge/report/index.js'
import { judgeEntries, judgeEntry } from '../../../src/edge/soroban/index.js'
import { evaluate } from '../../../src/kernel/engine/index.js'
import type { Operation } from '../../../src/kernel/model/index.js'
import type { Phase } from '../../../src/kernel/protocol/index.js'
import { account, world } from '../../support/build/account.js'
import {
  accountAddress,
  contractAddress,
  entryText,
  inOrder,
  invocation,
  signedBy,
  type EntryParts,
} from '../../support/build/authorization-entry.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { by } from '../../support/build/signature.js'
import { decodedEntry, JUDGE } from '../soroban/fixture.js'

const VIEW = world(
  account({ of: 'relayer' }),
  account({ of: 'joint', master: 1, medium: 2, signers: [['bilal', 1]] }),
)

const invoke = (...parts: readonly EntryParts[]): Operation => ({
  _tag: 'InvokeHostFunction',
  source: O.none,
  entries: parts.map((one) => decodedEntry(entryText(one))),
})

const carrying = (...parts: readonly EntryParts[]) =>
  envelope({
    source: 'relayer',
    operations: [invoke(...parts)],
    hasSorobanData: true,
    signatures: [by('relayer')],
  })

interface Line {
  readonly code: string
  readonly inner: { readonly code: string; readonly operations: readonly string[] }
}

describe('report: authorization entries in the line of a batch', () => {
  const one = carrying({ signers: inOrder('joint', 'bilal') }, { signers: ['joint'] })
  const bump = feeBump({ feeSource: 'relayer', inner: one, signatures: [by('relayer')] })
  const lineOf = (phase: Phase, what = one as typeof one | typeof bump): Line =>
    JSON.parse(
      verdictLine('7', what, evaluate({ ...JUDGE, phase })(VIEW)(what), judgeEntries(JUDGE)(VIEW)(what)),
    ) as Line

  it('have a word each, and bear on the verdict when the ledger closes only', () => {
    const entries = ['authorizes', 'refused:weight-too-low']
    expect(lineOf('validate')).to.deep.include({ verdict: 'authorized', code: 'txSUCCESS', entries })
    expect(lineOf('apply')).to.deep.include({
      verdict: 'rejected',
      code: 'txFAILED',
      operations: ['INVOKE_HOST_FUNCTION_TRAPPED'],
      entries,
    })
  })

  it('fail inside a fee bump', () => {
    const { code, inner } = lineOf('apply', bump)
    expect([code, inner.code, inner.operations]).to.deep.equal([
      'txFEE_BUMP_INNER_FAILED',
      'txFAILED',
      ['INVOKE_HOST_FUNCTION_TRAPPED'],
    ])
    expect(lineOf('validate', bump).inner.code).to.equal('txSUCCESS')
  })

  it('are not mentioned where there are none', () => {
    const plain = carrying()
    const line = verdictLine('7', plain, evaluate(JUDGE_AT('apply'))(VIEW)(plain))
    expect(JSON.parse(line)).to.not.have.property('entries')
  })
})

const JUDGE_AT = (phase: Phase) => ({ ...JUDGE, phase })

const pageOf = (parts: EntryParts, known: readonly string[] = ['joint', 'bilal']): string => {
  const entry = decodedEntry(entryText(parts))
  const judge = { ...JUDGE, ledger: O.none }
  const lines = entryPageOf(80)({
    ...{ network: JUDGE.network, protocol: JUDGE.protocol, ledger: O.none, entry },
    verdict: judgeEntry(judge)(VIEW)(entry),
    names: namesOf(new Map(known.map((name) => [key(name).id as string, name]))),
  })
  return renderLines(unpainted)(lines).replaceAll(/\s+/g, ' ')
}

describe('report: an authorization entry by itself', () => {
  const both = inOrder('joint', 'bilal')

  it('names who signed, what is allowed, until when, and what is not known', () => {
    const page = pageOf({ signers: both, invocation: invocation('swap', [invocation(), invocation()]) })
    expect(page).to.match(/^✓ authorizes the call .* medium of joint 2 2/)
    expect(page).to.contain('allows swap of ')
    expect(page).to.contain('and 2 calls below it, until ledger 1000')
    expect(page).to.contain('that it has not expired (--ledger)')
  })

  it('shows no control characters out of the name of a function', () => {
    // The network takes letters, digits and _ only; a reader of pages must not depend on it.
    expect(pageOf({ signers: both, invocation: invocation('a\u001b[2Jb') })).to.contain('allows a·[2Jb of ')
  })

  const TEXTS: readonly (readonly [says: string, parts: EntryParts])[] = [
    ['the medium threshold needs 2, and there is 1', { signers: ['bilal'] }],
    ['signature 2 of bilal does not come after the one before it', { signers: ['bilal', 'bilal'] }],
    ['does not verify: made for another call', { signature: () => signedBy(...both)(new Uint8Array(32)) }],
    ['adds no weight to the account', { signers: ['stranger'] }],
    ['nobody has signed it', { signers: [] }],
    ['it has more than 20 signatures', { signers: Array.from({ length: 21 }, () => 'joint') }],
    ['the account does not exist', { address: accountAddress('nobody'), signers: ['nobody'] }],
    [
      'its delegates do not stand in the order',
      {
        credentials: 'AddressWithDelegates',
        delegates: () => [{ address: contractAddress(2) }, { address: contractAddress(1) }],
      },
    ],
    [
      '– delegate 1.1 · ',
      {
        credentials: 'AddressWithDelegates',
        address: contractAddress(),
        delegates: () => [{ address: contractAddress(2), delegates: [{ address: contractAddress(1) }] }],
      },
    ],
    ['judge the envelope', { credentials: 'SourceAccount' }],
  ]
  for (const [says, parts] of TEXTS) it(`says: ${says}`, () => expect(pageOf(parts)).to.contain(says))
})
