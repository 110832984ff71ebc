import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  renderLines,
  simulationJson,
  simulationPageOf,
  unpainted,
  type SimulationReport,
} from '../../../src/edge/report/index.js'
import { lumens, timeText } from '../../../src/edge/report/simulation/amounts.js'
import { operationFaultText } from '../../../src/edge/report/simulation/text/operation-faults.js'
import { warningTexts } from '../../../src/edge/report/simulation/text/warnings.js'
import { warningJson } from '../../../src/edge/report/simulation/warning-json.js'
import { namesOf } from '../../../src/edge/report/names.js'
import { simulate, type Warning } from '../../../src/kernel/ledger/index.js'
import { NETWORKS, preAuthTxKey, type Envelope, type LedgerView } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { prove } from '../../kernel/ledger/recorded-row.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump, someHash } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import {
  accountMerge,
  bumpSequence,
  createAccount,
  payment,
  setOptions,
} from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'

const NAMES = ['joint', 'bilal', 'carina', 'shop', 'anna']

const names = namesOf(new Map(NAMES.map((name) => [key(name).id as string, name])))

const reportOf = (
  view: LedgerView,
  envelopes: readonly Envelope[],
  known: Partial<Pick<SimulationReport, 'ledger' | 'closeTime'>> = {},
): SimulationReport => {
  const { ledger = O.some(1_000_000), closeTime = O.some(1_600_000_000n) } = known
  return {
    network: NETWORKS.testnet,
    protocol: 27 as Protocol,
    ledger,
    closeTime,
    names,
    before: view,
    submitted: envelopes.map((one, index) => ({ name: `${index + 1}.xdr`, envelope: one })),
    simulation: simulate(27 as Protocol, prove)(view)(
      envelopes.map((one) => ({ envelope: one, ledgerSequence: ledger, closeTime })),
    ),
  }
}

const page = (report: SimulationReport, width = 80): string =>
  renderLines(unpainted)(simulationPageOf(width)(report))

const joint = account({ of: 'joint', medium: 1, high: 2, signers: [['bilal', 1]], state: {} })
const shop = account({ of: 'shop', state: {} })

const act = (
  sequence: bigint,
  ...operations: Parameters<typeof envelope>[0]['operations'] & object
): Envelope =>
  envelope({ source: 'joint', sequence, operations, fee: 1000n, signatures: [by('joint'), by('bilal')] })

