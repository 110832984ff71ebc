/** States between two configurations, held against the definition over all 2ⁿ groups of keys. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  checkStage,
  checkStages,
  stagesOf,
  type StageFault,
} from '../../../../src/advice/plan/stages/index.js'
import { activeSignersOf, THRESHOLD_LEVELS, type Account } from '../../../../src/kernel/model/index.js'
import * as naive from '../../../reference/stage-model.js'
import { accountOf, accountRecipe } from '../../../support/arbitrary/account.js'
import { sha256 } from '../../../support/build/key.js'
import { someAccount, someChange } from './random-change.js'

const HASHES = { inner: sha256('inner'), outer: sha256('outer') }

const keysOf = (account: Account): string[] =>
  activeSignersOf(account).flatMap(({ key, weight }) => (weight > 0 ? [key.strkey] : []))

const tagsAt = (faults: readonly StageFault[], level: string, ...tags: readonly string[]): boolean =>
  faults.some((fault) => tags.includes(fault._tag) && 'level' in fault && fault.level === level)

describe('plan: states are what their definition says', () => {
  it('any state between any two configurations', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        someChange,
        fc.oneof(someAccount(1), someAccount(4), someAccount(60)),
        fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
        ([before, after], state, dice) => {
          const all = [...new Set([before, after, state].flatMap(keysOf))]
          const proven = all.filter(() => (dice.next().value as number) > 0)
          const stage = { before, after, state, proven }
          const faults = checkStage(before, after, new Set(proven))(state)
          for (const { _tag } of faults) seen.set(_tag, (seen.get(_tag) ?? 0) + 1)
          if (faults.length === 0) seen.set('safe', (seen.get('safe') ?? 0) + 1)
          const [canAll, canProven] = naive.canChange(stage)
          expect(faults.some(({ _tag }) => _tag === 'Locked')).to.equal(!canAll)
          for (const level of THRESHOLD_LEVELS)
            expect(tagsAt(faults, level, 'GainsPower'), level).to.equal(naive.hasWindow(stage, level))
          if (canAll)
            expect(
              faults.some(({ _tag }) => _tag === 'ToleratesLess' || _tag === 'ProvenCannotAct'),
            ).to.equal(!canProven || !THRESHOLD_LEVELS.every((level) => naive.hasGrip(stage, level)))
          expect(faults.length === 0).to.equal(naive.isSafe(stage))
        },
      ),
      { numRuns: 400 },
    )
    // All of them are met often enough to mean something.
    for (const tag of ['GainsPower', 'Locked', 'ToleratesLess', 'ProvenCannotAct', 'safe'])
      expect(seen.get(tag) ?? 0, tag).to.be.greaterThan(4)
  }).timeout(20_000)

  it('an account that nothing happens to is safe, as far as its keys can sign', () => {
    fc.assert(
      fc.property(someChange, ([before, after]) => {
        const faults = checkStage(before, after, new Set(keysOf(before)))(before)
        expect(faults.filter(({ _tag }) => _tag !== 'Locked')).to.deep.equal([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('plan: ways in stages', () => {
  const ask = (from: Account, to: Account, unavailable: readonly string[] = [], payable?: number) =>
    stagesOf({ from, to, unavailable: new Set(unavailable), payable: O.fromNullable(payable) })

  it('every state is safe, passengers decide nothing, and old keys have the power that they had', () => {
    let travelled = 0
    fc.assert(
      fc.property(
        someChange,
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        ([from, to], payable) => {
          const found = ask(from, to, [], payable)
          if (found._tag === 'NoStages') return
          const proven = new Set(keysOf(from))
          for (const { account: state, passengers } of found.stages) {
            travelled++
            expect(naive.isSafe({ before: from, after: to, state, proven: [...proven] })).to.equal(true)
            if (payable !== undefined)
              expect(state.signers.length).to.be.at.most(from.signers.length + payable)
            for (const { strkey } of passengers) {
              expect(naive.decidesNothing(state, strkey), 'a passenger decides nothing').to.equal(true)
              proven.add(strkey)
            }
            const old = keysOf(state).filter((key) => keysOf(from).includes(key))
            if (old.length === keysOf(from).length)
              expect(naive.isSamePower(from, state, old), 'the same power').to.equal(true)
            expect([...proven]).to.include.members(passengers.map(({ strkey }) => strkey))
          }
          expect([...proven], 'all have signed').to.include.members(keysOf(to))
        },
      ),
      { numRuns: 250 },
    )
    expect(travelled).to.be.greaterThan(100)
  }).timeout(20_000)

  it('there is a way wherever the network has room, numbers fit and somebody can sign', () => {
    fc.assert(
      fc.property(fc.tuple(someAccount(4), someAccount(4)), ([from, to]) => {
        const found = ask(from, to)
        const { canChange } = naive
        const [can] = canChange({ before: from, after: to, state: from, proven: [] })
        const isNew = keysOf(to).some((key) => !keysOf(from).includes(key))
        // Weights up to 4 of at most 8 keys, times 9: at most 255 unless a threshold is out of reach.
        if (isNew)
          expect(found._tag === 'Stages' || !can || found.reason._tag === 'NumbersTooLarge').to.equal(true)
        else expect(found).to.deep.include({ _tag: 'Stages', stages: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('what is told is what is checked, with keys that cannot sign as well', () => {
    fc.assert(
      fc.property(someChange, fc.nat({ max: 6 }), ([from, to], at) => {
        const lost = keysOf(from).slice(at, at + 1)
        const found = ask(from, to, lost)
        if (found._tag === 'NoStages') return
        for (const faults of checkStages(from, to, new Set(lost))(found.stages))
          expect(faults).to.deep.equal([])
      }),
      { numRuns: 100 },
    )
  })

  it('accounts of any kind are answered, and what is told of them is safe by definition', () => {
    const recipe = accountRecipe('joint')
    const tally = { Stages: 0, NoStages: 0 }
    fc.assert(
      fc.property(recipe, recipe, fc.option(fc.nat({ max: 2 }), { nil: undefined }), (a, b, payable) => {
        const [from, to] = [a, b].map(accountOf(HASHES)) as [Account, Account]
        const found = ask(from, to, [], payable)
        tally[found._tag]++
        if (found._tag === 'NoStages') return
        // A signer of weight 0 is in no ledger: the model lets it sign where a threshold is 0, and the plan does not.
        if ([from, to].some(({ signers }) => signers.some(({ weight }) => weight === 0))) return
        const proven = new Set(keysOf(from))
        for (const { account: state, passengers } of found.stages) {
          const keys = new Set([from, to, state].flatMap(keysOf))
          if (keys.size <= 10)
            expect(naive.isSafe({ before: from, after: to, state, proven: [...proven] })).to.equal(true)
          for (const { strkey } of passengers) proven.add(strkey)
        }
        const fresh = keysOf(to).filter((key) => !proven.has(key))
        expect([...found.unproved].sort()).to.deep.equal(fresh.sort())
      }),
      { numRuns: 300 },
    )
    expect(Math.min(tally.Stages, tally.NoStages)).to.be.greaterThan(20)
  }).timeout(20_000)
})
