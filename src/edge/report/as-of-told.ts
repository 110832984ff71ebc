/** What was fetched for a decision, in words and as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Failure } from '../../kernel/model/index.js'
import type { AsOf } from './as-of.js'
import type { Json } from './json-list.js'
import { paragraph, type Block } from './layout.js'
import { accountLabel, type Names } from './names.js'
import { dim, span, warn } from './styled.js'
import { counted, joined } from './words.js'

/** `as of ledger 512`, and what is not said of others. */
const ledgerText = ({ ledgers, unsaid }: AsOf): string => {
  if (O.isNone(ledgers)) return 'as of a ledger that is not said'
  const { first, last } = ledgers.value
  const range = first === last ? `ledger ${String(first)}` : `ledgers ${String(first)} to ${String(last)}`
  return `as of ${range}${unsaid === 0 ? '' : `; of ${counted(unsaid, 'account')} it is not said`}`
}

/** Accounts that failed in the same way are told together. */
const groupsOf = (failures: AsOf['failures']): readonly (readonly [Failure, readonly AccountId[]])[] => {
  const groups = new Map<string, [Failure, AccountId[]]>()
  for (const [id, failure] of failures) {
    const name = `${failure.code} ${failure.message}`
    const group = groups.get(name) ?? [failure, []]
    group[1].push(id)
    groups.set(name, group)
  }
  return [...groups.values()]
}

const failureBlocks = (names: Names, { source, failures }: AsOf): readonly Block[] =>
  groupsOf(failures).flatMap(([{ code, message, help }, ids]) => [
    paragraph(
      2,
      4,
      warn('!'),
      span(
        ` ${source} could not say what ${joined(ids.map(accountLabel(names)))} ${ids.length === 1 ? 'is' : 'are'}: ${message} (${code})`,
      ),
    ),
    ...(O.isSome(help) ? [paragraph(4, 4, dim(help.value))] : []),
  ])

const hasMoved = ({ ledgers }: AsOf): boolean =>
  O.isSome(ledgers) && ledgers.value.first !== ledgers.value.last

/** As of which ledger, by whom, and what could not be fetched; nothing where nobody was asked. */
export const asOfBlocks = (names: Names, asOf: AsOf | undefined): readonly Block[] => {
  if (asOf === undefined || asOf.asked === 0) return []
  const answered = asOf.asked - asOf.failures.size
  return [
    ...(answered === 0 ? [] : [paragraph(2, 2, dim(`${ledgerText(asOf)} · ${asOf.source}`))]),
    ...(hasMoved(asOf)
      ? [
          paragraph(
            2,
            4,
            warn('!'),
            span(' the accounts are of different ledgers: one may have changed in between'),
          ),
        ]
      : []),
    ...failureBlocks(names, asOf),
  ]
}

/** How accounts are called that a decision lacks. */
export const lackedWord = (asOf: AsOf | undefined): 'given' | 'known' =>
  asOf === undefined ? 'given' : 'known'

/** What can be done about accounts that a decision lacks. */
export const lackedHelp = (asOf: AsOf | undefined): string =>
  asOf === undefined
    ? 'give each with --account FILE; if every account not given does not exist: --closed-world'
    : 'ask again, or give each with --account FILE'

/**
 * As of which ledger: `source`, `asked` (accounts), `ledgers` (`first`, `last`) or null, `unsaid` (answers
 * without a ledger), `failures` (`account`, `code`, `message`, `help`). No member where nobody was asked.
 */
export const asOfJson = (asOf: AsOf | undefined): Readonly<Record<string, Json>> => {
  if (asOf === undefined) return {}
  const { source, asked, ledgers, unsaid, failures } = asOf
  return {
    asOf: {
      source,
      asked,
      ledgers: O.toNullable(ledgers),
      unsaid,
      failures: [...failures].map(([account, { code, message, help }]) => ({
        account,
        code,
        message,
        help: O.toNullable(help),
      })),
    },
  }
}
