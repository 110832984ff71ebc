/**
 * The circumstances under which a claim is asked. A hash(x) preimage, or the signature of a payload, is
 * everybody's once it was used; a pre-authorized transaction brings its weight to one transaction. Nobody
 * knows which of these will be, so that an answer counts only where it is the same for all of them.
 */
import { activeSignersOf, type Account, type Coalition, type Signer } from '../../kernel/model/index.js'
import { USUAL, type Circumstances } from '../coalition/index.js'

/** Signers whose weight depends on the circumstances, and the circumstances to ask under. */
export interface Conditions {
  /** StrKeys; none where the circumstances are always the same. */
  readonly signers: Coalition
  /** The usual ones first. */
  readonly circumstances: readonly Circumstances[]
  /** Whether these are all that there can be. */
  readonly all: boolean
}

/** As many disclosable signers have all their sets asked; an account has seldom more than one. */
const MAX_DISCLOSABLE = 6

const setsOf = (keys: readonly string[]): readonly Coalition[] =>
  keys.reduce<readonly Coalition[]>((sets, key) => [...sets, ...sets.map((set) => [...set, key])], [[]])

const idsOf = (signers: readonly Signer[]): Coalition => signers.map(({ key }) => key.strkey)

/** The conditions of some accounts that are looked at together: of one, or of one and what it is compared with. */
export const conditionsOf = (...accounts: readonly Account[]): Conditions => {
  const byKey = new Map(accounts.flatMap(activeSignersOf).map((signer) => [signer.key.strkey, signer]))
  const signers = [...byKey.values()]
  const once = signers.filter(({ key }) => key._tag === 'PreAuthTx')
  const disclosable = signers.filter(({ key }) => key._tag === 'HashX' || key._tag === 'SignedPayload')
  if (once.length + disclosable.length === 0) return { signers: [], circumstances: [USUAL], all: true }
  // Of the pre-authorized transactions one at most is sent at a time: of several, the heaviest counts.
  const widest = { disclosed: idsOf(disclosable), preAuthorized: idsOf(once) }
  const all = disclosable.length <= MAX_DISCLOSABLE
  const between = (all ? setsOf(idsOf(disclosable)) : []).flatMap((disclosed) =>
    [[], ...idsOf(once).map((id) => [id])].map((preAuthorized) => ({ disclosed, preAuthorized })),
  )
  return { signers: idsOf([...disclosable, ...once]), circumstances: [USUAL, widest, ...between], all }
}
