/** The account of which promises are asked, before anything is known of its numbers. */
import {
  activeSignersOf,
  failure,
  MAX_SIGNERS,
  signer,
  type Account,
  type Failure,
  type SignerKey,
} from '../../../kernel/model/index.js'
import type { Claim, Policy, PolicyAccount } from '../../policy/index.js'

/** Claims of an account, and of those that are compared with it. */
export const claimsOf = ({ assertions }: Policy, name: string): readonly Claim[] =>
  assertions.flatMap(({ on, claims }) =>
    claims.filter(
      (claim) =>
        on.includes(name) ||
        (claim._tag === 'Compare' && claim.other._tag === 'Account' && claim.other.name === name),
    ),
  )

/** Every text in a claim: its keys are among them. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The keys that count: signers now, and whom the promises name; in the order of the policy. */
export const keysFor = (policy: Policy, name: string, account: Account): readonly SignerKey[] => {
  const signers = activeSignersOf(account).map(({ key }) => key)
  const named = claimsOf(policy, name).flatMap((claim) =>
    textsIn(claim).flatMap((text) => policy.keysByStrkey.get(text)?.key ?? []),
  )
  const places = new Map([...policy.keysByStrkey.keys()].map((key, place) => [key, place]))
  const placeOf = ({ strkey }: SignerKey): number => places.get(strkey) ?? places.size
  const all = new Map([...signers, ...named].map((key) => [key.strkey, key])).values()
  return [...all].sort((a, b) => placeOf(a) - placeOf(b))
}

/** The account with weight 1 for everybody and 1 needed: a state of which promises can be asked. */
export const startOf = ({ account, ...rest }: PolicyAccount, keys: readonly SignerKey[]): PolicyAccount => ({
  ...rest,
  account: {
    ...account,
    masterWeight: keys.some(({ strkey }) => strkey === account.id) ? 1 : 0,
    thresholds: { low: 1, medium: 1, high: 1 },
    signers: keys.filter(({ strkey }) => strkey !== account.id).map((key) => signer(key, 1)),
  },
})

/** Why no numbers are looked for; empty where nothing speaks against it. */
export const failuresOf = ({ account }: PolicyAccount, keys: readonly SignerKey[]): readonly Failure[] => {
  const others = keys.filter(({ _tag }) => _tag !== 'Ed25519')
  const count = keys.filter(({ strkey }) => strkey !== account.id).length
  return [
    ...(keys.length === 0
      ? [failure('no-keys', 'the account has no signers, and its promises name none')]
      : []),
    ...(others.length > 0
      ? [
          failure(
            'not-a-person',
            `${String(others.length)} of the signers ${others.length === 1 ? 'is' : 'are'} no key that signs envelopes`,
            'weights are found for keys of people (G…): take the others out first',
          ),
        ]
      : []),
    ...(count > MAX_SIGNERS
      ? [
          failure(
            'too-many-signers',
            `${String(count)} keys are signers or named by promises; the network allows ${String(MAX_SIGNERS)} beside the master key`,
          ),
        ]
      : []),
  ]
}
