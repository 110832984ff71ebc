/** Addresses of servers: what may be asked, and what may be said of it. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../../kernel/model/index.js'

/** An address, and how it is called: without password, path and question, which are keys at many providers. */
export interface SourceAddress {
  readonly url: URL
  readonly origin: string
}

const badAddress = (what: string): Failure =>
  failure('bad-address', what, 'give it whole, such as `https://horizon.stellar.org`')

/** Whether user name and password can be read, as they are written with percent signs. */
const isReadable = ({ username, password }: URL): boolean => {
  try {
    decodeURIComponent(`${username}${password}`)
    return true
  } catch {
    return false
  }
}

/** Names and numbers of this machine. */
const LOOPBACK = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/

/**
 * The address that a text says: `https`, or `http` to this machine; `allowHttp` allows it to others.
 *
 * Failure: `bad-address`, which never repeats the text: it may hold a password.
 */
export const parseSourceAddress = (
  text: string,
  { allowHttp = false }: { readonly allowHttp?: boolean } = {},
): E.Either<Failure, SourceAddress> => {
  if (!URL.canParse(text)) return E.left(badAddress('this is no address of a server'))
  const url = new URL(text)
  if (!isReadable(url)) return E.left(badAddress('its user name or password cannot be read'))
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return E.left(badAddress('an address of a server begins with `https://`'))
  if (url.protocol === 'http:' && !allowHttp && !LOOPBACK.test(url.hostname))
    return E.left(
      failure(
        'bad-address',
        'without `https` anybody on the way could answer in the place of the server',
        'write `https://`; `http://` is for servers on this machine',
      ),
    )
  return E.right({ url, origin: url.origin })
}

/** The address of a path below an address, which keeps its question. */
export const below = ({ url }: SourceAddress, path: string): URL => {
  const found = new URL(url)
  found.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`
  found.hash = ''
  return found
}
