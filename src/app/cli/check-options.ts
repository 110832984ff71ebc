/** The options of `check`, and what they mean together. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Severity } from '../../advice/lint/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { CheckRequest } from '../programs/check/check-request.js'
import { onceOption } from './arguments.js'
import { formatTargets, type FormatTarget } from './check-output.js'
import { COLOUR_SETTINGS, type ColourSetting } from './colour.js'

/** The options as they are written. */
export interface CheckFlags {
  readonly format?: readonly string[]
  readonly failOn: Severity
  readonly verbose?: true
  readonly color: ColourSetting
  readonly base?: string
  readonly notLooser?: true
  readonly baseline?: string
  readonly createBaseline?: true
  readonly pruneBaseline?: true
  readonly fix?: true
  readonly fixDryRun?: true
  readonly rule?: readonly string[]
  readonly skip?: readonly string[]
  readonly today?: string
  readonly state?: string
  readonly stellarToml?: string
  readonly stdinFilename?: string
  readonly watch?: true
}

/** A check as it was asked for. */
export interface CheckJob {
  readonly request: CheckRequest
  readonly targets: readonly FormatTarget[]
  readonly failOn: Severity
  readonly verbose: boolean
  readonly color: ColourSetting
  readonly baseline: O.Option<{ readonly file: string; readonly mode: 'use' | 'create' | 'prune' }>
  readonly fix: 'no' | 'write' | 'show'
  readonly watch: boolean
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

const many = (flags: string, description: string): Option => new Option(flags, description).argParser(collect)

/** Adds the options to the command. */
export const addCheckOptions = (command: Command): Command =>
  command
    .addOption(
      many('--format <format[=file]>', 'text (default), json, jsonl, sarif, junit, github or markdown'),
    )
    .addOption(
      onceOption('--fail-on <severity>', 'from which severity on a finding ends with 1', [
        'error',
        'warning',
        'note',
      ]).default('error'),
    )
    .option('--verbose', 'tell what holds too, and why')
    .addOption(onceOption('--base <ref|path>', 'the policies before: a git revision, a file or a folder'))
    .option('--not-looser', 'nobody gains power over any account, whatever the files promise; needs --base')
    .addOption(onceOption('--baseline <file>', 'findings that do not count'))
    .option('--create-baseline', 'write all that is found today to the file of --baseline')
    .option('--prune-baseline', 'take out of it what is no longer found; nothing is ever added')
    .option('--fix', 'put right what is proved to change nothing for anybody, or only to take power away')
    .option('--fix-dry-run', 'print that as a diff instead of the report')
    .addOption(many('--rule <id>', 'only this rule; claims and tests are always asked'))
    .addOption(many('--skip <id>', 'all rules but this one'))
    .addOption(
      onceOption('--today <date>', 'the day that ignores and ages are counted from (default: today)'),
    )
    .addOption(onceOption('--state <file>', 'the accounts as the network has them, to compare with'))
    .addOption(onceOption('--stellar-toml <file>', 'the stellar.toml of the domain, to compare with'))
    .addOption(onceOption('--stdin-filename <file>', 'what - is called'))
    .option('--watch', 'check again whenever a file changes, until Ctrl-C')
    .addOption(
      onceOption(
        '--color <when>',
        'auto, always or never; NO_COLOR and FORCE_COLOR are respected',
        COLOUR_SETTINGS,
      ).default('auto'),
    )

const wrong = (message: string, help: string): O.Option<Failure> => O.some(failure('usage', message, help))

const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Options that say two things at once. */
const contradiction = (paths: readonly string[], flags: CheckFlags): O.Option<Failure> => {
  const { createBaseline, pruneBaseline, baseline, fix, fixDryRun, watch, today } = flags
  const fixes = fix ?? fixDryRun ?? false
  const writes = createBaseline ?? pruneBaseline ?? false
  if (writes && baseline === undefined)
    return wrong('no file is named for the baseline', 'write `--baseline FILE` too')
  if (flags.notLooser && flags.base === undefined)
    return wrong('`--not-looser` compares with what was before', 'write `--base REF` too')
  if (createBaseline && pruneBaseline)
    return wrong('a baseline is either made or pruned', 'leave one of the two options out')
  if (fix && fixDryRun) return wrong('a fix is either done or shown', 'leave one of the two options out')
  if (fixes && writes)
    return wrong('fixing and writing a baseline go one after the other', 'fix first, then write the baseline')
  if (paths.includes('-') && (fixes || watch))
    return wrong('standard input can neither be fixed nor watched', 'name the file by its path')
  if (watch && (fixes || writes))
    return wrong('`--watch` only looks: nothing is written while it waits', 'run the other one by itself')
  return today === undefined || isDay(today)
    ? O.none
    : O.some(
        about('--today')(
          failure('usage', `${quoted(today)} is no day`, 'expected one that there is, such as `2026-03-01`'),
        ),
      )
}

/** What the options ask for. Failure: `usage`. */
export const checkJob = (
  paths: readonly string[],
  flags: CheckFlags,
  clock: () => Date,
): E.Either<Failure, CheckJob> => {
  const contradicts = contradiction(paths, flags)
  if (O.isSome(contradicts)) return E.left(contradicts.value)
  const targets = formatTargets(flags.format ?? [])
  if (E.isLeft(targets)) return targets
  const isShown = flags.fixDryRun ?? false
  if (isShown && flags.format?.some((word) => !word.includes('=')))
    return E.left(
      failure(
        'usage',
        '`--fix-dry-run` prints a diff on standard output',
        'give the report a file: `--format json=FILE`',
      ),
    )
  const mode = flags.createBaseline ? 'create' : flags.pruneBaseline ? 'prune' : 'use'
  return E.right({
    request: {
      paths,
      stdinName: O.fromNullable(flags.stdinFilename),
      base: O.fromNullable(flags.base),
      notLooser: flags.notLooser ?? false,
      only: flags.rule ?? [],
      skip: flags.skip ?? [],
      today: flags.today ?? clock().toISOString().slice(0, 10),
      state: O.fromNullable(flags.state),
      stellarToml: O.fromNullable(flags.stellarToml),
    },
    targets: isShown ? targets.right.filter(({ file }) => file !== undefined) : targets.right,
    failOn: flags.failOn,
    verbose: flags.verbose ?? false,
    color: flags.color,
    baseline: O.map((file: string) => ({ file, mode }) as const)(O.fromNullable(flags.baseline)),
    fix: flags.fix ? 'write' : isShown ? 'show' : 'no',
    watch: flags.watch ?? false,
  })
}
