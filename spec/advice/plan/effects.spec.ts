import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { plan, type PlanRequest } from '../../../src/advice/plan/index.js'
import type { Assertion, Claim, Policy, Recorded } from '../../../src/advice/policy/index.js'
import {
  eqAccount,
  NETWORKS,
  preAuthTxKey,
  type Account,
  type AccountState,
  type Envelope,
} from '../../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../../src/kernel/protocol/index.js'
import { account, type WeightedSigner } from '../../support/build/account.js'
import { envelope, feeBump, someHash } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { HERE, MEDIUM, members, policy, policyAccount, policyKey } from '../policy/treasury.js'
import { planFor, PROVE, refusalFor, request } from './asking.js'

type Parts = Partial<PlanRequest>

/** No envelope is recorded. */
const RECORDED: Recorded = {
  judge: { protocol: DEFAULT_PROTOCOL, phase: 'validate', prove: PROVE },
  envelopes: new Map(),
}

const ones = (...names: readonly string[]): readonly WeightedSigner[] => names.map((name) => [name, 1])

const vault = (needed: number, signers: readonly WeightedSigner[], state?: Partial<AccountState>): Account =>
  account({
    of: 'vault',
    master: 0,
    low: needed,
    medium: needed,
    high: needed,
    signers,
    ...(state === undefined ? {} : { state }),
  })

const twoOfThree = vault(2, ones('anna', 'bruno', 'old'), {})

describe('what a plan does to envelopes that are out there', () => {
  const without = vault(2, ones('anna', 'bruno'))
  const paid = (sequence: bigint, ...names: readonly string[]): Envelope =>
    envelope({ source: 'vault', sequence, signatures: names.map(by) })
  const becomes = (pending: Envelope, to = without, from = twoOfThree): string =>
    planFor(request(from, to, { pending: [pending] }))
      .pending.map((one) => one.becomes)
      .join()

  it('a signature of somebody who goes counts no more, and of somebody who stays it counts still', () => {
    expect(becomes(paid(102n, 'anna', 'old'))).to.equal('invalidated')
    expect(becomes(paid(102n, 'anna', 'bruno'))).to.equal('stays-dangerous')
    expect(becomes(paid(102n, 'anna'))).to.equal('incomplete')
  })

  it('a sequence number that the plan uses is used', () => {
    expect(becomes(paid(101n, 'anna', 'bruno'))).to.equal('invalidated')
    expect(becomes(paid(101n, 'anna', 'bruno'), without, { ...twoOfThree, state: O.none })).to.equal(
      'stays-dangerous',
    )
  })

  it('a sequence number that was used before the plan is no merit of it, and one that the plan uses is not more', () => {
    expect(becomes(paid(100n, 'anna', 'bruno'))).to.equal('spent')
    expect(becomes(paid(100n))).to.equal('spent')
    expect(becomes(paid(101n))).to.equal('invalidated')
    expect(becomes(paid(102n, 'anna', 'bruno'), twoOfThree)).to.equal('stays-dangerous')
    expect(becomes(paid(101n, 'anna', 'bruno'), twoOfThree), 'nothing is done').to.equal('stays-dangerous')
  })

  it('a signature that is to spare afterwards can be left out by anybody', () => {
    const three = vault(3, ones('anna', 'bruno', 'old'), {})
    expect(becomes(paid(102n, 'anna', 'bruno', 'old'), without, three)).to.equal('stays-dangerous')
  })

  it('a weaker account makes valid what was not', () => {
    expect(becomes(paid(102n, 'anna'), vault(1, ones('anna', 'bruno')))).to.equal('becomes-valid')
  })

  it('a fee bump can be taken off', () => {
    const inner = envelope({ source: 'vault', sequence: 102n, signatures: [by('anna'), by('bruno')] })
    expect(becomes(feeBump({ feeSource: 'stranger', inner, signatures: [] }))).to.equal('stays-dangerous')
  })

  it('an envelope that needs others too is not known', () => {
    const pending = envelope({ source: 'stranger', signatures: [by('stranger')] })
    expect(becomes(pending)).to.equal('not-known')
  })

  it('an envelope of another account is judged by that account too, where it is given', () => {
    const signatures = [by('stranger'), by('anna'), by('old')]
    const pending = [
      envelope({
        source: 'stranger',
        operations: [payment('anna', 'vault')],
        signatures,
      }),
    ]
    const told = (others: readonly Account[]): string | undefined =>
      planFor(request(twoOfThree, without, { pending, others })).pending[0]?.becomes
    expect(told([])).to.equal('not-known')
    expect(told([account({ of: 'stranger' })])).to.equal('invalidated')
    expect(told([account({ of: 'stranger', medium: 2, low: 2 })])).to.equal('incomplete')
  })

  it('pre-authorized transactions are told, and whether they stay', () => {
    const [goes, stays] = [preAuthTxKey(someHash('goes')), preAuthTxKey(someHash('stays'))]
    const from = vault(2, [...ones('anna', 'bruno'), [goes, 1], [stays, 1]])
    const comes = preAuthTxKey(someHash('comes'))
    const to = vault(2, [...ones('anna', 'bruno', 'carla'), [stays, 2], [comes, 3]])
    const told = planFor(request(from, to)).preAuthorized
    expect(new Map(told.map((one) => [one.key, [one.weight, one.stays, one.comes]]))).to.deep.equal(
      new Map([
        [goes.strkey, [1, false, false]],
        [stays.strkey, [2, true, false]],
        [comes.strkey, [3, true, true]],
      ]),
    )
  })
})

