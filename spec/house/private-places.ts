/** Traces of the machine a file was written on: none belongs into a published repository. */
import { dirname } from 'node:path/posix'

/** Parents so ordinary that naming them gives nothing away: `/tmp/quorate`, `/src/quorate`. */
const ORDINARY = /^\/(app|bin|build|dev|etc|home|mnt|opt|repo|root|src|srv|tmp|usr|var)?$/

/** A path as a text holds it: not the tail of a longer path such as `../src/app`. */
const asPath = (path: string): string =>
  `(?:file://|(?<![\\w.@/-]))${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`

const HOMES = ['/home/[\\w.-]+/', '/Users/[\\w.-]+/', '[A-Z]:\\\\Users\\\\']

/** A pattern of paths that only exist where this checkout is, and of people's home folders. */
export const privatePlaces = (root: string): RegExp => {
  const parent = dirname(root)
  const own = [root, ...(ORDINARY.test(parent) ? [] : [parent])]
  return new RegExp([...own.map(asPath), ...HOMES].join('|'))
}

/** Lines (from 1) that match a pattern. */
export const linesMatching = (pattern: RegExp, text: string): readonly number[] =>
  text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
