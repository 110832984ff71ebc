/** The action, the hook and the workflow of `examples/ci`, run as a build would run them. */
import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { parse } from 'yaml'
import { has, read, ROOT } from '../support/repository.js'
import { MAIN } from '../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js'

interface Input {
  readonly description: string
  readonly default: string
}

interface Action {
  readonly inputs: Readonly<Record<string, Input>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly shell: string
      readonly env: Readonly<Record<string, string>>
      readonly run: string
    }[]
  }
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly {
          readonly uses: string
          readonly with?: Readonly<Record<string, unknown>>
        }[]
      }
    >
  >
}

interface Hook {
  readonly id: string
  readonly entry: string
  readonly always_run: boolean
  readonly pass_filenames: boolean
}

interface HookUse {
  readonly repos: readonly {
    readonly rev: string
    readonly hooks: readonly { readonly id: string; readonly args: readonly string[] }[]
  }[]
}

const ACTION_PATH = '.github/actions/check/action.yml'
const ACTION = parse(read(ACTION_PATH)) as Action
const WORKFLOW = parse(read('examples/ci/.github/workflows/policy.yml')) as Workflow
const HOOKS = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[]
const HOOK_USE = parse(read('examples/ci/.pre-commit-config.yaml')) as HookUse
const { version } = JSON.parse(read('package.json')) as { readonly version: string }

const WEIGHTS = 'amara: 1, bo: 1, chen: 1, dalia: 1, eko: 1, farid: 1'
const COMPANY = 'policies/company.quorate.yaml'

/** What a runner and git need to know, and nothing of this machine but the search path. */
const environment = (folder: TemporaryFolder): Readonly<Record<string, string>> => ({
  PATH: [join(folder.path, '.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  HOME: folder.path,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
})

/** A repository with the files of `examples/ci` in its only commit, and a branch for the change. */
const original = (): TemporaryFolder => {
  const folder = temporaryFolder({
    '.gitignore': '/.bin/\n/out/\n',
    '.bin/quorate': `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`,
  })
  chmodSync(join(folder.path, '.bin/quorate'), 0o755)
  mkdirSync(join(folder.path, 'out'))
  cpSync(join(ROOT, 'examples/ci'), folder.path, { recursive: true })
  folder.commit('who may sign')
  folder.git('checkout', '-q', '-b', 'change')
  return folder
}

/** The value of an input, as the runner puts it into the environment of a step. */
const valueOf = (expression: string, inputs: Readonly<Record<string, string>>): string => {
  const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? ''
  const declared = ACTION.inputs[name]
  if (declared === undefined) throw new Error(`\`${expression}\` is no input of the action`)
  return inputs[name] ?? declared.default
}

interface Ran {
  readonly exit: number | null
  readonly stdout: string
  readonly summary: string
  readonly sarif: string
}

/** All steps of the action, as the runner runs `shell: bash`. */
const runAction = (folder: TemporaryFolder, inputs: Readonly<Record<string, string>>): Ran => {
  const summary = join(folder.path, 'out/summary.md')
  const given = {
    command: 'quorate',
    paths: 'policies',
    base: 'main',
    sarif: 'out/quorate.sarif',
    'fail-on': 'warning',
    ...inputs,
  }
  const ran = ACTION.runs.steps.map(({ env, run }) =>
    spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], {
      cwd: folder.path,
      encoding: 'utf8',
      input: '',
      env: {
        ...environment(folder),
        GITHUB_STEP_SUMMARY: summary,
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, valueOf(value, given)])),
      },
    }),
  )
  const text = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return {
    exit: ran.find(({ status }) => status !== 0)?.status ?? 0,
    stdout: ran.map(({ stdout }) => stdout).join(''),
    summary: text(summary),
    sarif: text(join(folder.path, 'out/quorate.sarif')),
  }
}

const edit = (folder: TemporaryFolder, file: string, from: string, to: string): void => {
  const before = folder.read(file)
  expect(before).to.include(from)
  folder.write({ [file]: before.replace(from, to) })
}

/** Two people who hold no key of the company get one each, and reach medium together. */
const letTwoIn = (folder: TemporaryFolder): void =>
  edit(folder, COMPANY, WEIGHTS, `${WEIGHTS}, diyuan: 2, emil: 2`)

