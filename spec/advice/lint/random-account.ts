/** Random accounts under one policy without promises, and what all their groups reach, one by one. */
import * as fc from 'fast-check'
import { exampleFile } from '../../../src/advice/lint/example-file.js'
import { lint, RULES, type Edit, type Finding } from '../../../src/advice/lint/index.js'
import type { PolicyAccount } from '../../../src/advice/policy/index.js'
import { THRESHOLD_LEVELS, type Account, type ThresholdLevel } from '../../../src/kernel/model/index.js'
import { lintInputOf } from '../../support/build/lint-input.js'
import { policyFrom } from '../../support/build/policy.js'

/** As many as any of the accounts has. */
const MOST = 6

const ALIASES = Array.from({ length: MOST }, (_, at) => `key-${String(at)}`)

const BASE = policyFrom(
  exampleFile({
    address: 'anna',
    signers: Object.fromEntries(ALIASES.map((alias) => [alias, 1])),
    thresholds: [1, 1, 1],
  }),
)

const baseAccount = (): PolicyAccount => BASE.accounts.get('vault')!

/** Weights of the master key and of signers, low, medium and high. */
export interface Numbers {
  readonly master: number
  readonly signers: readonly number[]
  readonly thresholds: readonly [number, number, number]
}

/** The players of an account in the order of the masks; the master key first, if it has weight. */
export interface Players {
  readonly ids: readonly string[]
  readonly weights: readonly number[]
}

const accountOf = ({ master, signers, thresholds: [low, medium, high] }: Numbers): Account => ({
  ...baseAccount().account,
  masterWeight: master,
  thresholds: { low, medium, high },
  // A weight of 0 is a signer that an edit removed.
  signers: signers
    .map((weight, at) => ({
      ...baseAccount().account.signers[at]!,
      key: BASE.keys.get(ALIASES[at]!)!.key,
      weight,
    }))
    .filter(({ weight }) => weight > 0),
})

export const playersOf = ({ master, signers }: Numbers): Players => ({
  ids: [
    ...(master > 0 ? [baseAccount().account.id as string] : []),
    ...signers.map((_, at) => BASE.keys.get(ALIASES[at]!)!.key.strkey),
  ],
  weights: [...(master > 0 ? [master] : []), ...signers],
})

/** Whether each group reaches a level, by its mask over the players. */
export const tableOf = (numbers: Numbers, level: ThresholdLevel): readonly boolean[] => {
  const { weights } = playersOf(numbers)
  const needed = Math.max(1, numbers.thresholds[THRESHOLD_LEVELS.indexOf(level)]!)
  return Array.from(
    { length: 2 ** weights.length },
    (_, mask) => weights.reduce((sum, w, at) => sum + ((mask >> at) & 1) * w, 0) >= needed,
  )
}

/** Everything that is found. */
export const findingsOf = (numbers: Numbers): readonly Finding[] =>
  lint(RULES)(
    lintInputOf({
      ...BASE,
      accounts: new Map([['vault', { ...baseAccount(), account: accountOf(numbers) }]]),
    }),
  )

/** The numbers after edits of the file. */
export const afterEdits = (numbers: Numbers, edits: readonly Edit[]): Numbers =>
  edits.reduce((before, edit): Numbers => {
    if (edit._tag === 'Append') return before
    const to = edit._tag === 'Set' ? Number(edit.to) : 0
    const [, , section, name] = edit.path.map(String)
    if (section === 'master') return { ...before, master: to }
    if (section === 'thresholds') {
      const [low, medium, high] = before.thresholds
      return {
        ...before,
        thresholds: [name === 'low' ? to : low, name === 'medium' ? to : medium, name === 'high' ? to : high],
      }
    }
    return { ...before, signers: before.signers.with(ALIASES.indexOf(name!), to) }
  }, numbers)

const numbersWith = (weight: fc.Arbitrary<number>): fc.Arbitrary<Numbers> =>
  fc
    .tuple(
      fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: weight }),
      fc.array(weight, { minLength: 1, maxLength: MOST }),
    )
    .chain(([master, signers]) => {
      const total = [master, ...signers].reduce((sum, one) => sum + one, 0)
      const threshold = fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: Math.min(255, total) }) },
        { weight: 1, arbitrary: fc.constantFrom(0, Math.min(255, total + 1)) },
      )
      return fc.tuple(threshold, threshold, threshold).map((thresholds) => ({ master, signers, thresholds }))
    })

/** Small weights, so that equal ones and dummies are many; and large ones. */
export const arbitraryNumbers: fc.Arbitrary<Numbers> = fc.oneof(
  numbersWith(fc.integer({ min: 1, max: 3 })),
  numbersWith(fc.integer({ min: 1, max: 9 })),
  numbersWith(fc.integer({ min: 1, max: 255 })),
)
