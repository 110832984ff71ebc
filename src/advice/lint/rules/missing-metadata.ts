/** `missing-metadata`: a claim speaks of people or places, and nobody said whose some keys are. */
import { list, nameOf, type Asserted, type Claim, type UnitKind } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, topOf, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['missing-metadata', 'note'] as const

const kindOf = (claim: Claim): UnitKind => ('by' in claim ? claim.by : 'key')

/** What is missing for one kind of unit on one account. */
interface Missing {
  readonly kind: UnitKind
  readonly account: string
  readonly keys: Set<string>
  readonly assertions: Set<string>
}

const missingIn = (asserted: readonly Asserted[]): readonly Missing[] => {
  const found = new Map<string, Missing>()
  for (const { assertion, account, answers } of asserted)
    for (const { claim, answer } of answers) {
      if (answer._tag !== 'Unknown' || answer.why.code !== 'no-metadata') continue
      const kind = kindOf(claim)
      const missing = found.get(`${account} ${kind}`) ?? {
        kind,
        account,
        keys: new Set(),
        assertions: new Set(),
      }
      found.set(`${account} ${kind}`, missing)
      for (const key of answer.why.keys) missing.keys.add(key)
      missing.assertions.add(assertion.id)
    }
  return [...found.values()]
}

const find = (input: LintInput): readonly FoundInPolicy[] => {
  const { policy, asserted } = input
  return missingIn(asserted).map(({ kind, account, keys, assertions }): FoundInPolicy => {
    const names = [...keys].map((key) => nameOf(policy, key))
    const places = [...keys].flatMap((key) => policy.keysByStrkey.get(key)?.place ?? [])
    return {
      account,
      place: places[0] ?? policy.accounts.get(account)?.place ?? topOf(input),
      says: `${list([...assertions])} cannot be decided on ${account}: ${list(names)} ${names.length === 1 ? 'has' : 'have'} no \`${kind}\`.`,
      help: `say the ${kind} of ${names.length === 1 ? 'this key' : 'these keys'} under \`keys\``,
      related: places.slice(1).map((place) => ({ place, says: `no \`${kind}\` here` })),
      evidence: [kind, ...[...keys].toSorted()],
    }
  })
}

export const missingMetadata: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a claim about holders, vendors or places is unknown, because keys have none',
  rationale:
    'What is not known is not promised: a claim about places says nothing while one key could be anywhere. The claim itself ends the check as undecided; this says what to write.',
  decidedBy:
    'Answers that are unknown for `no-metadata`; their keys, by account and kind of unit. A note, so that the check ends with the answer of the claim and with nothing else.',
  source: 'own: unknown is not holds',
  numbers: {},
  examples: [
    {
      says: 'carla could be anywhere',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: { anna: 'location: office', bruno: 'location: bank' },
        more: [
          'assert:',
          '  - { id: one-fire, on: vault, claim: { survives: { lose: 1, by: location }, for: high } }',
        ],
      }),
      finds: ['carla has no `location`'],
    },
    {
      says: 'every key has a place',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: { anna: 'location: office', bruno: 'location: bank', carla: 'location: cabin' },
        more: [
          'assert:',
          '  - { id: one-fire, on: vault, claim: { survives: { lose: 1, by: location }, for: high } }',
        ],
      }),
      finds: [],
    },
  ],
  check: perPolicy(id, severity, find),
}
