/** `dropped-promise`: what was promised before the change, and is promised no more. */
import * as O from 'fp-ts/lib/Option.js'
import { shortKey } from '../../../kernel/model/index.js'
import { formOf, levelOf, type Claim, type Policy } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import { claimWith, comparedBy, isMadeBy, promisesOf, type Promised } from '../promises.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['dropped-promise', 'warning'] as const

/** Who has the name now that a key had before; the key itself, where nobody has. */
const successorOf =
  (policy: Policy, base: Policy) =>
  (strkey: string): string => {
    const alias = base.keysByStrkey.get(strkey)?.alias
    return (alias === undefined ? undefined : policy.keys.get(alias)?.key.strkey) ?? strkey
  }

/** The claim in words, with the names that accounts have now. */
const saidOf = (policy: Policy, base: Policy): ((claim: Claim) => string) => {
  const now = new Map<string, string>([...policy.accounts.values()].map((one) => [one.account.id, one.name]))
  const nameOf = (address: string): string =>
    now.get(address) ?? base.accounts.get(address)?.name ?? shortKey(address)
  return (claim) => {
    const named = comparedBy(nameOf)(claim)
    return formOf(named).says(named)
  }
}

const find = ({ policy, base }: LintInput): readonly FoundInPolicy[] => {
  if (O.isNone(base)) return []
  const [now, before] = [promisesOf(policy), promisesOf(base.value)]
  const [successor, said] = [successorOf(policy, base.value), saidOf(policy, base.value)]
  return [...policy.accounts.values()].flatMap(({ name, place, account }) => {
    const kept = now.get(account.id) ?? []
    const isKept = (claim: Claim): boolean =>
      isMadeBy(kept, claim) || isMadeBy(kept, claimWith(successor, claim))
    return (before.get(account.id) ?? []).flatMap(({ assertion, claims }: Promised): FoundInPolicy[] => {
      const dropped = claims.filter((claim) => !isKept(claim))
      if (dropped.length === 0) return []
      const still = kept.find((one) => one.assertion.id === assertion.id)
      const end = still === undefined ? 'Nothing promises it now.' : 'It does not say so now.'
      return [
        {
          account: name,
          place: still === undefined ? place : still.assertion.place,
          says: `Before the change, ${assertion.id} promised of ${name}: ${dropped.map(said).join('; ')}. ${end}`,
          help: 'promise it again, or have it confirmed by people who did not write the change',
          evidence: [assertion.id, ...dropped.map((claim) => `${formOf(claim).id} ${levelOf(claim)}`)],
        },
      ]
    })
  })
}

const file = (medium: number, ...claims: readonly string[]): string =>
  exampleFile({
    signers: { anna: 1, bruno: 1, carla: 1 },
    thresholds: [medium, medium, 3],
    more: claims.length === 0 ? [] : ['assert:', ...claims],
  })

const STOLEN = '  - { id: one-stolen, on: vault, claim: { withstands: { steal: 1, by: key }, for: medium } }'
const TWO_STOLEN =
  '  - { id: two-stolen, on: vault, claim: { withstands: { steal: 2, by: key }, for: medium } }'
const TWO_PAY = '  - { id: two-pay, on: vault, claim: { any: 2, of: [anna, bruno, carla], can: payment } }'
const THREE_PAY = '  - { id: two-pay, on: vault, claim: { any: 3, of: [anna, bruno, carla], can: payment } }'

export const droppedPromise: LintRule = {
  _tag: 'Lint',
  needs: 'base',
  id,
  severity,
  summary: 'a promise of the policy before the change is made no more',
  rationale:
    'Whoever changes a policy can take out the promise that stops the change, in the same commit: every claim that is left holds, and the check is green. What was promised is part of what a reviewer has to see, and the file as it is now does not show it.',
  decidedBy:
    'Accounts are found by their address in the policy that `--base` names. Every claim that was made of an account has to follow, whatever the weights, from one that is made of it now, by the implications of [redundant-claim](redundant-claim.md); keys count as the same where they are, or where they have the same name. Only with `--base`.',
  source: 'own; a gate that the change itself can open is none',
  numbers: {},
  examples: [
    {
      says: 'the promise goes, and the threshold with it',
      policy: file(1, TWO_PAY),
      given: { base: file(2, STOLEN, TWO_PAY) },
      finds: [
        'Before the change, one-stolen promised of vault: medium withstands the theft of 1 key. Nothing promises it now.',
      ],
    },
    {
      says: 'a promise that says less than it did',
      policy: file(3, STOLEN, THREE_PAY),
      given: { base: file(2, STOLEN, TWO_PAY) },
      finds: ['two-pay promised of vault'],
    },
    {
      says: 'what is promised now says more',
      policy: file(3, TWO_STOLEN, THREE_PAY),
      given: { base: file(3, STOLEN, THREE_PAY) },
      finds: [],
    },
  ],
  check: perPolicy(id, severity, find),
}
