/** One transaction at a time, as stellar-core 19.0.0 judged and applied it. */
import { expect } from 'chai'
import {
  differencesOfApply,
  differencesOfValidation,
  type Case,
  type Reading,
} from './recorded-comparison.js'
import { internalError } from './internal-error.js'
import { compareAll } from './tally.js'

/** Core's names, every operation followed, every field compared. */
const ALL: Reading = {
  codes: (codes) => codes,
  otherwise: () => () => undefined,
  depth: () => 'everything',
}

const internal = ({ row, view, envelope }: Case): string | undefined =>
  internalError(row.protocol, view, envelope, row.apply)

describe('ledger: recorded transactions that change authority', () => {
  it('are refused as stellar-core refused them: codes and operation codes', () => {
    expect(compareAll('core-state', { differences: differencesOfValidation(ALL) })).to.deep.equal({
      agreed: { 'at 19': 1779, 'before 19': 1221 },
      excluded: {},
    })
  })

  it('leave the accounts that stellar-core left: codes, fees, every field of every account', () => {
    expect(
      compareAll('core-state', { differences: differencesOfApply(ALL), exclude: internal }),
    ).to.deep.equal({
      agreed: { 'at 19': 1779, 'before 19': 1212 },
      excluded: { 'internal error: a merge into a sponsor, at protocols 14 and 15': 9 },
    })
  })
})
