// Sessions: a JSON Web Token (HS256) that this process signs with a secret of its own, and forgets with it.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Whoever is removed from an account keeps a session until it ends: keep them short. */
const LIFETIME = 900

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The only header there is: nobody else chooses the algorithm. */
const HEADER = base64url({ alg: 'HS256', typ: 'JWT' })

const claimsIn = (payload) => {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** `now` gives seconds since 1970. */
export const makeSessions = ({ issuer, now, secret = randomBytes(32) }) => {
  const mac = (text) => createHmac('sha256', secret).update(text).digest()
  return {
    /** A token for an account; `subject` is the account with its memo, or the muxed account. */
    open: ({ account, subject, id }) => {
      const claims = { iss: issuer, sub: subject, account, jti: id, iat: now(), exp: now() + LIFETIME }
      const text = `${HEADER}.${base64url(claims)}`
      return `${text}.${mac(text).toString('base64url')}`
    },
    /** The claims of a token of ours whose time has not passed; otherwise undefined. */
    read: (token) => {
      const [header, payload, signature, ...rest] = token.split('.')
      if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0)
        return undefined
      const given = Buffer.from(signature, 'base64url')
      const right = mac(`${header}.${payload}`)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
      const claims = claimsIn(payload)
      return claims !== undefined && claims.iss === issuer && now() < claims.exp ? claims : undefined
    },
  }
}
