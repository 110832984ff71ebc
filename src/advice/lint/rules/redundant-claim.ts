/** `redundant-claim`: a promise that other promises make already. */
import * as O from 'fp-ts/lib/Option.js'
import { list, type Assertion, type Claim } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import { isImpliedBy } from '../implied.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['redundant-claim', 'warning'] as const

interface Redundant {
  readonly assertion: Assertion
  readonly covers: readonly Assertion[]
}

/** Assertions by the accounts that they are about, in their order. */
const byAccount = (assertions: readonly Assertion[]): ReadonlyMap<string, readonly Assertion[]> => {
  const found = new Map<string, Assertion[]>()
  for (const assertion of assertions)
    for (const account of assertion.on) {
      const known = found.get(account)
      if (known === undefined) found.set(account, [assertion])
      else known.push(assertion)
    }
  return found
}

/** From the last one on, and each only by those that stay: all of them can go at once. */
const redundantIn = (assertions: readonly Assertion[]): readonly Redundant[] => {
  const about = byAccount(assertions)
  const gone = new Map<Assertion, Redundant>()

  /** The first other assertion that stays and says a claim of an account, or more. */
  const coverOf = (assertion: Assertion, account: string, claim: Claim): Assertion | undefined =>
    about
      .get(account)
      ?.find(
        (one) => one !== assertion && !gone.has(one) && one.claims.some((from) => isImpliedBy(from)(claim)),
      )

  /** Who says everything that an assertion says, of all of its accounts; none where nobody does. */
  const coversOf = (assertion: Assertion): readonly Assertion[] => {
    const covers = new Set<Assertion>()
    for (const account of assertion.on)
      for (const claim of assertion.claims) {
        const cover = coverOf(assertion, account, claim)
        if (cover === undefined) return []
        covers.add(cover)
      }
    return [...covers]
  }

  for (const assertion of assertions.toReversed()) {
    const covers = coversOf(assertion)
    if (covers.length > 0) gone.set(assertion, { assertion, covers })
  }
  return [...gone.values()].toReversed()
}

const find = ({ policy }: LintInput): readonly FoundInPolicy[] =>
  redundantIn(policy.assertions).map(({ assertion, covers }): FoundInPolicy => {
    const { place, on } = assertion
    const [account] = on.length === 1 ? on : []
    return {
      ...(account === undefined ? {} : { account }),
      place,
      says: `${assertion.id} holds wherever ${list(covers.map((one) => one.id))} ${covers.length === 1 ? 'does' : 'do'}, whatever the weights.`,
      help: 'remove it, or say what it was to add',
      related: covers.map((one) => ({ place: one.place, says: `${one.id} says as much or more` })),
      evidence: [assertion.id, ...covers.map((one) => one.id)],
      fix: O.some({
        says: `remove ${assertion.id}`,
        effect: 'equivalent',
        edits: [{ file: place.file, path: place.path, _tag: 'Remove' }],
      }),
    }
  })

const file = (...claims: readonly string[]): string =>
  exampleFile({
    signers: { anna: 1, bruno: 1, carla: 1, dora: 1 },
    thresholds: [2, 2, 2],
    more: ['assert:', ...claims],
  })

const ONE = '  - { id: one-lost, on: vault, claim: { survives: { lose: 1, by: key }, for: high } }'
const TWO =
  '  - { id: two-lost, on: vault, claim: { survives: { lose: 2, by: key }, for: high } } # a promise'
const STOLEN = '  - { id: one-stolen, on: vault, claim: { withstands: { steal: 1, by: key }, for: high } }'

export const redundantClaim: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a claim follows from another claim on the same account',
  rationale:
    'A long list of promises is not read. What follows from another promise protects nothing more, and when the other one is changed, the two soon say different things.',
  decidedBy:
    'Two claims of one form at one level of one account, for all weights: to survive or withstand more implies less; any k of G implies any j of H where j − |H∖G| ≥ k; needs a of G implies needs b of H where a − |G∖H| ≥ b; equal implies not looser. All that is found can be removed at once.',
  source: 'own; sound for every game, by monotony',
  numbers: {},
  examples: [
    {
      says: 'who survives two losses survives one',
      policy: file(ONE, TWO, STOLEN),
      finds: ['one-lost holds wherever two-lost does'],
      fixed: file(TWO, STOLEN),
    },
    { says: 'a loss is no theft', policy: file(TWO, STOLEN), finds: [] },
  ],
  check: perPolicy(id, severity, find),
}
