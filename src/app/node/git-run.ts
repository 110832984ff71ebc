/**
 * The program `git`. It is run without a shell, never with a word of the user in the place of an option,
 * and never with the network.
 */
import { execFile } from 'node:child_process'
import { quotedName } from '../../edge/source/quoted.js'
import { failure, type Failure } from '../../kernel/model/index.js'

/** Git is not asked about anything that takes longer. */
const TIMEOUT_MS = 30_000

/** What `rev-parse` answers is short. */
const ANSWER_LIMIT = 64 * 1024

/** How git ended, and what it said. */
export interface Ran {
  readonly code: number | 'missing' | 'too-much' | 'stopped'
  readonly stdout: Buffer
  readonly stderr: string
}

/** What git is asked. */
export interface GitCall {
  readonly folder: string
  readonly args: readonly string[]
  /** What it reads. */
  readonly input?: string
  /** Bytes of an answer; a longer one is cut off, and ends with `too-much`. */
  readonly limit?: number
}

/** What says where the repository is, or how paths are read: inside a hook it would speak of another one. */
const NOT_OURS: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
])

/**
 * Nothing is fetched, and nobody is asked for a password. A git that does not know `GIT_NO_LAZY_FETCH` knows
 * of protocols, and none of them has this name.
 */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_OURS.has(name))),
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // What was committed, and nothing in its place.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: 'none',
})

const codeOf = (error: Error | null): Ran['code'] => {
  if (error === null) return 0
  if (!('code' in error)) return 'stopped'
  if (typeof error.code === 'number') return error.code
  if (error.code === 'ENOENT') return 'missing'
  return error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' ? 'too-much' : 'stopped'
}

/** Runs git once. */
export const git = ({ folder, args, input = '', limit = ANSWER_LIMIT }: GitCall): Promise<Ran> =>
  new Promise((done) => {
    const child = execFile(
      'git',
      [...args],
      { cwd: folder, env: environment(), encoding: 'buffer', maxBuffer: limit, timeout: TIMEOUT_MS },
      (error, stdout, stderr) => {
        done({ code: codeOf(error), stdout, stderr: stderr.toString('utf8') })
      },
    )
    // It may end before it has read everything; how it ended says why.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })

/** What git said of its own trouble. Failure: `git-failed`. */
export const gitFailed = ({ code, stderr }: Ran): Failure =>
  failure(
    'git-failed',
    `git ended with ${String(code)}${stderr.trim() === '' ? '' : ': '}${quotedName(stderr.trim().split('\n')[0] ?? '').slice(1, -1)}`,
    /lazy fetch|promisor|unable to read|missing blob|could not fetch/.test(stderr)
      ? 'the clone has not all files of that revision, and nothing is fetched here: clone without `--filter`'
      : 'run `git status` in the same folder to see what is wrong',
  )
