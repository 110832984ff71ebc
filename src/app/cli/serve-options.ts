/** The options of `serve`, and what they mean together. */
import { InvalidArgumentError, type Command, type Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { Files } from '../ports.js'
import type { LogWhat, Settings } from '../server/index.js'
import { onceOption } from './arguments.js'
import { addSourceOptions, type SourceFlags } from './source-options.js'

/** The options as they are written. */
export interface ServeFlags extends SourceFlags {
  readonly host: string
  readonly port: number
  readonly tokenFile?: string
  readonly network?: string
  readonly maxBody: number
  readonly maxInFlight: number
  readonly workers?: number
  readonly timeLimit: number
  readonly drainTime: number
  readonly log: LogWhat
}

const number = (
  flags: string,
  description: string,
  least: number,
  most: number,
  otherwise?: number,
): Option => {
  const option = onceOption(flags, description)
  const parse = option.parseArg
  option.argParser((value: string, before: unknown) => {
    const text: unknown = parse === undefined ? value : parse(value, before)
    const found = typeof text === 'string' && /^[0-9]{1,10}$/.test(text) ? Number(text) : NaN
    if (!(found >= least && found <= most))
      throw new InvalidArgumentError(`It is a number from ${String(least)} to ${String(most)}.`)
    return found
  })
  return otherwise === undefined ? option : option.default(otherwise)
}

/** Adds the options to the command. */
export const addServeOptions = (command: Command): Command =>
  addSourceOptions(command, 'accounts that a request does not give')
    .addOption(
      onceOption(
        '--host <address>',
        'the address to listen at; others than this machine need a token',
      ).default('127.0.0.1'),
    )
    .addOption(number('--port <number>', 'the port; 0 for any that is free', 0, 65_535, 8080))
    .addOption(onceOption('--token-file <file>', 'requests must bear this token (Authorization: Bearer)'))
    .addOption(onceOption('-n, --network <name>', 'the network of requests that do not say theirs'))
    .addOption(number('--max-body <bytes>', 'larger bodies are refused', 1024, 16 * 1024 * 1024, 1024 * 1024))
    .addOption(number('--max-in-flight <number>', 'more requests at one time are sent away', 1, 10_000, 256))
    .addOption(
      number(
        '--workers <number>',
        'threads for what takes long (default: one less than there are processors)',
        1,
        64,
      ),
    )
    .addOption(number('--time-limit <ms>', 'what takes longer is cut off', 100, 600_000, 10_000))
    .addOption(number('--drain-time <ms>', 'time for requests to end when it is stopped', 0, 600_000, 10_000))
    .addOption(
      onceOption('--log <which>', 'requests that are logged: all, errors or none', [
        'all',
        'errors',
        'none',
      ]).default('all'),
    )

/** Long enough that nobody tries them all, and in the characters that a header takes. */
const TOKEN = /^[A-Za-z0-9._~+/=-]{16,512}$/

/**
 * The token of a file.
 *
 * Failures: `bad-token`, those of reading.
 */
const tokenOf = async (
  files: Files,
  path: string | undefined,
): Promise<E.Either<Failure, O.Option<string>>> => {
  if (path === undefined) return E.right(O.none)
  const text = await files.readText(path, 4096)()
  if (E.isLeft(text)) return E.left(about('--token-file')(text.left))
  const token = text.right.trim()
  return TOKEN.test(token)
    ? E.right(O.some(token))
    : E.left(
        about('--token-file')(
          failure(
            'bad-token',
            'the file holds no token; it is not repeated here',
            'write 16 to 512 letters, digits or ._~+/=- into it: `openssl rand -base64 32`',
          ),
        ),
      )
}

/** Whether only this machine can reach an address. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.[0-9]{1,3}){3}$/.test(host)

const openDoor = failure(
  'no-token',
  'other machines reach this address, and nobody would be asked for a token',
  'give `--token-file`, or listen at 127.0.0.1 and put a proxy with client certificates before it',
)

/** The settings that the options say. Failures: those of the token; `no-token` beyond this machine. */
export const settingsOf = async (
  files: Files,
  flags: ServeFlags,
  processors: number,
): Promise<E.Either<Failure, Settings>> => {
  const { tokenFile, workers = Math.min(4, Math.max(1, processors - 1)), ...rest } = flags
  if (tokenFile === undefined && !isLoopback(flags.host)) return E.left(about('--host')(openDoor))
  return E.map((token: O.Option<string>): Settings => {
    const { host, port, maxBody, maxInFlight, timeLimit, drainTime, log } = rest
    return { host, port, token, maxBody, maxInFlight, workers, timeLimit, drainTime, log }
  })(await tokenOf(files, tokenFile))
}
