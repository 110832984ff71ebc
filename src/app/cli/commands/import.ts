/** `quorate import`: an account file of what the ledger has. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, type Failure } from '../../../kernel/model/failure.js'
import type { Network } from '../../../kernel/model/network.js'
import { onceOption, styleOptions } from '../arguments.js'
import { severalOption } from '../choice-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { OpenPorts, Ran } from '../question-options.js'
import type { Style } from '../report-failures.js'
import type { Shell } from '../shell.js'
import { addSourceOptions, reportUnanswered, sourceOf, type SourceFlags } from '../source-options.js'

const EXAMPLES = `Examples
  quorate import G... --horizon https://horizon.stellar.org > t.quorate.yaml
      the account file of an account that exists; --rpc asks Stellar RPC instead
  quorate import horizon.json --name treasury --network public
      the same of an answer of Horizon that was kept
  quorate import horizon.json --alias G...=anna --alias G...=bruno
      with the names of your people
`

const NOTES = `
FILE is an account as Horizon answers it, a list or a page of them, ledger
entries in base64, or - for standard input. The account file is printed on
standard output, after it was read again: it says exactly what the ledger says
of weights, thresholds and signers. Keys without a name are signer-1, signer-2
and so on; the key that names the account is master, where it can sign.

With --horizon or --rpc it is the address of an account, which is fetched; the
network is the one that the server says it is of, and --network holds it to one.
Without them no connection is opened.

Exit codes
  0  printed
  2  bad input or usage, or an account that cannot be written
  3  a fault of this program
  4  the account could not be fetched
`

interface Flags extends Style, SourceFlags {
  readonly name?: string
  readonly alias?: readonly string[]
  readonly network?: string
}

const run = async ({ stdout }: Shell, open: OpenPorts, path: string, flags: Flags): Ran => {
  const { parseNetwork } = await import('../../programs/network.js')
  const network: E.Either<Failure, O.Option<Network>> = flags.network === undefined
    ? E.right(O.none)
    : E.bimap(about('--network'), (found: Network) => O.some(found))(parseNetwork(flags.network))
  if (E.isLeft(network)) return [network.left]
  const source = await sourceOf(flags)
  if (E.isLeft(source)) return source.left
  const { importAccounts } = await import('../../programs/import.js')
  const imported = await importAccounts(await open())({
    path,
    ...(O.isSome(source.right) ? { live: source.right.value } : {}),
    name: O.fromNullable(flags.name),
    aliases: flags.alias ?? [],
    network: network.right,
    format: flags.format === 'json' ? 'json' : 'yaml',
  })
  if (E.isLeft(imported)) return imported.left
  await stdout.output.write(imported.right)
  return EXIT.yes
}

/** The command; `done` hears of its exit code. */
export const importCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = new Command('import')
    .summary('an account file of what the ledger has')
    .description('Writes an account file of an account that exists, with names for its keys.')
    .argument('FILE', 'Horizon JSON, ledger entries in base64, or -; with a server, an address G...')
    .addOption(onceOption('--name <name>', 'name of the account in the file (default: account)'))
    .addOption(severalOption('--alias <key=name>', 'a name for a key; may be repeated'))
    .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (path: string, flags: Flags) => {
      const ran = await run(shell, open, path, flags)
      done(typeof ran === 'number' ? ran : await reportUnanswered(shell, flags, ran))
    })
  addSourceOptions(command, 'the account')
  for (const option of styleOptions()) command.addOption(option)
  return command
}
