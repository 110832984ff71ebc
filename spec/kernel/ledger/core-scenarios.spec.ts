/** Situations of stellar-core's unit tests, submitted to a ledger and applied, under every protocol. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { advance, validate, type Otherwise } from '../../../src/kernel/ledger/index.js'
import { loadVectors } from '../../support/vectors.js'
import {
  scenarioEnvelope,
  scenarioView,
  type CoreScenario,
  type Expected,
} from '../../support/core-scenario.js'
import { prove, recordedHeader } from './recorded-row.js'

const SCENARIOS = loadVectors<CoreScenario>('core-scenarios')

/** What operations fail with that are not followed: one offer is malformed. */
const told =
  ({ ops }: Expected): Otherwise =>
  (index, { _tag }) =>
    _tag === 'ManageSellOffer' ? ops?.[index] : undefined

/** What is seen only when the operation runs: a balance too small, or a fault that is not followed. */
const isSeenLate = ({ ops = [] }: Expected): boolean =>
  ops.some((code) => code === 'PAYMENT_UNDERFUNDED' || code === 'MANAGE_SELL_OFFER_MALFORMED')

const compareCodes = (expected: Expected, code: string, codes: readonly string[], where: string): void => {
  expect(code, where).to.equal(expected.tx)
  if (expected.ops !== undefined) expect(codes, where).to.deep.equal(expected.ops)
  if (expected.firstOp !== undefined) expect(codes[0], where).to.equal(expected.firstOp)
}

const compare = (scenario: CoreScenario, expected: Expected, protocol: number): void => {
  const envelope = scenarioEnvelope(scenario, protocol)
  const view = scenarioView(scenario)
  const header = recordedHeader(protocol)
  const where = `protocol ${protocol}`

  const submitted = validate(header, prove)(view)(envelope)
  if (expected.tx === 'txSUCCESS' || isSeenLate(expected)) expect(submitted._tag, where).to.equal('Valid')
  else if (submitted._tag === 'Refused') {
    expect(submitted.innerCode, where).to.deep.equal(O.none)
    compareCodes(expected, submitted.code, submitted.operations, `${where}, submitted`)
  } else expect.fail(`${where}: ${submitted._tag}`)

  const applied = advance(header, prove, told(expected))(view)(envelope)
  if (applied._tag === 'Applied')
    compareCodes(expected, applied.code, applied.operations, `${where}, applied`)
  else expect.fail(`${where}: ${applied._tag}`)
}

describe("ledger: situations of stellar-core's unit tests", () => {
  let compared = 0

  for (const scenario of SCENARIOS)
    it(`${scenario.id}: ${scenario.section}`, () => {
      for (const expected of scenario.expected)
        for (
          let protocol = Math.max(10, expected.protocols[0]);
          protocol <= Math.min(28, expected.protocols[1]);
          protocol++
        ) {
          compare(scenario, expected, protocol)
          compared++
        }
    })

  it('were compared under 19 protocols each, one of them under 17', () => {
    expect(compared).to.equal((SCENARIOS.length - 1) * 19 + 17)
  })
})
