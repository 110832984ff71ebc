/** `outstanding-pre-auth`: an approval that was given in advance, and still counts. */
import * as O from 'fp-ts/lib/Option.js'
import { fewestSignatures, gameAt, gameUnder, USUAL, winsOnlyIn } from '../../coalition/index.js'
import { exhibitOf } from '../../policy/index.js'
import { exampleFile, IN_ADVANCE } from '../example-file.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { placeOfKey, who, whoAll, word, type Subject } from '../subject.js'

const [id, severity] = ['outstanding-pre-auth', 'warning'] as const

const LEVELS = ['High', 'Medium', 'Low'] as const

/** Transactions of which `only-conditional-signers` tells. */
const toldIn = ({ levels }: Subject): ReadonlySet<string> =>
  new Set(
    LEVELS.flatMap((level) => {
      const { reach } = levels[level]
      return reach._tag === 'OnlyInAdvance' ? reach.by : []
    }),
  )

const find = (subject: Subject): readonly Found[] => {
  const { account, asked, levels } = subject
  const told = toldIn(subject)
  return gameAt('High')(account.account).conditional.flatMap(({ id: key, weight }): readonly Found[] => {
    const gameIn = (level: (typeof LEVELS)[number]) =>
      gameUnder({ ...USUAL, preAuthorized: [key] })(level)(account.account).game
    const eased = LEVELS.find((level) => O.isSome(winsOnlyIn(levels[level].game)(gameIn(level))))
    if (eased === undefined || told.has(key)) return []
    const after = gameIn(eased)
    const fewest = O.toUndefined(fewestSignatures(after))
    if (fewest === undefined) return []
    const exhibit = exhibitOf(asked, after)('who still has to sign', fewest)
    const takes =
      fewest.length === 0
        ? `nobody has to sign any more, up to ${word(eased)}`
        : `${whoAll(subject)(exhibit.keys)} ${fewest.length === 1 ? 'is' : 'are'} enough for ${word(eased)}`
    return [
      {
        place: placeOfKey(subject, key),
        says: `${who(subject)(key)} is an approval already given on ${account.name}, worth ${weight}: for that transaction ${takes}, and anybody may submit it.`,
        help: 'know what the transaction does; remove the signer when it is no longer wanted',
        exhibits: [exhibit],
        evidence: [eased, key],
      },
    ]
  })
}

export const outstandingPreAuth: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a transaction that was authorized in advance is outstanding, and adds its weight',
  rationale:
    'A pre-authorized transaction is a signature that was given once and waits. It needs no key, whoever finds the envelope can submit it, and a file shows its hash only, not what it does. It is forgotten easily, most of all when signers and thresholds change around it.',
  decidedBy:
    'a pre-authorized transaction with weight w, and a coalition with w(S) + w ≥ q and w(S) < q at some level. Where nothing else reaches a level, `only-conditional-signers` tells.',
  source:
    'stellar-core `SignatureChecker::checkSignature`: pre-authorized transactions count first, without a signature',
  numbers: {},
  examples: [
    {
      says: 'a transaction that is approved already, beside two people',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, rent: 2 },
        keys: { rent: IN_ADVANCE[0] },
        thresholds: [2, 2, 2],
      }),
      finds: ['rent is an approval already given on vault, worth 2'],
    },
    {
      says: 'nothing is outstanding',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
