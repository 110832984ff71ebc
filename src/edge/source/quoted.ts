/**
 * How a value that a user wrote is repeated in a message: in backticks, on one line, short, and never
 * with enough of a long key in it to matter, because a mistyped secret looks like a mistyped key.
 */

const LONGEST = 40

/** Runs of base32 that could be most of a key, and the same in other cases. */
const KEY_LIKE = /[A-Z2-7]{13,}|[A-Za-z2-7]{36,}/g

/** Control characters and marks of direction, which could repaint a terminal; and the backtick. */
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff`]/g

const shortened = (run: string): string => `${run.slice(0, 4)}…${run.slice(-4)}`

/** A value in backticks, as it may stand in a message: keys as `GABC…WXYZ`, long texts cut. */
export const quoted = (value: string): string => {
  // Cut first, so that a megabyte costs nothing; a run that the cut ends is still long enough to be seen.
  const start = value
    .slice(0, 4 * LONGEST)
    .replace(UNSHOWABLE, '·')
    .replace(KEY_LIKE, shortened)
  const isCut = start.length > LONGEST || value.length > 4 * LONGEST
  return `\`${isCut ? `${start.slice(0, LONGEST)}…` : start}\``
}

/** A value that must be told whole, such as a path; the caller knows that it holds no secret. */
export const quotedWhole = (value: string): string => `\`${value.replace(UNSHOWABLE, '·')}\``

/** Names as a list in a sentence: `low`, `medium`, `high`. */
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ')
