/** Where accounts come from that nobody gives: Horizon, or Stellar RPC. */
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { OpenSource } from '../programs/source/live-accounts.js'
import { onceOption } from './arguments.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { reportFailures, type Style } from './report-failures.js'
import type { Shell } from './shell.js'

/** The options as they are written. */
export interface SourceFlags {
  readonly horizon?: string
  readonly rpc?: string
}

/** Adds the options to a command. `what` is fetched from there. */
export const addSourceOptions = (command: Command, what: string): Command =>
  command
    .addOption(onceOption('--horizon <url>', `Horizon, asked for ${what}`))
    .addOption(onceOption('--rpc <url>', 'the same, of Stellar RPC'))

/** That two things were given that exclude each other. */
export const bothGiven = (one: string, other: string): Failure =>
  failure('usage', `\`${one}\` and \`${other}\` exclude each other`, 'give one of them')

/**
 * What the options say; none where there is none.
 *
 * Failures: `usage` where both are given; `bad-address`.
 */
export const sourceOf = async ({
  horizon: horizonUrl,
  rpc,
}: SourceFlags): Promise<E.Either<readonly Failure[], O.Option<OpenSource>>> => {
  if (horizonUrl !== undefined && rpc !== undefined) return E.left([bothGiven('--horizon', '--rpc')])
  const url = horizonUrl ?? rpc
  if (url === undefined) return E.right(O.none)
  // Loaded where it is needed: most runs open no connection.
  const { horizon, stellarRpc } = await import('../node/server-source.js')
  const adapter = horizonUrl === undefined ? stellarRpc : horizon
  const named = about(horizonUrl === undefined ? '--rpc' : '--horizon')
  const made = adapter({ url, network: 'unchecked' })
  if (E.isLeft(made)) return E.left([named(made.left)])
  return E.right(
    O.some((network) => {
      const source = network === undefined ? made : adapter({ url, network })
      if (E.isLeft(source)) throw new Error('invariant: an address that was taken is taken again')
      return source.right
    }),
  )
}

/** Whether one of the options is there. */
export const hasSource = ({ horizon, rpc }: SourceFlags): boolean =>
  horizon !== undefined || rpc !== undefined

/**
 * Tells failures of a command whose whole answer hangs on a source: where it is the source that failed,
 * nothing is decided, and nothing was wrong with the input.
 */
export const reportUnanswered = async (
  shell: Shell,
  style: Style,
  failures: readonly Failure[],
): Promise<ExitCode> => {
  const code = await reportFailures(shell, style, failures)
  return failures.some((found) => found.code.startsWith('source-')) ? EXIT.undecided : code
}
