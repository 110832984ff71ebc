/** Accounts that have something to do with each other across files: a signer in common. */
import type { LintInput } from '../../../advice/lint/index.js'
import type { Policy } from '../../../advice/policy/index.js'
import type { SurveyedAccount } from './survey.js'

/** More accounts that share a signer say nothing new, and ten thousand may share one. */
const MOST_OTHERS = 20

/** Other accounts that have something to do with those of a file: a signer in common. */
export const othersOf = (
  accounts: readonly SurveyedAccount[],
): ((policy: Policy, file: string) => LintInput['others']) => {
  const signersOf = ({ account }: Pick<SurveyedAccount, 'account'>): readonly string[] => [
    account.id,
    ...account.signers.map(({ key }) => key.strkey),
  ]
  const bySigner = new Map<string, SurveyedAccount[]>()
  for (const one of accounts)
    for (const strkey of signersOf(one)) {
      const known = bySigner.get(strkey)
      if (known === undefined) bySigner.set(strkey, [one])
      else known.push(one)
    }
  return (policy, file) => {
    const own = [...policy.accounts.values()]
    const ids = new Set<string>(own.map(({ account }) => account.id))
    const near = new Set<SurveyedAccount>()
    for (const key of new Set(own.flatMap(signersOf)))
      for (const one of bySigner.get(key) ?? []) {
        if (near.size === MOST_OTHERS) return [...near]
        if (one.file !== file && !ids.has(one.account.id)) near.add(one)
      }
    return [...near]
  }
}
