/** SetOptions in XDR: nine optional fields, of which every one that is present is a change, 0 included. */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Bytes, SetOptions, SignerChange } from '../../kernel/model/index.js'
import { optionalAccountOf, signerKeyOf } from './keys.js'

// Presence, not truthiness: the library says `undefined` for a field that is not there.
const present = <T>(value: T | null | undefined): O.Option<T> =>
  value === null || value === undefined ? O.none : O.some(value)

const signerChangeOf = (signer: xdr.Signer | null | undefined): O.Option<SignerChange> =>
  signer === null || signer === undefined
    ? O.none
    : O.some({ key: signerKeyOf(signer.key()), weight: signer.weight() })

/** The changes that a SetOptions makes. */
export const setOptionsOf = (source: O.Option<AccountId>, op: xdr.SetOptionsOp): SetOptions => ({
  _tag: 'SetOptions',
  source,
  inflationDestination: optionalAccountOf(op.inflationDest()),
  clearFlags: present(op.clearFlags()),
  setFlags: present(op.setFlags()),
  masterWeight: present(op.masterWeight()),
  lowThreshold: present(op.lowThreshold()),
  mediumThreshold: present(op.medThreshold()),
  highThreshold: present(op.highThreshold()),
  // The reader gives bytes where the declared type also allows text.
  homeDomain: present(op.homeDomain() as Bytes | null | undefined),
  signer: signerChangeOf(op.signer()),
})
