/** `stellar-toml`: what the domain says in public, and what the policy is about, are not the same. */
import * as O from 'fp-ts/lib/Option.js'
import { shortKey } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, topOf, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['stellar-toml', 'warning'] as const

const find = (input: LintInput): readonly FoundInPolicy[] => {
  if (O.isNone(input.listed)) return []
  const { file, accounts } = input.listed.value
  const own = [...input.policy.accounts.values()]
  const known = new Set<string>([...own, ...input.others].map(({ account }) => account.id))
  const listed = new Set(accounts)
  return [
    ...accounts
      .filter((account) => !known.has(account))
      .map((account): FoundInPolicy => ({
        place: topOf(input),
        says: `${file} lists ${shortKey(account)} under ACCOUNTS, and no policy says who controls it.`,
        help: `add the account ${account} to a policy, or take it out of ${file}`,
        evidence: ['no-policy', account],
      })),
    ...own
      .filter(({ account }) => !listed.has(account.id))
      .map(({ name, account, place }): FoundInPolicy => ({
        account: name,
        place,
        says: `${name} (${shortKey(account.id)}) is not listed under ACCOUNTS in ${file}.`,
        help: `add ${account.id} to ACCOUNTS, where the account belongs to the domain`,
        evidence: ['not-listed', account.id],
      })),
  ]
}

const FILE = exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1] })

export const stellarToml: LintRule = {
  _tag: 'Lint',
  needs: 'listed',
  id,
  severity,
  summary: 'an account stands in stellar.toml and in no policy, or the other way round',
  rationale:
    'A domain tells the world which accounts are its own. One of which no policy speaks is controlled by nobody knows whom; one that is not listed cannot be told from a fraud.',
  decidedBy:
    'ACCOUNTS of the stellar.toml that was given, and the accounts of the policies that are checked together, as sets. Without a stellar.toml nothing is compared.',
  source: 'SEP-1: ACCOUNTS lists the accounts that the domain controls',
  numbers: {},
  examples: [
    {
      says: 'the domain lists an account of which no policy speaks, and does not list the vault',
      policy: FILE,
      given: { listed: ['{treasury}'] },
      finds: ['under ACCOUNTS, and no policy says who controls it', 'is not listed under ACCOUNTS'],
    },
    {
      says: 'the domain lists the vault',
      policy: FILE,
      given: { listed: ['{vault}'] },
      finds: [],
    },
  ],
  check: perPolicy(id, severity, find),
}
