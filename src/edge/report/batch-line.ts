/**
 * One case of a batch as one line of JSON: what the network would say, and nothing of why.
 *
 *   {"id":"7","verdict":"rejected","code":"txBAD_AUTH_EXTRA","hash":"…","operations":[],"used":"10","missing":[]}
 *
 * `code` is null where undetermined; `used` has one digit a signature; `operations` is the list that the
 * network's result carries, of a fee bump that of its inner transaction. `inner` is there for fee bumps
 * only, and null where the inner transaction was not reached.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Judgement, Verdict } from '../../kernel/engine/index.js'
import { toHex, type Envelope, type Failure } from '../../kernel/model/index.js'
import { kebab } from './words.js'

const usedOf = ({ used }: Judgement): string => {
  let digits = ''
  for (const one of used) digits += one ? '1' : '0'
  return digits
}

/** The line of a judged case, without its newline. */
export const verdictLine = (id: string, envelope: Envelope, verdict: Verdict): string => {
  const { judgement } = verdict
  const inner = O.toUndefined(verdict.inner)
  return JSON.stringify({
    id,
    verdict: kebab(verdict._tag),
    code: O.toNullable(judgement.code),
    hash: toHex(judgement.hash),
    operations: (inner ?? judgement).operations.map(O.toNullable),
    used: usedOf(judgement),
    ...(envelope._tag === 'FeeBump'
      ? {
          inner:
            inner === undefined
              ? null
              : {
                  code: O.toNullable(inner.code),
                  operations: inner.operations.map(O.toNullable),
                  used: usedOf(inner),
                },
        }
      : {}),
    missing: verdict._tag === 'Undetermined' ? verdict.missing : [],
  })
}

/** The line of a case that could not be read, without its newline. */
export const unreadableLine = (id: O.Option<string>, { code, message }: Failure): string =>
  JSON.stringify({ id: O.toNullable(id), error: { code, message } })
