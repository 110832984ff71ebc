/** Digests: what a plan begins with, ends with and does, in 32 bytes that people can compare. */
import * as O from 'fp-ts/lib/Option.js'
import { toHex, utf8, type Account, type Network, type SetOptions } from '../../kernel/model/index.js'
import { sha256 } from '../../kernel/signature/index.js'

const hashOf = (said: unknown): string => toHex(sha256(utf8(JSON.stringify(said))))

const byText = ([a]: readonly [string, number], [b]: readonly [string, number]): number =>
  a < b ? -1 : a > b ? 1 : 0

/**
 * The SHA-256, in hexadecimal, of what decides authority over an account, and of its sequence number. An
 * address is an account of its own on each network. Of this JSON without white space, the names in order,
 * the network by its passphrase or null, the sequence number as a text or null, the signers by StrKey:
 * `{"id","master","network","sequence","signers":[[key,weight]],"thresholds":{"high","low","medium"}}`.
 */
export const stateDigest = (
  { id, masterWeight, signers, thresholds }: Account,
  sequence: O.Option<bigint>,
  network: O.Option<Network>,
): string =>
  hashOf({
    id,
    master: masterWeight,
    network: O.isSome(network) ? network.value.passphrase : null,
    sequence: O.isSome(sequence) ? String(sequence.value) : null,
    signers: signers.map(({ key, weight }) => [key.strkey, weight] as const).toSorted(byText),
    thresholds: { high: thresholds.high, low: thresholds.low, medium: thresholds.medium },
  })

/** What a transaction does, for its digest. */
export interface Digested {
  readonly operations: readonly SetOptions[]
  readonly sequence: O.Option<bigint>
  readonly fee: bigint
}

const numberOf = (option: O.Option<number>): number | null => (O.isSome(option) ? option.value : null)

const operationSaid = (operation: SetOptions): unknown => ({
  high: numberOf(operation.highThreshold),
  low: numberOf(operation.lowThreshold),
  master: numberOf(operation.masterWeight),
  medium: numberOf(operation.mediumThreshold),
  signer: O.isSome(operation.signer)
    ? [operation.signer.value.key.strkey, operation.signer.value.weight]
    : null,
})

/** The SHA-256, in hexadecimal, of what a plan does, and of the digests of what it leads from and to. */
export const planDigest = (from: string, to: string, transactions: readonly Digested[]): string =>
  hashOf({
    from,
    to,
    transactions: transactions.map(({ operations, sequence, fee }) => ({
      fee: String(fee),
      operations: operations.map(operationSaid),
      sequence: O.isSome(sequence) ? String(sequence.value) : null,
    })),
  })
