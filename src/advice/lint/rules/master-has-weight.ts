/** `master-has-weight`: the key that the account was made with is a signer still, and nobody's. */
import * as O from 'fp-ts/lib/Option.js'
import { totalOf } from '../../../kernel/model/index.js'
import { dummies, fewestSignatures, gameAt } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { changed, suggestion, type NumberChange } from '../fix-of.js'
import { isChosen, isNamed } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { isShared, isToldAloneAtHigh } from '../strong-keys.js'
import { exhibitAt, reachedLevels, weightOf, whoAll, word, type Subject } from '../subject.js'

const [id, severity] = ['master-has-weight', 'warning'] as const

/** Whether somebody is known to have the master key: by a name of its own, a holder, or a claim. */
const isSomebodys = (subject: Subject): boolean => {
  const { account, input } = subject
  const key = input.policy.keysByStrkey.get(account.account.id)
  return (
    isNamed(subject, account.account.id) ||
    (key !== undefined && (key.alias !== account.name || O.isSome(key.holder)))
  )
}

/** The fewest people with whom the master key reaches a level. */
const companyOf = ({ account }: Subject, view: Subject['levels']['High']): readonly string[] => {
  const master = account.account.id
  const weight = view.game.players.find((player) => player.id === master)?.weight ?? 0
  const rest = {
    quota: Math.max(0, view.game.quota - weight),
    players: view.game.players.filter((player) => player.id !== master),
  }
  return O.getOrElse((): readonly string[] => [])(fewestSignatures(rest))
}

const find = (subject: Subject): readonly Found[] => {
  const { account } = subject
  const master = account.account.id
  const reached = reachedLevels(subject)
  const isSilent =
    account.account.masterWeight === 0 ||
    !isShared(subject) ||
    isChosen(subject) ||
    isSomebodys(subject) ||
    isToldAloneAtHigh(subject, master) ||
    reached.every(({ game }) => dummies(game).includes(master))
  const [view] = reached.filter(({ game }) => !dummies(game).includes(master))
  if (isSilent || view === undefined) return []
  const others = companyOf(subject, view)
  const off: NumberChange = {
    _tag: 'Weight',
    key: master,
    from: account.account.masterWeight,
    to: 0,
  }
  const after = O.toUndefined(changed(account.account, [off]))
  const stays =
    after !== undefined &&
    reached.every(({ level }) => {
      const { game } = gameAt(level)(after)
      return totalOf(game) >= game.quota
    })
  return [
    {
      place: account.masterPlace,
      says: `The master key of ${account.name} still weighs ${weightOf(subject, master)} beside ${subject.players.length - 1} other signer${subject.players.length === 2 ? '' : 's'}: ${others.length === 0 ? 'alone' : `with ${whoAll(subject)(others)}`} it reaches ${word(view.level)}. Nothing says whose it is.`,
      help: 'set its weight to 0; where somebody signs with it, give the key a name of its own or a holder',
      exhibits: [exhibitAt(subject, view, 'signed by', [master, ...others])],
      evidence: [master],
      fix: stays
        ? suggestion(subject, 'switch the master key off', [off])
        : suggestion(subject, 'add a signer, then switch the master key off', []),
    },
  ]
}

export const masterHasWeight: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the master key still has weight beside other signers, and nothing says whose it is',
  rationale:
    'The master key made the account. It often lay on the machine of whoever set everything up, and after the signers are in place nobody thinks of it any more. It stays a signer until its weight is 0.',
  decidedBy:
    'master weight > 0, at least one other signer, and the key makes a difference at some level. Silent where its key has a holder or a name other than that of the account, where a claim names it, where `single-key-high` tells of it already, and on accounts that were filled from a preset.',
  source: 'stellar-core `TransactionFrame::checkSignature`: the master key is left out at weight 0 only',
  numbers: {},
  examples: [
    {
      says: 'the master key beside three signers',
      policy: exampleFile({ master: 1, signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: ['The master key of vault still weighs 1'],
    },
    {
      says: 'the master key is the key of anna',
      policy: exampleFile({
        address: 'anna',
        master: 1,
        signers: { bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
      }),
      finds: [],
    },
    {
      says: 'the master key is switched off',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
