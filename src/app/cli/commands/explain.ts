/** `quorate explain`: what does this name stand for, and why? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Explained } from '../../programs/explain.js'
import { onceOption } from '../arguments.js'
import { COLOUR_SETTINGS, type ColourSetting } from '../colour.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { OpenPorts, Ran } from '../question-options.js'
import { reportFailures } from '../report-failures.js'
import type { Shell } from '../shell.js'

const EXAMPLES = `Examples
  quorate explain one-key-loss-locks
      a rule: what it finds, why that matters, how it is decided
  quorate explain survives
      a form of claims: what it means, and what it does not say
  quorate explain two-lost-ok treasury.quorate.yaml
      an assertion: why it holds, or who refutes it
  quorate explain treasury
      an account of the policies below this folder, with everything resolved
`

const NOTES = `
NAME is a rule, a form of claims, the id of an assertion, or an account by its
name or address. Assertions and accounts are looked for in FILE..., or in every
policy below this folder. An assertion that compares with \`base\` is told by
\`quorate check --base\`.

Exit codes
  0  explained, whatever the answers are
  2  a name that is none, a file that cannot be read, or bad usage
  3  a fault of this program
`

const rendered = async (
  { stdout, width }: Shell,
  color: ColourSetting,
  explained: Explained,
): Promise<string> => {
  const {
    analysisPageOf,
    catalogueOf,
    CHECK_FORMATS,
    claimPageLines,
    expandedAccount,
    renderLines,
    rulePageLines,
  } = await import('../../../edge/report/index.js')
  const paint = stdout.paint(color)
  const render = renderLines(paint)
  switch (explained._tag) {
    case 'Rule':
      return render(rulePageLines(width)(explained.rule))
    case 'Claim':
      return render(claimPageLines(width)(explained.form))
    case 'Assertion': {
      const reporter = CHECK_FORMATS.text({ catalogue: catalogueOf([]), paint, width, verbose: true })
      return reporter.file(explained.checked)
    }
    case 'Account':
      return render([
        ...expandedAccount(explained.policy, explained.digest, explained.account),
        ...analysisPageOf(width)(explained.report),
      ])
  }
}

const run = async (
  shell: Shell,
  open: OpenPorts,
  name: string,
  files: readonly string[],
  color: ColourSetting,
): Ran => {
  const { explainName } = await import('../../programs/explain.js')
  const { gitRevisions } = await import('../../node/index.js')
  const found = await explainName({ ...(await open()), revisions: gitRevisions() })(name, files)
  if (E.isLeft(found)) return found.left
  for (const [index, one] of found.right.entries())
    await shell.stdout.output.write(`${index === 0 ? '' : '\n'}${await rendered(shell, color, one)}`)
  return EXIT.yes
}

/** The command; `done` hears of its exit code. */
export const explainCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  new Command('explain')
    .summary('what a rule, a claim, an assertion or an account means')
    .description('What a rule, a form of claims, an assertion or an account of a policy means, and why.')
    .argument('NAME', 'a rule, a claim, an assertion or an account')
    .argument('[FILE...]', 'policies, or folders with policies; otherwise this folder')
    .addOption(
      onceOption(
        '--color <when>',
        'auto, always or never; NO_COLOR and FORCE_COLOR are respected',
        COLOUR_SETTINGS,
      ).default('auto'),
    )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (name: string, files: readonly string[], flags: { readonly color: ColourSetting }) => {
      const ran = await run(shell, open, name, files, flags.color)
      done(
        typeof ran === 'number'
          ? ran
          : await reportFailures(shell, { format: 'text', color: flags.color }, ran),
      )
    })
