/**
 * Types that SEP-11 writes in one word instead of field by field: keys, accounts and assets.
 *
 * A value that its word cannot hold (a pool share, a signed payload of no bytes) is spelled out field by
 * field, like any other union; the reader takes either spelling.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  accountIdOf,
  decodeStrKey,
  ed25519Key,
  encodeStrKey,
  hashXKey,
  parseSignerKey,
  preAuthTxKey,
  signedPayloadKey,
  type Bytes,
  type SignerKey,
} from '../../../kernel/model/index.js'
import type { Reader } from '../reader.js'
import { assetText, codeText, parseAsset, parseCode } from './assets.js'
import type { GeneratedType } from './shape.js'
import { Sink } from './sink.js'
import type { Parsed } from './values.js'

/** A type with a word of its own. */
export interface Special {
  /** The word for the value that comes next; nothing where it has none, and then the reader is anywhere. */
  readonly write: (reader: Reader) => string | undefined
  /** The bytes that a word stands for. */
  readonly read: (word: string) => Parsed<Bytes>
}

/** Numbers as they stand in XDR, each before what it announces. */
const joined = (...parts: readonly (number | Bytes)[]): Bytes => {
  const sink = new Sink()
  for (const part of parts)
    if (typeof part === 'number') sink.int(BigInt(part), 32)
    else sink.opaque(part)
  return sink.written()
}

const MUXED = 0x100

const publicKey: Special = {
  write: (reader) => (reader.readInt32BE() === 0 ? accountIdOf(reader.read(32)) : undefined),
  read: (word) => {
    const key = decodeStrKey(word)
    return E.isLeft(key) || key.right.kind !== 'G'
      ? E.left('an account (G…)')
      : E.right(joined(0, key.right.payload))
  },
}

const muxedAccount: Special = {
  write: (reader) => {
    if (reader.readInt32BE() === 0) return accountIdOf(reader.read(32))
    const id = reader.read(8)
    const payload = new Uint8Array(40)
    payload.set(reader.read(32))
    payload.set(id, 32)
    return encodeStrKey('M', payload)
  },
  read: (word) => {
    const key = decodeStrKey(word)
    if (E.isLeft(key)) return E.left('an account (G… or M…)')
    const { kind, payload } = key.right
    if (kind === 'G') return E.right(joined(0, payload))
    return kind === 'M'
      ? E.right(joined(MUXED, payload.subarray(32), payload.subarray(0, 32)))
      : E.left('an account (G… or M…)')
  },
}

const signerKeyBytes = (key: SignerKey): Bytes => {
  switch (key._tag) {
    case 'Ed25519':
      return joined(0, key.publicKey)
    case 'PreAuthTx':
      return joined(1, key.hash)
    case 'HashX':
      return joined(2, key.hash)
    case 'SignedPayload':
      return joined(3, key.publicKey, key.payload.length, key.payload)
  }
}

const signerKey: Special = {
  write: (reader) => {
    const type = reader.readInt32BE()
    const bytes = reader.read(32)
    if (type === 0) return ed25519Key(bytes).strkey
    if (type === 1) return preAuthTxKey(bytes).strkey
    if (type === 2) return hashXKey(bytes).strkey
    // Strkeys of SEP-23 hold a payload of one byte or more.
    const payload = reader.read(reader.readUInt32BE())
    return payload.length === 0 ? undefined : signedPayloadKey(bytes, payload).strkey
  },
  read: (word) => {
    const key = parseSignerKey(word)
    return E.isLeft(key) ? E.left('a signer (G…, T…, X… or P…)') : E.right(signerKeyBytes(key.right))
  },
}

const CODE_LENGTH: Readonly<Record<number, number>> = { 1: 4, 2: 12 }

const asset: Special = {
  write: (reader) => {
    const type = reader.readInt32BE()
    if (type === 0) return 'native'
    const length = CODE_LENGTH[type]
    if (length === undefined) return undefined
    const code = reader.read(length)
    return reader.readInt32BE() === 0 ? assetText(code, reader.read(32)) : undefined
  },
  read: (word) => {
    const parts = parseAsset(word)
    if (E.isLeft(parts)) return parts
    if (parts.right === 'native') return E.right(joined(0))
    const { code, issuer } = parts.right
    return E.right(joined(code.length === 4 ? 1 : 2, code, 0, issuer))
  },
}

const assetCode: Special = {
  write: (reader) => {
    const length = CODE_LENGTH[reader.readInt32BE()]
    const word = length === undefined ? '' : codeText(reader.read(length))
    return word === '' ? undefined : word
  },
  read: (word) => {
    if (word === '') return E.left('an asset code')
    const code = parseCode(word)
    return E.isLeft(code) ? code : E.right(joined(code.right.length === 4 ? 1 : 2, code.right))
  },
}

/** The source of a v0 transaction: a bare public key, shown as the account that it is. */
const bareAccount: Special = {
  write: (reader) => accountIdOf(reader.read(32)),
  read: (word) => {
    const key = publicKey.read(word)
    return E.isLeft(key) ? key : E.right(key.right.subarray(4))
  },
}

const BY_UNION: Readonly<Record<string, Special>> = {
  PublicKey: publicKey,
  MuxedAccount: muxedAccount,
  SignerKey: signerKey,
  Asset: asset,
  TrustLineAsset: asset,
  ChangeTrustAsset: asset,
  AssetCode: assetCode,
}

/** A type of our own for the source of a v0 transaction, which is an opaque like others but for its place. */
export const BARE_ACCOUNT: GeneratedType = { name: 'BareAccount' }

/** What is special about a type, if anything is. */
export const specialOf = (type: GeneratedType): Special | undefined => {
  if (type === BARE_ACCOUNT) return bareAccount
  const { unionName } = type
  return unionName !== undefined && Object.hasOwn(BY_UNION, unionName) ? BY_UNION[unionName] : undefined
}
