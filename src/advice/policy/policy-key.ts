/**
 * Keys of a policy, and what is said of them: who holds them, on what and where, since when, and whether
 * anybody ever saw them sign. Nothing here decides authority; it says what falls at one stroke.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { Bytes, SignerKey } from '../../kernel/model/index.js'
import type { Place } from './place.js'

/** A day, as `2026-03-01`; texts compare as the days do. */
export type Day = string

/** Who keeps a key: its holder, somebody else in trust, a machine of a cloud, a SEP-30 recovery server. */
export const CUSTODIES = ['self', 'escrow', 'kms', 'recovery-server'] as const

export type Custody = (typeof CUSTODIES)[number]

/** A message that the key signed (SEP-53), for everybody to verify. */
export interface KeyProof {
  readonly on: Day
  readonly message: string
  readonly signature: Bytes
}

/** A key by its name. */
export interface PolicyKey {
  readonly alias: string
  readonly key: SignerKey
  readonly holder: O.Option<string>
  readonly role: O.Option<string>
  readonly device: O.Option<string>
  readonly vendor: O.Option<string>
  /** Where its copies are; none where nobody said. */
  readonly location: readonly string[]
  readonly custody: O.Option<Custody>
  /** Whether the key signs on a machine that is online. */
  readonly online: O.Option<boolean>
  /** When the key was made. */
  readonly added: O.Option<Day>
  /** When nobody had it any more. */
  readonly lost: O.Option<Day>
  readonly proof: O.Option<KeyProof>
  readonly place: Place
}

/** What is lost or stolen at one stroke. */
export const UNIT_KINDS = ['key', 'holder', 'device', 'vendor', 'location'] as const

export type UnitKind = (typeof UNIT_KINDS)[number]
