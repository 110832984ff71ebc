/**
 * The ways around a login that are known from other implementations, by name, each with what becomes of it.
 * The library and the sidecar are held to the same table.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  clientAnswerIn,
  clientAnswerOf,
  type AuthenticationRules,
  type ClientAnswer,
} from '../../../src/edge/sep10/index.js'
import type { TransactionParts } from '../../../src/edge/xdr/index.js'
import {
  EMPTY_VIEW,
  failure,
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  signer,
  type Account,
} from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { by, over, payloadBy, preimage, raw, withHint } from '../../support/build/signature.js'
import { absent, clientEntry, known, walletEntry, webAuthEntry, type Hand } from './login.js'

export const alice = (parts: Partial<Parameters<typeof account>[0]> = {}): Account =>
  account({ of: 'alice', ...parts })

export const MEDIUM: AuthenticationRules = { level: 'Medium' }
export const LITERAL: AuthenticationRules = { level: 'Medium', profile: 'literal' }

export const x = sha256('a secret')
export const disabled = alice({ master: 0, medium: 0, signers: [['bob', 1]] })
export const wallet: Partial<TransactionParts> = { operations: [clientEntry, webAuthEntry, walletEntry] }
export const failed = clientAnswerOf(E.left(failure('source-timeout', 'no answer in time')))

/** The client with a number in its address: M…, and not G…. */
const muxed: Partial<TransactionParts> = {
  marks: { memo: { _tag: 'None' }, source: O.none, operationSources: [O.some(9n)] },
}

const ofServer: Partial<TransactionParts> = {
  operations: [{ ...clientEntry, source: O.some(key('server').id) }, webAuthEntry],
}

/** One way, and its end. */
export interface Bypass {
  readonly name: string
  readonly hands: readonly Hand[]
  readonly answer: ClientAnswer
  readonly rules?: AuthenticationRules
  readonly changes?: Partial<TransactionParts>
  /** Who authenticated, or the code; in `strict` where the rules say nothing else. */
  readonly is: string
}

