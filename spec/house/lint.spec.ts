import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { filesUnder, read, ROOT } from '../support/repository.js'
import { clockReadings } from './clock.js'

interface Told {
  readonly code: string
  readonly filename: string
}

const FENCES = /\(no-(restricted-|console|default-export)/

/** What the linter says of files that nobody keeps, by path: the fences among it, counted. */
const fencesOf = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, number> => {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-lint-'))
  try {
    copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [path, text] of texts) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const linter = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint')
    const args = [linter, '--format', 'json', '.']
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Told[] }
    const count = (path: string): number =>
      diagnostics.filter(({ code, filename }) => filename === path && FENCES.test(code)).length
    return new Map([...texts.keys()].map((path) => [path, count(path)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const WORLD = [
  'Date.now()',
  'Math.random()',
  'process.pid',
  'globalThis.x',
  'fetch("x")',
  'setTimeout(f, 1)',
  'crypto.subtle',
]

/** Statements, and how many fences they meet in the kernel, in the shell and in a spec. */
const ROWS: readonly (readonly [text: string, kernel: number, app: number, spec: number])[] = [
  ...WORLD.map((text) => [text, 1, 0, 0] as const),
  // Its name is a global, and its use has a rule of its own.
  ['console.log(1)', 2, 0, 0],
  ['new Date(5).toISOString()', 0, 0, 0],
  ['export default 1', 1, 1, 0],
  ["import { pipe } from 'fp-ts'", 1, 1, 1],
  ["import { pipe } from 'fp-ts/function'", 1, 1, 1],
  ["import { pipe } from 'fp-ts/lib/function'", 1, 1, 1],
  ["import { pipe } from 'fp-ts/lib/function.js'", 0, 0, 0],
  ["import * as t from 'io-ts/es6/index.js'", 1, 1, 1],
  ["import * as t from 'io-ts/lib/index.js'", 0, 0, 0],
]

/** The fences of .oxlintrc.json, shown to fire outside of src/app and only there. */
describe('house: lint', () => {
  const places = ['src/kernel/model', 'src/app/node', 'spec/kernel'] as const
  const pathOf = (place: string, row: number): string => `${place}/row-${String(row)}.ts`
  let told: ReadonlyMap<string, number>

  before(() => {
    told = fencesOf(
      new Map(
        ROWS.flatMap(([text], row) => places.map((place) => [pathOf(place, row), `${text}\n`] as const)),
      ),
    )
  })

  for (const [row, [text, ...expected]] of ROWS.entries())
    it(`knows where \`${text}\` may stand`, () => {
      expect(places.map((place) => told.get(pathOf(place, row)))).to.deep.equal(expected)
    })

  it('keeps the clock in src/app', () => {
    expect(clockReadings('a.ts', 'f()\nnew Date()\nDate()\nnew Date\nnew Date(5)\n')).to.deep.equal([2, 3, 4])
    const pure = filesUnder('src').filter((path) => path.endsWith('.ts') && !path.startsWith('src/app/'))
    expect(
      pure.flatMap((path) => clockReadings(path, read(path)).map((line) => `${path}:${line}`)),
    ).to.deep.equal([])
  })
})
