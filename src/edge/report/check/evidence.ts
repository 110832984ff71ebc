/** The keys of an exhibit as rows: who they are, what they weigh, who holds them, and where that is written. */
import * as O from 'fp-ts/lib/Option.js'
import { nameOf, type Claim, type Exhibit, type Place, type Policy } from '../../../advice/policy/index.js'

/** One key. */
export interface EvidenceRow {
  readonly alias: string
  readonly key: string
  readonly weight: number
  readonly holder: O.Option<string>
  readonly device: O.Option<string>
  readonly vendor: O.Option<string>
  readonly location: readonly string[]
  /** Where the key is described, or else where its weight is. */
  readonly place: O.Option<Place>
}

/** An exhibit, ready to be told. */
export interface Evidence {
  readonly exhibit: Exhibit
  readonly rows: readonly EvidenceRow[]
}

/** What an exhibit is about: the account, and the one that it is compared with. */
export interface EvidenceContext {
  readonly policy: O.Option<Policy>
  readonly account: O.Option<string>
  readonly other: O.Option<string>
}

/** The account that a claim compares with, where it is one of the same policy. */
export const otherOf = (claim: Claim): O.Option<string> =>
  claim._tag === 'Compare' && claim.other._tag === 'Account' ? O.some(claim.other.name) : O.none

const accountIn = ({ policy }: EvidenceContext, name: O.Option<string>) =>
  O.isSome(policy) && O.isSome(name) ? policy.value.accounts.get(name.value) : undefined

/** The evidence of an exhibit. */
export const evidenceOf =
  (context: EvidenceContext) =>
  (exhibit: Exhibit): Evidence => {
    const account = accountIn(context, exhibit.rule === 'own' ? context.account : context.other)
    const policy = O.toUndefined(context.policy)
    const rowOf = (strkey: string, index: number): EvidenceRow => {
      const key = policy?.keysByStrkey.get(strkey)
      return {
        alias: policy === undefined ? strkey : nameOf(policy, strkey),
        key: strkey,
        weight: exhibit.weights[index] ?? 0,
        holder: key?.holder ?? O.none,
        device: key?.device ?? O.none,
        vendor: key?.vendor ?? O.none,
        location: key?.location ?? [],
        place: O.fromNullable(key?.place ?? account?.signerPlaces.get(strkey)),
      }
    }
    return { exhibit, rows: exhibit.keys.map(rowOf) }
  }
