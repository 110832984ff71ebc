/** What `sep10/verify` answers; the words are explained in src/edge/report/sep10/json.ts. */
import * as t from 'io-ts/lib/index.js'
import { described } from '../wire/forms.js'
import { formatVersion, orNull, signerAnswer } from './answer-forms.js'

const refusal = orNull(t.type({ code: t.string, message: t.string, help: orNull(t.string) }))

const challenge = t.type({
  hash: t.string,
  server: t.string,
  client: t.type({
    account: t.string,
    alias: orNull(t.string),
    address: t.string,
    muxedId: orNull(t.string),
    memo: orNull(t.string),
  }),
  homeDomain: t.string,
  webAuthDomain: orNull(t.string),
  clientDomain: orNull(t.type({ domain: t.string, account: t.string })),
  from: t.string,
  until: t.string,
})

export const authenticationCodec = t.type({
  formatVersion,
  state: described(
    'Yes is the text `authenticated`, and nothing else is.',
    t.keyof({ authenticated: null, refused: null, 'not-known': null }),
  ),
  profile: t.keyof({ strict: null, literal: null }),
  level: t.union([t.string, t.Int]),
  challenge: orNull(challenge),
  exists: orNull(t.boolean),
  signers: t.readonlyArray(signerAnswer),
  weight: orNull(t.Int),
  needed: orNull(t.Int),
  ledger: orNull(t.Int),
  refusal,
  because: refusal,
})
