/** What form an input has, as far as its text shows; and what it is, where it is none that we read. */
import * as E from 'fp-ts/lib/Either.js'
import { at, failure, type Failure } from '../../kernel/model/index.js'
import { parseJson } from './text/json-text.js'
import { quoted } from './quoted.js'
import { positionIn } from './text/text-position.js'

/** The forms of inputs that describe accounts. */
export type AccountForm =
  | { readonly _tag: 'AccountFile' }
  | { readonly _tag: 'Horizon'; readonly json: unknown }
  | { readonly _tag: 'EntryList'; readonly entries: readonly string[] }
  | { readonly _tag: 'EntryLines' }
  | { readonly _tag: 'Other'; readonly failure: Failure }

const EXPECTED = 'expected an account file (`quorate: 1`), an account of Horizon, or ledger entries in base64'

const other = (looks: string, help?: string): AccountForm => ({
  _tag: 'Other',
  failure: failure('not-an-account-source', `${EXPECTED}; this looks like ${looks}`, help),
})

const isObject = (json: unknown): json is object => typeof json === 'object' && json !== null

const formOfObject = (json: object): AccountForm => {
  if ('quorate' in json) return { _tag: 'AccountFile' }
  if ('account_id' in json || '_embedded' in json || 'status' in json) return { _tag: 'Horizon', json }
  if ('envelope_xdr' in json)
    return other('a transaction of Horizon', 'its field `envelope_xdr` belongs where an envelope is expected')
  if ('envelope' in json) return other('a case of a batch', 'give it to `quorate evaluate --batch`')
  if ('keys' in json || 'accounts' in json) return { _tag: 'AccountFile' }
  return 'jsonrpc' in json
    ? other('an answer of an RPC server', 'take the ledger entries out of it')
    : other('a JSON object of another kind')
}

const formOfJson = (json: unknown): AccountForm => {
  if (Array.isArray(json)) {
    const items: readonly unknown[] = json
    if (items.length === 0) return other('an empty list')
    if (items.every((item) => typeof item === 'string')) return { _tag: 'EntryList', entries: items }
    return items.every(isObject) ? { _tag: 'Horizon', json } : other('a list of other things')
  }
  return isObject(json) ? formOfObject(json) : other('a JSON value that is no object')
}

const KEY_LINE = /^[GMTXPCLB][A-Z2-7]{55,164}$/
const BASE64_LINE = /^[A-Za-z0-9+/_-]+={0,2}$/
const MAP_LINE = /^[ \t]*["']?[$A-Za-z0-9_.-]+["']?[ \t]*:(?:[ \t]|$)/m

/** Whether every line could be base64 of an account: the shortest account takes 120 characters. */
const isBase64 = (lines: readonly string[]): boolean =>
  lines.every((line) => BASE64_LINE.test(line)) && lines.some((line) => line.length > 40)

/** The form of a text that is not empty. */
export const formOf = (text: string): AccountForm => {
  const start = text.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    const json = parseJson(text)
    if (E.isRight(json)) return formOfJson(json.right)
    // Not JSON; perhaps the same brackets in YAML, whose reader says better what is wrong.
    if (start.startsWith('{') && start.includes('quorate')) return { _tag: 'AccountFile' }
    return { _tag: 'Other', failure: json.left }
  }
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.every((line) => KEY_LINE.test(line)))
    return other('a key', 'a key does not say who may sign: write an account file, or fetch the account')
  if (isBase64(lines)) return { _tag: 'EntryLines' }
  if (start.startsWith('<')) return other('a web page')
  if (MAP_LINE.test(text)) return { _tag: 'AccountFile' }
  const position = positionIn(text)(text.length - start.length)
  const form = other(`a text that starts with ${quoted(start.slice(0, 20))}`)
  return form._tag === 'Other' ? { ...form, failure: at(position)(form.failure) } : form
}
