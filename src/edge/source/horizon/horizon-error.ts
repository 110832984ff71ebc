/** Errors of Horizon, which look like answers. None of them says that an account does not exist. */
import * as O from 'fp-ts/lib/Option.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'

const TYPES = 'https://stellar.org/horizon-errors/'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * The failure for a Horizon problem document, where a value is one: an object without an account but
 * with a numeric `status`, and a `type` or `title`.
 */
export const horizonError = (json: unknown): O.Option<Failure> => {
  if (!isObject(json) || 'account_id' in json || typeof json['status'] !== 'number') return O.none
  const type = textOf(json['type'])
  const name = type.startsWith(TYPES) ? type.slice(TYPES.length) : type
  const title = name === '' ? textOf(json['title']) : name
  return title === ''
    ? O.none
    : O.some(
        failure(
          'horizon-error',
          `this is an error of Horizon and no account: ${quoted(title)} (status ${quoted(String(json['status']))})`,
          'an error does not say that the account does not exist; fetch it again, or name it as absent if you know that',
        ),
      )
}
