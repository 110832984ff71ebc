/** `quorate preset`: an account file for one of the accounts that people set up again and again. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../../kernel/model/failure.js'
import { onceOption, styleOptions } from '../arguments.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'

const EXAMPLES = `Examples
  quorate preset
      the presets, a line each
  quorate preset joint --address founder=G... --key bilal=G... --key carina=G...
      each of three pays alone, all three together change the signers
  quorate preset company --m 3 --keys ann=G...,bo=G...,cy=G...,di=G... \\
      --name treasury --address G... --network testnet > treasury.quorate.yaml
`

const NOTES = `
An account file says who may sign for an account; other commands take it with
--account. It is printed on standard output, and what the preset does not
protect from on standard error. Nothing on any network changes.

Each preset has a page in docs/presets: who can do what, and what it is not for.

Exit codes
  0  printed
  2  bad input or usage
`

/** The numbers of presets, by the flags that say them. */
export const NUMBER_FLAGS = ['m', 'high', 'master'] as const

interface Flags extends Style, Readonly<Partial<Record<(typeof NUMBER_FLAGS)[number], string>>> {
  readonly key?: readonly string[]
  readonly keys?: string
  readonly name?: string
  readonly address?: string
  readonly network?: string
}

/** Options that mean nothing without a preset. */
const needsName = ({ key, keys, name, address, network, ...flags }: Flags): boolean =>
  [key, keys, name, address, network, ...NUMBER_FLAGS.map((flag) => flags[flag])].some(
    (value) => value !== undefined,
  )

const listPresets = async ({ stdout, stderr }: Shell, flags: Flags): Promise<readonly Failure[]> => {
  if (needsName(flags))
    return [failure('usage', 'no NAME is given', 'write the name of a preset first; see `quorate preset`')]
  const { presetList, presetListJson } = await import('../../programs/preset-told.js')
  const { renderJson, renderLines } = await import('../../../edge/report/index.js')
  if (flags.format === 'json') {
    await stdout.output.write(renderJson(presetListJson()))
    return []
  }
  const { list, next } = presetList()
  await stdout.output.write(renderLines(stdout.paint(flags.color))(list))
  await stderr.output.write(renderLines(stderr.paint(flags.color))(next))
  return []
}

const printPreset = async (shell: Shell, preset: string, flags: Flags): Promise<readonly Failure[]> => {
  const { fillPreset } = await import('../../programs/preset.js')
  const { accountFileJson, accountFileYaml } = await import('../../programs/account-file-text.js')
  const { presetStory } = await import('../../programs/preset-told.js')
  const { parseNetwork } = await import('../../programs/network.js')
  const { renderLines } = await import('../../../edge/report/styled.js')

  const network =
    flags.network === undefined
      ? E.right(O.none)
      : E.bimap(about('--network'), O.some)(parseNetwork(flags.network))
  if (E.isLeft(network)) return [network.left]
  const filled = fillPreset({
    preset,
    name: O.fromNullable(flags.name),
    address: O.fromNullable(flags.address),
    keys: [...(flags.keys?.split(',') ?? []), ...(flags.key ?? [])],
    numbers: Object.fromEntries(
      NUMBER_FLAGS.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])),
    ),
    network: network.right,
  })
  if (E.isLeft(filled)) return filled.left
  const { stdout, stderr } = shell
  const print = flags.format === 'json' ? accountFileJson : accountFileYaml
  await stdout.output.write(print(filled.right.parts))
  // Where both go to one screen, what is the file must be seen.
  await stderr.output.write(stdout.isTerminal ? '\n' : '')
  await stderr.output.write(renderLines(stderr.paint(flags.color))(presetStory(filled.right)))
  return []
}

/** The command; `done` hears of its exit code. */
export const presetCommand = (shell: Shell, done: (code: ExitCode) => void): Command => {
  const command = new Command('preset')
    .summary('print the account file of a common arrangement')
    .description('Prints an account file for a common arrangement; without NAME, the list of presets.')
    .argument('[NAME]', 'which preset')
    .addOption(onceOption('--address <key>', 'the account: G..., or alias=G... to name its own key'))
    .option('-k, --key <alias=key>', 'a signer, once for each', (value, before?: readonly string[]) => [
      ...(before ?? []),
      value,
    ])
    .addOption(onceOption('--keys <list>', 'the same, with commas between them'))
    .addOption(onceOption('--m <number>', 'how many must sign'))
    .addOption(onceOption('--high <number>', 'how much it takes to change the signers'))
    .addOption(onceOption('--master <number>', "weight of the account's own key"))
    .addOption(onceOption('--name <name>', 'name of the account in the file'))
    .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (name: string | undefined, flags: Flags) => {
      const failures =
        name === undefined ? await listPresets(shell, flags) : await printPreset(shell, name, flags)
      done(failures.length === 0 ? EXIT.yes : await reportFailures(shell, flags, failures))
    })
  for (const option of styleOptions()) command.addOption(option)
  return command
}
