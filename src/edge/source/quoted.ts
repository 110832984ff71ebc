/**
 * How a value that a user wrote is repeated in a message: in backticks, on one line, short, and never
 * with enough of a long key in it to matter, because a mistyped secret looks like a mistyped key.
 */

/** Runs of base32 that could be most of a key, and the same in other cases. */
const KEY_LIKE = /[A-Z2-7]{13,}|[A-Za-z2-7]{36,}/g

/** Control characters and marks of direction, which could repaint a terminal; and the backtick. */
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff`]/g

const shortened = (run: string): string => `${run.slice(0, 4)}…${run.slice(-4)}`

const inTicks =
  (longest: number) =>
  (value: string): string => {
    // Cut first, so that a megabyte costs nothing; a run that the cut ends is still long enough to be seen.
    const start = value
      .slice(0, 4 * longest)
      .replace(UNSHOWABLE, '·')
      .replace(KEY_LIKE, shortened)
    const isCut = start.length > longest || value.length > 4 * longest
    return `\`${isCut ? `${start.slice(0, longest)}…` : start}\``
  }

/** A value in backticks, as it may stand in a message: keys as `GABC…WXYZ`, texts cut at 40 characters. */
export const quoted = inTicks(40)

/** The same for paths and passphrases, which say little when they are cut. */
export const quotedName = inTicks(250)

/** Names as a list in a sentence: `low`, `medium`, `high`. */
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ')
