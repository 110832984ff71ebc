import { expect } from 'chai'
import { innermostOf, type Account, type AccountId, type Operation } from '../../../src/kernel/model/index.js'
import { internalError } from '../../kernel/ledger/internal-error.js'
import {
  accountIn,
  closedView,
  accountsIn,
  envelopeIn,
  type RecordedRow,
  type RecordedVerdict,
  type Sponsors,
} from '../../kernel/ledger/recorded-row.js'
import { loadVectors } from '../../support/vectors.js'
import {
  comparable,
  ofAll,
  recordOf,
  simulated,
  someOf,
  type Depth,
  type Line,
  type Said,
} from './recorded-simulation.js'

interface RecordedStep extends Pick<RecordedRow, 'envelope' | 'validate'> {
  readonly apply?: RecordedVerdict
  readonly accountsAfter: readonly {
    readonly id: AccountId
    readonly entry: string | null
    readonly sponsor?: AccountId
  }[]
}

interface Story extends Omit<RecordedRow, 'envelope' | 'validate' | 'apply'> {
  readonly steps: readonly RecordedStep[]
}

/** Sponsors of accounts stand outside their entries; before protocol 14 there are none. */
const withSponsor = (entry: string, sponsors: Sponsors = {}): readonly [AccountId, Account] => {
  const { id } = accountIn(entry)
  return [id, accountIn(entry, sponsors[id])]
}

/** Every account of a row as it was left, and those that were made. */
const accountsLeft = ({ accounts, apply }: RecordedRow, depth: Depth): Said['accounts'] => {
  const { accountsAfter, created = [], accountSponsorsAfter } = apply
  return recordOf(
    [
      ...accounts.map((before, i): readonly [AccountId, Account | null] => {
        const after = accountsAfter[i]
        if (after === null) return [accountIn(before).id, null]
        return withSponsor(after === undefined || after === '=' ? before : after, accountSponsorsAfter)
      }),
      ...created.map((entry) => withSponsor(entry, accountSponsorsAfter)),
    ],
    depth,
  )
}

const verdictOf = ({ code, innerCode, opCodes }: RecordedVerdict): unknown => [code, innerCode, opCodes]

const saidOf = ({ code, innerCode, opCodes }: Said): unknown => [code, innerCode, opCodes]

const stumbles = (
  row: Pick<RecordedRow, 'protocol' | 'networkPassphrase' | 'accounts' | 'accountSponsors'>,
  envelope: string,
  verdict: RecordedVerdict,
): boolean =>
  internalError(
    row.protocol,
    closedView(accountsIn(row)),
    envelopeIn(envelope, row.networkPassphrase),
    verdict,
  ) !== undefined

/** Operations whose effects are not followed: they are assumed to succeed, unless a line says otherwise. */
const NOT_FOLLOWED =
  /Offer|Trust|PathPayment|Inflation|ClaimableBalance|Clawback|LiquidityPool|InvokeHostFunction|Footprint/

const operationsIn = ({ envelope, networkPassphrase }: RecordedRow): readonly Operation[] =>
  innermostOf(envelopeIn(envelope, networkPassphrase)).transaction.operations

/** What failed of the operations that are not followed. */
const failsIn = (row: RecordedRow): Readonly<Record<string, string>> =>
  Object.fromEntries(
    operationsIn(row).flatMap(({ _tag }, i): readonly (readonly [string, string])[] => {
      // A row without a verdict has none of these.
      const code = (row.apply.opCodes as readonly string[] | undefined)?.[i]
      return NOT_FOLLOWED.test(_tag) && code?.startsWith('opINNER:-') === true ? [[String(i), code]] : []
    }),
  )

const exclusionOf = (row: RecordedRow, line: Line): string | undefined => {
  const { apply, protocol } = row
  if (protocol < 10) return line.error?.code
  if (apply.exception !== undefined) return 'the fee could not be charged'
  const operations = operationsIn(row)
  const isHeld = operations.some(
    ({ _tag }, i) =>
      _tag === 'AccountMerge' &&
      /^opINNER:-[47]$/.test(apply.opCodes[i] ?? '') &&
      operations.slice(0, i).some((before) => /ChangeTrust|CreateClaimableBalance/.test(before._tag)),
  )
  return isHeld ? 'a merge failed for an entry that is not followed' : undefined
}