export const BYPASSES: readonly Bypass[] = [
  {
    name: 'disabled master key with medium 0',
    hands: ['alice'],
    answer: known(disabled),
    is: 'not-signed-by-client',
  },
  {
    name: 'disabled master key with medium 0, literally',
    hands: ['alice'],
    answer: known(disabled),
    rules: LITERAL,
    is: 'alice',
  },
  {
    name: 'disabled master key beside a signer',
    hands: ['alice', 'bob'],
    answer: known(disabled),
    is: 'unknown-signature',
  },
  {
    name: 'the signer of an account with a disabled master key',
    hands: ['bob'],
    answer: known(disabled),
    is: 'bob',
  },
  {
    name: 'threshold 0 without a client signature',
    hands: [],
    answer: known(alice()),
    is: 'not-signed-by-client',
  },
  {
    name: 'threshold 0 without a client signature, literally',
    hands: [],
    answer: known(alice()),
    rules: LITERAL,
    is: 'not-signed-by-client',
  },
  {
    name: 'level 0 without a client signature',
    hands: [],
    answer: known(alice({ medium: 2 })),
    rules: { level: 0 },
    is: 'not-signed-by-client',
  },
  { name: 'threshold 0 with a client signature', hands: ['alice'], answer: known(alice()), is: 'alice' },
  { name: 'loader error taken as absent', hands: ['alice'], answer: failed, is: 'account-not-known' },
  {
    name: 'loader error taken as absent, literally',
    hands: ['alice'],
    answer: failed,
    rules: LITERAL,
    is: 'account-not-known',
  },
  {
    name: 'account not fetched taken as absent',
    hands: ['alice'],
    answer: clientAnswerIn(EMPTY_VIEW)(key('alice').id),
    is: 'account-not-known',
  },
  {
    name: 'absent account: its own key',
    hands: ['alice'],
    answer: absent,
    rules: { level: 'High' },
    is: 'alice',
  },
  { name: 'absent account: another key', hands: ['bob'], answer: absent, is: 'not-signed-by-client' },
  {
    name: 'absent account: its own key and another',
    hands: ['alice', 'bob'],
    answer: absent,
    is: 'unknown-signature',
  },
  {
    name: 'absent account, more than its one key asked for',
    hands: ['alice'],
    answer: absent,
    rules: { level: 2 },
    is: 'weight-not-reached',
  },
  {
    name: 'threshold of 128',
    hands: ['alice'],
    answer: known(alice({ master: 127, medium: 128 })),
    is: 'weight-not-reached',
  },
  {
    name: 'threshold of 200',
    hands: ['bob'],
    answer: known(alice({ master: 200, medium: 200, signers: [['bob', 1]] })),
    is: 'weight-not-reached',
  },
  {
    name: 'threshold of 255',
    hands: ['alice', 'bob'],
    answer: known(alice({ master: 254, medium: 255, signers: [['bob', 1]] })),
    is: 'alice bob',
  },
  {
    name: 'weights over 127',
    hands: ['alice', 'bob'],
    answer: known(alice({ master: 128, medium: 255, signers: [['bob', 128]] })),
    is: 'alice bob',
  },
  {
    name: 'a level above everything',
    hands: ['alice'],
    answer: known(alice({ master: 255 })),
    rules: { level: 256 },
    is: 'weight-not-reached',
  },
  {
    name: 'server key as signer',
    hands: [],
    answer: known(alice({ medium: 5, signers: [['server', 255]] })),
    is: 'not-signed-by-client',
  },
  {
    name: 'server key as signer, and it signs twice',
    hands: ['server'],
    answer: known(alice({ signers: [['server', 255]] })),
    is: 'not-signed-by-client',
  },
  {
    name: 'server key as the only signer',
    hands: [],
    answer: known(alice({ master: 0, signers: [['server', 255]] })),
    is: 'no-signers',
  },
  {
    name: 'server key as signer tips the scale',
    hands: ['alice'],
    answer: known(alice({ medium: 2, signers: [['server', 1]] })),
    is: 'weight-not-reached',
  },
  {
    name: 'server signature twice',
    hands: ['server', 'alice'],
    answer: known(alice()),
    is: 'unknown-signature',
  },
  {
    name: 'duplicate signatures',
    hands: ['bob', 'bob'],
    answer: known(alice({ medium: 2, signers: [['bob', 1]] })),
    is: 'unknown-signature',
  },
  {
    name: 'duplicate signatures of enough weight',
    hands: ['bob', 'bob'],
    answer: known(alice({ medium: 1, signers: [['bob', 1]] })),
    is: 'unknown-signature',
  },
  {
    name: 'same key twice in the account',
    hands: ['bob', 'bob'],
    answer: known({
      ...alice({ medium: 2 }),
      signers: [signer(key('bob').signerKey, 1), signer(key('bob').signerKey, 1)],
    }),
    is: 'unknown-signature',
  },
  {
    name: 'same key twice in the account, once heavy',
    hands: ['bob'],
    answer: known({
      ...alice({ medium: 2 }),
      signers: [signer(key('bob').signerKey, 1), signer(key('bob').signerKey, 9)],
    }),
    is: 'weight-not-reached',
  },
  {
    name: 'master key listed as a signer too',
    hands: ['alice', 'alice'],
    answer: known({ ...alice({ medium: 2 }), signers: [signer(key('alice').signerKey, 1)] }),
    is: 'unknown-signature',
  },
  {
    name: 'weight-0 signer found',
    hands: ['bob'],
    answer: known({ ...alice(), signers: [signer(key('bob').signerKey, 0)] }),
    is: 'not-signed-by-client',
  },
  {
    name: 'hash(x) signer present',
    hands: ['alice'],
    answer: known(alice({ signers: [[hashXKey(sha256(x)), 255]] })),
    is: 'alice',
  },
  {
    name: 'hash(x) preimage as a signature',
    hands: [preimage(x)],
    answer: known(alice({ signers: [[hashXKey(sha256(x)), 255]] })),
    is: 'not-signed-by-client',
  },
  {
    name: 'hash(x) preimage beside a signature',
    hands: ['alice', preimage(x)],
    answer: known(alice({ medium: 2, signers: [[hashXKey(sha256(x)), 255]] })),
    is: 'unknown-signature',
  },
  {
    name: 'pre-authorized transaction present',
    hands: ['alice'],
    answer: known(alice({ medium: 2, signers: [[preAuthTxKey(sha256('t')), 255]] })),
    is: 'weight-not-reached',
  },
  {
    name: 'signed payload signer present',
    hands: [payloadBy('bob', x)],
    answer: known(alice({ signers: [[signedPayloadKey(key('bob').publicKey, x), 255]] })),
    is: 'not-signed-by-client',
  },
  {
    name: 'nobody but hashes',
    hands: [preimage(x)],
    answer: known(alice({ master: 0, signers: [[hashXKey(sha256(x)), 255]] })),
    is: 'no-signers',
  },
  {
    name: 'an account that is locked for good',
    hands: ['alice'],
    answer: known(alice({ master: 0 })),
    is: 'no-signers',
  },
  { name: 'a stranger', hands: ['mallory'], answer: known(alice()), is: 'not-signed-by-client' },
  {
    name: 'a stranger beside a signer',
    hands: ['alice', 'mallory'],
    answer: known(alice()),
    is: 'unknown-signature',
  },
  {
    name: 'the signature of another challenge',
    hands: [over(sha256('other'))(by('alice'))],
    answer: known(alice()),
    is: 'not-signed-by-client',
  },
  {
    name: 'a right signature under another hint',
    hands: [withHint(1)(by('alice'))],
    answer: known(alice()),
    is: 'not-signed-by-client',
  },
  {
    name: 'an empty signature with the right hint',
    hands: [raw(by('alice')(x).hint, new Uint8Array())],
    answer: known(alice()),
    is: 'not-signed-by-client',
  },
  {
    name: 'more signers than needed',
    hands: ['alice', 'bob', 'carol'],
    answer: known(
      alice({
        medium: 1,
        signers: [
          ['bob', 1],
          ['carol', 1],
        ],
      }),
    ),
    is: 'alice bob carol',
  },
  {
    name: 'client_domain signature missing',
    hands: ['alice'],
    answer: known(alice()),
    changes: wallet,
    is: 'not-signed-by-client-domain',
  },
  {
    name: 'client_domain signature given',
    hands: ['alice', 'wallet'],
    answer: known(alice()),
    changes: wallet,
    is: 'alice',
  },
  {
    name: 'client_domain signature alone',
    hands: ['wallet'],
    answer: known(alice()),
    changes: wallet,
    is: 'not-signed-by-client',
  },
  {
    name: 'client_domain signature alone, literally',
    hands: ['wallet'],
    answer: known(alice()),
    changes: wallet,
    rules: LITERAL,
    is: 'not-signed-by-client',
  },
  {
    name: 'client_domain key as signer',
    hands: ['wallet'],
    answer: known(alice({ signers: [['wallet', 255]] })),
    changes: wallet,
    is: 'not-signed-by-client',
  },
  {
    name: 'client_domain signature without a client_domain',
    hands: ['alice', 'wallet'],
    answer: known(alice()),
    is: 'unknown-signature',
  },
  {
    name: 'another account given',
    hands: ['bob'],
    answer: known(account({ of: 'bob' })),
    is: 'other-account',
  },
  {
    name: 'level that is no number',
    hands: ['alice'],
    answer: known(alice()),
    rules: { level: NaN },
    is: 'bad-level',
  },
  { name: 'level below 0', hands: ['alice'], answer: known(alice()), rules: { level: -1 }, is: 'bad-level' },
  {
    name: 'level that is no whole number',
    hands: ['alice'],
    answer: known(alice()),
    rules: { level: 0.5 },
    is: 'bad-level',
  },
  {
    name: 'level without end',
    hands: ['alice'],
    answer: known(alice()),
    rules: { level: Infinity },
    is: 'bad-level',
  },
  {
    name: 'the level that is asked for, and no other',
    hands: ['alice'],
    answer: known(alice({ low: 1, medium: 1, high: 2 })),
    rules: { level: 'High' },
    is: 'weight-not-reached',
  },
  {
    name: 'low where medium is not reached',
    hands: ['alice'],
    answer: known(alice({ low: 1, medium: 2, high: 2 })),
    rules: { level: 'Low' },
    is: 'alice',
  },
  {
    name: 'muxed source: the account behind it decides',
    hands: ['alice'],
    answer: known(alice({ medium: 1 })),
    changes: muxed,
    is: 'alice',
  },
  {
    name: 'muxed source of an account with a disabled master key',
    hands: ['alice'],
    answer: known(disabled),
    changes: muxed,
    is: 'not-signed-by-client',
  },
  {
    name: 'muxed source below the threshold',
    hands: ['alice'],
    answer: known(alice({ medium: 9 })),
    changes: muxed,
    is: 'weight-not-reached',
  },
  {
    name: 'muxed source, loader error taken as absent',
    hands: ['alice'],
    answer: failed,
    changes: muxed,
    is: 'account-not-known',
  },
  {
    name: 'the server as its own client',
    hands: [],
    answer: known(account({ of: 'server' })),
    changes: ofServer,
    is: 'no-signers',
  },
  {
    name: 'the server as its own client, absent, and it signs twice',
    hands: ['server'],
    answer: absent,
    changes: ofServer,
    is: 'no-signers',
  },
]
