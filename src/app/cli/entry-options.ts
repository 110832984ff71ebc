/** Options of commands that judge authorization entries: when the call runs, and how long a nonce may live. */
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { about, type Failure } from '../../kernel/model/failure.js'
import { onceOption } from './arguments.js'

/** The options as they are written. */
export interface EntryFlags {
  readonly ledger?: string
  readonly maxEntryTtl?: string
}

/** Adds the options to a command. */
export const addEntryOptions = (command: Command): Command =>
  command
    .addOption(onceOption('--ledger <number>', 'the ledger in which a call runs, for entries that expire'))
    .addOption(onceOption('--max-entry-ttl <ledgers>', 'for how many ledgers the network lets a nonce live'))

/** What the options say; what they do not say is left out. */
export interface EntryRules {
  readonly ledger?: number
  readonly maxEntryTtl?: number
}

/** Failure: `not-a-ledger`, also for a number of ledgers. */
export const entryRulesOf = async ({
  ledger,
  maxEntryTtl,
}: EntryFlags): Promise<E.Either<Failure, EntryRules>> => {
  const { parseLedger } = await import('../programs/ledger-time.js')
  const rules: { ledger?: number; maxEntryTtl?: number } = {}
  for (const [name, flag, text] of [
    ['ledger', '--ledger', ledger],
    ['maxEntryTtl', '--max-entry-ttl', maxEntryTtl],
  ] as const) {
    if (text === undefined) continue
    const number = E.mapLeft(about(flag))(parseLedger(text))
    if (E.isLeft(number)) return number
    rules[name] = number.right
  }
  return E.right(rules)
}
