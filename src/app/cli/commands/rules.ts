/** `quorate rules`: what is looked for, and what can be promised. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { styleOptions } from '../arguments.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { Ran } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'

const EXAMPLES = `Examples
  quorate rules
      every rule and every claim, a line each
  quorate rules dummy-signer survives
      two of them
  quorate rules --json
      everything that is known of them, for programs
`

const NOTES = `
Rules find mistakes and risks in any policy; claims are what a policy promises
under \`assert\`. \`quorate explain NAME\` has a page on each.

Exit codes
  0  printed
  2  a name that is none, or bad usage
  3  a fault of this program
`

const run = async ({ stdout, width }: Shell, ids: readonly string[], style: Style): Ran => {
  const { catalogueOf } = await import('../../programs/catalogue.js')
  const { catalogueJson, catalogueListOf, renderJson, renderLines } =
    await import('../../../edge/report/index.js')
  const found = catalogueOf(ids)
  if (E.isLeft(found)) return found.left
  await stdout.output.write(
    style.format === 'json'
      ? renderJson(catalogueJson(found.right))
      : renderLines(stdout.paint(style.color))(catalogueListOf(width)(found.right)),
  )
  return EXIT.yes
}

/** The command; `done` hears of its exit code. */
export const rulesCommand = (shell: Shell, done: (code: ExitCode) => void): Command => {
  const command = new Command('rules')
    .summary('list the rules that are looked at, and the claims that can be made')
    .description('Lists the rules that `quorate check` looks at, and the claims that a policy can make.')
    .argument('[ID...]', 'only these')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (ids: readonly string[], flags: Style) => {
      const style: Style = { format: flags.format, color: flags.color }
      const ran = await run(shell, ids, style)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, style, ran))
    })
  for (const option of styleOptions()) command.addOption(option)
  return command
}
