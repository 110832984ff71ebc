/** `quorate serve`: the same answers over HTTP. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { availableParallelism } from 'node:os'
import { about, failure, type Failure } from '../../../kernel/model/failure.js'
import type { Network } from '../../../kernel/model/network.js'
import type { Ports } from '../../ports.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { OpenPorts, Ran } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import { EXAMPLES, NOTES } from '../serve-help.js'
import { sourceOf } from '../source-options.js'
import { addServeOptions, settingsOf, type ServeFlags } from '../serve-options.js'
import type { Shell } from '../shell.js'
import { versionOf } from '../version.js'

const STYLE: Style = { format: 'text', color: 'auto' }

const networkOf = async (text: string | undefined): Promise<E.Either<Failure, O.Option<Network>>> => {
  if (text === undefined) return E.right(O.none)
  const { parseNetwork } = await import('../../programs/network.js')
  return E.map((known: Network) => O.some(known))(E.mapLeft(about('--network'))(parseNetwork(text)))
}

/** Why a server did not start, where the reason is the machine's and not ours. */
const listenFailure = (error: unknown): Failure | undefined => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(?:EADDRINUSE|EADDRNOTAVAIL|EACCES|ENOTFOUND|EAI_)/.test(code)
    ? failure('cannot-listen', `it cannot listen at this address and port (${code})`, 'choose other ones')
    : undefined
}

/** Resolves when somebody asks the process to stop; asked again, it ends at once. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    let isAsked = false
    const ask = (): void => {
      if (isAsked) process.exit(EXIT.no)
      isAsked = true
      resolve()
    }
    process.on('SIGTERM', ask)
    process.on('SIGINT', ask)
  })

const run = async (shell: Shell, ports: Ports, flags: ServeFlags): Ran => {
  const settings = await settingsOf(ports.files, flags, availableParallelism())
  if (E.isLeft(settings)) return [settings.left]
  const network = await networkOf(flags.network)
  if (E.isLeft(network)) return [network.left]
  // An address that cannot be one is told now, and not with the first request.
  const source = await sourceOf(flags)
  if (E.isLeft(source)) return source.left
  // Loaded here: no other command waits for what HTTP needs.
  const { serve } = await import('../../server/index.js')
  const stopping = signalled()
  try {
    const serving = await serve({
      settings: settings.right,
      world: {
        passphrase: O.isSome(network.right) ? network.right.value.passphrase : undefined,
        version: versionOf(),
        horizon: flags.horizon,
        rpc: flags.rpc,
      },
      write: (text) => void shell.stdout.output.write(text),
    })
    await shell.stderr.output.write(`quorate listens at ${serving.url}\n`)
    await stopping
    return (await serving.stop()) === 0 ? EXIT.yes : EXIT.no
  } catch (error) {
    const found = listenFailure(error)
    if (found === undefined) throw error
    return [found]
  }
}

/** The command; `done` hears of its exit code. */
export const serveCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  addServeOptions(
    new Command('serve')
      .summary('answer the same questions over HTTP')
      .description('Answers the questions of the other commands over HTTP, and keeps nothing.'),
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (flags: ServeFlags) => {
      const ran = await run(shell, await open(), flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, STYLE, ran))
    })
