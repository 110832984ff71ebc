/**
 * Finding secret seeds (`S…`) in a text before anything else looks at it: what holds a seed is refused
 * whole, and nothing of it is repeated.
 */

import { seedOffsetsInAnyCase } from '../../../kernel/model/index.js'

/** As the model's `looksLikeSeed`: 56 base32 characters that begin with S and touch no others. */
const ANYWHERE = /(?<![A-Z2-7])S[A-Z2-7]{55}(?![A-Z2-7])/g

/** Base64 holds long runs of A, and such a run may follow an S; a seed of its own touches no base64. */
const BESIDE_BASE64 = /(?<![A-Za-z0-9+/=])S[A-Z2-7]{55}(?![A-Za-z0-9+/=])/g

const offsetsOf =
  (pattern: RegExp) =>
  (text: string): readonly number[] => {
    const found = Array.from(text.matchAll(pattern), (match) => match.index)
    return [...new Set([...found, ...seedOffsetsInAnyCase(text)])].toSorted((a, b) => a - b)
  }

/** Where seeds begin in a text that people wrote. */
export const seedOffsets = offsetsOf(ANYWHERE)

/** Where seeds begin in a text that also holds base64. */
export const seedOffsetsBesideBase64 = offsetsOf(BESIDE_BASE64)
