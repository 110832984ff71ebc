/** The files of this repository, as the checks of the house read them. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A file's text, by its path from the root. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Whether there is a file or folder at a path from the root. */
export const has = (path: string): boolean => existsSync(join(ROOT, path))

const MADE = new Set(['.git', 'node_modules', 'dist', 'coverage', 'reports', '.cache', '.stryker-tmp'])

/** Paths of all files under a folder, from the root, sorted, with forward slashes. */
export const filesUnder = (folder: string): readonly string[] =>
  has(folder) ? walk(join(ROOT, folder)).toSorted() : []

const walk = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : walk(path)
    return entry.isFile() ? [relative(ROOT, path).split(sep).join('/')] : []
  })

/** What git tracks; in a copy without git, every file that no program made. */
export const trackedFiles = (): readonly string[] => {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
    return listed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '' && has(path))
  } catch {
    return filesUnder('.')
  }
}
