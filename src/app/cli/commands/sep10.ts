/** `quorate sep10 verify`: who authenticated by a challenge. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AuthenticationState } from '../../../edge/report/sep10/authentication.js'
import { about, failure, type Failure } from '../../../kernel/model/failure.js'
import type { VerifyRequest } from '../../programs/sep10.js'
import { onceOption, styleOptions } from '../arguments.js'
import { severalOption } from '../choice-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { rulesOf, type OpenPorts, type Ran } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import { EXAMPLES, NOTES } from '../sep10-help.js'
import type { Shell } from '../shell.js'
import { addSourceOptions, bothGiven, hasSource, sourceOf, type SourceFlags } from '../source-options.js'

interface Flags extends Style, SourceFlags {
  readonly account?: readonly string[]
  readonly network?: string
  readonly server: string
  readonly homeDomain: readonly string[]
  readonly webAuthDomain?: string
  readonly level?: string
  readonly profile?: 'strict' | 'literal'
  readonly now?: string
  readonly grace?: string
}

const EXIT_OF: Readonly<Record<AuthenticationState, ExitCode>> = {
  authenticated: EXIT.yes,
  refused: EXIT.no,
  'not-known': EXIT.undecided,
}

const timeOf = async (text: string | undefined): Promise<E.Either<Failure, bigint>> => {
  if (text === undefined) return E.right(BigInt(Math.floor(Date.now() / 1000)))
  const { parseCloseTime } = await import('../../programs/ledger-time.js')
  return E.mapLeft(about('--now'))(parseCloseTime(text))
}

const graceOf = async (text: string | undefined): Promise<E.Either<Failure, bigint>> => {
  const { GRACE } = await import('../../../edge/sep10/index.js')
  if (text === undefined) return E.right(GRACE)
  return /^[0-9]{1,9}$/.test(text)
    ? E.right(BigInt(text))
    : E.left(
        about('--grace')(failure('not-a-duration', 'a grace period is a number of seconds, such as `300`')),
      )
}

/** The request that the options say. */
const requestOf = async (challenge: string, flags: Flags): Promise<E.Either<Failure, VerifyRequest>> => {
  const { parseLevel } = await import('../../programs/sep10.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return rules
  const level = E.mapLeft(about('--level'))(parseLevel(flags.level ?? 'medium'))
  if (E.isLeft(level)) return level
  const now = await timeOf(flags.now)
  if (E.isLeft(now)) return now
  const grace = await graceOf(flags.grace)
  if (E.isLeft(grace)) return grace
  return E.right({
    ...{ challenge, accounts: flags.account ?? [], network: rules.right.network, server: flags.server },
    ...{ homeDomains: flags.homeDomain, webAuthDomain: O.fromNullable(flags.webAuthDomain) },
    ...{ level: level.right, profile: flags.profile ?? 'strict', now: now.right, grace: grace.right },
  })
}

const verify = async (
  { stdout, width }: Shell,
  open: OpenPorts,
  challenge: string,
  flags: Flags,
  style: Style,
): Ran => {
  const { ABSENT, verifyChallenge } = await import('../../programs/sep10.js')
  const { authenticationJson, authenticationPageOf, authenticationStateOf, renderJson, renderLines } =
    await import('../../../edge/report/index.js')
  // Who says that the account is absent must not also ask: the word would win over what the ledger says.
  if (hasSource(flags) && flags.account?.includes(ABSENT) === true)
    return [bothGiven('--account absent', flags.horizon === undefined ? '--rpc' : '--horizon')]
  const source = await sourceOf(flags)
  if (E.isLeft(source)) return source.left
  const request = await requestOf(challenge, flags)
  if (E.isLeft(request)) return [request.left]
  const live = O.isSome(source.right) ? { live: source.right.value } : {}
  const verified = await verifyChallenge(await open())({ ...request.right, ...live })()
  if (E.isLeft(verified)) return verified.left
  const report = verified.right
  await stdout.output.write(
    style.format === 'json'
      ? renderJson(authenticationJson(report))
      : renderLines(stdout.paint(style.color))(authenticationPageOf(width)(report)),
  )
  return EXIT_OF[authenticationStateOf(report)]
}

const verifyCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = new Command('verify')
    .summary('who authenticated by a challenge')
    .description('Says who authenticated by a challenge that a client sent back, or why nobody did.')
    .argument('CHALLENGE', 'path, base64, or - for standard input')
    .option('-a, --account <file...>', 'the account of the client; or the word absent')
    .requiredOption('--server <key>', 'the account whose key signs challenges')
    .addOption(
      severalOption(
        '--home-domain <domain>',
        'a domain that the server speaks for; may be repeated',
      ).makeOptionMandatory(),
    )
    .addOption(onceOption('--web-auth-domain <domain>', 'the domain of the server itself'))
    .addOption(onceOption('--level <level>', 'low, medium (default), high, or a weight'))
    .addOption(
      onceOption(
        '--profile <profile>',
        "strict (default): the network's rules; literal: the text of SEP-10",
        ['strict', 'literal'],
      ),
    )
    .addOption(onceOption('--now <time>', 'seconds since 1970, or a date with time and zone (default: now)'))
    .addOption(onceOption('--grace <seconds>', 'by which clocks may differ (default: 300)'))
    .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (challenge: string, flags: Flags) => {
      const style: Style = { format: flags.format, color: flags.color }
      const ran = await verify(shell, open, challenge, flags, style)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, style, ran))
    })
  addSourceOptions(command, 'the account of the client, where no file describes it')
  for (const option of styleOptions()) command.addOption(option)
  return command
}

/** The command; `done` hears of its exit code. */
export const sep10Command = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  new Command('sep10')
    .summary('logins by a challenge transaction (SEP-10)')
    .description('Logins by a challenge transaction (SEP-10).')
    .addCommand(verifyCommand(shell, open, done))
