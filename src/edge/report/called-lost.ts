/**
 * Keys that a file calls lost, as they are told. The network knows nothing of it: they weigh what they
 * weighed, and a signature that one of them has made counts.
 */
import type { LostKey } from '../source/index.js'
import type { Json } from './json-list.js'

/** A signer that a file calls lost. */
export interface CalledLost {
  /** Its StrKey. */
  readonly key: string
  readonly lost: LostKey
}

/** `since 2026-05-01 by joint.quorate.yaml:6`. */
export const sinceText = ({ lost: { since, place } }: CalledLost): string =>
  `since ${since} by ${place.file}:${String(place.position.line)}`

/** Where it is said, for programs. */
export const lostJson = ({ key, lost: { since, place } }: CalledLost): Readonly<Record<string, Json>> => ({
  key,
  since,
  file: place.file,
  line: place.position.line,
})
