/** `one-vendor`: what one maker of devices got wrong is enough to act. */
import { weightIn } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, placeOfKey, placeOfLevel, whoAll, word, words, type Subject } from '../subject.js'
import { unitPowers } from '../unit-power.js'

const [id, severity] = ['one-vendor', 'warning'] as const

const find = (subject: Subject): readonly Found[] =>
  unitPowers(subject, 'vendor').flatMap(({ unit, keys, acts }): readonly Found[] => {
    const [level] = acts
    if (level === undefined) return []
    const { game } = subject.levels[level]
    return [
      {
        place: placeOfLevel(subject, level),
        says: `A fault in devices of ${unit} is enough for ${words(acts)} of ${subject.account.name}: ${whoAll(subject)(keys)} weigh ${weightIn(keys)(game)}, and ${word(level)} takes ${game.quota}.`,
        help: `move keys to another vendor until those of ${unit} weigh less than ${game.quota}`,
        exhibits: [exhibitAt(subject, subject.levels[level], `keys on devices of ${unit}`, keys)],
        related: keys.map((key) => ({ place: placeOfKey(subject, key), says: `on a device of ${unit}` })),
        evidence: [unit, ...acts, ...keys.toSorted()],
      },
    ]
  })

const VENDORS = { anna: 'vendor: ledger', bruno: 'vendor: ledger', carla: 'vendor: trezor' } as const

export const oneVendor: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the devices of one vendor can act alone',
  rationale:
    'Firmware has faults, and makers of devices are attacked: what breaks one device breaks all of its kind on the same day. Several people with the same device are one target.',
  decidedBy:
    'w(keys of one vendor) ≥ q at high or at medium, where none of the keys reaches it alone. Keys without a vendor count for nobody.',
  source:
    'supply chains: the keys of one vendor fall together; `withstands` by vendor promises that they may',
  numbers: {},
  examples: [
    {
      says: 'two of three, and two are of one vendor',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: VENDORS,
      }),
      finds: ['A fault in devices of ledger'],
    },
    {
      says: 'three of three are never of one vendor',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [3, 3, 3],
        about: VENDORS,
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
