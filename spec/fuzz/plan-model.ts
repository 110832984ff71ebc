/** What a plan has to be, said again in the plainest way: without a line of the planner. */
import * as O from 'fp-ts/lib/Option.js'
import { StrKey, TransactionBuilder, Networks, type xdr } from '@stellar/stellar-base'
import type { PlannedTransaction } from '../../src/advice/plan/index.js'
import type { Account, SetOptions } from '../../src/kernel/model/index.js'

interface Entry {
  readonly id: string
  readonly tag: string
  readonly weight: number
}

const entriesOf = ({ id, masterWeight, signers }: Account): readonly Entry[] => [
  ...(masterWeight > 0 ? [{ id: String(id), tag: 'Ed25519', weight: masterWeight }] : []),
  ...signers.map(({ key, weight }) => ({ id: key.strkey, tag: key._tag, weight })),
]

/** Weights, thresholds and signers as one text, to compare. */
export const configurationText = ({ id, masterWeight, thresholds, signers }: Account): string =>
  JSON.stringify([
    id,
    masterWeight,
    [thresholds.low, thresholds.medium, thresholds.high],
    signers.map(({ key, weight }) => [key.strkey, weight]).toSorted(),
  ])

/** Keys of an account that sign whatever there is. */
export const peopleOf = (account: Account): readonly string[] =>
  entriesOf(account).flatMap(({ id, tag }) => (tag === 'Ed25519' ? [id] : []))

/** All of its keys. */
export const allOf = (account: Account): readonly string[] => entriesOf(account).map(({ id }) => id)

/** The fewest of some keys that change an account, heaviest first; none where they do not. */
export const fewestOf = (account: Account, able: (id: string) => boolean): number | undefined => {
  const weights = entriesOf(account)
    .filter(({ id, tag }) => tag !== 'PreAuthTx' && able(id))
    .map(({ weight }) => weight)
    .toSorted((a, b) => b - a)
    .slice(0, 20)
  const needed = Math.max(1, account.thresholds.low, account.thresholds.high)
  let sum = 0
  const at = weights.findIndex((weight) => (sum += weight) >= needed)
  return at < 0 ? undefined : at + 1
}

/** The fewest SetOptions: one for each signer that changes, and one for the rest where no signer does. */
export const fewestOperations = (from: Account, to: Account): number => {
  const [was, is] = [from, to].map(
    ({ signers }) => new Map(signers.map(({ key, weight }) => [key.strkey, weight])),
  ) as [Map<string, number>, Map<string, number>]
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (id) => was.get(id) !== is.get(id),
  ).length
  return changed > 0 ? changed : configurationText(from) === configurationText(to) ? 0 : 1
}

/** How many stroops are missing at the worst moment; 0 or less where nothing is. */
export const shortBy = (start: Account, transactions: readonly PlannedTransaction[]): bigint => {
  if (O.isNone(start.state)) return 0n
  const { sellingLiabilities, sponsoring, ...rest } = start.state.value
  let { balance, subentries, sponsored } = rest
  let missing = 0n
  const there = new Map(start.signers.map(({ key, sponsor }) => [key.strkey, O.isSome(sponsor)]))
  const look = (): void => {
    const least = BigInt(2 + subentries + sponsoring - sponsored) * 5_000_000n + sellingLiabilities
    if (least - balance > missing) missing = least - balance
  }
  for (const { fee, operations } of transactions) {
    balance -= fee
    look()
    for (const { signer } of operations) {
      if (O.isNone(signer)) continue
      const { key, weight } = signer.value
      if (weight === 0) {
        subentries--
        if (there.get(key.strkey) === true) sponsored--
        there.delete(key.strkey)
      } else if (!there.has(key.strkey)) {
        subentries++
        there.set(key.strkey, false)
        look()
      }
    }
  }
  return missing
}

/**
 * The least balance for one transaction, of which only the ends are known: signers go before others come.
 * 0 where nothing is to be done.
 */
export const neededAtOnce = (start: Account, to: Account): bigint => {
  const operations = fewestOperations(start, to)
  if (O.isNone(start.state) || operations === 0) return 0n
  const { sellingLiabilities, sponsoring, subentries, sponsored } = start.state.value
  const stays = new Set(to.signers.map(({ key }) => key.strkey))
  const gone = start.signers.filter(({ key }) => !stays.has(key.strkey))
  const came = to.signers.length - (start.signers.length - gone.length)
  const freed = gone.filter(({ sponsor }) => O.isSome(sponsor)).length
  const entries = 2 + subentries + sponsoring - sponsored
  const most = Math.max(entries, came > 0 ? entries - gone.length + freed + came : 0)
  return BigInt(most) * 5_000_000n + sellingLiabilities + 100n * BigInt(operations)
}

const strkeyOf = (key: xdr.SignerKey): string => {
  switch (key.switch().name) {
    case 'signerKeyTypeEd25519':
      return StrKey.encodeEd25519PublicKey(key.ed25519())
    case 'signerKeyTypePreAuthTx':
      return StrKey.encodePreAuthTx(key.preAuthTx())
    case 'signerKeyTypeHashX':
      return StrKey.encodeSha256Hash(key.hashX())
    case 'signerKeyTypeEd25519SignedPayload':
      return StrKey.encodeSignedPayload(key.ed25519SignedPayload().toXDR())
  }
}

/** Its types say null where it is undefined. */
const signerOf = (signer: xdr.Signer | null | undefined): readonly [string, number] | null =>
  signer === null || signer === undefined ? null : [strkeyOf(signer.key()), signer.weight()]

/** The operations of an envelope as stellar-base reads them, with everything that is set. */
export const operationsOf = (base64: string): { readonly hash: string; readonly operations: unknown } => {
  const transaction = TransactionBuilder.fromXDR(base64, Networks.TESTNET)
  const operations = transaction
    .toEnvelope()
    .v1()
    .tx()
    .operations()
    .map((operation) => {
      const set = operation.body().setOptionsOp()
      return {
        source: operation.sourceAccount() ?? null,
        others: [set.homeDomain(), set.setFlags(), set.clearFlags(), set.inflationDest()].map(
          (one) => one ?? null,
        ),
        numbers: [set.masterWeight(), set.lowThreshold(), set.medThreshold(), set.highThreshold()].map(
          (one) => one ?? null,
        ),
        signer: signerOf(set.signer()),
      }
    })
  return { hash: transaction.hash().toString('hex'), operations }
}

/** The same of what the plan says. */
export const operationsSaid = (operations: readonly SetOptions[]): unknown =>
  operations.map((one) => ({
    source: null,
    others: [null, null, null, null],
    numbers: [one.masterWeight, one.lowThreshold, one.mediumThreshold, one.highThreshold].map(O.toNullable),
    signer: O.isSome(one.signer) ? [one.signer.value.key.strkey, one.signer.value.weight] : null,
  }))