describe('the beginning of a plan', () => {
  const to = vault(2, ones('anna', 'bruno'))
  const live = vault(2, ones('anna', 'bruno', 'old', 'thief'), {})

  it('is the live account, and what it drifted is told', () => {
    const planned = planFor(request(twoOfThree, to, { live: O.some(live) }))
    expect(eqAccount.equals(planned.from, live)).to.equal(true)
    expect(O.isSome(planned.drift) && planned.drift.value.weights.map(({ key: id }) => id)).to.deep.equal([
      key('thief').id,
    ])
    expect(planned.transactions[0]?.operations).to.have.lengthOf(2)
    expect(O.isNone(planFor(request(twoOfThree, to, { live: O.some(twoOfThree) })).drift)).to.equal(true)
  })

  it('is bound into the digest, as is everything that the plan does', () => {
    const digest = (from: Account, then: Account, parts: Parts = {}): string =>
      planFor(request(from, then, parts)).digest
    const once = digest(twoOfThree, to)
    expect(digest(twoOfThree, { ...to, state: twoOfThree.state })).to.equal(once)
    const others = [
      digest(vault(2, ones('anna', 'bruno', 'old'), { sequence: 101n }), to),
      digest({ ...twoOfThree, state: O.none }, to),
      digest(vault(1, ones('anna', 'bruno', 'old'), {}), to),
      digest(twoOfThree, vault(1, ones('anna', 'bruno'))),
      digest(twoOfThree, vault(2, ones('anna', 'carla'))),
      digest(twoOfThree, to, { network: O.some(NETWORKS.public) }),
      digest(twoOfThree, to, { network: O.some(NETWORKS.testnet) }),
    ]
    expect(new Set([once, ...others]).size).to.equal(others.length + 1)
  })

  it('gives the sequence numbers, one after the other, and no envelope without', () => {
    const then = vault(2, ones('anna', 'bruno', 'carla'))
    const told = (from: Account, parts: Parts): readonly (string | undefined)[] =>
      planFor(request(from, then, { ...parts, proveKeys: true })).transactions.map(
        ({ transaction, sequence }) =>
          O.isSome(transaction) && O.isSome(sequence) && transaction.value.sequence === sequence.value
            ? String(sequence.value)
            : undefined,
      )
    const unknown = { ...twoOfThree, state: O.none }
    expect(told(twoOfThree, {})).to.deep.equal(['101', '102'])
    expect(told(unknown, { sequence: O.some(7n) })).to.deep.equal(['8', '9'])
    expect(told(unknown, {})).to.deep.equal([undefined, undefined])
  })

  it('shows how many may be lost and stolen, before and after', () => {
    const counts = planFor(request(twoOfThree, vault(2, ones('anna', 'bruno')))).tolerances.map(
      ({ level, loss, theft, fewest }) => [
        level,
        ...[...loss, ...theft].map((one) => (one._tag === 'Known' ? one.tolerated : one._tag)),
        ...fewest.map(O.toUndefined),
      ],
    )
    expect(counts).to.deep.equal(['Low', 'Medium', 'High'].map((level) => [level, 1, 0, 1, 1, 2, 2]))
  })
})

