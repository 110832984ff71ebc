/** `only-conditional-signers`: a level is reached by what cannot be had at will only. */
import { isBlocking } from '../../../kernel/model/index.js'
import { gameAt } from '../../coalition/index.js'
import { exampleFile, IN_ADVANCE, SECRET_HASH } from '../example-file.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, isReached, placeOfLevel, reachedLevels, whoAll, words, type Subject } from '../subject.js'

const [id, severity] = ['only-conditional-signers', 'error'] as const

const LEVELS = ['High', 'Medium', 'Low'] as const

/** No signatures are enough: one of some transactions, or nothing ever. */
const inAdvance = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const stuck = LEVELS.filter((level) => levels[level].reach._tag === 'OnlyInAdvance')
  const by = new Set(
    LEVELS.flatMap((level) => {
      const { reach } = levels[level]
      return reach._tag === 'OnlyInAdvance' ? reach.by : []
    }),
  )
  const [first] = stuck
  return first === undefined
    ? []
    : [
        {
          place: placeOfLevel(subject, first),
          says: `No signatures reach ${words(stuck)} on ${account.name}, only what was authorized in advance: ${whoAll(subject)([...by])}. If that fails or becomes void, nobody can do anything at ${words(stuck)} any more.`,
          help: 'add a signer for the case that it fails; where that is not wanted, ignore it with the reason',
          evidence: ['in-advance', ...stuck, ...[...by].toSorted()],
        },
      ]
}

/** Signers are enough, but not without a secret that somebody may never tell. */
const bySecret = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const secrets = gameAt('High')(account.account).disclosable.map((player) => player.id)
  const stuck = LEVELS.filter((level) => isReached(levels[level]) && isBlocking(secrets)(levels[level].game))
  const [first = 'High'] = stuck
  return when(stuck.length > 0 && reachedLevels(subject).length > 0, () => ({
    place: placeOfLevel(subject, first),
    says: `Nobody reaches ${words(stuck)} on ${account.name} without ${whoAll(subject)(secrets)}, which ${secrets.length === 1 ? 'is no key' : 'are no keys'}: if what it takes is never told, or lost, nobody can do anything at ${words(stuck)}.`,
    severity: 'warning',
    help: 'let other signers reach the level as well; where that is not wanted, ignore it with the reason',
    exhibits: [
      exhibitAt(
        subject,
        levels[first],
        'who is left',
        subject.players.map((player) => player.id).filter((key) => !secrets.includes(key)),
      ),
    ],
    evidence: ['by-secret', ...stuck, ...secrets.toSorted()],
  }))
}

const find = (subject: Subject): readonly Found[] => [...inAdvance(subject), ...bySecret(subject)]

export const onlyConditionalSigners: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary:
    'a level is reached only by a transaction that was authorized in advance, or with a secret that is no key',
  rationale:
    'A transaction that was authorized in advance is one transaction: it becomes void with its sequence number or its time bounds, and its signer is removed when it fails. The preimage of a hash, or the signature of a payload, may never be told. Where nothing else reaches a level, the account is then locked there for ever.',
  decidedBy:
    'T < q for all who can sign, and T + w ≥ q with one transaction authorized in advance; or T ≥ q, and T without hash(x) and payload signers is less than q. The first is an error, the second a warning.',
  source:
    'stellar-core `SignatureChecker::checkSignature` and `TransactionFrame::removeOneTimeSignerFromAllSourceAccounts`; CAP-40',
  numbers: {},
  examples: [
    {
      says: 'an escrow that two transactions can end, and nothing else',
      policy: exampleFile({
        signers: { release: 1, refund: 1 },
        keys: { release: IN_ADVANCE[0], refund: IN_ADVANCE[1] },
        thresholds: [1, 1, 1],
      }),
      finds: ['only what was authorized in advance: refund and release'],
    },
    {
      says: 'a hash(x) signer without whom nobody reaches anything',
      policy: exampleFile({
        signers: { anna: 1, lock: 1 },
        keys: { lock: SECRET_HASH },
        thresholds: [2, 2, 2],
      }),
      finds: ['without lock, which is no key'],
    },
    {
      says: 'the same signer beside two people who need no secret',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, lock: 1 },
        keys: { lock: SECRET_HASH },
        thresholds: [2, 2, 2],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
