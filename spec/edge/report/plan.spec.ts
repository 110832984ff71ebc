/** Plans as pages and as JSON. What is in them is the planner's; what is told of it is looked at here. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { plan, type Plan, type PlanRefusal, type PlanRequest } from '../../../src/advice/plan/index.js'
import {
  namesOf,
  planJson,
  planPageOf,
  planStateOf,
  renderLines,
  signerLabel,
  unpainted,
  type PlanReport,
} from '../../../src/edge/report/index.js'
import { ledgerHeader } from '../../../src/kernel/ledger/index.js'
import { hashXKey, NETWORKS, preAuthTxKey, type Account } from '../../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL, parseProtocol } from '../../../src/kernel/protocol/index.js'
import { proveWith, strict, tweetnacl } from '../../../src/kernel/signature/index.js'
import { account, type WeightedSigner } from '../../support/build/account.js'
import { envelope } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { by, type Signing } from '../../support/build/signature.js'

const NAMES = namesOf(
  new Map(['firm', 'anna', 'bruno', 'carla', 'dora'].map((name) => [key(name).id as string, name])),
)

const firm = (needed: number, signers: readonly WeightedSigner[]): Account =>
  account({ of: 'firm', master: 0, low: needed, medium: needed, high: needed, signers })

const people = (...names: readonly string[]): readonly WeightedSigner[] => names.map((name) => [name, 1])

const header = () => {
  const protocol = parseProtocol('apply')(DEFAULT_PROTOCOL)
  if (E.isLeft(protocol)) throw new Error(protocol.left.message)
  return ledgerHeader(protocol.right)
}

const planned = (from: Account, to: Account, more: Partial<PlanRequest> = {}): Plan | PlanRefusal => {
  const found = plan({
    network: O.none,
    from,
    to,
    live: O.none,
    sequence: O.none,
    header: header(),
    unavailable: new Set(),
    atHand: new Set(),
    others: [],
    pending: [],
    prove: proveWith(strict(tweetnacl)),
    promised: O.none,
    prefer: 'atomic',
    proveKeys: false,
    needsReserve: false,
    expected: O.none,
    nameOf: signerLabel(NAMES),
    ...more,
  })
  if (E.isRight(found)) return found.right
  if (found.left._tag === 'Failure') throw new Error(found.left.message)
  return found.left
}

const report = (outcome: Plan | PlanRefusal, more: Partial<PlanReport> = {}): PlanReport => ({
  sides: ['a.yaml', 'b.yaml'],
  live: O.none,
  network: O.some(NETWORKS.testnet),
  names: NAMES,
  outcome,
  pending: [],
  artefacts: { _tag: 'NotMade', because: 'nobody said how', help: O.some('say it') },
  findings: [],
  folder: O.none,
  ...more,
})

const page = (width: number, one: PlanReport): string => renderLines(unpainted)(planPageOf(width)(one))

/** Digests are the planner's. */
const withoutDigests = (text: string): string => text.replaceAll(/[0-9a-f]{64}/g, '…')

const [BEFORE, AFTER] = [firm(2, people('anna', 'bruno', 'carla')), firm(2, people('anna', 'bruno', 'dora'))]

const CHANGED = `✓ plan for firm · 1 to add and 1 to remove
  from a.yaml to b.yaml
  testnet · ${key('firm').id}

Changes
  + dora, weight 1
    ${key('dora').id}
  - carla, weight 1 → removed

Effect · before → after
  every level: keys that may be lost 1, as before; stolen 1, as before; fewest
    signatures 2, as before
  every level: ≠ incomparable
    only before: `

