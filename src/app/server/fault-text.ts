/** A fault as it may be written into a log: what and where, without what could be part of a request. */

const KEY_LIKE = /[A-Z2-7]{13,}|[A-Za-z0-9+]{36,}/g

/** As much as says where. */
const LONGEST = 2000

/** The fault with its place; runs that could be keys or envelopes are cut. */
export const faultText = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : 'unknown')
    .slice(0, 4 * LONGEST)
    .replace(KEY_LIKE, (run) => `${run.slice(0, 4)}…`)
    .slice(0, LONGEST)
