// Bodies of requests: an object with a `transaction`, as JSON or as a form. Everything else is refused unread.
import { refused } from './answers.mjs'

const LIMIT = 64 * 1024

const bytesOf = async (request) => {
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) return undefined
  const parts = []
  let length = 0
  // Left open: whoever sends too much is answered before the line is closed.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    length += part.length
    if (length > LIMIT) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const textOf = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const jsonIn = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `{ transaction }`, or `{ refusal }`. */
export const readBody = async (request) => {
  const type = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase()
  const isForm = type === 'application/x-www-form-urlencoded'
  if (!isForm && type !== 'application/json')
    return { refusal: refused(415, 'bad-content-type', 'expected JSON or a form') }
  const bytes = await bytesOf(request)
  if (bytes === undefined) return { refusal: refused(413, 'too-large', 'the body is too large') }
  const text = textOf(bytes)
  const value =
    text === undefined ? undefined : isForm ? Object.fromEntries(new URLSearchParams(text)) : jsonIn(text)
  const transaction = value?.transaction ?? value?.tx
  return typeof transaction === 'string'
    ? { transaction: transaction.trim() }
    : { refusal: refused(400, 'bad-body', 'expected an object with a `transaction` (a text)') }
}
