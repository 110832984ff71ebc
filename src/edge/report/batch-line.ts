/**
 * One case of a batch as one line of JSON: what the network would say, and nothing of why.
 *
 *   {"id":"7","verdict":"rejected","code":"txBAD_AUTH_EXTRA","hash":"…","operations":[],"used":"10","missing":[]}
 *
 * `code` is null where undetermined; `used` has one digit a signature; `operations` is the list that the
 * network's result carries, of a fee bump that of its inner transaction. `inner` is there for fee bumps
 * only, and null where the inner transaction was not reached. `entries` is there where smart contract calls
 * carry authorization entries: one word each, `refused:expired` and the like. They bear on the verdict at
 * apply, and never in validation.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Judgement, Verdict } from '../../kernel/engine/index.js'
import { toHex, type Envelope, type Failure } from '../../kernel/model/index.js'
import { innerCodeBy, operationCodesBy, settledBy, type JudgedEntry } from '../soroban/index.js'
import { kebab } from './words.js'

const usedOf = ({ used }: Judgement): string => {
  let digits = ''
  for (const one of used) digits += one ? '1' : '0'
  return digits
}

const entryWord = ({ verdict }: JudgedEntry): string =>
  verdict._tag === 'Refused' ? `refused:${verdict.reason}` : kebab(verdict._tag)

/** The line of a judged case, without its newline. */
export const verdictLine = (
  id: string,
  envelope: Envelope,
  verdict: Verdict,
  entries: readonly JudgedEntry[] = [],
): string => {
  const { judgement } = verdict
  const inner = O.toUndefined(verdict.inner)
  const settled = settledBy(verdict, entries)
  const operationsOf = ({ operations }: Judgement): readonly (string | null)[] =>
    operationCodesBy(settled, entries, operations).map(O.toNullable)
  return JSON.stringify({
    id,
    verdict: kebab(settled._tag),
    code: O.toNullable(settled.code),
    hash: toHex(judgement.hash),
    operations: operationsOf(inner ?? judgement),
    used: usedOf(judgement),
    ...(envelope._tag === 'FeeBump'
      ? {
          inner:
            inner === undefined
              ? null
              : {
                  code: O.toNullable(innerCodeBy(settled, inner.code)),
                  operations: operationsOf(inner),
                  used: usedOf(inner),
                },
        }
      : {}),
    ...(entries.length === 0 ? {} : { entries: entries.map(entryWord) }),
    missing: settled.missing,
  })
}

/** The line of a case that could not be read, without its newline. */
export const unreadableLine = (id: O.Option<string>, { code, message }: Failure): string =>
  JSON.stringify({ id: O.toNullable(id), error: { code, message } })
