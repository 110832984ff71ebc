/** The pages of rules: `docs/rules/<id>.md`, and their index, each example with what is found in it. */
import { RULES, STALE_IGNORE, type Rule, type RuleExample } from '../../src/advice/lint/index.js'
import { policyText } from '../support/build/policy.js'
import { tryExample } from './example-rule.js'
import type { Generated } from './generated.js'
import { capital, code, fence, GENERATED, joined, table, wrapped } from './markdown.js'

const FOLDER = 'docs/rules'

/** What the example is told beside its file. */
const givenOf = ({ given }: RuleExample): readonly string[] => [
  ...(given?.base === undefined ? [] : ['Before the change, it was:', fence('yaml', policyText(given.base))]),
  ...(given?.ledger === undefined
    ? []
    : [
        wrapped(`The ledger has this account, with ${String(given.ledger.lumens)} XLM:`),
        fence('yaml', policyText(given.ledger.policy)),
      ]),
  ...(given?.listed === undefined
    ? []
    : [
        wrapped('The `stellar.toml` of the domain lists under `ACCOUNTS`:'),
        fence('text', given.listed.map(policyText).join('\n')),
      ]),
]

const exampleOf =
  (rule: Rule) =>
  (example: RuleExample): string => {
    const { told } = tryExample(rule, example)
    return [
      `### ${capital(example.says)}`,
      fence('yaml', policyText(example.policy)),
      ...givenOf(example),
      ...(example.finds.length === 0 ? ['Nothing is found.'] : [fence('text', told)]),
      ...(example.fixed === undefined ? [] : ['After `--fix`:', fence('yaml', policyText(example.fixed))]),
    ].join('\n\n')
  }

const numbersOf = (rule: Rule): readonly string[] => {
  const numbers = rule._tag === 'Lint' ? Object.entries(rule.numbers) : []
  return numbers.length === 0
    ? []
    : [
        '## Numbers',
        wrapped(`A policy may set them: \`rules: { ${rule.id}: { … } }\`.`),
        table(
          ['Number', 'What it is', 'Where it is not set', 'From', 'To'],
          numbers.map(([name, { summary, standard, least, most }]) => [
            code(name),
            summary,
            String(standard),
            String(least),
            String(most),
          ]),
        ),
      ]
}

const silence = ({ _tag, id }: Rule): readonly string[] => {
  if (_tag === 'Reading')
    return [
      wrapped(
        'The reader keeps this rule: a policy that breaks it is not read at all, the check ends with 2, and no entry under `ignore` changes that.',
      ),
    ]
  return id === STALE_IGNORE
    ? ['No entry under `ignore` hides it.']
    : [
        'A finding that is known and tolerated is written down, with a reason:',
        fence('text', `ignore:\n  - { rule: ${id}, on: ACCOUNT, reason: "WHY", until: DAY }`),
      ]
}

const codesOf = (rule: Rule): readonly (readonly string[])[] =>
  rule._tag === 'Reading' ? [['Failures', joined(rule.codes.map(code))]] : []

const pageOf = (rule: Rule): string =>
  [
    `# ${rule.id}`,
    GENERATED,
    wrapped(`${capital(rule.summary)}.`),
    table(
      ['', ''],
      [
        ['Severity', rule.severity],
        ['How it is decided', rule.decidedBy],
        ['Source', rule.source],
        ...codesOf(rule),
      ],
    ),
    '## Why it matters',
    wrapped(rule.rationale),
    ...silence(rule),
    ...numbersOf(rule),
    '## Examples',
    wrapped(
      'The keys are worthless: anyone can make them from a public sentence (see [examples](../../examples/README.md#the-keys-are-worthless)).',
    ),
    ...rule.examples.map(exampleOf(rule)),
    '',
  ].join('\n\n')

const indexPage = (): string =>
  [
    '# Rules',
    GENERATED,
    wrapped(
      'Mistakes and risks that need no promise to be seen. An error ends the check with 1, a warning or a note does so only where `--fail-on` asks for it. A finding may be milder than its rule; the page of the rule says when.',
    ),
    wrapped(
      'Where people may want what a rule warns of, a claim says so: who is meant to act alone, who is meant to be needed. Rules look for such claims before they speak. Accounts that were filled from a preset are taken to be meant.',
    ),
    wrapped(
      'All signatures of a level are weighed: `T` is the weight of all who can sign, `q` the threshold, and at least 1, `w(x)` the weight of one, `w(S)` that of a group.',
    ),
    table(
      ['Rule', 'Severity', 'What it finds'],
      RULES.map(({ id, severity, summary }) => [`[${id}](${id}.md)`, severity, summary]),
    ),
    '',
  ].join('\n\n')

export const rulePages = (): Promise<readonly Generated[]> =>
  Promise.resolve([
    { path: `${FOLDER}/README.md`, text: indexPage() },
    ...RULES.map((rule) => ({ path: `${FOLDER}/${rule.id}.md`, text: pageOf(rule) })),
  ])
