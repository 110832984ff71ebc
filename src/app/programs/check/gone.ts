/**
 * Accounts that stood where policies are looked for, and stand in no file that is checked today. Nothing is
 * asked of them any more, and whoever brings them back later brings them back as new ones.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { PolicyAccount } from '../../../advice/policy/index.js'
import type { CheckedFile, Result } from '../../../edge/report/index.js'
import { shortKey } from '../../../kernel/model/index.js'
import { inputName } from '../input-name.js'
import type { Base } from './base.js'
import type { Survey } from './survey.js'

/** The id under which they are told; no rule has it, because no policy is about them. */
export const ACCOUNT_GONE = 'account-gone'

const fingerprintOf = (address: string): string => `${ACCOUNT_GONE}/${address}`

/** Whether what a baseline has as gone is an account that is checked again. */
export const isBackIn = (survey: Survey): ((fingerprint: string) => boolean) => {
  const back = new Set(survey.accounts.map(({ account }) => fingerprintOf(account.id)))
  return (fingerprint) => back.has(fingerprint)
}

const resultOf =
  (base: string, isError: boolean) =>
  ({ name, account: { id }, place }: PolicyAccount): Result => ({
    _tag: 'Finding',
    fingerprint: fingerprintOf(id),
    suppressed: O.none,
    finding: {
      rule: ACCOUNT_GONE,
      severity: isError ? 'error' : 'warning',
      account: O.none,
      place,
      says: `${name} (${shortKey(id)}) stood here at ${inputName(base)}, and is in no file that is checked now. Nothing is asked of it any more, and if it comes back it has nothing to be compared with.`,
      help: isError
        ? 'keep its policy; where the account is given up on purpose, let a baseline say so'
        : 'keep its policy, or have it confirmed by people who did not write the change',
      exhibits: [],
      related: [],
      evidence: [id],
      fix: O.none,
    },
  })

/**
 * What is to be said of them, by the files in which they stood; an error where nobody may gain power over
 * any account. Of accounts nothing is said while a file of today cannot be read, which may have them.
 */
export const goneFrom = (base: Base, survey: Survey, isError: boolean): readonly CheckedFile[] => {
  if (survey.isPartial) return []
  const now = new Set<string>(survey.accounts.map(({ account }) => account.id))
  const gone = [...base.covered.values()].filter(({ account }) => !now.has(account.id))
  return [...new Set(gone.map(({ place }) => place.file))].toSorted().map((file): CheckedFile => ({
    file,
    digest: O.none,
    policy: O.none,
    accounts: 0,
    results: gone.filter(({ place }) => place.file === file).map(resultOf(base.name, isError)),
  }))
}
