/** Stories of 2 to 8 transactions, step by step, as stellar-core 19.0.0 applied them one after the other. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { simulate, type SimulatedStep } from '../../../src/kernel/ledger/index.js'
import type { AccountId, LedgerView } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { loadVectors } from '../../support/vectors.js'
import { internalError } from './internal-error.js'
import {
  accountIn,
  accountsIn,
  closedView,
  envelopeIn,
  knownIn,
  prove,
  type RecordedVerdict,
} from './recorded-row.js'
import { written } from './written-account.js'

interface RecordedStep {
  readonly envelope: string
  readonly ledgerSeq: number
  readonly closeTime: number
  readonly validate: RecordedVerdict
  /** Absent where validation refused it: then it was not applied. */
  readonly apply?: RecordedVerdict
  /** The accounts that it changed. */
  readonly accountsAfter: readonly {
    readonly id: AccountId
    readonly entry: string | null
    readonly sponsor?: AccountId
  }[]
}

interface Story {
  readonly id: string
  readonly story: string
  readonly protocol: number
  readonly networkPassphrase: string
  readonly accounts: readonly string[]
  readonly steps: readonly RecordedStep[]
}

const STORIES = loadVectors<Story>('core-sequences')

const say = written('everything')

/** What a step came to: what was said, the fee, and every account that is not what it was. */
interface Outcome {
  readonly applied: boolean
  readonly code: string
  readonly innerCode: string | undefined
  readonly operations: readonly string[]
  readonly fee?: string
  readonly changed: readonly string[]
}

const recordedOutcome = ({ validate, apply, accountsAfter }: RecordedStep): Outcome => {
  const { code, innerCode, opCodes, feeCharged } = apply ?? validate
  return {
    applied: apply !== undefined,
    code,
    innerCode,
    operations: opCodes,
    ...(apply === undefined ? {} : { fee: String(feeCharged) }),
    changed: accountsAfter
      .map(({ id, entry, sponsor }) => `${id} ${say(entry === null ? undefined : accountIn(entry, sponsor))}`)
      .toSorted(),
  }
}

const simulatedOutcome = (step: SimulatedStep): Outcome => {
  if (step._tag === 'Undetermined') throw new Error('undetermined in a closed world')
  if (step._tag === 'Refused') {
    const { code, innerCode, operations } = step.validation
    return { applied: false, code, innerCode: O.toUndefined(innerCode), operations, changed: [] }
  }
  const { code, innerCode, operations, feeCharged, changed, view } = step.applied
  return {
    applied: true,
    code,
    innerCode: O.toUndefined(innerCode),
    operations,
    fee: String(O.toUndefined(feeCharged)),
    changed: changed.map((id) => `${id} ${say(knownIn(view, id))}`).toSorted(),
  }
}

const viewAfter = (step: SimulatedStep | undefined, before: LedgerView): LedgerView =>
  step?._tag === 'Applied' ? step.applied.view : before

interface Tally {
  readonly steps: number
  /** Steps whose story had gone another way before, or at, that step; and the reason. */
  readonly excluded: Readonly<Record<string, number>>
}

const MERGE = 'internal error: a merge into a sponsor, at protocols 14 and 15'

const compareStory = (told: Story): Tally => {
  const { networkPassphrase, protocol } = told
  const submissions = told.steps.map(({ envelope, ledgerSeq, closeTime }) => ({
    envelope: envelopeIn(envelope, networkPassphrase),
    ledgerSequence: O.some(ledgerSeq),
    closeTime: O.some(BigInt(closeTime)),
  }))
  let view = closedView(accountsIn(told))
  const { steps } = simulate(protocol as Protocol, prove)(view)(submissions)
  for (const [i, recorded] of told.steps.entries()) {
    const reason =
      recorded.apply === undefined
        ? undefined
        : internalError(protocol, view, submissions[i]!.envelope, recorded.apply)
    if (reason !== undefined) return { steps: i, excluded: { [reason]: told.steps.length - i } }
    const where = `${told.id} (${told.story}), protocol ${protocol}, step ${i}`
    expect(simulatedOutcome(steps[i]!), where).to.deep.equal(recordedOutcome(recorded))
    view = viewAfter(steps[i], view)
  }
  return { steps: told.steps.length, excluded: {} }
}

const NAMES = [...new Set(STORIES.map(({ story }) => story))]

const STEPS = STORIES.reduce((sum, { steps }) => sum + steps.length, 0)

describe('ledger: recorded sequences', () => {
  const compared: Tally[] = []

  for (const name of NAMES)
    it(`go as they went: ${name}`, () => {
      compared.push(...STORIES.filter(({ story }) => story === name).map(compareStory))
    })

  it('are 600 stories of 3,522 steps, of which 3,518 are compared', () => {
    const steps = compared.reduce((sum, one) => sum + one.steps, 0)
    const excluded = compared.filter((one) => Object.keys(one.excluded).length > 0)
    expect({ stories: compared.length, steps, of: STEPS, excluded }).to.deep.equal({
      stories: 600,
      steps: 3518,
      of: 3522,
      excluded: [
        { steps: 6, excluded: { [MERGE]: 2 } },
        { steps: 6, excluded: { [MERGE]: 2 } },
      ],
    })
  })
})
