/** Pre-authorized transactions, hash(x) and signed payloads, each in the same situations of stellar-core. */
import {
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type Bytes,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import type { AccountParts, WeightedSigner } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { accountMerge, payment, setOptions } from '../../support/build/operation.js'
import { by, payloadBy, preimage, type Signing } from '../../support/build/signature.js'
import { tell, THIS } from './situation.js'

interface Alternative {
  readonly name: string
  readonly since: number
  readonly signerKey: SignerKey
  /** One bit away from it: another signer. */
  readonly almost: SignerKey
  readonly signings: readonly Signing[]
}

/** With zeros inside: a preimage is no text. */
const x: Bytes = Uint8Array.of(7, 0, 0, 7, 0)
const payload: Bytes = Uint8Array.of(1, 2, 3, 4, 5)
const flip = (bytes: Bytes): Bytes => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte))

const ALTERNATIVES: readonly Alternative[] = [
  {
    name: 'a pre-authorized transaction',
    since: 8,
    signerKey: THIS,
    almost: preAuthTxKey(sha256('another transaction')),
    signings: [],
  },
  {
    name: 'hash(x)',
    since: 8,
    signerKey: hashXKey(sha256(x)),
    almost: hashXKey(flip(sha256(x))),
    signings: [preimage(x)],
  },
  {
    name: 'a signed payload',
    since: 19,
    signerKey: signedPayloadKey(key('K').publicKey, payload),
    almost: signedPayloadKey(key('K').publicKey, flip(payload)),
    signings: [payloadBy('K', payload)],
  },
]

const ofB = payment('someone', 'B')
const [a, b, s1] = [by('A'), by('B'), by('S1')]

/** Used in every place, unused in every place, for as many signatures as the alternative has. */
const digits = (signings: readonly Signing[], digit: '0' | '1'): string =>
  digit.repeat(signings.length) || '-'

for (const { name, since, signerKey, almost, signings } of ALTERNATIVES) {
  const joint = (of: string, weight: number, others: readonly WeightedSigner[] = []): AccountParts => ({
    of,
    master: 100,
    low: 10,
    medium: 50,
    high: 100,
    signers: [[signerKey, weight], ...others],
  })
  const simple = (of: string): AccountParts => ({ of, signers: [[signerKey, 1]] })
  const [all, none] = [digits(signings, '1'), digits(signings, '0')]
  const some = signings.length > 0

  describe(`situations: ${name}`, () => {
    tell([
      {
        what: 'alone',
        accounts: [simple('A')],
        transaction: { signatures: signings },
        since,
        says: `txSUCCESS ${all}`,
      },
      {
        what: 'alone, where it is the only signer that is left',
        accounts: [{ ...simple('A'), master: 0 }],
        transaction: { signatures: signings },
        since,
        says: `txSUCCESS ${all}`,
      },
      {
        what: 'one bit away',
        accounts: [{ of: 'A', signers: [[almost, 1]] }],
        transaction: { signatures: signings },
        since,
        says: `txBAD_AUTH ${none}`,
      },
      {
        what: "with the owner's signature, where thresholds are 0",
        accounts: [simple('A')],
        transaction: { signatures: [...signings, a] },
        since,
        // A key signs before a payload is looked at, and then the payload is the one too many.
        says: `txBAD_AUTH_EXTRA ${name === 'a signed payload' ? '01' : some ? '10' : '0'}`,
      },
      {
        what: 'merging its account',
        accounts: [simple('A'), { of: 'B' }],
        transaction: { operations: [accountMerge('B')], signatures: signings },
        since,
        says: `txSUCCESS ${all}`,
      },
      {
        what: 'too light for the low threshold',
        accounts: [joint('A', 5)],
        transaction: { signatures: signings },
        since,
        says: `txBAD_AUTH ${all}`,
      },
      {
        what: 'too light, on the source of the transaction and of an operation',
        accounts: [joint('A', 5), joint('B', 5)],
        transaction: { operations: [ofB], signatures: signings },
        since,
        says: `txBAD_AUTH ${all}`,
      },
      {
        what: 'heavy enough for a payment, not for a signer',
        accounts: [joint('A', 95)],
        transaction: { operations: [setOptions({ signer: ['D', 1] })], signatures: signings },
        since,
        says: `txFAILED [opBAD_AUTH] ${all}`,
      },
      {
        what: 'its account was merged away by an earlier transaction',
        accounts: [{ of: 'A' }],
        transaction: { operations: [ofB], signatures: [a, ...signings] },
        since,
        says: `txFAILED [opBAD_AUTH] 1${some ? none : ''}`,
      },
      {
        what: 'the source of the transaction was merged away by an earlier one',
        accounts: [simple('B')],
        transaction: { source: 'A', operations: [ofB], signatures: signings },
        since,
        says: `txNO_ACCOUNT ${none}`,
      },
      {
        what: 'an earlier transaction raised the thresholds of one of two accounts',
        accounts: [simple('A'), joint('B', 49)],
        transaction: { operations: [ofB, payment('someone')], signatures: signings },
        since,
        says: `txFAILED [opBAD_AUTH, ok] ${all}`,
      },
      {
        what: 'with a light signer, together enough',
        accounts: [joint('A', 5, [['S1', 95]])],
        transaction: { operations: [setOptions({ signer: ['D', 1] })], signatures: [s1, ...signings] },
        since,
        says: `txSUCCESS 1${some ? all : ''}`,
      },
      {
        what: 'on the source of the transaction and of two operations',
        accounts: [simple('A'), simple('B')],
        transaction: { operations: [ofB, ofB], signatures: signings },
        since,
        says: `txSUCCESS ${all}`,
      },
      {
        what: 'of the source of the transaction, not of the source of the operation',
        accounts: [simple('A'), { of: 'B' }],
        transaction: { operations: [ofB], signatures: signings },
        since,
        says: `txFAILED [opBAD_AUTH] ${all}`,
      },
      {
        what: 'with the signature of the other account',
        accounts: [simple('A'), { of: 'B' }],
        transaction: { operations: [ofB], signatures: [b, ...signings] },
        since,
        says: `txSUCCESS 1${some ? all : ''}`,
      },
    ])
  })
}
