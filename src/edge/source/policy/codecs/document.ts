/** A whole policy file, as a codec: its shape, without what its names stand for. */
import * as t from 'io-ts/lib/index.js'
import { NETWORKS } from '../../../../kernel/model/index.js'
import { KNOWN_RULES } from '../known-rules.js'
import { accountsSection } from './account.js'
import { claim, formula } from './claim.js'
import { groupsSection, keysSection } from './key.js'
import { anyOf, choice, closed, described, list, saying, whole } from './shape.js'
import { accountNames, count, day, keyNames, levels, operation, path, sentence, unit, word } from './words.js'

const assertion = closed({
  id: described('A word, unique in the policy.', word),
  on: accountNames,
  claim: described('What is promised: one form.', claim),
})

const outcome = {
  name: described('What the test shows; unique in the policy.', sentence),
  on: described('The name of an account.', word),
  expect: choice(['allow', 'deny']),
}
const missing = { missing: described('The weight that is missing.', count) }

const test = anyOf(
  closed(
    {
      ...outcome,
      signed: described('Who signed; `[]` for nobody.', anyOf(keyNames, list(word, 0))),
      op: operation,
    },
    missing,
  ),
  closed(
    { ...outcome, envelope: described('A file with an envelope, relative to this file.', path) },
    missing,
  ),
)

const ignore = closed(
  {
    rule: described('The id of a rule.', choice([...KNOWN_RULES.keys()])),
    reason: described('Why the finding is tolerated.', sentence),
  },
  { on: accountNames, until: described('The last day on which it is.', day) },
)

const rules = closed(
  {},
  Object.fromEntries(
    [...KNOWN_RULES]
      .filter(([, numbers]) => Object.keys(numbers).length > 0)
      .map(([id, numbers]) => [
        id,
        closed(
          {},
          Object.fromEntries(
            Object.entries(numbers).map(([name, { summary, least, most }]) => [
              name,
              described(`${summary}.`, whole(least, most)),
            ]),
          ),
          1,
        ),
      ]),
  ),
)

/** The shape of a policy file. Whatever it refuses, the reader refuses too. */
export const policyDocument = closed(
  { quorate: described('The version of the format.', t.literal(1)) },
  {
    $schema: described('For editors; it means nothing to Quorate.', t.unknown),
    network: described(
      'The network that the accounts are on.',
      anyOf(choice(Object.keys(NETWORKS)), closed({ passphrase: saying('a passphrase', '\\S') })),
    ),
    imports: described('Files whose keys, groups, accounts and promises join these.', list(path)),
    keys: described('Names for keys, and what is said of them.', keysSection),
    groups: described('One name for several keys.', groupsSection),
    accounts: described('Accounts: who may add how much weight, and how much is needed.', accountsSection),
    assert: described('Promises of accounts, for all coalitions.', list(assertion)),
    tests: described('Examples: who signed what, and what is expected.', list(test)),
    ignore: described('Findings that are known and tolerated.', list(ignore)),
    rules: described('Numbers of rules.', rules),
  },
)

/** Shapes that are said once and meant often, by the names that the schema gives them. */
export const SHARED_SHAPES: Readonly<Record<string, t.Mixed>> = {
  word,
  sentence,
  levels,
  unit,
  operation,
  formula,
  'key-names': keyNames,
  'account-names': accountNames,
}
