/** Whether the account can be changed before, after, and at every step between. */
import { list } from '../policy/index.js'
import type { Account, Coalition } from '../../kernel/model/index.js'
import { lockOf, shownIn, type Abilities, type Lock, type LockReason } from './changing-game.js'
import { holds, notKnown, several, violated, type Finding } from './finding.js'
import type { Shown } from './plan-check.js'
import type { RefusalCode, RefusalReason } from './plan-refusal.js'

/** An account at one moment of a plan. */
export interface State {
  readonly state: Shown['state']
  readonly account: Account
}

/** What is asked: every state, the first one first, and who cannot sign. */
export interface LockQuestion extends Abilities {
  readonly states: readonly State[]
  readonly nameOf: (strkey: string) => string
}

type Locked = Extract<Lock, { readonly _tag: 'Locked' }>

const WHY: Readonly<Record<LockReason, string>> = {
  'too-little-weight': 'all weights together are less',
  'too-many-signatures': 'enough weight takes more signatures than the 20 that an envelope holds',
  unavailable: 'it cannot be reached without those who cannot sign',
}

const HELP_BEFORE: Readonly<Record<LockReason, string>> = {
  'too-little-weight':
    'Nothing can be done with this account any more but what was authorized in advance: look for a pre-authorized transaction among its signers.',
  'too-many-signatures':
    'Nothing can be done with this account any more but what was authorized in advance: look for a pre-authorized transaction among its signers.',
  unavailable: 'Nobody can repair this without one of the keys that are missing: look for backups of them.',
}

const codeOf = (state: Shown['state'], why: LockReason): RefusalCode =>
  state !== 'from' ? 'would-lock' : why === 'too-many-signatures' ? 'too-many-signatures' : 'locked-out'

const when = (state: Shown['state']): string =>
  state === 'from' ? 'now' : state === 'to' ? 'afterwards' : `after transaction ${String(state.after)}`

const reasonOf = (
  { nameOf }: LockQuestion,
  { state, account }: State,
  { why, level, able, unable }: Locked,
): RefusalReason => {
  const show = shownIn(account, state)
  const names = (keys: Coalition): string => list(keys.map(nameOf))
  const signing = show('who can sign', able)
  const missing = unable.length === 0 ? [] : [show('who cannot sign', unable)]
  const weighed =
    why === 'too-many-signatures'
      ? ''
      : ` ${names(able)} ${able.length === 1 ? 'weighs' : 'weigh'} ${String(signing.sum)} of ${String(signing.quota)}${unable.length === 0 ? '' : `; ${names(unable)} cannot sign`}.`
  return {
    code: codeOf(state, why),
    says: `Nobody can change the account ${when(state)}: ${level.toLowerCase()} takes ${String(signing.quota)}, and ${WHY[why]}.${weighed}`,
    help:
      state === 'from'
        ? HELP_BEFORE[why]
        : 'Lower the threshold, or give more weight to keys whose holders can sign.',
    exhibits: [signing, ...missing],
  }
}

/** Checks every state; the first is the one before the plan. */
export const checkLock = (question: LockQuestion): Finding => {
  const found = question.states.map((one) => ({ one, lock: lockOf(question)(one.account) }))
  const [first, ...rest] = found.flatMap(({ one, lock }) =>
    lock._tag === 'Locked' ? [reasonOf(question, one, lock)] : [],
  )
  if (first !== undefined)
    return violated('never-locks', 'somewhere nobody can change the account', [first, ...rest])
  const conditional = found.flatMap(({ one, lock }) =>
    lock._tag === 'Conditional'
      ? [shownIn(one.account, one.state)('a preimage or the signature of a payload is needed', lock.fewest)]
      : [],
  )
  if (conditional.length > 0)
    return notKnown(
      'never-locks',
      'only preimages or signatures of payloads reach enough weight, and nobody knows here who has them',
      true,
      conditional,
    )
  const counts = found.flatMap(({ lock }) =>
    lock._tag === 'Open' ? [several(lock.fewest.length, 'signature')] : [],
  )
  return holds(
    'never-locks',
    `the account can be changed in every state: with ${counts.join(', then ')} at least`,
  )
}
