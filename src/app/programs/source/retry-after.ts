/** How long a server asks to wait (RFC 9110, section 10.2.3). */
import * as O from 'fp-ts/lib/Option.js'
import type { HttpAnswer } from '../../../edge/source/index.js'

/** The form of dates in HTTP; `Date.parse` alone takes nearly everything for one. */
const HTTP_DATE = /^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/

const timeOf = (text: string): number => (HTTP_DATE.test(text) ? Date.parse(text) : NaN)

/**
 * Milliseconds: seconds as they are written, or the way from the server's own `Date` to a date, so that no
 * clock here plays a part. None where nothing is said, or nothing that can be read.
 */
export const retryAfterOf = ({ headers }: HttpAnswer): O.Option<number> => {
  const said = headers.get('retry-after')?.trim() ?? ''
  if (/^[0-9]+$/.test(said)) return O.some(Number(said) * 1000)
  const wait = timeOf(said) - timeOf(headers.get('date') ?? '')
  return Number.isFinite(wait) ? O.some(Math.max(0, wait)) : O.none
}
