/**
 * Which imports the house denies: a pure function of the files and what they import, so that its own
 * spec can show every denial firing and staying silent.
 */
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path/posix'
import { cyclesOf } from './cycles.js'
import { type Denial, type Violation } from './denials.js'
import { CATALOGUES, isGranted, rankOf, roomOf } from './rooms.js'

export interface Import {
  readonly specifier: string
  readonly line: number
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes: `src/kernel/model/bytes.ts`. */
  readonly path: string
  readonly imports: readonly Import[]
}

const isRelative = (specifier: string): boolean => /^\.\.?(\/|$)/.test(specifier)

/** The file a relative specifier means: `./bytes.js` beside `src/a/b.ts` is `src/a/bytes.ts`. */
export const targetOf = (path: string, specifier: string): string =>
  join(dirname(path), specifier).replace(/\.js$/, '.ts')

const isCrypto = (s: string): boolean =>
  /^(tweetnacl|sodium-native|libsodium[\w-]*|(node:)?crypto|@noble\/[\w-]+)(\/|$)/.test(s)

const NATIVE_CRYPTO = ['node:crypto', 'sodium-native']

const denialOfModule = (room: string, specifier: string): Denial | undefined => {
  if (/^(fp|io)-ts(\/|$)/.test(specifier) && !/^((fp|io)-ts\/lib\/.+\.js|io-ts)$/.test(specifier))
    return 'import-one-module-of-fp-ts'
  if (isCrypto(specifier)) {
    const native = room === 'app/node' && NATIVE_CRYPTO.includes(specifier)
    const own = room === 'kernel/signature' && isGranted(room, specifier)
    return native || own ? undefined : 'only-signature-knows-crypto'
  }
  if (isGranted(room, specifier)) return undefined
  if (specifier.startsWith('@stellar/')) return 'only-xdr-knows-stellar-base'
  if (isBuiltin(specifier)) return 'only-app-touches-the-world'
  return 'rooms-use-what-they-are-granted'
}

const isEntry = (path: string, folder: string): boolean =>
  path.startsWith(folder) && path !== `${folder}index.ts`

const denialOfFile = (path: string, target: string): Denial | undefined => {
  if (!target.startsWith('src/')) return 'src-never-imports-spec'
  const [from, to] = [roomOf(path), roomOf(target)]
  if (from === 'advice/coalition' && to !== from && to !== 'kernel/model') return 'coalition-knows-no-chain'
  if (rankOf(to) > rankOf(from)) return 'rooms-look-back-only'
  if (CATALOGUES.some((folder) => isEntry(path, folder) && target.startsWith(folder)))
    return 'rules-do-not-know-each-other'
  return undefined
}

const violationsOfFile = ({ path, imports }: SourceFile): readonly Violation[] => {
  const room = roomOf(path)
  if (rankOf(room) < 0) return [{ denial: 'every-file-has-a-room', path, line: 1, found: `room \`${room}\`` }]
  return imports.flatMap(({ specifier, line }) => {
    const denial = isRelative(specifier)
      ? denialOfFile(path, targetOf(path, specifier))
      : denialOfModule(room, specifier)
    return denial === undefined ? [] : [{ denial, path, line, found: `imports \`${specifier}\`` }]
  })
}

const graphOf = (files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter((i) => isRelative(i.specifier)).map((i) => targetOf(path, i.specifier)),
    ]),
  )

/** Every denied import of some files, in the order of the files, circles last. */
export const violationsOf = (files: readonly SourceFile[]): readonly Violation[] => [
  ...files.flatMap(violationsOfFile),
  ...cyclesOf(graphOf(files)).map((cycle): Violation => ({
    denial: 'no-circular',
    path: cycle[0] ?? '',
    line: 1,
    found: `goes round: ${cycle.join(' -> ')}`,
  })),
]
