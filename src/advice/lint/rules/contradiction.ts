/** `contradiction`: promises that cannot all be kept, whatever the weights. */
import { list, type Asserted, type Conflict } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, topOf, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['contradiction', 'warning'] as const

interface Contradiction {
  readonly account: string
  readonly conflict: Conflict
}

/** One for each account and set of assertions: every violated one among them says the same. */
const contradictionsIn = (asserted: readonly Asserted[]): readonly Contradiction[] => {
  const found = new Map<string, Contradiction>()
  for (const { account, remedy } of asserted) {
    if (remedy._tag === 'None' || remedy.value._tag !== 'Conflict') continue
    const { conflict } = remedy.value
    const name = [account, ...conflict.assertions.toSorted()].join(' ')
    if (!found.has(name)) found.set(name, { account, conflict })
  }
  return [...found.values()]
}

const find = (input: LintInput): readonly FoundInPolicy[] =>
  contradictionsIn(input.asserted).map(({ account, conflict }): FoundInPolicy => {
    const { assertions, says } = conflict
    const places = input.policy.assertions.filter((one) => assertions.includes(one.id))
    return {
      account,
      place: places[0]?.place ?? topOf(input),
      says: `${list(assertions)} cannot ${assertions.length === 1 ? 'hold' : 'all hold'} on ${account}, whatever the weights. ${says}`,
      help:
        assertions.length === 1
          ? 'give it up, or give more keys to those of whom it speaks'
          : 'give up one of them: without any one of them, the others can be kept',
      related: places.slice(1).map((one) => ({ place: one.place, says: `${one.id} is one of them` })),
      evidence: assertions.toSorted(),
    }
  })

const file = (k: number): string =>
  exampleFile({
    signers: { chair: 1, anna: 1, bruno: 1 },
    thresholds: [2, 2, 2],
    more: [
      'assert:',
      '  - { id: chair-agrees, on: vault, claim: { needs: chair, for: high } }',
      `  - { id: lost-ok, on: vault, claim: { survives: { lose: ${k}, by: key }, for: high } }`,
    ],
  })

export const contradiction: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'claims that contradict each other for every possible table of weights',
  rationale:
    'Nobody can be always needed and allowed to be lost. Where promises contradict each other, no weights help, and looking for them is lost time: people have to decide which one they want.',
  decidedBy:
    'Every claim is a set of inequalities over weights; they contradict each other where some of them, added up, ask for more weight than they allow. The smallest such set of claims is shown. A warning only, because the broken claim itself ends the check with 1.',
  source: 'Taylor and Zwicker, Simple Games (1999): trading transforms; Farkas',
  numbers: {},
  examples: [
    {
      says: 'the chair is needed, and any key may be lost',
      policy: file(1),
      finds: ['chair-agrees and lost-ok cannot all hold on vault'],
    },
    {
      says: 'one promise alone can be kept',
      policy: exampleFile({
        signers: { chair: 1, anna: 1, bruno: 1 },
        thresholds: [2, 2, 2],
        more: [
          'assert:',
          '  - { id: lost-ok, on: vault, claim: { survives: { lose: 1, by: key }, for: high } }',
        ],
      }),
      finds: [],
    },
  ],
  check: perPolicy(id, severity, find),
}
