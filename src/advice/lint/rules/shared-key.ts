/** `shared-key`: one key, several accounts: who steals it comes nearer to all of them at once. */
import {
  activeSignersOf,
  isWinning,
  type Account,
  type Game,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import { gameAt } from '../../coalition/index.js'
import { list, nameOf } from '../../policy/index.js'
import { byName } from '../by-name.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, topOf, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['shared-key', 'warning'] as const

/** An account that a key signs for. */
interface Holding {
  readonly name: string
  readonly account: Account
  /** At all levels, the strongest first. */
  readonly games: readonly { readonly level: ThresholdLevel; readonly game: Game }[]
}

const LEVELS = ['High', 'Medium', 'Low'] as const

const holdingOf = (name: string, account: Account): Holding => ({
  name,
  account,
  games: LEVELS.map((level) => ({ level, game: gameAt(level)(account).game })),
})

const accountsOf = ({ policy, others }: LintInput): readonly Holding[] => {
  const own = [...policy.accounts.values()].map(({ name, account }) => holdingOf(name, account))
  const known = new Set<string>(own.map(({ account }) => account.id))
  const foreign = others.filter(({ account }) => !known.has(account.id))
  return [...own, ...foreign.map(({ file, name, account }) => holdingOf(`${name} (${file})`, account))]
}

/** The strongest level that the key reaches alone. */
const aloneAt = ({ games }: Holding, key: string): ThresholdLevel | undefined =>
  games.find(({ game }) => isWinning([key])(game))?.level

const reachText = (holding: Holding, key: string): string => {
  const level = aloneAt(holding, key)
  return level === undefined ? holding.name : `${holding.name} (alone up to ${level.toLowerCase()})`
}

/** Keys with the accounts that they sign for, in the order of the policy. */
const signersOf = (holdings: readonly Holding[]): ReadonlyMap<string, readonly Holding[]> => {
  const of = new Map<string, Holding[]>()
  for (const holding of holdings)
    for (const { key } of activeSignersOf(holding.account)) {
      const known = of.get(key.strkey)
      if (known === undefined) of.set(key.strkey, [holding])
      else known.push(holding)
    }
  return of
}

const find = (input: LintInput): readonly FoundInPolicy[] => {
  const { policy } = input
  const own = new Set<string>([...policy.accounts.values()].map(({ account }) => account.id))
  const groups = new Map<string, { readonly keys: string[]; readonly holdings: readonly Holding[] }>()
  for (const [key, holdings] of signersOf(accountsOf(input))) {
    if (holdings.length < 2 || !holdings.some(({ account }) => own.has(account.id))) continue
    // People with the same say in the same accounts are told of together.
    const group = holdings.map((holding) => reachText(holding, key)).join('; ')
    const same = groups.get(group)
    if (same === undefined) groups.set(group, { keys: [key], holdings })
    else same.keys.push(key)
  }
  return [...groups].map(([reach, { keys, holdings }]): FoundInPolicy => {
    const [first = ''] = keys
    const alone = holdings.filter((holding) => ['High', 'Medium'].includes(aloneAt(holding, first) ?? ''))
    const names = list(byName(input)(keys).map((key) => nameOf(policy, key)))
    return {
      severity: alone.length > 1 ? severity : 'note',
      place: policy.keysByStrkey.get(first)?.place ?? topOf(input),
      says: `${names} ${keys.length === 1 ? 'signs' : 'sign'} for ${holdings.length} accounts: ${reach.replaceAll('; ', ', ')}.`,
      help:
        alone.length > 1
          ? 'use a key of its own for each account, so that one theft is one theft'
          : 'know that a theft of these keys touches all of these accounts',
      related: [...policy.accounts.values()]
        .filter(({ account }) => holdings.some((holding) => holding.account.id === account.id))
        .map(({ name, place }) => ({ place, says: `${name} has it as a signer` })),
      evidence: [...keys.toSorted(), ...holdings.map(({ account }) => account.id).toSorted()],
    }
  })
}

const file = (more: readonly string[]): string =>
  exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [1, 1, 1], more })

const second = (signer: string): readonly string[] => [
  '  savings:',
  '    address: {savings}',
  '    master: 0',
  '    thresholds: { low: 1, medium: 1, high: 1 }',
  `    signers: { ${signer}: 1 }`,
]

export const sharedKey: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the same key signs for several accounts',
  rationale:
    'A stolen key is stolen everywhere. Where it acts alone on two accounts, what was meant to be kept apart falls together; where it needs others, a theft still brings the thief nearer on each of them.',
  decidedBy:
    'The key has weight on two or more accounts of the policies that are checked together. A warning where it alone reaches medium on two of them (w ≥ q), else a note.',
  source: 'key management: one key, one use',
  numbers: {},
  examples: [
    {
      says: 'anna alone pays from two accounts',
      policy: file(second('anna')),
      finds: ['anna signs for 2 accounts'],
    },
    { says: 'each account has its own keys', policy: file(second('{carla}')), finds: [] },
  ],
  check: perPolicy(id, severity, find),
}
