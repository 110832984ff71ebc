/**
 * The signers of an account as Horizon lists them: with its own names for the kinds, and with the
 * master key among them (also with weight 0).
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import {
  failure,
  MAX_SIGNERS,
  ordSigner,
  parseSignerKey,
  type AccountId,
  type Failure,
  type Signer,
  type SignerKey,
  type Weight,
} from '../../../kernel/model/index.js'
import { accountId, maybe, text, uint32 } from '../codecs.js'
import { inMember } from '../decode-report.js'
import { quoted } from '../quoted.js'

export const horizonSigner = t.type(
  { key: text, type: maybe(text), weight: uint32, sponsor: maybe(accountId) },
  'a signer (an object)',
)

type HorizonSigner = t.TypeOf<typeof horizonSigner>

/** Horizon's names (stellar/go `services/horizon`, `strkey` versions to signer types). */
const KINDS: ReadonlyMap<string, SignerKey['_tag']> = new Map([
  ['ed25519_public_key', 'Ed25519'],
  ['preauth_tx', 'PreAuthTx'],
  ['sha256_hash', 'HashX'],
  ['ed25519_signed_payload', 'SignedPayload'],
] as const)

const mismatch = (type: string, key: SignerKey): Failure =>
  failure(
    'signer-type-mismatch',
    `the type of signer \`${key.strkey}\` is ${quoted(type)}; its key says otherwise`,
    'this is no answer of Horizon as it stands: fetch the account again',
  )

/** The signer of an entry. A type that is not there contradicts nothing: the key says what it is. */
const signerOf = ({ key: strkey, type, weight, sponsor }: HorizonSigner): E.Either<Failure, Signer> => {
  const key = parseSignerKey(strkey)
  if (E.isLeft(key)) return key
  return O.isSome(type) && KINDS.get(type.value) !== key.right._tag
    ? E.left(mismatch(type.value, key.right))
    : E.right({ key: key.right, weight, sponsor })
}

/** The listed signers taken apart. */
export interface ListedSigners {
  readonly masterWeight: Weight
  readonly signers: readonly Signer[]
}

const masterMissing = (id: AccountId): Failure =>
  failure(
    'horizon-master-missing',
    `the master key of \`${id}\` is not among its signers, so its weight is not known`,
    'Horizon lists the master key also when its weight is 0: fetch the account again',
  )

/** The key that stands in a list twice. */
const twice = (signers: readonly Signer[]): O.Option<string> => {
  const seen = new Set<string>()
  const repeated = signers.find(({ key }) => seen.size === seen.add(key.strkey).size)
  return O.map((one: Signer) => one.key.strkey)(O.fromNullable(repeated))
}

/**
 * Master weight and other signers of a list, these in the ledger's order. Other signers of weight 0
 * are left out: the network stores none, and one would satisfy a threshold of 0 that it must not.
 *
 * Failures: those of `parseSignerKey`, `signer-type-mismatch`, `signer-twice`, `too-many-signers`,
 * `horizon-master-missing`: a guess of 0 or of 1 would be wrong for somebody.
 */
export const listedSigners =
  (id: AccountId) =>
  (entries: readonly HorizonSigner[]): E.Either<Failure, ListedSigners> => {
    const signers: Signer[] = []
    for (const [index, entry] of entries.entries()) {
      const signer = signerOf(entry)
      if (E.isLeft(signer)) return E.left(inMember(`signers[${String(index)}]`)(signer.left))
      signers.push(signer.right)
    }
    const repeated = twice(signers)
    if (O.isSome(repeated))
      return E.left(failure('signer-twice', `signer \`${repeated.value}\` of \`${id}\` is listed twice`))
    const master = signers.find(({ key }) => key.strkey === id)
    if (master === undefined) return E.left(masterMissing(id))
    const others = signers.filter((one) => one !== master && one.weight > 0)
    return others.length > MAX_SIGNERS
      ? E.left(
          failure(
            'too-many-signers',
            `\`${id}\` has ${String(others.length)} signers; the network allows ${String(MAX_SIGNERS)} beside the master key`,
          ),
        )
      : E.right({ masterWeight: master.weight, signers: others.toSorted(ordSigner.compare) })
  }
