/** Answers over HTTP, as far as Horizon and Stellar RPC have them in common. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { parseJson } from '../text/json-text.js'
import { repeatedMember } from '../text/repeated-member.js'

/** One answer. Names of headers are in lower case; of a header that came twice the values stand side by side. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** Empty where the body was not asked for. */
  readonly body: string
}

/** A failure for an answer that cannot be one. */
export const malformed = (why: string): Failure =>
  failure('source-malformed', `the answer cannot be used: ${why}`, 'nothing is known of the account now')

/** The failure for an answer that is none, by its status. */
export const refused = (what: string, help?: string): Failure => failure('source-refused', what, help)

/** Where an address leads, without what could be secret of it. */
const originIn = (location: string | undefined): string => {
  const found = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#@\s]{1,200})/i.exec(location ?? '')
  return found === null ? 'another path' : quoted(`${found[1] ?? ''}${found[2] ?? ''}`.toLowerCase())
}

/** The failure for a status other than those that answer. */
export const statusFailure = ({ status, headers }: HttpAnswer): Failure => {
  if (status >= 300 && status < 400)
    return refused(
      `redirected (${String(status)}) to ${originIn(headers.get('location'))}, which is not followed`,
      'give the address that answers itself, if you trust it',
    )
  if (status === 429) return refused('asked too often (429)', 'ask less often, or another server')
  if (status === 401 || status === 403)
    return refused(`not allowed (${String(status)})`, 'check the key or the password of the address')
  return refused(`answered with status ${String(status)}`)
}

/** `application/json`, and kinds of it such as `application/hal+json`; in UTF-8, whether it says so or not. */
const JSON_TYPE = /^application\/(?:json|[a-z0-9.-]+\+json)\s*(?:;\s*charset="?utf-?8"?\s*)?;?$/i

/** Whether a body says that it is JSON. */
export const isJson = ({ headers }: HttpAnswer): boolean =>
  JSON_TYPE.test((headers.get('content-type') ?? '').trim())

/**
 * The JSON of an answer.
 *
 * Failure: `source-malformed`, where it does not say that it is JSON, is not, or says something twice.
 */
export const jsonOf = (answer: HttpAnswer): E.Either<Failure, unknown> => {
  const type = answer.headers.get('content-type')
  if (!isJson(answer))
    return E.left(
      malformed(type === undefined ? 'it has no content type' : `it is ${quoted(type)} and no JSON`),
    )
  const json = parseJson(answer.body)
  if (E.isLeft(json)) return E.left(malformed('it is no JSON, although it says so'))
  const repeated = repeatedMember(answer.body)
  return O.isSome(repeated)
    ? E.left(malformed(`the member ${quoted(repeated.value)} stands in it twice`))
    : json
}
