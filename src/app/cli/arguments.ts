/** Reading the command line: what every command does alike. */
import { InvalidArgumentError, Option } from 'commander'
import { about, failure, looksLikeSeed, secretSeedFailure, type Failure } from '../../kernel/model/index.js'
import { COLOUR_SETTINGS } from './colour.js'
import { FORMATS, type Style } from './report-failures.js'

/** A word that is a secret seed, whatever stands around it: `--account=S…`, `keys/S….yaml`. */
const SEED = /(?:^|[^A-Za-z0-9])S[A-Z2-7]{55}(?:$|[^A-Za-z0-9])/

/** The failure where a secret seed stands on the command line. It is never repeated. */
export const seedFailure = (argv: readonly string[]): Failure | undefined =>
  argv.some((argument) => SEED.test(argument) || looksLikeSeed(argument))
    ? about('the command line')(secretSeedFailure())
    : undefined

/** An option that may be given once: of two networks the later one would win in silence. */
export const onceOption = (flags: string, description: string, choices?: readonly string[]): Option => {
  const option = new Option(flags, description)
  if (choices !== undefined) option.choices(choices)
  const parse = option.parseArg
  let isGiven = false
  return option.argParser((value: string, previous: unknown) => {
    if (isGiven) throw new InvalidArgumentError('It is given twice.')
    isGiven = true
    return parse === undefined ? value : parse(value, previous)
  })
}

/** The options by which every command prints. */
export const styleOptions = (): readonly Option[] => [
  onceOption('--format <format>', 'text for people, json for programs', FORMATS).default('text'),
  new Option('--json', 'the same as --format json').implies({ format: 'json' }),
  onceOption(
    '--color <when>',
    'auto, always or never; NO_COLOR and FORCE_COLOR are respected',
    COLOUR_SETTINGS,
  ).default('auto'),
]

const valueOf = (argv: readonly string[], flag: string): string | undefined => {
  const at = argv.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`))
  return at < 0 ? undefined : argv[at] === flag ? argv[at + 1] : argv[at]?.slice(flag.length + 1)
}

/** Whether standard output is for GitHub. */
const isForGithub = (argv: readonly string[]): boolean =>
  argv.some((word, at) => word === '--format=github' || (word === 'github' && argv[at - 1] === '--format'))

/** How to print before the command line was understood, or where it cannot be. */
export const styleOf = (argv: readonly string[]): Style => {
  const color = valueOf(argv, '--color')
  return {
    format: valueOf(argv, '--format') === 'json' ? 'json' : 'text',
    color: COLOUR_SETTINGS.find((setting) => setting === color) ?? 'auto',
    isAnnotated: isForGithub(argv),
  }
}

/** Runs that could be most of a key, in what commander repeats of the command line. */
const KEY_LIKE = /[A-Z2-7]{13,}|[A-Za-z0-9+/]{36,}/g

/** What commander found wrong, as a failure: its sentence, and its suggestion as help. */
export const usageFailure = (message: string, command: string): Failure => {
  const [what = '', suggestion] = message
    .replace(/^error: /, '')
    .replace(KEY_LIKE, (run) => `${run.slice(0, 4)}…${run.slice(-4)}`)
    .split('\n')
  const meant = suggestion === undefined ? '' : `${suggestion.replace(/^\(|\)$/g, '').replace(/^D/, 'd')} `
  return failure(
    'usage',
    what
      .replaceAll("'", '`')
      .replace(/\.$/, '')
      .replace(/\. [A-Z]/g, (end) => `; ${end.slice(2).toLowerCase()}`),
    `${meant}see \`${command} --help\``,
  )
}
