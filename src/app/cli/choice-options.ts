/** Options that say who can be asked to sign, and at what cost. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as O from 'fp-ts/lib/Option.js'
import type { SignerChoice } from '../programs/signer-choice.js'
import { onceOption } from './arguments.js'

/** The options as they are written. */
export interface ChoiceFlags {
  readonly available?: readonly string[]
  readonly prefer?: readonly string[]
  readonly cost?: readonly string[]
  readonly fewest?: 'signatures' | 'people'
  readonly holder?: readonly string[]
}

/**
 * An option of words between commas, which may be given more than once. One without a word is refused: an
 * empty variable of a script would take the option away in silence.
 */
export const listOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(
    (value: string, before: readonly string[] | undefined): readonly string[] => {
      const words = value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
      if (words.length === 0) throw new InvalidArgumentError('It names nothing.')
      return [...(before ?? []), ...words]
    },
  )

/** An option that may be given more than once, one thing each: a path may have a comma in it. */
export const severalOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(
    (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value],
  )

/** An option that is a number from 1 on. */
export const countOption = (flags: string, description: string): Option => {
  const option = onceOption(flags, description)
  const parse = option.parseArg
  return option.argParser((value: string, before: unknown) => {
    const text: unknown = parse === undefined ? value : parse(value, before)
    const count = typeof text === 'string' && /^[0-9]{1,5}$/.test(text) ? Number(text) : 0
    if (count < 1 || count > 10_000) throw new InvalidArgumentError('It is a number from 1 to 10000.')
    return count
  })
}

/** Adds the options to a command. */
export const addChoiceOptions = (command: Command): Command =>
  command
    .addOption(listOption('--available <signers>', 'only these can be asked: names or keys, between commas'))
    .addOption(listOption('--prefer <signers>', 'these cost nothing, all others 1'))
    .addOption(listOption('--cost <signer=cost>', 'what it costs to ask; 1 where it is not said'))
    .addOption(
      onceOption(
        '--fewest <what>',
        'signatures (default), or people: then one who holds two keys counts once',
        ['signatures', 'people'],
      ),
    )
    .addOption(listOption('--holder <signer=name>', 'who holds a key, for --fewest people'))

/** The choice that the options say. */
export const choiceOf = ({ available, prefer, cost, fewest, holder }: ChoiceFlags): SignerChoice => ({
  available: O.fromNullable(available),
  prefer: prefer ?? [],
  costs: cost ?? [],
  fewest: O.fromNullable(fewest),
  holders: holder ?? [],
})
