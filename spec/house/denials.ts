/** The named denials of the import checker, each with what to do instead. */

export const DENIALS = {
  'every-file-has-a-room':
    'move the file into a room of spec/house/rooms.ts, or add the room there and in docs/architecture.md',
  'rooms-look-back-only':
    'a file may import its own room and earlier ones: move the shared noun down, or pass the later thing in as an argument',
  'rooms-use-what-they-are-granted':
    'this room is not granted that module: use a room that is, or argue for the grant in spec/house/rooms.ts',
  'only-app-touches-the-world':
    'take the bytes, the time or the answer as a value; if someone must go and get it, add a port to src/app/ports.ts and answer it in src/app/node',
  'only-xdr-knows-stellar-base':
    'decode at the edge: import the model type, and add the conversion to src/edge/xdr',
  'only-signature-knows-crypto':
    'call src/kernel/signature, or take its Ed25519 port as an argument; src/app/node holds the native backends',
  'coalition-knows-no-chain':
    'coalition reasons about weights and thresholds: import src/kernel/model only, and convert in the caller',
  'rules-do-not-know-each-other':
    'move what two entries share up beside their folder; only the generated index knows them all',
  'src-never-imports-spec': 'move what src needs into src; spec, examples and dist are downstream of it',
  'no-circular': 'split the noun that both files want into a file of its own',
  'import-one-module-of-fp-ts':
    "write `from 'fp-ts/lib/Either.js'`: the root loads everything, and other paths do not resolve in Node",
} as const

export type Denial = keyof typeof DENIALS

export interface Violation {
  readonly denial: Denial
  readonly path: string
  readonly line: number
  /** What was found, in a few words. */
  readonly found: string
}

/** Several lines a person can act on: place, what, name, advice. */
export const renderViolation = ({ denial, path, line, found }: Violation): string =>
  `${path}:${String(line)} ${found}\n    ${denial}: ${DENIALS[denial]}`