describe('report: simulation', () => {
  it('tells every change of an account, one row each', () => {
    const told = page(
      reportOf(world(joint, shop), [
        act(
          101n,
          setOptions({ master: 0, low: 1, medium: 2, high: 3, signer: ['carina', 2] }),
          setOptions({ signer: ['bilal', 3] }),
          setOptions({ signer: ['carina', 0] }),
          createAccount('anna', undefined, 50_0000000n),
          payment('shop', undefined, 1_5000000n),
          bumpSequence(500n),
        ),
      ]),
    )
    expect(told).to.match(/^✓ applied · txSUCCESS · 1 warning\n/)
    expect(told).to.match(/fee 0\.00006 XLM, paid by joint\n/)
    expect(told).to.match(/ {4}weight {7}joint 1 → 0 no signer any more\n/)
    expect(told).to.match(/ {4}weight {7}bilal 1 → 3\n/)
    expect(told).to.match(/ {4}low {10}0 → 1\n {4}medium {7}1 → 2\n {4}high {9}2 → 3\n/)
    expect(told).to.match(/ {4}sequence {5}100 → 500\n {4}balance {6}100 → 48\.49994 XLM\n/)
    expect(told).to.match(
      / {2}anna \+ created\n {4}master {7}1\n {4}thresholds {3}0\/0\/0\n {4}balance {6}50 XLM\n/,
    )
    expect(told).to.match(/ {2}shop\n {4}balance {6}100 → 101\.5 XLM\n/)
    expect(told).not.to.include('Assumed')
  })

  it('tells of a failure which operation it was and that the others are undone', () => {
    const told = page(
      reportOf(world(joint), [
        envelope({
          source: 'joint',
          sequence: 101n,
          fee: 200n,
          operations: [bumpSequence(500n), payment('shop')],
          signatures: [by('joint')],
        }),
      ]),
    )
    expect(told).to.match(/^✗ failed · txFAILED\n/)
    expect(told).to.match(/ {2}– operation 1 bump sequence +undone\n/)
    expect(told).to.match(
      / {2}✗ operation 2 payment +PAYMENT_NO_DESTINATION\n {6}the destination does not exist\n/,
    )
    expect(told).to.match(/ {4}sequence {5}100 → 101\n/)
  })

  it('tells of refusals what the ledger knows: sequence, time, fee, balance', () => {
    const why = (what: Envelope, view = world(joint)): string =>
      page(reportOf(view, [what]))
        .split('\n')
        .slice(0, 3)
        .join(' ')
        .replace(/\s+/g, ' ')
    const timed = (min: bigint, max: bigint): Envelope =>
      envelope({
        source: 'joint',
        sequence: 101n,
        timeBounds: { min, max },
        signatures: [by('joint')],
      })
    expect(why(act(100n, payment('shop')))).to.include('its sequence number 100 is used: joint is at 100')
    expect(why(act(103n, payment('shop')))).to.include(
      'its sequence number 103 comes too early: joint is at 100, and must be at 102 before',
    )
    expect(why(timed(1_700_000_000n, 0n))).to.include(
      'its time has not come: not before 2023-11-14 22:13:20Z',
    )
    expect(why(timed(0n, 1_500_000_000n))).to.include('its time is over: not after 2017-07-14 02:40:00Z')
    const cheap = envelope({ source: 'joint', sequence: 101n, fee: 99n, signatures: [by('joint')] })
    expect(why(cheap)).to.include('it offers 99 stroops, which is less than the network asks')
    const poor = world(account({ of: 'joint', state: { balance: 1_0000000n } }))
    expect(why(envelope({ source: 'joint', sequence: 101n, signatures: [by('joint')] }), poor)).to.include(
      'joint cannot pay the fee of 0.00001 XLM and keep its reserve',
    )
  })

  it('tells of a fee bump who paid, and of its inner transaction why', () => {
    const bump = feeBump({
      feeSource: 'shop',
      inner: envelope({ source: 'joint', sequence: 100n, signatures: [by('joint')] }),
      signatures: [by('shop')],
    })
    const told = page(reportOf(world(joint, shop), [bump]))
    expect(told).to.match(/^✗ refused · txFEE_BUMP_INNER_FAILED · inner txBAD_SEQ/)
    expect(told).to.include('inner transaction: its sequence number 100 is used')
  })

  it('says what was assumed: operations that are not followed, accounts not given, a ledger not known', () => {
    const stateless = account({ of: 'joint', signers: [['bilal', 1]] })
    const view: LedgerView = { ...world(stateless), closedWorld: false }
    const what = envelope({
      source: 'joint',
      operations: [bumpSequence(1n), { _tag: 'ChangeTrust', source: O.none }, payment('shop')],
      signatures: [by('joint')],
    })
    const report = reportOf(view, [what], { ledger: O.none, closeTime: O.some(1n) })
    const told = page(report).replace(/\s+/g, ' ')
    expect(told).to.include('operation 2 change trust: not followed; taken to succeed')
    expect(told).to.include('shop: not given; taken to exist, or not, as the operation needs it')
    expect(told).to.include('joint: given without balance and sequence number')
    expect(told).to.include('the ledger is not known (--ledger)')
    const json = simulationJson(report) as unknown as {
      steps: { assumptions: { kind: string }[] }[]
    }
    expect(json.steps[0]!.assumptions.map(({ kind }) => kind).toSorted()).to.deep.equal([
      'account-not-fetched',
      'ledger-not-known',
      'operation-succeeds',
      'state-not-known',
    ])
  })

  it('tells an account that is gone, and counts those that took no part', () => {
    const report = reportOf(
      world(account({ of: 'joint', state: {} }), shop, account({ of: 'anna', state: {} })),
      [
        envelope({
          source: 'joint',
          sequence: 101n,
          operations: [accountMerge('shop')],
          signatures: [by('joint')],
        }),
      ],
    )
    const told = page(report)
    expect(told).to.match(/ {2}joint – gone\n/)
    expect(told).to.match(/ {2}joint {2}gone\n/)
    expect(told).to.include('and 1 other, as it was')
    const json = simulationJson(report) as unknown as { accounts: Record<string, unknown> }
    expect(json.accounts[key('joint').id]).to.equal(null)
  })

  it('keeps to the width', () => {
    const report = reportOf(world(joint, shop), [
      act(101n, ...Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? payment('shop') : bumpSequence(1n)))),
      act(102n, setOptions({ high: 9 })),
    ])
    for (const [asked, most] of [
      [200, 80],
      [80, 80],
      [60, 60],
      [10, 60],
    ] as const)
      for (const line of page(report, asked).split('\n')) expect([...line].length, line).to.be.at.most(most)
  })

  it('has words for every warning', () => {
    const id = key('joint').id
    const hash = preAuthTxKey(someHash('other'))
    const warnings: readonly Warning[] = [
      { code: 'locked-out', step: 0, account: id },
      { code: 'level-out-of-reach', step: 0, account: id, level: 'High' },
      { code: 'level-out-of-reach', step: 0, account: id, level: 'Low' },
      { code: 'level-out-of-reach', step: 0, account: id, level: 'Medium' },
      { code: 'escalation', step: 0, account: id, level: 'Low', coalition: [key('anna').signerKey] },
      { code: 'escalation', step: 0, account: id, level: 'High', coalition: [key('anna').signerKey] },
      {
        code: 'escalation',
        step: 1,
        account: id,
        level: 'High',
        coalition: [key('anna').signerKey, key('bilal').signerKey],
      },
      { code: 'pre-auth-dangling', step: 0, account: id, key: hash },
      { code: 'preimage-public', step: 0, account: id, key: hash },
      { code: 'dead-envelope', step: 0, reason: 'time-over' },
      { code: 'dead-envelope', step: 0, reason: 'sequence-used' },
      { code: 'sequence-gap', step: 0, account: id },
      { code: 'same-sequence', step: 1, other: 0, account: id },
      { code: 'sequence-exhausted', step: 0, account: id },
    ]
    const texts = warningTexts(names, warnings).map(({ text }) => text)
    // What one coalition gained at two levels is one sentence.
    expect(texts.length).to.equal(warnings.length - 1)
    expect(new Set(texts).size).to.equal(texts.length)
    expect(texts).to.include('anna alone now reaches low and high of joint, and did not before')
    expect(texts).to.include('anna and bilal together now reach high of joint, and did not before')
    for (const one of warnings) expect(warningJson(one)).to.deep.include({ code: one.code, step: one.step })
  })
})

describe('report: amounts and times', () => {
  it('are as people write them', () => {
    expect([0n, 1n, 100n, 1_5000000n, -2_0000001n, 922337203685_4775807n].map(lumens)).to.deep.equal([
      '0',
      '0.0000001',
      '0.00001',
      '1.5',
      '-2.0000001',
      '922337203685.4775807',
    ])
    expect(timeText(0n)).to.equal('1970-01-01 00:00:00Z')
    expect(timeText(18446744073709551615n)).to.equal('18446744073709551615')
  })

  it('failed operations have words', () => {
    expect(operationFaultText('SET_OPTIONS_LOW_RESERVE')).to.equal(
      'too little for the reserve of another signer',
    )
    expect(operationFaultText('LIQUIDITY_POOL_DEPOSIT_LINE_FULL')).to.equal(undefined)
  })
})
