/** The pages of claims: `docs/claims/<id>.md`, and their index, each example with the answer that it gets. */
import { CLAIM_FORMS, type ClaimExample, type ClaimForm } from '../../src/advice/policy/index.js'
import { policyText } from '../support/build/policy.js'
import { decideExample } from './example-claim.js'
import type { Generated } from './generated.js'
import { capital, code, fence, GENERATED, table, wrapped } from './markdown.js'

const FOLDER = 'docs/claims'

const exampleOf = ({ says, policy, base, ...rest }: ClaimExample): string =>
  [
    wrapped(`${capital(says)}:`),
    fence('yaml', policyText(policy)),
    ...(base === undefined ? [] : [wrapped('Before the change it was:'), fence('yaml', policyText(base))]),
    fence('text', decideExample({ says, policy, ...rest, ...(base === undefined ? {} : { base }) }).told),
  ].join('\n\n')

const pageOf = ({ id, summary, syntax, meaning, rationale, decidedBy, cost, examples }: ClaimForm): string =>
  [
    `# ${id}`,
    GENERATED,
    wrapped(`${capital(summary)}.`),
    fence('text', syntax.map((form) => `claim: ${form}`).join('\n')),
    '## What it means',
    wrapped(meaning),
    '## What it is for',
    wrapped(rationale),
    '## How it is decided',
    table(
      ['', ''],
      [
        ['Decided by', decidedBy],
        ['Cost', cost],
      ],
    ),
    wrapped(
      '`n` signers, each of weight `w`, need the quota `q`, which is the threshold of the level and at least 1; all weights together are `T`.',
    ),
    '## Examples',
    wrapped(
      'The keys are worthless: anyone can make them from a public sentence (see [examples](../../examples/README.md#the-keys-are-worthless)).',
    ),
    ...examples.map(exampleOf),
    '',
  ].join('\n\n')

const ANSWERS: readonly (readonly [string, string])[] = [
  [
    'holds',
    'it is so for all groups of signers; the certificate shows the group at which it would break first',
  ],
  ['violated', 'it is not so; the counterexample shows people who refute it, with the sum of their weights'],
  ['vacuous', 'it speaks of nobody, or of more people than there are, so that it could not be broken'],
  ['unknown', 'something is missing: who holds a key, the policy before the change, the end of a search'],
]

const WORDS: readonly (readonly [string, string])[] = [
  ['ALIAS', 'the name of a key'],
  ['KEYS', 'a key, a group, or a list of these'],
  ['FORMULA', 'a key, a group (all of it), `{ any: COUNT, of: … }` or `{ all: [ … ] }`, within each other'],
  [
    'LEVEL',
    '`low`, `medium`, `high`, or an operation, as `payment` or `set_options.signers`; or a list of them',
  ],
  ['ACCOUNT', 'the name of another account of the policy'],
  ['COUNT', 'a whole number of at least 1'],
  ['FRACTION', 'a fraction as `1/4`, or 0 or 1'],
]

const indexPage = (): string =>
  [
    '# Claims',
    GENERATED,
    wrapped(
      'What a policy can promise of an account, under `assert`. The forms are a closed set without variables, so that each claim is decided for all groups of signers, with an argument or with people who refute it.',
    ),
    table(
      ['Claim', 'What it says'],
      CLAIM_FORMS.map(({ id, summary }) => [`[${id}](${id}.md)`, summary]),
    ),
    '## Answers',
    wrapped('Only a claim that holds passes.'),
    table(
      ['Answer', 'What it says'],
      ANSWERS.map(([answer, says]) => [answer, says]),
    ),
    wrapped(
      'Some signers count only sometimes: a hash(x) preimage, or the signature of a payload, is everybody’s once it was used, and a pre-authorized transaction is an approval already given. A claim is asked for all these cases; where the answers differ, it is unknown.',
    ),
    '## Words in capitals',
    table(
      ['Word', 'What stands there'],
      WORDS.map(([word, says]) => [code(word), says]),
    ),
    '',
  ].join('\n\n')

export const claimPages = (): Promise<readonly Generated[]> =>
  Promise.resolve([
    { path: `${FOLDER}/README.md`, text: indexPage() },
    ...CLAIM_FORMS.map((form) => ({ path: `${FOLDER}/${form.id}.md`, text: pageOf(form) })),
  ])
