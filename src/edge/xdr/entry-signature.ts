/**
 * The signature of a classic account in an authorization entry: a list of maps, each with the symbols
 * `public_key` (32 bytes) and `signature` (64 bytes) in this order, and nothing else
 * (soroban-env-host `account_contract.rs`, `AccountEd25519Signature`).
 */
import type { xdr } from '@stellar/stellar-base'
import * as E from 'fp-ts/lib/Either.js'
import {
  utf8,
  equalBytes,
  type Bytes,
  type EntrySignature,
  type KeySignature,
} from '../../kernel/model/index.js'

const FIELDS = [
  { name: 'public_key', length: 32 },
  { name: 'signature', length: 64 },
] as const

type Field = (typeof FIELDS)[number]

const SHAPE = 'expected a map of `public_key` and `signature`, in this order'

/** The library reads symbols as text or as bytes; its declaration says both. */
const isSymbol = (value: xdr.ScVal, name: string): boolean => {
  if (value.switch().name !== 'scvSymbol') return false
  const symbol = value.sym() as string | Bytes
  return typeof symbol === 'string' ? symbol === name : equalBytes(symbol, utf8(name))
}

const bytesIn = (entry: xdr.ScMapEntry | undefined, { name, length }: Field): E.Either<string, Bytes> => {
  if (entry === undefined || !isSymbol(entry.key(), name)) return E.left(SHAPE)
  const value = entry.val()
  if (value.switch().name !== 'scvBytes') return E.left(`\`${name}\` is no byte string`)
  const bytes = value.bytes()
  return bytes.length === length
    ? E.right(bytes)
    : E.left(`\`${name}\` has ${String(bytes.length)} bytes, expected ${String(length)}`)
}

const keySignatureOf = (value: xdr.ScVal): E.Either<string, KeySignature> => {
  const entries = value.switch().name === 'scvMap' ? value.map() : null
  // Declared as `null` where it is missing, and `undefined` in fact.
  if (entries === null || (entries as readonly xdr.ScMapEntry[] | undefined) === undefined)
    return E.left(SHAPE)
  if (entries.length !== FIELDS.length) return E.left(SHAPE)
  const publicKey = bytesIn(entries[0], FIELDS[0])
  if (E.isLeft(publicKey)) return publicKey
  return E.map((signature: Bytes) => ({ publicKey: publicKey.right, signature }))(
    bytesIn(entries[1], FIELDS[1]),
  )
}

const otherShape = (reason: string): EntrySignature => ({ _tag: 'OtherShape', reason })

/** The signature of an entry, as a classic account has to write it. */
export const entrySignatureOf = (value: xdr.ScVal): EntrySignature => {
  const { name } = value.switch()
  if (name !== 'scvVec')
    return otherShape(
      `${name === 'scvVoid' ? 'nothing' : `a value of type \`${name}\``} instead of a list of signatures`,
    )
  const elements = value.vec() as readonly xdr.ScVal[] | null | undefined
  if (elements === null || elements === undefined) return otherShape('a list without a value')
  const signatures: KeySignature[] = []
  for (const [index, element] of elements.entries()) {
    const signature = keySignatureOf(element)
    if (E.isLeft(signature)) return otherShape(`signature ${String(index + 1)}: ${signature.left}`)
    signatures.push(signature.right)
  }
  return { _tag: 'Signatures', signatures }
}
