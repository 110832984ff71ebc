/** `disclosable-signer`: weight that is everybody's as soon as it was used once. */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition } from '../../../kernel/model/index.js'
import { gameAt, gameUnder, USUAL, winsOnlyIn } from '../../coalition/index.js'
import { exampleFile, SECRET_HASH } from '../example-file.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { placeOfKey, weightOf, who, whoAll, words, type LevelView, type Subject } from '../subject.js'
import { exhibitOf } from '../../policy/index.js'

const [id, severity] = ['disclosable-signer', 'warning'] as const

interface Gain {
  readonly view: LevelView
  /** People who reach the level then, and did not before. */
  readonly by: Coalition
}

const gainsOf = ({ account, levels }: Subject, key: string): readonly Gain[] =>
  (['High', 'Medium', 'Low'] as const).flatMap((level) => {
    const after = gameUnder({ ...USUAL, disclosed: [key] })(level)(account.account).game
    const by = winsOnlyIn(levels[level].game)(after)
    return O.isSome(by) ? [{ view: levels[level], by: by.value }] : []
  })

const foundOf =
  (subject: Subject) =>
  (key: string): readonly Found[] => {
    const gains = gainsOf(subject, key)
    const [first] = gains
    if (first === undefined) return []
    const { account, asked } = subject
    const levels = gains.map(({ view }) => view.level)
    const after = gameUnder({ ...USUAL, disclosed: [key] })(first.view.level)(account.account).game
    const exhibit = exhibitOf(asked, after)('with what everybody knows then', first.by)
    const people =
      first.by.length === 0
        ? 'anybody at all reaches'
        : first.by.length === 1
          ? `${whoAll(subject)(exhibit.keys)} alone reaches`
          : `${whoAll(subject)(exhibit.keys)} reach`
    const sum = first.by.length === 0 ? '' : ` (${exhibit.sum} of ${exhibit.quota})`
    return [
      {
        place: placeOfKey(subject, key),
        says: `Once ${who(subject)(key)} was used, its weight ${weightOf(subject, key)} is everybody's on ${account.name}, for ever: then ${people} ${words(levels)}${sum}.`,
        help: 'remove the signer in the transaction that uses it, and let the others be enough without it',
        exhibits: [exhibit],
        evidence: [...levels, key],
      },
    ]
  }

const find = (subject: Subject): readonly Found[] =>
  gameAt('High')(subject.account.account).disclosable.flatMap(({ id: key }) => foundOf(subject)(key))

export const disclosableSigner: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a hash(x) or payload signer whose weight is everybody’s after its first use',
  rationale:
    'The preimage of a hash, and the signature of a payload, stand in the transaction that uses them, for everybody to read, also where the transaction fails. The network does not remove the signer. Whoever is one secret short of a level reaches it from then on.',
  decidedBy:
    'for each hash(x) or payload signer x, a coalition with w(S) + w(x) ≥ q and w(S) < q at some level',
  source:
    'stellar-core `SignatureChecker::checkSignature`; `TransactionFrame::removeOneTimeSignerFromAllSourceAccounts` removes pre-authorized transactions only; CAP-40',
  numbers: {},
  examples: [
    {
      says: 'a lock that anna or bruno opens with a secret',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, lock: 1 },
        keys: { lock: SECRET_HASH },
        thresholds: [2, 2, 2],
      }),
      finds: ["Once lock was used, its weight 1 is everybody's on vault"],
    },
    {
      says: 'keys only',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
