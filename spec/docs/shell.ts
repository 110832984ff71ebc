/** A folder like the one a reader has after `npm install quorate`, and a shell in it. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { read, ROOT } from '../support/repository.js'
import { type Outcome, outputLines } from './console-block.js'
import { plainCommand, runInProcess, type RunShell } from './in-process.js'

export interface Shell {
  readonly run: (command: string) => Promise<Outcome>
  readonly close: () => void
}

const TIMEOUT_MS = 15_000

const program = (path: string, body: string): void =>
  writeFileSync(path, `#!/usr/bin/env bash\n${body}\n`, { mode: 0o755 })

const installPrograms = (bin: string): void => {
  mkdirSync(bin)
  program(join(bin, 'quorate'), `exec '${process.execPath}' '${join(ROOT, 'dist/app/bin/main.js')}' "$@"`)
  // A reader may have it as `npx quorate`; nothing else is ever fetched from here.
  program(
    join(bin, 'npx'),
    `[ "$1" = quorate ] || { echo "only npx quorate runs in docs" >&2; exit 127; }\nexec "$@"`,
  )
}

/** The package with what comes with it, where programs of the reader find them. */
const installPackages = (folder: string): void => {
  const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: object }
  const packages = Object.keys(dependencies).map((name) => [name, join(ROOT, 'node_modules', name)] as const)
  for (const [name, from] of [['quorate', ROOT] as const, ...packages]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    symlinkSync(from, join(folder, name), 'dir')
  }
}

/** Nothing of the machine's own settings but the search path: the same output everywhere. */
const environment = (home: string, bin: string): NodeJS.ProcessEnv => ({
  PATH: [bin, dirname(process.execPath), process.env['PATH']].join(delimiter),
  HOME: home,
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  NO_COLOR: '1',
  COLUMNS: '80',
  TERM: 'dumb',
  // A reader has told git who they are.
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'reader',
  GIT_AUTHOR_EMAIL: 'reader@example.org',
  GIT_COMMITTER_NAME: 'reader',
  GIT_COMMITTER_EMAIL: 'reader@example.org',
})

/** The parts of `examples/` that a document names, for to copy all of them takes longer than to read it. */
const copyExamples = (document: string, folder: string): void => {
  for (const name of readdirSync(join(ROOT, 'examples')))
    if (document.includes(`examples/${name}`))
      cpSync(join(ROOT, 'examples', name), join(folder, 'examples', name), { recursive: true })
}

/** A shell in a fresh folder that holds a copy of the examples that a document names; plain commands need no process of their own. */
export const openShell = (document = ''): Shell => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'quorate-docs-')))
  const [folder, bin] = [join(home, 'here'), join(home, 'bin')]
  mkdirSync(folder)
  installPrograms(bin)
  installPackages(join(home, 'node_modules'))
  copyExamples(document, folder)
  const env = environment(home, bin)
  const inShell: RunShell = (command, input) => {
    // One pipe for both streams keeps their order.
    const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], {
      cwd: folder,
      env,
      input,
      stdio: ['pipe', 'pipe', 'inherit'],
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
    })
    // No status is a death by signal, which 128 stands for in a shell.
    return { output: outputLines(stdout), exit: status ?? 128 }
  }
  return {
    run: (command) => {
      const plain = plainCommand(command)
      return plain === undefined
        ? Promise.resolve(inShell(command, ''))
        : runInProcess(plain, folder, env, inShell)
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}
