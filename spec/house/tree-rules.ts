/** Rules of names and sizes: each a pure function from paths and texts to what is wrong with them. */

export const SOFT_LIMIT = 200
export const HARD_LIMIT = 300

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const DRAWERS = /^(utils?|helpers?|common|misc|shared|stuff)$/

const segmentsOf = (path: string): readonly string[] => path.split('/')

/** Paths with a segment that is no kebab-case. */
export const notKebab = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => segmentsOf(path).some((segment) => !KEBAB.test(segment)))

/** Paths with a segment that names a drawer: a place where anything fits is where nothing is found. */
export const drawers = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => segmentsOf(path).some((segment) => DRAWERS.test(segment.replace(/\..*$/, ''))))

/** Lines of a text; the newline at its end begins none. */
export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** Whether a text of TypeScript has a default export. */
export const hasDefaultExport = (text: string): boolean =>
  /^export\s+default\b/m.test(text) || /^export\s*\{[^}]*\bas\s+default\b/m.test(text)

/** `src/kernel/model/bytes.ts` belongs to the spec folder `spec/kernel/model/`. */
const specFolderOf = (path: string): string => `spec/${path.split('/').slice(1, 3).join('/')}/`

const isMirrored = (path: string): boolean => /^src\/(kernel|advice|edge)\/[^/]+\//.test(path)

/** Spec folders that rooms of src should have and that hold no spec, each with the files waiting for it. */
export const roomsWithoutSpec = (paths: readonly string[]): Readonly<Record<string, readonly string[]>> => {
  const waiting = paths.filter(
    (path) =>
      isMirrored(path) &&
      !paths.some((other) => other.startsWith(specFolderOf(path)) && other.endsWith('.spec.ts')),
  )
  return Object.fromEntries(
    [...new Set(waiting.map(specFolderOf))].map((folder) => [
      folder,
      waiting.filter((path) => specFolderOf(path) === folder),
    ]),
  )
}
