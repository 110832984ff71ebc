import { expect } from 'chai'
import { linesMatching, privatePlaces } from './private-places.js'
import { filesUnder, has, read, ROOT, trackedFiles } from '../support/repository.js'
import {
  drawers,
  HARD_LIMIT,
  hasDefaultExport,
  lineCount,
  notKebab,
  roomsWithoutSpec,
  SOFT_LIMIT,
} from './tree-rules.js'

const src = filesUnder('src')
const code = [...src, ...filesUnder('spec')].filter((path) => path.endsWith('.ts'))

/** Nobody reads them from the top: generated from what is read. */
const GENERATED = ['src/app/client/types.ts']

const longerThan = (limit: number): readonly string[] =>
  src
    .filter((path) => !GENERATED.includes(path))
    .map((path) => ({ path, lines: lineCount(read(path)) }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${String(lines)} lines`)

const none = (what: string, found: readonly string[]): void => {
  expect(found, `${what}:\n${found.join('\n')}\n`).to.deep.equal([])
}

describe('house: tree', () => {
  it('names files in kebab-case', () => none('not kebab-case', notKebab(code)))

  it('has no drawers', () => none('name the noun instead', drawers(code)))

  it(`keeps files of src under ${String(HARD_LIMIT)} lines`, () => {
    const long = longerThan(SOFT_LIMIT)
    if (long.length > 0) console.log(`      over the soft limit: ${long.join('; ')}`)
    none('split by noun', longerThan(HARD_LIMIT))
  })

  it('has no default exports in src', () =>
    none(
      'export it by name',
      src.filter((path) => hasDefaultExport(read(path))),
    ))

  it('has specs for every room of kernel, advice and edge', () => {
    expect(roomsWithoutSpec(code), 'rooms without any spec').to.deep.equal({})
  })
})

describe('house: repository', () => {
  it('has a lockfile that names no registry', () => {
    none(
      'remove "resolved" (see .npmrc)',
      linesMatching(/"resolved"/, read('package-lock.json')).map(
        (line) => `package-lock.json:${String(line)}`,
      ),
    )
  })

  it('pins every dependency', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'))
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    none(
      'not an exact version',
      all
        .filter(([, version]) => !/^(?:npm:[a-z-]+@)?\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/.test(String(version)))
        .map(([name]) => name),
    )
  })

  it('names no place that only one machine has', () => {
    const pattern = privatePlaces(ROOT)
    const texts = trackedFiles().map((path) => ({ path, text: read(path) }))
    none(
      'a path of one machine',
      texts
        .filter(({ text }) => !text.includes('\0'))
        .flatMap(({ path, text }) => linesMatching(pattern, text).map((line) => `${path}:${String(line)}`)),
    )
  })

  it('has the files that a stranger looks for', () => {
    const expected = ['README.md', 'LICENSE', 'SECURITY.md', 'CHANGELOG.md', 'package-lock.json']
    none(
      'missing',
      expected.filter((path) => !has(path)),
    )
  })
})
