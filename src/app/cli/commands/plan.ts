/** `quorate plan`: which transactions lead from one configuration to another, safely? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { PlanState } from '../../../edge/report/index.js'
import { about, failure, type Failure } from '../../../kernel/model/failure.js'
import type { Network } from '../../../kernel/model/network.js'
import type { PlanWords } from '../../programs/plan.js'
import { onceOption, styleOptions } from '../arguments.js'
import { listOption, severalOption } from '../choice-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { EXAMPLES, NOTES } from '../plan-help.js'
import type { OpenPorts, Ran } from '../question-options.js'
import type { Style } from '../report-failures.js'
import type { Shell } from '../shell.js'
import {
  addSourceOptions,
  bothGiven,
  hasSource,
  reportUnanswered,
  sourceOf,
  type SourceFlags,
} from '../source-options.js'

interface Flags extends Style, SourceFlags {
  readonly account?: string
  readonly live?: string
  readonly sequence?: string
  readonly network?: string
  readonly unavailable?: readonly string[]
  readonly atHand?: readonly string[]
  readonly pending?: readonly string[]
  readonly proveKeys?: true
  readonly staged?: true
  readonly checkReserve?: true
  readonly expectDigest?: string
  readonly out?: string
  readonly detailedExitcode?: true
}

const exitOf = (state: PlanState, { detailedExitcode }: Flags): ExitCode => {
  switch (state) {
    case 'refused':
      return EXIT.no
    case 'undecided':
      return EXIT.undecided
    case 'nothing-to-do':
      return EXIT.yes
    case 'changes':
      return detailedExitcode === true ? EXIT.changes : EXIT.yes
  }
}

const LARGEST = 2n ** 63n - 1n

const sequenceOf = (text: string | undefined): E.Either<Failure, O.Option<bigint>> => {
  if (text === undefined) return E.right(O.none)
  const number = /^[0-9]{1,19}$/.test(text) ? BigInt(text) : undefined
  return number === undefined || number > LARGEST
    ? E.left(
        about('--sequence')(
          failure(
            'not-a-sequence',
            'a sequence number is a whole number from 0 to 9223372036854775807',
            'give the number that the account has now; the plan takes the next one',
          ),
        ),
      )
    : E.right(O.some(number))
}

const digestOf = (text: string | undefined): E.Either<Failure, O.Option<string>> => {
  if (text === undefined) return E.right(O.none)
  return /^[0-9a-f]{64}$/i.test(text)
    ? E.right(O.some(text.toLowerCase()))
    : E.left(
        about('--expect-digest')(
          failure(
            'not-a-digest',
            'a digest is 64 hexadecimal digits',
            'take the state digest of an earlier plan',
          ),
        ),
      )
}

const networkOf = async (text: string | undefined): Promise<E.Either<Failure, O.Option<Network>>> => {
  if (text === undefined) return E.right(O.none)
  const { parseNetwork } = await import('../../programs/network.js')
  return E.bimap(about('--network'), (network: Network) => O.some(network))(parseNetwork(text))
}

const wordsOf = async (
  from: string,
  to: string,
  flags: Flags,
): Promise<E.Either<readonly Failure[], PlanWords>> => {
  if (flags.live !== undefined && hasSource(flags))
    return E.left([bothGiven('--live', flags.horizon === undefined ? '--rpc' : '--horizon')])
  const source = await sourceOf(flags)
  if (E.isLeft(source)) return source
  const network = await networkOf(flags.network)
  const [sequence, expected] = [sequenceOf(flags.sequence), digestOf(flags.expectDigest)]
  if (E.isLeft(network) || E.isLeft(sequence) || E.isLeft(expected))
    return E.left([network, sequence, expected].flatMap((one) => (E.isLeft(one) ? [one.left] : [])))
  return E.right({
    from,
    to,
    account: O.fromNullable(flags.account),
    live: O.fromNullable(flags.live),
    ...(O.isSome(source.right) ? { source: source.right.value } : {}),
    sequence: sequence.right,
    network: network.right,
    unavailable: flags.unavailable ?? [],
    atHand: flags.atHand ?? [],
    pending: flags.pending ?? [],
    proveKeys: flags.proveKeys === true,
    staged: flags.staged === true,
    needsReserve: flags.checkReserve === true,
    expected: expected.right,
    today: new Date().toISOString().slice(0, 10),
  })
}

const run = async ({ stdout, width }: Shell, open: OpenPorts, a: string, b: string, flags: Flags): Ran => {
  const words = await wordsOf(a, b, flags)
  if (E.isLeft(words)) return words.left
  const { planChange } = await import('../../programs/plan.js')
  const { gitRevisions, nodeFolders } = await import('../../node/index.js')
  const planned = await planChange({ ...(await open()), revisions: gitRevisions() })(words.right)
  if (E.isLeft(planned)) return planned.left
  const { writePlan } = await import('../../programs/plan-folder.js')
  const written = flags.out === undefined ? planned : await writePlan(nodeFolders())(flags.out, planned.right)
  if (E.isLeft(written)) return written.left
  const { planJson, planPageOf, planStateOf, renderJson, renderLines } =
    await import('../../../edge/report/index.js')
  await stdout.output.write(
    flags.format === 'json'
      ? renderJson(planJson(written.right))
      : renderLines(stdout.paint(flags.color))(planPageOf(width)(written.right)),
  )
  return exitOf(planStateOf(written.right.outcome), flags)
}

/** The command; `done` hears of its exit code. */
export const planCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = new Command('plan')
    .summary('the safe transactions from one configuration to another')
    .description(
      'Which transactions lead an account from one configuration to another, safely? They are written, never signed or sent.',
    )
    .argument('A', 'what the account is: FILE, REV:FILE, either with #ACCOUNT, or -')
    .argument('B', 'what it is to be: the same')
    .addOption(onceOption('--account <name>', 'which account, where several are described'))
    .addOption(onceOption('--live <file>', 'the account in the ledger: Horizon JSON or a ledger entry'))
    .addOption(onceOption('--sequence <number>', 'the sequence number that the account has now'))
    .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
    .addOption(listOption('--unavailable <signers>', 'these cannot sign: names or keys, between commas'))
    .addOption(
      listOption('--at-hand <signers>', 'signers whose preimage or payload signature somebody has, by name'),
    )
    .addOption(severalOption('--pending <envelope>', 'an envelope that is out there; may be repeated'))
    .option('--staged', 'several transactions, with a safe state after each')
    .option('--prove-keys', 'every new key signs once before it matters')
    .option('--check-reserve', 'undecided where balance and reserve are not known')
    .addOption(
      onceOption('--expect-digest <hex>', 'refuse where the account is not what it was: its state digest'),
    )
    .addOption(onceOption('--out <folder>', 'write the plan and its unsigned envelopes into a new folder'))
    .option('--detailed-exitcode', 'exit 10 where there is a plan with something to do')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (a: string, b: string, flags: Flags) => {
      const ran = await run(shell, open, a, b, flags)
      done(typeof ran === 'number' ? ran : await reportUnanswered(shell, flags, ran))
    })
  addSourceOptions(command, 'the account in the ledger')
  for (const option of styleOptions()) command.addOption(option)
  return command
}
