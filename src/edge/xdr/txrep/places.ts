/**
 * Where the text leaves the XDR files: places that the standard's own example shows, which was made when a
 * transaction had nothing but time bounds before it, and an envelope no version.
 *
 * - the envelope has no `v0.` or `v1.` before `tx` and `signatures`, nor has the inner one of a fee bump;
 * - the source of a v0 transaction is `sourceAccount`, written as the account that it is;
 * - preconditions that are time bounds or nothing are `timeBounds`, which may be present; `cond` is the
 *   rest. The reader takes `cond` for all of them, as other programs write it.
 */
import { generated } from '../generated.js'
import { TransactionEnvelope } from '../protocol-27.js'
import type { Field, GeneratedType } from './shape.js'
import { BARE_ACCOUNT } from './special.js'

/** The type of which every txrep is. */
export const ENVELOPE = TransactionEnvelope as unknown as GeneratedType

/** The path of a part: its name after those of all that it stands in. */
export const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const BARE_UNIONS: readonly string[] = ['TransactionEnvelope', 'FeeBumpTransactionInnerTx']

/** The path of the arm of a union. */
export const armPath = (path: string, union: string, arm: string): string =>
  BARE_UNIONS.includes(union) && (arm === 'v0' || arm === 'v1') ? path : under(path, arm)

/** A field of a struct as the text has it. */
export const placed = (struct: string, field: Field): Field =>
  struct === 'TransactionV0' && field.name === 'sourceAccountEd25519'
    ? { name: 'sourceAccount', type: BARE_ACCOUNT }
    : field

/**
 * The time bounds that stand for a transaction's preconditions. The numbers of "none" and "time bounds"
 * are those of an optional value that is missing or there, so that the bytes are the same.
 */
export const timeBoundsFor = ({ name, type }: Field): Field | undefined =>
  type.unionName === 'Preconditions' && name === 'cond'
    ? {
        name: 'timeBounds',
        type: { _childType: generated.TimeBounds as unknown as GeneratedType },
      }
    : undefined