describe('examples: ci', () => {
  let repository: TemporaryFolder
  let folder: TemporaryFolder
  before(() => void (repository = original()))
  after(() => repository.remove())
  beforeEach(() => {
    folder = temporaryFolder()
    cpSync(repository.path, folder.path, { recursive: true })
  })
  afterEach(() => folder.remove())

  describe('the action', () => {
    it('is steps in bash whose text holds no expression', () => {
      expect(ACTION.runs.using).to.equal('composite')
      for (const { shell, run } of ACTION.runs.steps) {
        expect(shell).to.equal('bash')
        expect(run).not.to.include('${{')
      }
    })

    it('runs this version where nothing else is asked for', () => {
      expect(ACTION.inputs['command']?.default).to.equal(`npx --yes quorate@${version}`)
    })

    it('0: nothing has changed', () => {
      const { exit, stdout, summary, sarif } = runAction(folder, {})
      expect(exit).to.equal(0)
      expect(stdout).not.to.match(/^::error/m)
      expect(summary).to.include('company').and.to.include('16 hold')
      expect((JSON.parse(sarif) as { version: string }).version).to.equal('2.1.0')
    })

    it('1: a commit that lets two new people move funds, by their names', () => {
      letTwoIn(folder)
      folder.commit('welcome')
      const { exit, stdout, summary, sarif } = runAction(folder, {})
      expect(exit).to.equal(1)
      const words = 'diyuan and emil together reach medium on company, and cannot before the change'
      for (const text of [stdout, summary, sarif]) expect(text).to.include(words)
      const [annotation] =
        /^::error file=policies\/company\.quorate\.yaml,line=\d+.*no-new-power.*$/m.exec(stdout) ?? []
      expect(annotation).to.include(words)
      const log = JSON.parse(sarif) as { runs: { results: { ruleId: string }[] }[] }
      expect(log.runs.flatMap(({ results }) => results).length).to.be.above(0)
    })

    it('1: the same, where the promise that stops it goes too', () => {
      letTwoIn(folder)
      for (const id of ['no-new-power', 'two-stolen-ok'])
        folder.write({ [COMPANY]: folder.read(COMPANY).replace(new RegExp(`^.*id: ${id},.*\\n`, 'm'), '') })
      const gate = runAction(folder, { 'fail-on': 'error' })
      expect(gate.exit).to.equal(1)
      expect(gate.stdout).to.match(/^::error .*--not-looser.*reach medium on company, and cannot before/m)
      const { exit, stdout } = runAction(folder, { 'not-looser': 'false' })
      expect(exit).to.equal(1)
      expect(stdout).to.match(/^::warning .*dropped-promise.*no-new-power promised of company/m)
    })

    it('2: a file that cannot be read', () => {
      edit(folder, COMPANY, 'amara: 1', 'amara: one')
      const { exit, stdout, sarif, summary } = runAction(folder, {})
      expect(exit).to.equal(2)
      expect(stdout).to.match(/^::error file=policies\/company\.quorate\.yaml,line=\d+/m)
      for (const text of [summary, sarif]) expect(text).to.include('amara')
      JSON.parse(sarif)
    })

    it('2: a base that is not there', () => {
      expect(runAction(folder, { base: 'release' }).exit).to.equal(2)
    })

    it('4: no base, where a promise needs one', () => {
      expect(runAction(folder, { base: '' }).exit).to.equal(4)
    })

    it('as it is asked: severity, baseline, JUnit', () => {
      expect(runAction(folder, { 'fail-on': 'note' }).exit).to.equal(1)
      expect(runAction(folder, { baseline: 'known.json' }).exit).to.equal(2)
      expect(runAction(folder, { junit: 'out/quorate.xml' }).exit).to.equal(0)
      expect(folder.read('out/quorate.xml')).to.include('no-new-power')
    })

    it('several paths, in lines or with spaces', () => {
      for (const paths of [
        `${COMPANY} policies/joint.quorate.yaml`,
        `${COMPANY}\npolicies/joint.quorate.yaml\n`,
      ]) {
        const { exit, summary } = runAction(folder, { paths })
        expect(exit).to.equal(0)
        expect(summary).to.include('company').and.to.include('joint').and.not.to.include('expense')
      }
    })
  })

  describe('hostile inputs run nothing', () => {
    const INPUTS: readonly (readonly [name: string, inputs: Readonly<Record<string, string>>])[] = [
      ['a substitution for a path', { paths: 'policies $(touch${IFS}pwned)' }],
      ['a substitution with spaces for a path', { paths: '$(touch pwned)' }],
      ['a second command for a path', { paths: 'policies; touch pwned' }],
      ['backticks for a path', { paths: '`touch${IFS}pwned`' }],
      ['an option for a path', { paths: '--format=json=pwned' }],
      ['a substitution for the base', { base: '$(touch pwned)' }],
      ['an option for the base', { base: '--output=pwned' }],
      ['a second command for the severity', { 'fail-on': 'error; touch pwned' }],
      ['a substitution for the baseline', { baseline: '$(touch pwned)' }],
      ['the end of a text', { base: '"; touch pwned; "' }],
    ]
    it('as the program sees it: of each, it refuses what it was given', () => {
      for (const inputs of [{ paths: 'policies; touch pwned' }, { base: '--output=pwned' }])
        expect(runAction(folder, inputs).exit).to.equal(2)
      expect(existsSync(join(folder.path, 'pwned'))).to.equal(false)
    })

    for (const [name, inputs] of INPUTS)
      it(`${name} is given to the program as it is`, () => {
        folder.write({ '.bin/quorate': '#!/bin/sh\nprintf "%s\\n" "$@" > out/words\nexit 2\n' })
        expect(runAction(folder, inputs).exit).to.equal(2)
        expect(existsSync(join(folder.path, 'pwned'))).to.equal(false)
        const words = Object.values(inputs).flatMap((value) =>
          'paths' in inputs ? value.split(/\s+/) : [value],
        )
        expect(folder.read('out/words').split('\n')).to.include.members(words)
      })

    it('a substitution for a file of a report', () => {
      expect(runAction(folder, { sarif: 'out/$(touch pwned).sarif' }).exit).to.equal(0)
      expect(readdirSync(join(folder.path, 'out'))).to.include('$(touch pwned).sarif')
      expect(existsSync(join(folder.path, 'pwned'))).to.equal(false)
    })

    it('names of files in the folder', () => {
      const text = folder.read(COMPANY).replace('amara: 1', 'amara: one')
      folder.write({
        'policies/a b; touch pwned.quorate.yaml': text,
        'policies/$(touch pwned).quorate.yaml': text,
        'policies/x\n::add-mask::y.quorate.yaml': text,
      })
      const { exit, stdout } = runAction(folder, {})
      expect(exit).to.equal(2)
      expect(existsSync(join(folder.path, 'pwned'))).to.equal(false)
      expect(stdout).not.to.match(/^::add-mask/m)
    })
  })

  describe('the hook', () => {
    const [use] = HOOK_USE.repos
    const [hookUse] = use?.hooks ?? []
    const hook = HOOKS.find(({ id }) => id === hookUse?.id)

    const commit = (message: string) => {
      folder.write({
        '.git/hooks/pre-commit': `#!/bin/sh\nexec ${[hook?.entry, ...(hookUse?.args ?? [])].join(' ')}\n`,
      })
      chmodSync(join(folder.path, '.git/hooks/pre-commit'), 0o755)
      return spawnSync('git', ['commit', '-qam', message], {
        cwd: folder.path,
        encoding: 'utf8',
        env: environment(folder),
      })
    }

    it('is one of ours, of this version, and looks at all policies at every commit', () => {
      expect(use?.rev).to.equal(`v${version}`)
      expect(hook?.pass_filenames).to.equal(false)
      // With a pattern, a commit that only takes a policy away would have no file to run for.
      expect([hook?.always_run, Object.keys(hook ?? {}).includes('files')]).to.deep.equal([true, false])
    })

    it('lets a commit pass that gives nobody anything', () => {
      edit(folder, COMPANY, '# The company:', '# Our company:')
      expect(commit('words').status).to.equal(0)
      expect(folder.git('log', '--format=%s').split('\n')[0]).to.equal('words')
    })

    it('stops a commit that lets two new people move funds', () => {
      letTwoIn(folder)
      const { status, stdout, stderr } = commit('welcome')
      expect(status).to.equal(1)
      expect(stdout + stderr).to.include('diyuan and emil together reach medium on company')
      expect(folder.git('log', '--format=%s').trim()).to.equal('who may sign')
    })
  })

  describe('the workflow', () => {
    const steps = Object.values(WORKFLOW.jobs).flatMap((job) => job.steps)
    const ours = steps.filter(({ uses }) => uses.includes(dirname(ACTION_PATH)))

    it('uses the action, with inputs that it has', () => {
      expect(ours).to.have.length(1)
      expect(has(ACTION_PATH)).to.equal(true)
      for (const step of ours)
        expect(Object.keys(ACTION.inputs)).to.include.members(Object.keys(step.with ?? {}))
    })

    it('has the history that the base is in, and uploads the log that was written', () => {
      const withOf = (action: string) => steps.find(({ uses }) => uses.startsWith(action))?.with
      expect(withOf('actions/checkout@')?.['fetch-depth']).to.equal(0)
      expect(withOf('github/codeql-action/upload-sarif@')?.['sarif_file']).to.equal(ours[0]?.with?.['sarif'])
    })

    it('has all of its inputs in the guide', () => {
      const rows = [...read('docs/guide/ci.md').matchAll(/^\| `([\w-]+)` +\|/gm)].map((row) => row[1])
      expect(rows).to.deep.equal(Object.keys(ACTION.inputs))
    })
  })
})
