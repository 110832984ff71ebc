/** What two descriptions of one account disagree about, in words. */
import * as O from 'fp-ts/lib/Option.js'
import { shortKey, type Account, type AccountState, type Signer } from '../../kernel/model/index.js'

const compared = (name: string, a: unknown, b: unknown): readonly string[] =>
  a === b ? [] : [`${name} \`${String(a)}\` and \`${String(b)}\``]

const signersByKey = (account: Account): ReadonlyMap<string, Signer> =>
  new Map(account.signers.map((signer) => [signer.key.strkey, signer]))

const weightOf = (signer: Signer | undefined): string =>
  signer === undefined ? 'absent' : String(signer.weight)

/** Who pays for a signer is known from the ledger only; what one side does not say is no difference. */
const sponsors = (name: string, a: Signer | undefined, b: Signer | undefined): readonly string[] =>
  a !== undefined && b !== undefined && O.isSome(a.sponsor) && O.isSome(b.sponsor)
    ? compared(`sponsor of ${name}`, a.sponsor.value, b.sponsor.value)
    : []

const signerDifferences = (a: Account, b: Account): readonly string[] => {
  const inA = signersByKey(a)
  const inB = signersByKey(b)
  return [...new Set([...inA.keys(), ...inB.keys()])].flatMap((strkey) => {
    const name = `signer ${shortKey(strkey)}`
    const [one, two] = [inA.get(strkey), inB.get(strkey)]
    return [...compared(name, weightOf(one), weightOf(two)), ...sponsors(name, one, two)]
  })
}

/** What can be compared: who sponsors is known from the ledger only, and data entries are never all known. */
const STATE: Readonly<Record<Exclude<keyof AccountState, 'sponsor' | 'data'>, string>> = {
  sequence: 'sequence number',
  balance: 'balance',
  sellingLiabilities: 'selling liabilities',
  buyingLiabilities: 'buying liabilities',
  subentries: 'sub-entries',
  sponsored: 'sponsored entries',
  sponsoring: 'sponsoring entries',
  flags: 'flags',
  sequenceLedger: 'ledger of the sequence number',
  sequenceTime: 'time of the sequence number',
}

const stateDifferences = (a: AccountState, b: AccountState): readonly string[] =>
  Object.entries(STATE).flatMap(([field, name]) =>
    compared(name, a[field as keyof typeof STATE], b[field as keyof typeof STATE]),
  )

/** `master weight \`1\` and \`0\``, and so on; empty where both say the same, or one says less. */
export const differencesBetween = (a: Account, b: Account): readonly string[] => [
  ...compared('master weight', a.masterWeight, b.masterWeight),
  ...compared('low threshold', a.thresholds.low, b.thresholds.low),
  ...compared('medium threshold', a.thresholds.medium, b.thresholds.medium),
  ...compared('high threshold', a.thresholds.high, b.thresholds.high),
  ...signerDifferences(a, b),
  ...(O.isSome(a.state) && O.isSome(b.state) ? stateDifferences(a.state.value, b.state.value) : []),
]
