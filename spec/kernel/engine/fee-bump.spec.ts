/** Fee bumps: two lists over two hashes; the outer one is judged before consensus and never again. */
import type { AccountParts } from '../../support/build/account.js'
import { envelope, feeBump, modelHash } from '../../support/build/envelope.js'
import { payment } from '../../support/build/operation.js'
import { by, over } from '../../support/build/signature.js'
import { tell } from './situation.js'

const [a, b, f] = [by('A'), by('B'), by('F')]
const A: AccountParts = { of: 'A' }
const F: AccountParts = { of: 'F' }
const accounts = [A, F]
const since = 13
const signed = { signatures: [a] }
const byF = { feeSource: 'F', signatures: [f] }

/** The outer hash as it was while the inner envelope was unsigned. */
const early = feeBump({ feeSource: 'F', inner: envelope({ source: 'A', version: 'v1' }) }).hash
const innerHash = modelHash(envelope({ source: 'A' }).transaction)

describe('situations: fee bumps', () => {
  tell([
    {
      what: 'signed',
      accounts,
      transaction: signed,
      feeBump: byF,
      since,
      says: {
        validate: 'txFEE_BUMP_INNER_SUCCESS 1 > txSUCCESS 1',
        apply: 'txFEE_BUMP_INNER_SUCCESS 0 > txSUCCESS 1',
      },
    },
    {
      what: 'under a protocol that does not know it',
      accounts,
      transaction: signed,
      feeBump: byF,
      since: 8,
      until: 12,
      phase: 'validate',
      says: 'txNOT_SUPPORTED 0',
    },
    {
      what: 'the fee source does not exist, or no longer',
      accounts: [A],
      transaction: signed,
      feeBump: byF,
      since,
      says: { validate: 'txNO_ACCOUNT 0', apply: 'txFEE_BUMP_INNER_SUCCESS 0 > txSUCCESS 1' },
    },
    {
      what: 'the outer list is empty',
      accounts,
      transaction: signed,
      feeBump: { feeSource: 'F' },
      since,
      says: { validate: 'txBAD_AUTH -', apply: 'txFEE_BUMP_INNER_SUCCESS - > txSUCCESS 1' },
    },
    {
      what: 'the outer signature was made before the inner one',
      accounts,
      transaction: signed,
      feeBump: { feeSource: 'F', signatures: [over(early)(f)] },
      since,
      phase: 'validate',
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'the outer signature is over the inner hash',
      accounts,
      transaction: signed,
      feeBump: { feeSource: 'F', signatures: [over(innerHash)(f)] },
      since,
      phase: 'validate',
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'an outer signature too many',
      accounts,
      transaction: signed,
      feeBump: { feeSource: 'F', signatures: [f, a] },
      since,
      says: { validate: 'txBAD_AUTH_EXTRA 10', apply: 'txFEE_BUMP_INNER_SUCCESS 00 > txSUCCESS 1' },
    },
    {
      what: 'the inner list is empty',
      accounts,
      transaction: {},
      feeBump: byF,
      since,
      says: {
        validate: 'txFEE_BUMP_INNER_FAILED 1 > txBAD_AUTH -',
        apply: 'txFEE_BUMP_INNER_FAILED 0 > txBAD_AUTH -',
      },
    },
    {
      what: 'an inner signature too many',
      accounts,
      transaction: { signatures: [a, f] },
      feeBump: byF,
      since,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_FAILED 1 > txBAD_AUTH_EXTRA 10',
    },
    {
      what: 'an inner operation is not authorized',
      accounts: [A, F, { of: 'B' }],
      transaction: { operations: [payment('C', 'B')], signatures: [a] },
      feeBump: byF,
      since,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_FAILED 1 > txFAILED [opBAD_AUTH] 1',
    },
    {
      what: 'both lists are wrong: the outer one decides, as long as it is asked',
      accounts,
      transaction: {},
      feeBump: { feeSource: 'F', signatures: [b] },
      since,
      says: { validate: 'txBAD_AUTH 0', apply: 'txFEE_BUMP_INNER_FAILED 0 > txBAD_AUTH -' },
    },
    {
      what: 'the fee source needs its low threshold, not more',
      accounts: [A, { of: 'F', low: 1, medium: 2, high: 3 }],
      transaction: signed,
      feeBump: byF,
      since,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_SUCCESS 1 > txSUCCESS 1',
    },
    {
      what: 'the master weight of the fee source became 0',
      accounts: [A, { of: 'F', master: 0 }],
      transaction: signed,
      feeBump: byF,
      since,
      says: { validate: 'txBAD_AUTH 0', apply: 'txFEE_BUMP_INNER_SUCCESS 0 > txSUCCESS 1' },
    },
    {
      what: 'the low threshold of the fee source was lowered: one signature is too many now',
      accounts: [A, { of: 'F', low: 1, signers: [['B', 1]] }],
      transaction: signed,
      feeBump: { feeSource: 'F', signatures: [f, b] },
      since,
      says: { validate: 'txBAD_AUTH_EXTRA 10', apply: 'txFEE_BUMP_INNER_SUCCESS 00 > txSUCCESS 1' },
    },
    {
      what: 'the master weight of the inner source became 0',
      accounts: [{ of: 'A', master: 0 }, F],
      transaction: signed,
      feeBump: byF,
      since,
      phase: 'apply',
      says: 'txFEE_BUMP_INNER_FAILED 0 > txBAD_AUTH 0',
    },
    {
      what: 'the inner source does not exist',
      accounts: [F],
      transaction: { source: 'A', ...signed },
      feeBump: byF,
      since,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_FAILED 1 > txNO_ACCOUNT 0',
    },
    {
      what: 'one account pays and acts: each list has its own signature',
      accounts: [A],
      transaction: signed,
      feeBump: { feeSource: 'A', signatures: [a] },
      since,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_SUCCESS 1 > txSUCCESS 1',
    },
  ])
})
