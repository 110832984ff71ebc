/** Accounts of a policy, as codecs. */
import { PRESETS } from '../../../../advice/plan/index.js'
import { anyOf, byName, choice, closed, described, list, pattern, saying } from './shape.js'
import { signerWeight, weight, word } from './words.js'

const address = described(
  'The account: G…, M…, or the name of its master key.',
  saying('an account', `^(${word.pattern.slice(1, -1)}|[GM][A-Z2-7]{55,68})$`),
)

const written = closed(
  {
    address,
    master: described('The weight of the master key; 0 switches it off.', anyOf(weight, closed({ weight }))),
    thresholds: closed({
      low: described('The weight that low operations need.', weight),
      medium: described('The weight that most operations need, payments among them.', weight),
      high: described('The weight that a change of signers needs, and a merge.', weight),
    }),
  },
  {
    signers: described(
      'Keys and groups with their weights; a group gives each of its keys that weight.',
      byName(
        pattern('a key or a name', `^(${word.pattern.slice(1, -1)}|[GTXP][A-Z2-7]{55,164})$`),
        signerWeight,
      ),
    ),
  },
)

const numbers = Object.fromEntries(
  PRESETS.flatMap((preset) =>
    Object.entries(preset.numbers).map(
      ([name, { summary }]) => [name, described(`${preset.id}: ${summary}.`, weight)] as const,
    ),
  ),
)

const filled = closed(
  {
    address,
    preset: described('An account as people set it up again and again.', choice(PRESETS.map(({ id }) => id))),
  },
  { with: closed({}, { keys: described('Names of keys and groups.', list(word)), ...numbers }) },
)

/** The `accounts` section. */
export const accountsSection = byName(word, anyOf(written, filled))