describe('report: plan', () => {
  it('tells a plan, with what changes first', () => {
    const text = withoutDigests(page(80, report(planned(BEFORE, AFTER))))
    expect(text.startsWith(CHANGED), text).to.equal(true)
    expect(text).to.include('    1. remove carla\n    2. add dora with weight 1\n    sign: ')
    expect(
      text.endsWith(
        'Artefacts\n  none: nobody said how (say it)\n\nstate digest …\nplan digest …\nNothing was signed or sent.\n',
      ),
      text,
    ).to.equal(true)
  })

  it('is no wider than people read, and fits the narrowest terminal', () => {
    for (const outcome of [planned(BEFORE, AFTER), planned(BEFORE, firm(9, people('anna')))]) {
      expect(page(120, report(outcome))).to.equal(page(80, report(outcome)))
      for (const width of [20, 60, 80, 120])
        for (const line of page(width, report(outcome)).split('\n'))
          if (!line.includes('digest'))
            expect([...line].length, line).to.be.at.most(Math.max(60, Math.min(width, 80)))
    }
  })

  it('tells a refusal by its reason, and that nothing was written', () => {
    const text = page(80, report(planned(BEFORE, firm(9, people('anna')))))
    expect(text).to.match(/^✗ no plan for firm\n/)
    expect(text).to.include('  would-lock: ').and.include('    → ')
    expect(text).to.include('Nothing was signed, sent or written.')
    expect(text).to.not.include('Transactions').and.not.include('Artefacts')
  })

  it('tells drift before everything else, and that there is none', () => {
    const live = O.some('live.json')
    const same = planned(BEFORE, AFTER, { live: O.some(BEFORE) })
    expect(page(80, report(same, { live }))).to.include('Drift · none: live.json is as a.yaml says')
    const other = planned(BEFORE, AFTER, { live: O.some(firm(1, people('anna', 'bruno', 'carla'))) })
    const text = page(80, report(other, { live }))
    expect(text).to.include('Drift · live.json is not as a.yaml says')
    expect(text.indexOf('Drift')).to.be.lessThan(text.indexOf('Changes'))
    expect(page(80, report(planned(BEFORE, AFTER)))).to.not.include('Drift')
  })

  it('warns of approvals that stay, and says which are taken back', () => {
    const approval = preAuthTxKey(new Uint8Array(32).fill(7))
    const before = firm(2, [...people('anna', 'bruno'), [approval, 2]])
    const stays = page(
      80,
      report(planned(before, firm(2, [...people('anna', 'bruno', 'dora'), [approval, 2]]))),
    )
    expect(stays).to.match(/! T\S+ stays: an approval of weight 2/)
    const goes = page(80, report(planned(before, firm(2, people('anna', 'bruno')))))
    expect(goes).to.match(/- T\S+ goes: its approval of weight 2 is taken back/)
  })

  it('warns of approvals that come', () => {
    const approval = preAuthTxKey(new Uint8Array(32).fill(7))
    const after = firm(2, [...people('anna', 'bruno', 'carla'), [approval, 2]])
    expect(page(80, report(planned(BEFORE, after)))).to.match(/! T\S+ comes: an approval of weight 2/)
  })

  it('tells by its whole key who comes without a name, in drift too', () => {
    const stranger = firm(2, people('anna', 'bruno', 'carla', 'stranger'))
    const coming = page(80, report(planned(BEFORE, stranger)))
    expect(coming).to.include(`\n  + ${key('stranger').id}, weight 1\n`)
    const live = planned(BEFORE, AFTER, { live: O.some(stranger) })
    const drift = page(80, report(live, { live: O.some('live.json') })).split('Changes')[0]
    expect(drift).to.include(`\n  + ${key('stranger').id}, weight 1\n`)
  })

  it('says of a pending envelope what becomes of it, and why', () => {
    const from = account({ of: 'firm', master: 0, high: 2, signers: people('anna', 'bruno'), state: {} })
    const to = account({ of: 'firm', master: 0, high: 2, signers: people('anna', 'carla') })
    const notes = (sequence: bigint, ...signatures: readonly Signing[]): string => {
      const pending = [envelope({ source: 'firm', sequence, signatures })]
      const outcome = planned(from, to, { pending })
      return (page(80, report(outcome, { pending: ['p.xdr'] })).split('Notes\n')[1] ?? '').replaceAll(
        /\s+/g,
        ' ',
      )
    }
    expect(notes(100n, by('anna'))).to.include(
      'p.xdr cannot be sent any more: its sequence number is used already',
    )
    expect(notes(101n)).to.include(
      'has not enough signatures now, and cannot be sent after the plan, which uses',
    )
    expect(notes(101n, by('anna'))).to.include('can be sent now, and no longer after the plan, which uses')
    expect(notes(102n, by('bruno'))).to.include('can be sent now, and no longer after the plan Artefacts')
    expect(notes(102n, by('anna'))).to.include('can still be sent after the plan')
  })

  it('says how the signatures of new keys are kept, where they sign to show that they can', () => {
    const keep = 'keep them and their order: quorate trim --keep usable'
    expect(page(80, report(planned(BEFORE, AFTER, { proveKeys: true })))).to.include(keep)
    expect(page(80, report(planned(BEFORE, AFTER)))).not.to.include(keep)
  })

  it('calls no stop safe where that is not known', () => {
    const secret = hashXKey(new Uint8Array(32).fill(5))
    const to = firm(2, [...people('anna', 'bruno', 'carla', 'dora'), [secret, 1]])
    const heading = (after: Account): string | undefined =>
      /^Transactions.*$/m.exec(page(80, report(planned(BEFORE, after, { proveKeys: true }))))?.[0]
    expect(heading(to)).to.equal('Transactions · 2, one after the other')
    expect(heading(AFTER)).to.include('stopping after any of them is safe')
  })

  it('says the state in one word to programs, as its exit code does', () => {
    expect(planStateOf(planned(BEFORE, AFTER))).to.equal('changes')
    expect(planStateOf(planned(BEFORE, BEFORE))).to.equal('nothing-to-do')
    expect(planStateOf(planned(BEFORE, firm(9, people('anna'))))).to.equal('refused')
    expect(planStateOf(planned(BEFORE, AFTER, { needsReserve: true }))).to.equal('undecided')
  })

  it('has the same members in JSON, whether there is a plan or not', () => {
    const members = [
      planned(BEFORE, AFTER),
      planned(BEFORE, BEFORE),
      planned(BEFORE, firm(9, people('anna'))),
    ].map((outcome) => Object.keys(planJson(report(outcome)) as object))
    expect(members[1]).to.deep.equal(members[0])
    expect(members[2]).to.deep.equal(members[0])
  })

  it('says nothing in JSON that JSON cannot say', () => {
    const staged = planned(BEFORE, AFTER, { proveKeys: true, sequence: O.some(2n ** 62n) })
    const json = planJson(report(staged))
    expect(JSON.parse(JSON.stringify(json))).to.deep.equal(json)
    expect(json).to.have.nested.property('steps[0].sequence', String(2n ** 62n + 1n))
    expect(json).to.have.nested.property('steps[1].signing.proves[0].alias', 'dora')
  })
})
