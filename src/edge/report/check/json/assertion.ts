/** An assertion as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type * as t from 'io-ts/lib/index.js'
import {
  levelOf,
  verdictOf,
  type Answered,
  type Asserted,
  type Change,
  type Claim,
  type Conflict,
  type Policy,
} from '../../../../advice/policy/index.js'
import { kebab, levelWord } from '../../words.js'
import { changeText } from '../change-words.js'
import { claimPage } from '../documentation.js'
import { evidenceOf, otherOf } from '../evidence.js'
import { assertedFingerprint } from '../fingerprint.js'
import { answerMessage, assertedMessage } from '../result-message.js'
import type { assertionJson } from './assertion-codecs.js'
import { exhibitOf, locationOf } from './parts.js'

type AssertionJson = t.TypeOf<typeof assertionJson>
type Verdict = AssertionJson['verdict']

const claimOf =
  (says: (claim: Claim) => string, policy: Policy, account: string) =>
  (answered: Answered): AssertionJson['claims'][number] => {
    const { claim, answer } = answered
    const told = answer._tag === 'Holds' ? answer.certificate : undefined
    const refuted = answer._tag === 'Violated' ? answer.counterexample : undefined
    const context = { policy: O.some(policy), account: O.some(account), other: otherOf(claim) }
    const why = answer._tag === 'Unknown' ? answer.why : undefined
    return {
      says: says(claim),
      level: levelWord(levelOf(claim)),
      verdict: kebab(answer._tag) as Verdict,
      message: answer._tag === 'Unknown' ? answer.why.says : answerMessage(answered),
      help: answer._tag === 'Vacuous' ? answer.help : (why?.help ?? null),
      code: why?.code ?? null,
      keys: why?.keys ?? [],
      exhibits: ((told ?? refuted)?.exhibits ?? []).map((one) => exhibitOf(evidenceOf(context)(one))),
      tolerated: refuted === undefined ? null : O.toNullable(refuted.tolerated),
    }
  }

const changeOf =
  (policy: Policy) =>
  (change: Change): AssertionJson['spoiled'][number]['change'] => {
    const says = changeText(policy, change)
    switch (change._tag) {
      case 'Threshold':
        return { change: 'threshold', level: levelWord(change.level), from: change.from, to: change.to, says }
      case 'Weight':
        return { change: 'weight', key: change.key, from: change.from, to: change.to, says }
      case 'OwnUnit':
        return { change: 'own-unit', key: change.key, unit: change.kind, says }
    }
  }

const conflictOf = ({ assertions, reasons, says }: Conflict): AssertionJson['conflict'] => ({
  assertions,
  reasons: reasons.map(({ assertion, times, demand, says: reason }) => ({
    assertion,
    times: String(times),
    level: levelWord(demand.level),
    must: demand.must,
    keys: demand.keys,
    says: reason,
  })),
  says,
})

const remedyOf = (
  policy: Policy,
  { remedy }: Asserted,
): Pick<AssertionJson, 'repair' | 'conflict' | 'notFound'> => {
  const found = O.toUndefined(remedy)
  return {
    repair:
      found?._tag === 'Repair'
        ? { changes: found.changes.map(changeOf(policy)), isSmallest: found.isSmallest }
        : null,
    conflict: found?._tag === 'Conflict' ? conflictOf(found.conflict) : null,
    notFound: found?._tag === 'NotFound' ? { tried: found.tried, gaveUp: found.gaveUp } : null,
  }
}

/** The assertion about one account. */
export const assertionOf = (
  says: (claim: Claim) => string,
  policy: Policy,
  asserted: Asserted,
): AssertionJson => ({
  kind: 'assertion',
  id: asserted.assertion.id,
  form: asserted.assertion.form,
  account: asserted.account,
  verdict: kebab(verdictOf(asserted)) as Verdict,
  location: locationOf(asserted.assertion.place),
  message: assertedMessage(says, asserted),
  claims: asserted.answers.map(claimOf(says, policy, asserted.account)),
  ...remedyOf(policy, asserted),
  spoiled: asserted.spoiled.map(({ change, breaks }) => ({ change: changeOf(policy)(change), breaks })),
  fingerprint: assertedFingerprint(policy, asserted),
  docs: claimPage(asserted.assertion.form),
})
