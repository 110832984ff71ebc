/** Where a check is told: one format on standard output, any number in files, which are whole or not there. */
import * as E from 'fp-ts/lib/Either.js'
import type {
  CheckedFile,
  CheckEnd,
  CheckFormat,
  CheckHead,
  CheckReporter,
  CheckSettings,
} from '../../edge/report/index.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { Draft, Drafts } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import type { Channel } from './shell.js'

/** The formats, by the names that `--format` knows. */
export const CHECK_FORMAT_NAMES = [
  'text',
  'json',
  'jsonl',
  'sarif',
  'junit',
  'github',
  'markdown',
] as const satisfies readonly CheckFormat[]

/** One format, and the file that it goes to; none for standard output. */
export interface FormatTarget {
  readonly format: CheckFormat
  readonly file: string | undefined
}

const usage = (message: string, help: string): Failure => about('--format')(failure('usage', message, help))

const isFormat = (name: string): name is CheckFormat => CHECK_FORMAT_NAMES.some((one) => one === name)

/** `sarif=out.sarif`, or `json`. */
const targetOf = (word: string): E.Either<Failure, FormatTarget> => {
  const split = word.indexOf('=')
  const name = split < 0 ? word : word.slice(0, split)
  const file = split < 0 ? undefined : word.slice(split + 1)
  if (!isFormat(name))
    return E.left(
      usage(
        `\`${inputName(name)}\` is no format`,
        `expected ${CHECK_FORMAT_NAMES.join(', ')}, or one of them with a file: sarif=quorate.sarif`,
      ),
    )
  if (file === '-')
    return E.left(
      usage('`-` is no file', `\`${name}\` alone goes to standard output; \`./-\` is a file of that name`),
    )
  if (file === '') return E.left(usage(`no file is named after \`${name}=\``, `such as \`${name}=report\``))
  if (file !== undefined && /\.quorate\.(?:ya?ml|json)$/i.test(file))
    return E.left(
      usage(
        `\`${inputName(file)}\` has the name of a policy, and would be overwritten`,
        'give the report another name',
      ),
    )
  return E.right({ format: name, file })
}

/**
 * The targets that `--format` says. Standard output gets text where nothing else goes there.
 *
 * Failure: `usage`.
 */
export const formatTargets = (words: readonly string[]): E.Either<Failure, readonly FormatTarget[]> => {
  const targets: FormatTarget[] = []
  for (const word of words) {
    const target = targetOf(word)
    if (E.isLeft(target)) return target
    const taken = targets.find(({ file }) => file === target.right.file)
    if (taken !== undefined)
      return E.left(
        usage(
          `\`${taken.format}\` and \`${target.right.format}\` both go to ${taken.file === undefined ? 'standard output' : `\`${inputName(taken.file)}\``}`,
          'write one of them to a file of its own: `--format sarif=quorate.sarif`',
        ),
      )
    targets.push(target.right)
  }
  return E.right(
    targets.some(({ file }) => file === undefined)
      ? targets
      : [{ format: 'text', file: undefined }, ...targets],
  )
}

/** What a check tells, and to how many. */
export interface CheckOutput {
  readonly head: (head: CheckHead) => Promise<void>
  readonly file: (file: CheckedFile) => Promise<void>
  /** Ends every format, and puts the files in their places. */
  readonly end: (end: CheckEnd) => Promise<readonly Failure[]>
  /** Leaves the files as they were. */
  readonly discard: () => Promise<void>
}

type Formats = Readonly<Record<CheckFormat, (settings: CheckSettings) => CheckReporter>>

interface Sink {
  readonly reporter: CheckReporter
  readonly write: (text: string) => Promise<unknown>
  readonly draft: Draft | undefined
}

const discardAll = async (sinks: readonly Sink[]): Promise<void> => {
  for (const { draft } of sinks) await draft?.discard()
}

const tellerOf = (sinks: readonly Sink[]): CheckOutput => {
  const tell = async (text: (reporter: CheckReporter) => string): Promise<void> => {
    for (const { reporter, write } of sinks) await write(text(reporter))
  }
  return {
    head: (head) => tell((reporter) => reporter.head(head)),
    file: (file) => tell((reporter) => reporter.file(file)),
    end: async (end) => {
      // Files first: what standard output says last is not said where a report could not be written.
      const failures: Failure[] = []
      for (const { reporter, write, draft } of sinks) {
        if (draft === undefined) continue
        await write(reporter.end(end))
        const published = await draft.publish()
        if (E.isLeft(published)) failures.push(published.left)
      }
      if (failures.length > 0) return failures
      for (const { reporter, write, draft } of sinks) if (draft === undefined) await write(reporter.end(end))
      return []
    },
    discard: () => discardAll(sinks),
  }
}

/**
 * Opens what a check is told to; nothing is written before the first word.
 *
 * Failures: those of `Drafts.open`.
 */
export const openCheckOutput = async (
  formats: Formats,
  drafts: Drafts,
  stdout: Channel,
  targets: readonly FormatTarget[],
  settings: { readonly onTerminal: CheckSettings; readonly inFiles: CheckSettings },
): Promise<E.Either<Failure, CheckOutput>> => {
  const sinks: Sink[] = []
  for (const { format, file } of targets) {
    if (file === undefined) {
      const reporter = formats[format](settings.onTerminal)
      sinks.push({ reporter, write: (text) => stdout.output.write(text), draft: undefined })
      continue
    }
    const draft = await drafts.open(file)()
    if (E.isLeft(draft)) {
      await discardAll(sinks)
      return draft
    }
    const { write } = draft.right
    sinks.push({ reporter: formats[format](settings.inFiles), write, draft: draft.right })
  }
  return E.right(tellerOf(sinks))
}
