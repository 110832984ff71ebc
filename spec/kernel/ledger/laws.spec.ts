/** Laws of what happens next, over random worlds and envelopes. */
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { advance, ledgerHeader, simulate, validate, type Warning } from '../../../src/kernel/ledger/index.js'
import { accountsIn, lookup, type LedgerView } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { holes, withHoles } from '../../support/arbitrary/ledger-view.js'
import { question } from '../../support/arbitrary/question.js'
import { accountsNamed, failedAccount, withoutPay } from './after.js'
import { anyOperation, withoutAuthority } from './random-operation.js'
import { storyOf } from './random-story.js'
import { knownIn, prove, recordedHeader } from './recorded-row.js'
import { applied, outcomeOf } from './told.js'

/** At apply protocols begin at 10. */
const applicable = (asked: number): number => Math.max(10, asked)

const run = (at: number) => simulate(at as Protocol, prove)

describe('ledger laws: advance', () => {
  it('operations without authority leave authority alone: fee, sequence number, one-time signers', () => {
    const property = fc.property(storyOf(withoutAuthority, { minLength: 1, maxLength: 1 }), (story) => {
      const { envelope } = story.steps[0]!
      const after = applied(story.view, envelope, story.protocol)
      for (const before of accountsIn(story.view))
        expect(withoutPay(knownIn(after.view, before.id)!)).to.deep.equal(
          withoutPay(failedAccount(before, envelope, after, story.protocol)),
        )
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('a failed transaction leaves fee, sequence number and one-time signers taken, and nothing else', () => {
    let failures = 0
    const property = fc.property(question, (asked) => {
      const at = applicable(asked.protocol)
      const after = applied(asked.view, asked.envelope, at)
      fc.pre(after.code !== 'txSUCCESS' && after.code !== 'txFEE_BUMP_INNER_SUCCESS')
      failures++
      expect(after.view.accounts.size).to.equal(asked.view.accounts.size)
      for (const before of accountsIn(asked.view))
        expect(knownIn(after.view, before.id)).to.deep.equal(failedAccount(before, asked.envelope, after, at))
    })
    fc.assert(property, { numRuns: 250 })
    expect(failures).to.equal(250)
  })

  it('accounts that an envelope does not name stay the very same', () => {
    const property = fc.property(storyOf(anyOperation, { minLength: 1, maxLength: 1 }), (story) => {
      const { envelope } = story.steps[0]!
      const after = applied(story.view, envelope, story.protocol)
      const named = accountsNamed(envelope)
      for (const [id, found] of story.view.accounts)
        if (!named.has(id)) expect(lookup(after.view)(id)).to.equal(found)
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('names exactly the accounts that are not what they were', () => {
    const property = fc.property(storyOf(anyOperation, { minLength: 1, maxLength: 1 }), (story) => {
      const after = applied(story.view, story.steps[0]!.envelope, story.protocol)
      const ids = new Set([...story.view.accounts.keys(), ...after.view.accounts.keys()])
      const differing = [...ids].filter(
        (id) => !isDeepStrictEqual(lookup(story.view)(id), lookup(after.view)(id)),
      )
      expect([...after.changed].toSorted()).to.deep.equal(differing.toSorted())
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('is total over stories too: whatever is missing, an account or what the ledger keeps of it', () => {
    const told = storyOf(anyOperation, { minLength: 1, maxLength: 4 })
    const property = fc.property(told, holes, holes, fc.boolean(), (story, unknown, bare, closedWorld) => {
      const accounts = new Map(story.view.accounts)
      for (const id of bare) {
        const found = accounts.get(id)
        if (found?._tag === 'Known')
          accounts.set(id, { ...found, account: { ...found.account, state: O.none } })
      }
      const view = { ...withHoles(unknown.slice(1))({ ...story.view, accounts }), closedWorld }
      run(story.protocol)(view)(story.steps)
      run(story.protocol)(view)(story.steps.map((step) => ({ ...step, isInLedger: true })))
    })
    fc.assert(property, { numRuns: 200 })
  })

  it('is total: no envelope and no view, however little is known, makes it throw', () => {
    const property = fc.property(question, holes, fc.boolean(), (asked, unknown, known) => {
      const at = applicable(asked.protocol) as Protocol
      const header = known ? recordedHeader(at) : ledgerHeader(at)
      const { envelope } = asked
      for (const view of [
        asked.view,
        withHoles(unknown)(asked.view),
        { accounts: new Map(), closedWorld: false },
      ]) {
        validate(header, prove)(view)(envelope)
        advance(header, prove)(view)(envelope)
        const step = { envelope, ledgerSequence: header.sequence, closeTime: O.none }
        simulate(at, prove)(view)([step, step])
      }
    })
    fc.assert(property, { numRuns: 250 })
  })
})

describe('ledger laws: simulate', () => {
  const story = storyOf(anyOperation, { minLength: 2, maxLength: 6 })

  const later =
    (by: number) =>
    (warning: Warning): Warning => ({ ...warning, step: warning.step + by })

  /** Warnings of one step alone; rivals are found among the steps together. */
  const ofSteps = (warnings: readonly Warning[]): readonly Warning[] =>
    warnings.filter(({ code }) => code !== 'same-sequence')

  it('of two lists one after the other is that of their concatenation', () => {
    const property = fc.property(story, fc.nat(), ({ view, steps, protocol: at }, cut) => {
      const place = cut % (steps.length + 1)
      const first = run(at)(view)(steps.slice(0, place))
      const second = run(at)(first.view)(steps.slice(place))
      const whole = run(at)(view)(steps)
      expect(isDeepStrictEqual(whole.steps, [...first.steps, ...second.steps])).to.equal(true)
      expect(isDeepStrictEqual(whole.view, second.view)).to.equal(true)
      expect(ofSteps(whole.warnings)).to.deep.equal([
        ...ofSteps(first.warnings),
        ...ofSteps(second.warnings).map(later(place)),
      ])
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('a step that is refused changes nothing', () => {
    const property = fc.property(story, ({ view, steps, protocol: at }) => {
      const { steps: results } = run(at)(view)(steps)
      const kept = steps.filter((_, i) => results[i]!._tag === 'Applied')
      const without = run(at)(view)(kept)
      expect(isDeepStrictEqual(without.view, run(at)(view)(steps).view)).to.equal(true)
      expect(without.steps.map(outcomeOf)).to.deep.equal(
        results.filter(({ _tag }) => _tag === 'Applied').map(outcomeOf),
      )
    })
    fc.assert(property, { numRuns: 150 })
  })

  const stroopsIn = (view: LedgerView): bigint =>
    accountsIn(view).reduce((sum, { state }) => sum + (O.isSome(state) ? state.value.balance : 0n), 0n)

  it('keeps the books: no stroop appears, fees alone go, and every counter says what it counts', () => {
    let successes = 0
    const property = fc.property(story, ({ view, steps, protocol: at }) => {
      const told = run(at)(view)(steps)
      const fees = told.steps.reduce(
        (sum, step) => sum + (step._tag === 'Applied' ? O.getOrElse(() => 0n)(step.applied.feeCharged) : 0n),
        0n,
      )
      successes += told.steps.filter((step) => outcomeOf(step).endsWith('SUCCESS')).length
      expect(stroopsIn(told.view)).to.equal(stroopsIn(view) - fees)

      let [sponsored, sponsoring] = [0, 0]
      for (const { id, signers, state } of accountsIn(told.view)) {
        if (O.isNone(state)) throw new Error('every state is known')
        const { subentries, data, ...counters } = state.value
        expect(subentries, id).to.equal(signers.length + data.length)
        expect(signers.every(({ weight }) => weight > 0)).to.equal(true)
        sponsored += counters.sponsored
        sponsoring += counters.sponsoring
        const own = [...signers, ...data].filter(({ sponsor }) => O.isSome(sponsor)).length
        expect(counters.sponsored, id).to.equal(own + (O.isSome(counters.sponsor) ? 2 : 0))
      }
      expect(sponsored).to.equal(sponsoring)
    })
    fc.assert(property, { numRuns: 200 })
    expect(successes).to.be.greaterThan(60)
  })
})