describe('the claims of a policy', () => {
  const assertion = (id: string, ...claims: readonly Claim[]): Assertion => ({
    id,
    on: ['vault'],
    form: 'survives',
    claims,
    place: HERE,
  })
  const survives = (lose: number): Claim => ({ _tag: 'Survives', at: MEDIUM, lose, by: 'key' })
  const promised = (...assertions: readonly Assertion[]): Policy =>
    policy({
      keys: ['anna', 'bruno', 'carla', 'old'].map((alias) => policyKey(alias)),
      accounts: [policyAccount('vault', twoOfThree)],
      assertions,
    })
  const parts = (of: Policy): Parts => ({
    promised: O.some({ policy: of, account: 'vault', base: O.none, recorded: RECORDED }),
  })
  const to = vault(2, ones('anna', 'bruno'))
  const claims = (of: Policy, then = to): readonly [string, boolean] | undefined => {
    const { checks } = planFor(request(twoOfThree, then, parts(of)))
    const found = checks.find(({ id }) => id === 'claims-hold')
    return found === undefined ? undefined : [found.verdict, found.isNeeded]
  }

  it('are asked of the result, and one that breaks refuses the plan with who breaks it', () => {
    expect(claims(promised(assertion('a', survives(0))))).to.deep.equal(['holds', true])
    const found = refusalFor(
      request(twoOfThree, to, parts(promised(assertion('a', survives(0)), assertion('b', survives(1))))),
    )
    if (found._tag === 'Failure') throw new Error(found.message)
    expect(found.reasons.map(({ code }) => code)).to.deep.equal(['breaks-claims'])
    expect(found.reasons[0].says).to.contain('`b`').and.contain('One key is enough')
    expect(found.reasons[0].exhibits[0]?.state).to.equal('to')
  })

  it('compare with the account before, where no other base is given', () => {
    const stricter: Claim = {
      _tag: 'Compare',
      at: MEDIUM,
      relation: 'stricter-than',
      other: { _tag: 'Base' },
    }
    expect(claims(promised(assertion('a', stricter)))).to.deep.equal(['holds', true])
    const same = refusalFor(request(twoOfThree, twoOfThree, parts(promised(assertion('a', stricter)))))
    expect(same._tag === 'Refused' && same.reasons[0].code).to.equal('breaks-claims')
  })

  it('compare with what was said and with what the ledger has: a change gives nobody power over either', () => {
    const noMore: Claim = {
      _tag: 'Compare',
      at: MEDIUM,
      relation: 'not-looser-than',
      other: { _tag: 'Base' },
    }
    const [two, three] = [vault(2, ones('anna', 'bruno', 'old')), vault(3, ones('anna', 'bruno', 'old'))]
    const base = (account: Account): Policy =>
      policy({ keys: [], accounts: [policyAccount('earlier-name', account)], assertions: [] })
    const verdict = (said: Account, live: Account, then: Account): string => {
      const promise = {
        policy: promised(assertion('a', noMore)),
        account: 'vault',
        base: O.some(base(said)),
        recorded: RECORDED,
      }
      const found = plan(request(said, then, { live: O.some(live), promised: O.some(promise) }))
      if (E.isRight(found)) return 'planned'
      return found.left._tag === 'Refused'
        ? found.left.reasons.map(({ code }) => code).join()
        : found.left.code
    }
    expect(verdict(two, two, two)).to.equal('planned')
    expect(verdict(two, three, two), 'the ledger is stricter').to.equal('breaks-claims')
    expect(verdict(three, two, two), 'the file is stricter').to.equal('breaks-claims')
    expect(verdict(two, three, three)).to.equal('planned')
    expect(verdict(three, two, three)).to.equal('planned')
  })

  it('that are not known, or speak of nobody, leave the plan undecided; none at all do not', () => {
    const byVendor: Claim = { _tag: 'Survives', at: MEDIUM, lose: 1, by: 'vendor' }
    expect(claims(promised(assertion('a', byVendor)))).to.deep.equal(['unknown', true])
    const ofOne: Claim = { _tag: 'Interchangeable', at: MEDIUM, of: members('anna', ['anna']) }
    expect(claims(promised(assertion('a', ofOne)))).to.deep.equal(['unknown', true])
    expect(claims(promised())).to.deep.equal(['unknown', false])
  })
})

describe('lumens', () => {
  it('are missing by numbers where the network misses them, and only there', () => {
    let [short, enough] = [0, 0]
    const names = ['anna', 'bruno', 'carla', 'dora', 'emil'] as const
    const weights = fc.array(fc.constantFrom(0, 1, 2), { minLength: 5, maxLength: 5 })
    const sponsors = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(
        weights,
        weights,
        sponsors,
        fc.integer({ min: -3, max: 3 }),
        fc.nat(700),
        fc.boolean(),
        (a, b, paid, halves, stroops, proveKeys) => {
          const signers = (of: readonly number[]): readonly WeightedSigner[] =>
            names.flatMap((name, at) => ((of[at] ?? 0) > 0 ? [[name, of[at] ?? 0] as const] : []))
          const made = account({ of: 'vault', master: 1, high: 1, signers: signers(a) })
          const isPaid = (id: string): boolean =>
            paid[names.findIndex((name) => key(name).id === id)] === true
          const withPaid = made.signers.map((one) =>
            isPaid(one.key.strkey) ? { ...one, sponsor: O.some(key('sponsor').id) } : one,
          )
          const sponsored = withPaid.filter(({ sponsor }) => O.isSome(sponsor)).length
          const balance =
            BigInt(Math.max(0, 2 + made.signers.length - sponsored + halves)) * 5_000_000n + BigInt(stroops)
          const state = account({
            of: 'vault',
            state: { balance, sponsored, subentries: made.signers.length },
          }).state
          const to = account({ of: 'vault', master: 1, high: 1, signers: signers(b) })
          // Numbers and network are compared inside: a contradiction is thrown.
          const found = plan(request({ ...made, signers: withPaid, state }, to, { proveKeys }))
          if (E.isRight(found)) enough++
          else if (
            found.left._tag === 'Refused' &&
            found.left.reasons.some(({ code }) => code === 'reserve-short')
          )
            short++
          else throw new Error('refused for something else')
        },
      ),
      { numRuns: 150 },
    )
    expect(short).to.be.greaterThan(20)
    expect(enough).to.be.greaterThan(20)
  })
})
