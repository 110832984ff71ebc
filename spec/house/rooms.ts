/**
 * The rooms of the house in their order, and what each may use from outside.
 *
 * This table is the dependency diagram: a file imports its own room and rooms earlier in the list.
 * `kernel/index` and its like are the front doors of a floor, after all its rooms.
 */

export interface Room {
  readonly name: string
  /** Modules granted besides those of `EVERYWHERE`: a package name, or `node:` for all of Node. */
  readonly grants: readonly string[]
}

/** Pure and small: allowed in every room. */
export const EVERYWHERE: readonly string[] = ['fp-ts']

const room = (name: string, ...grants: readonly string[]): Room => ({ name, grants })

export const ROOMS: readonly Room[] = [
  room('kernel/model', 'io-ts'),
  room('kernel/protocol'),
  room('kernel/signature', 'tweetnacl', '@noble/hashes'),
  room('kernel/engine'),
  room('kernel/ledger'),
  room('kernel/index'),

  room('advice/coalition'),
  room('advice/select'),
  room('advice/policy'),
  room('advice/lint'),
  room('advice/plan', 'io-ts'),
  room('advice/index'),

  room('edge/xdr', 'io-ts', '@stellar/stellar-base'),
  room('edge/source', 'io-ts', 'yaml', 'smol-toml'),
  room('edge/sep10', 'io-ts'),
  room('edge/soroban', 'io-ts'),
  room('edge/xrpl', 'io-ts', 'ripple-binary-codec', 'ripple-keypairs'),
  room('edge/collect', 'io-ts'),
  room('edge/report', 'io-ts'),
  room('edge/index'),

  // Programs ask ports; the rooms after them answer with Node.
  room('app/ports'),
  room('app/programs', 'io-ts'),
  room('app/node', 'io-ts', 'node:', 'sodium-native'),
  // Before the command line, because `quorate serve` starts it; it knows no terminal and no exit code.
  room('app/server', 'io-ts', 'node:', 'fastify', '@fastify/swagger', 'prom-client'),
  room('app/client'),
  room('app/cli', 'io-ts', 'node:', 'commander'),
  room('app/studio', 'io-ts'),
  room('app/index'),

  room('index'),
]

/** Folders of entries that must stay independent: adding or removing one touches one file. */
export const CATALOGUES: readonly string[] = [
  'src/advice/lint/rules/',
  'src/advice/policy/claims/',
  'src/advice/plan/presets/',
  'src/app/cli/commands/',
]

/** `src/kernel/model/bytes.ts` is in `kernel/model`, `src/app/ports.ts` in `app/ports`, `src/index.ts` in `index`. */
export const roomOf = (path: string): string => {
  const [first = '', second] = path
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/')
  return second === undefined ? first : `${first}/${second}`
}

/** Place in the order; -1 for a room that the table does not know. */
export const rankOf = (name: string): number => ROOMS.findIndex((r) => r.name === name)

/** Whether the table grants a module to a room. Node's `crypto` is never part of `node:`. */
export const isGranted = (roomName: string, specifier: string): boolean => {
  const grants = [...EVERYWHERE, ...(ROOMS.find((r) => r.name === roomName)?.grants ?? [])]
  return grants.some((g) =>
    g.endsWith(':') ? specifier.startsWith(g) : specifier === g || specifier.startsWith(`${g}/`),
  )
}
