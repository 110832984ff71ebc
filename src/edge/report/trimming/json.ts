/**
 * A trimmed envelope as one JSON object, for programs. `formatVersion` changes only where a reader would
 * break; members may be added.
 *
 * - `state`: `ready`, `sign-again` (the fee bump has to be signed anew), `not-authorized`, `undetermined`
 *   or `inner-would-change`; `envelope` is null for the last three
 * - `kept`, `dropped`, `corrected`: positions from 0 in the list of all signatures, each once, in the
 *   order of the copies; `signatures` says where each of them stood
 * - `missing`: who must still sign, where somebody must; `impossible`: why nobody can
 * - `sequence`: why its sequence number keeps it from running, or null
 * - `asOf`: as of which ledger it is, see `as-of-told.ts`; only where a source was asked for accounts
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { hintToHex, networkLabel, PASSPHRASES, toHex, type Network } from '../../../kernel/model/index.js'
import { asOfJson } from '../as-of-told.js'
import type { Json } from '../json-list.js'
import { trimmedJson } from './batch-line.js'
import { originOf, type TrimmingReport } from './trimming.js'

const networkJson = (network: Network): Json => {
  const label = networkLabel(network)
  return { name: Object.hasOwn(PASSPHRASES, label) ? label : null, passphrase: network.passphrase }
}

const signaturesJson = ({ copies, result }: TrimmingReport): Json => {
  const given = E.isRight(result)
    ? result.right.given
    : result.left._tag === 'InnerWouldChange'
      ? result.left.inner.given
      : undefined
  return (given?.signatures ?? []).map((signature) => {
    const origin = originOf(copies, signature)
    return {
      hint: hintToHex(signature.hint),
      copy: origin?.name ?? null,
      position: origin?.position ?? null,
    }
  })
}

/** The object, in the order in which it is read. */
export const trimmingJson = (report: TrimmingReport): Json => {
  const { network, protocol, copies, sequenceNote, asOf } = report
  const [first] = copies
  return {
    formatVersion: 1,
    ...trimmedJson(report),
    hash: first === undefined ? null : toHex(first.envelope.hash),
    network: networkJson(network),
    protocol,
    copies: copies.map(({ name }) => name),
    signatures: signaturesJson(report),
    sequence: O.toNullable(sequenceNote),
    ...asOfJson(asOf),
  }
}
