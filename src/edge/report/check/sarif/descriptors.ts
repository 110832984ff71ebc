/**
 * What SARIF calls rules: ours, the forms of claims, tests, and failures that no rule of ours speaks of.
 * There is no `helpUri`: the help is in the descriptor, and needs no network.
 */
import type { Rule, Severity } from '../../../../advice/lint/index.js'
import type { ClaimForm } from '../../../../advice/policy/index.js'
import type { Json } from '../../json-list.js'
import { claimPage, readingRuleOf, rulePage } from '../documentation.js'
import type { CheckCatalogue } from '../settings.js'

/** The id of tests. */
export const TEST_RULE = 'test'

/** The id of failures that no reading rule speaks of. */
export const UNREADABLE_RULE = 'unreadable'

/** The id of a form of claims; a rule may have the same name. */
export const claimRule = (form: string): string => `claim/${form}`

/** The id of the rule of a failure. */
export const failureRule = ({ rules }: CheckCatalogue, code: string): string =>
  readingRuleOf(rules, code)?.id ?? UNREADABLE_RULE

/** What SARIF calls our severities. */
export const SARIF_LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
}

interface Descriptor {
  readonly id: string
  readonly summary: string
  readonly meaning: string
  readonly severity: Severity
  /** Heads and texts of the help, and the page that says more. */
  readonly help: readonly (readonly [head: string, text: string])[]
  readonly page?: string
  readonly tags: readonly string[]
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const descriptorJson = ({ id, summary, meaning, severity, help, page, tags }: Descriptor): Json => {
  const more = page === undefined ? [] : [['Page', page] as const]
  return {
    id,
    shortDescription: { text: `${capital(summary)}.` },
    fullDescription: { text: meaning },
    help: {
      text: [
        meaning,
        ...help.map(([head, text]) => `${head}: ${text}`),
        ...more.map(([, text]) => text),
      ].join('\n'),
      markdown: [
        meaning,
        ...help.map(([head, text]) => `**${head}.** ${text}`),
        ...more.map(([head, text]) => `**${head}.** \`${text}\``),
      ].join('\n\n'),
    },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: { tags },
  }
}

const ruleDescriptor = ({ _tag, id, summary, rationale, severity, decidedBy, source }: Rule): Descriptor => ({
  id,
  summary,
  meaning: rationale,
  severity,
  help: [
    ['How it is decided', decidedBy],
    ['Source', source],
  ],
  page: rulePage(id),
  tags: [_tag === 'Reading' ? 'reading' : 'lint'],
})

const formDescriptor = ({ id, summary, meaning, rationale, decidedBy, syntax }: ClaimForm): Descriptor => ({
  id: claimRule(id),
  summary,
  meaning,
  severity: 'error',
  help: [
    ['What it is for', rationale],
    ['How it is decided', decidedBy],
    ['As it is written', syntax.map((one) => `\`${one}\``).join(', ')],
  ],
  page: claimPage(id),
  tags: ['claim'],
})

const OTHERS: readonly Descriptor[] = [
  {
    id: TEST_RULE,
    summary: 'a test of the policy fails, or cannot be decided',
    meaning: 'What the engine says of signatures of a test is not what the test expects.',
    severity: 'error',
    help: [],
    tags: ['test'],
  },
  {
    id: UNREADABLE_RULE,
    summary: 'a file could not be read',
    meaning: 'A file that cannot be read promises nothing: the check ends with exit code 2.',
    severity: 'error',
    help: [],
    tags: ['reading'],
  },
  {
    id: 'account-gone',
    summary: 'an account that was checked before the change is in no file now',
    meaning:
      'Nothing is asked of the account any more. When it comes back it is a new one, with nothing to be compared with.',
    severity: 'warning',
    help: [],
    page: rulePage('account-gone'),
    tags: ['base'],
  },
  {
    id: 'stale-baseline',
    summary: 'an entry of the baseline matches nothing any more',
    meaning: 'The entry would hide the same finding when it comes back.',
    severity: 'error',
    help: [],
    page: rulePage('stale-baseline'),
    tags: ['baseline'],
  },
]

/** All of them, each once. */
export const descriptorsOf = ({ rules, forms }: CheckCatalogue): readonly Json[] =>
  [...rules.map(ruleDescriptor), ...forms.map(formDescriptor), ...OTHERS].map(descriptorJson)