const failedIn = ({ opCodes }: { readonly opCodes: readonly string[] }): readonly number[] =>
  opCodes.flatMap((code, i) => (/_SUCCESS$|^opINNER:0$/.test(code) ? [] : [i]))

interface Tally {
  readonly compared: number
  readonly excluded: Readonly<Record<string, number>>
}

describe('quorate simulate --batch: what stellar-core left', function () {
  this.timeout(180_000)

  it('of single transactions that change authority: codes, operations, every field of every account', async () => {
    const rows = someOf(loadVectors<RecordedRow>('core-state'))
    const lines = await simulated(rows)
    let excluded = 0
    for (const [i, row] of rows.entries()) {
      const line = lines[i]!
      expect(line.id).to.equal(row.id)
      if (stumbles(row, row.envelope, row.apply)) {
        excluded++
        continue
      }
      expect(saidOf(line), row.id).to.deep.equal(verdictOf(row.apply))
      expect(line.accounts, row.id).to.deep.equal(accountsLeft(row, 'everything'))
      expect(line.feeCharged, row.id).to.equal(String(row.apply.feeCharged))
    }
    // A merge into a sponsor at protocols 14 and 15, over which the network stumbles.
    expect([lines.length, excluded]).to.deep.equal([ofAll(3000, 600), ofAll(9, 3)])
  })

  it('of sequences: each step, and only the accounts that it changed', async () => {
    const rows = someOf(loadVectors<Story>('core-sequences'))
    const lines = await simulated(rows)
    let steps = 0
    let excluded = 0
    for (const [i, row] of rows.entries())
      for (const [j, recorded] of row.steps.entries()) {
        const where = `${row.id}, step ${j}`
        const said = lines[i]!.steps![j]!
        if ((recorded.apply ?? recorded.validate).code === 'txINTERNAL_ERROR') {
          excluded += row.steps.length - j
          break
        }
        steps++
        expect(saidOf(said), where).to.deep.equal(verdictOf(recorded.apply ?? recorded.validate))
        expect(said.applied, where).to.equal(recorded.apply !== undefined)
        expect(said.accounts, where).to.deep.equal(
          recordOf(
            recorded.accountsAfter.map(({ id, entry, sponsor }) => [
              id,
              entry === null ? null : accountIn(entry, sponsor),
            ]),
            'everything',
          ),
        )
      }
    expect([lines.length, steps, excluded]).to.deep.equal([ofAll(600, 120), ofAll(3518, 705), ofAll(4, 2)])
  })

  it('of transactions of every kind: authority, told which of the operations failed that are not followed', async () => {
    const rows = someOf(loadVectors<RecordedRow>('core-verdicts'))
    const lines = await simulated(rows.map((row) => ({ ...row, fails: failsIn(row) })))
    const excluded: Record<string, number> = {}
    let compared = 0
    for (const [i, row] of rows.entries()) {
      const reason = exclusionOf(row, lines[i]!)
      if (reason !== undefined) {
        excluded[reason] = (excluded[reason] ?? 0) + 1
        continue
      }
      compared++
      const { code, innerCode, accounts } = lines[i]!
      expect([code, innerCode], row.id).to.deep.equal([row.apply.code, row.apply.innerCode])
      const left = accountsLeft(row, 'authority')
      // This file does not say which accounts were made.
      const listed = Object.fromEntries(Object.keys(left).map((id) => [id, accounts[id]!]))
      expect(comparable('authority')(listed), row.id).to.deep.equal(left)
      expect(failedIn(lines[i]!), row.id).to.deep.equal(failedIn(row.apply))
    }
    expect({ compared, excluded }).to.deep.equal(
      ofAll<Tally>(
        {
          compared: 3697,
          excluded: {
            'unsupported-protocol': 266,
            'the fee could not be charged': 30,
            'a merge failed for an entry that is not followed': 7,
          },
        },
        {
          compared: 733,
          excluded: {
            'unsupported-protocol': 63,
            'the fee could not be charged': 4,
          },
        },
      ),
    )
  })
})
