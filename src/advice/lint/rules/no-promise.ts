/** `no-promise`: nobody said how much may be lost or stolen. */
import * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { gameAt, keysAsUnits, lossTolerance, theftTolerance, type Tolerance } from '../../coalition/index.js'
import type { Claim } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import type { Edit, Fix } from '../finding.js'
import { claimsOf } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { isShared } from '../strong-keys.js'
import { isReached, word, type Subject } from '../subject.js'

const [id, severity] = ['no-promise', 'warning'] as const

const PROMISES = new Set<Claim['_tag']>(['Survives', 'Withstands', 'Recovers', 'NoDictator', 'NoVeto'])

const LEVELS = ['Medium', 'High'] as const

interface Held {
  readonly verb: 'survives' | 'withstands'
  readonly noun: 'lose' | 'steal'
  readonly count: number
  readonly levels: readonly ThresholdLevel[]
}

const toleratedBy = (tolerance: Tolerance): number =>
  tolerance._tag === 'Known' && tolerance.exact && O.isSome(tolerance.breaking) ? tolerance.tolerated : 0

/** What holds today, by verb; levels with the same number together, and nothing where nothing may happen. */
const heldBy = (
  { levels }: Subject,
  verb: Held['verb'],
  noun: Held['noun'],
  measure: typeof lossTolerance,
): readonly Held[] => {
  const counts = LEVELS.filter((level) => isReached(levels[level])).map((level) => {
    const { game } = levels[level]
    return { level, count: toleratedBy(measure(keysAsUnits(game))(game)) }
  })
  return [...new Set(counts.map(({ count }) => count))]
    .filter((count) => count > 0)
    .map((count) => ({
      verb,
      noun,
      count,
      levels: counts.filter((one) => one.count === count).map(({ level }) => level),
    }))
}

const heldToday = (subject: Subject): readonly Held[] => {
  const { conditional, disclosable } = gameAt('High')(subject.account.account)
  // Such signers make these claims unknown: nothing can be promised before it is decided what they are.
  if (conditional.length + disclosable.length > 0) return []
  return [
    ...heldBy(subject, 'survives', 'lose', lossTolerance),
    ...heldBy(subject, 'withstands', 'steal', theftTolerance),
  ]
}

/** A word for the promise that no assertion has. */
const idFor = ({ input: { policy }, account }: Subject, { verb, levels }: Held): string => {
  const taken = new Set(policy.assertions.map((one) => one.id))
  const base = `${account.name.slice(0, 18)}-${verb}-${levels.map(word).join('-')}`.slice(0, 36)
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`
    if (!taken.has(name)) return name
  }
}

const lineOf = (subject: Subject, held: Held): string => {
  const levels = held.levels.map(word)
  const at = levels.length === 1 ? levels.join('') : `[${levels.join(', ')}]`
  return `- { id: ${idFor(subject, held)}, on: ${subject.account.name}, claim: { ${held.verb}: { ${held.noun}: ${held.count}, by: key }, for: ${at} } }`
}

const fixOf = (subject: Subject, held: readonly Held[]): O.Option<Fix> => {
  const [file] = subject.input.policy.files
  if (held.length === 0 || file === undefined) return O.none
  const edit: Edit = { file, path: ['assert'], _tag: 'Append', yaml: held.map((one) => lineOf(subject, one)) }
  return O.some({
    says: `promise what holds today of ${subject.account.name}`,
    effect: 'equivalent',
    edits: [edit],
  })
}

const heldText = (held: readonly Held[]): string =>
  held.length === 0
    ? 'Today no key may be lost and none stolen.'
    : `Today it ${held.map(({ verb, count, noun, levels }) => `${verb} ${count} ${noun === 'lose' ? 'lost' : 'stolen'} ${count === 1 ? 'key' : 'keys'} at ${levels.map(word).join(' and ')}`).join(', and ')}.`

const find = (subject: Subject): readonly Found[] => {
  const { account, input } = subject
  if (!isShared(subject) || claimsOf(subject).some(({ _tag }) => PROMISES.has(_tag))) return []
  const held = heldToday(subject)
  return [
    {
      severity: input.policy.assertions.length > 0 ? severity : 'note',
      place: account.place,
      says: `Nothing is promised of ${account.name} about lost or stolen keys. ${heldText(held)}`,
      help: 'promise what it has to bear, so that a change that takes it away is found',
      evidence: [account.account.id],
      fix: fixOf(subject, held),
    },
  ]
}

const file = (more: readonly string[]): string =>
  exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2], more })

const LOST =
  '  - { id: vault-survives-medium-high, on: vault, claim: { survives: { lose: 1, by: key }, for: [medium, high] } }'
const STOLEN =
  '  - { id: vault-withstands-medium-high, on: vault, claim: { withstands: { steal: 1, by: key }, for: [medium, high] } }'

export const noPromise: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'no claim says how much of a shared account may be lost or stolen',
  rationale:
    'What nobody promised, nobody misses: a change that takes the last spare key away looks like any other change. Written down, what holds today is kept, or given up by somebody who knows it.',
  decidedBy:
    'No claim of the forms `survives`, `withstands`, `recovers`, `no-dictator` or `no-veto` is about the account, and two or more keys can sign. A note where the policy promises nothing at all.',
  source: 'own; the numbers are the loss tolerance and the theft tolerance of today, by key',
  numbers: {},
  examples: [
    {
      says: 'two of three, without a word about it',
      policy: file([]),
      finds: ['about lost or stolen keys. Today it survives 1 lost key at medium and high'],
      fixed: file(['assert:', LOST, STOLEN]),
    },
    { says: 'two of three, and promised', policy: file(['assert:', LOST]), finds: [] },
  ],
  check: perAccount(id, severity, find),
}
