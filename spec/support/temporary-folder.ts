/** Folders that a spec fills and that are gone after it; some of them git repositories. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder with files. */
export interface TemporaryFolder {
  readonly path: string
  /** Writes files by their paths in it. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void
  readonly read: (file: string) => string
  /** Commits everything that is there. */
  readonly commit: (message: string) => void
  readonly git: (...args: readonly string[]) => string
  readonly remove: () => void
}

/** Nobody's settings, and nobody's name. */
const ENV = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

/** A new folder. */
export const temporaryFolder = (
  files: Readonly<Record<string, string | Uint8Array>> = {},
): TemporaryFolder => {
  const path = mkdtempSync(join(tmpdir(), 'quorate-'))
  const write: TemporaryFolder['write'] = (some) => {
    for (const [name, text] of Object.entries(some)) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    }
  }
  const git: TemporaryFolder['git'] = (...args) =>
    execFileSync('git', [...args], {
      cwd: path,
      env: ENV,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  write(files)
  return {
    path,
    write,
    read: (file) => readFileSync(join(path, file), 'utf8'),
    git,
    commit: (message) => {
      git('init', '-q', '-b', 'main')
      git('add', '-A')
      git('commit', '-qm', message)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
