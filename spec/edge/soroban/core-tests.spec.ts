/** Calls of stellar-core's own tests of account authentication, with what became of each on its ledger. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { judgeEntries, type JudgedEntry } from '../../../src/edge/soroban/index.js'
import { decodeEnvelope } from '../../../src/edge/xdr/index.js'
import { EMPTY_VIEW } from '../../../src/kernel/model/index.js'
import { loadVectors } from '../../support/vectors.js'
import { JUDGE, wordOf } from './fixture.js'

interface Row {
  readonly id: string
  readonly envelope: string
  readonly networkPassphrase: string
  readonly ledgerSeq: number
  readonly test?: string
  readonly resultSummary: { readonly code: string; readonly ops?: readonly string[] }
}

interface Judged {
  readonly row: Row
  readonly entries: readonly JudgedEntry[]
}

/** Without any account: what is refused then is refused whatever the accounts are. */
const judged = (row: Row): readonly JudgedEntry[] => {
  const network = { passphrase: row.networkPassphrase }
  const envelope = decodeEnvelope(network)(row.envelope)
  if (E.isLeft(envelope)) throw new Error(envelope.left.message)
  return judgeEntries({ ...JUDGE, network, ledger: O.some(row.ledgerSeq), maxEntryTtl: O.none })(EMPTY_VIEW)(
    envelope.right,
  )
}

const isOfAccount = ({ entry: { credentials } }: JudgedEntry): boolean =>
  credentials._tag !== 'SourceAccount' && credentials.address._tag === 'Account'

const CALLS: readonly Judged[] = loadVectors<Row>('core-ledgers')
  .map((row) => ({ row, entries: judged(row).filter(isOfAccount) }))
  .filter(({ entries }) => entries.length > 0)

const isRefused = ({ entries }: Judged): boolean => entries.some(({ verdict }) => verdict._tag === 'Refused')
const succeeded = ({ row }: Judged): boolean => row.resultSummary.code === 'txSuccess'

/** What a test of core does to a signature, by its name, and the reason that is given for it here. */
const REASONS: readonly (readonly [test: RegExp, reason: string])[] = [
  [/-empty_vector_signature$/, 'no-signatures'],
  [/-wrong_signature_order$/, 'keys-not-increasing'],
  [
    /-(incomplete_key|incomplete_signature|empty_map|wrong_key_name|wrong_key_type|wrong_signature_name|wrong_signature_type|wrong_field_order|uninitialized_vector_signature)$/,
    'signature-shape',
  ],
]

describe("authorization entries of stellar-core's own tests", () => {
  it('are 34 calls with entries of classic accounts', () => expect(CALLS).to.have.length(34))

  it('trapped wherever one is refused here, but for one that no contract asked for', () => {
    const refused = CALLS.filter(isRefused)
    expect(refused).to.have.length(20)
    const spared = refused.filter(succeeded)
    expect(spared.map(({ row }) => row.id.slice(0, 8))).to.deep.equal(['51629f9f'])
    for (const one of refused)
      if (!succeeded(one))
        expect(one.row.resultSummary.ops).to.deep.equal(['invokeHostFunction:invokeHostFunctionTrapped'])
    // The call is of `tree_fn`, and the entry that does not verify allows `tree_fn2`.
    const unasked = spared.flatMap(({ entries }) => entries).find(({ verdict }) => verdict._tag === 'Refused')
    expect(unasked?.entry.invocation).to.include({ functionName: 'tree_fn2' })
  })

  it('succeeded only where none is refused, or where it was not asked for', () =>
    expect(CALLS.filter(succeeded).filter(isRefused)).to.have.length(1))

  it('are refused for what their tests say', () => {
    let seen = 0
    for (const { row, entries } of CALLS)
      for (const [test, reason] of REASONS)
        if (test.test(row.test ?? '')) {
          seen++
          expect(
            entries.map(({ verdict }) => wordOf(verdict)),
            row.test,
          ).to.deep.equal([reason])
        }
    expect(seen).to.equal(14)
  })
})
