/** How weights were added before protocol 10: as they were stored, into a signed 32-bit sum. */
import type { AccountParts, WeightedSigner } from '../../support/build/account.js'
import { by } from '../../support/build/signature.js'
import { tell, type Situation } from './situation.js'

const A = (low: number, ...signers: readonly WeightedSigner[]): AccountParts => ({
  of: 'A',
  low,
  medium: low,
  high: low,
  signers,
})
const [a, b, c] = [by('A'), by('B'), by('C')]

interface Row {
  readonly what: string
  readonly account: AccountParts
  readonly signatures: Situation['transaction']['signatures'] & object
  /** At protocols 8 and 9, and from 10 on. */
  readonly before: string
  readonly since: string
}

const ROWS: readonly Row[] = [
  {
    what: '256 is enough for 255',
    account: A(255, ['B', 256]),
    signatures: [b],
    before: 'txSUCCESS 1',
    since: 'txSUCCESS 1',
  },
  {
    what: '2^32 - 1 was -1, and not enough for 0',
    account: A(0, ['B', 2 ** 32 - 1]),
    signatures: [b],
    before: 'txBAD_AUTH 1',
    since: 'txSUCCESS 1',
  },
  {
    what: '2^32 - 1 took one away: with two others it was 1',
    account: A(1, ['B', 2 ** 32 - 1], ['C', 1]),
    signatures: [b, a, c],
    before: 'txSUCCESS 111',
    since: 'txBAD_AUTH_EXTRA 100',
  },
  {
    what: '2^31 was negative, and stayed so',
    account: A(0, ['B', 2 ** 31], ['C', 255]),
    signatures: [b, c],
    before: 'txBAD_AUTH 11',
    since: 'txBAD_AUTH_EXTRA 10',
  },
  {
    what: '2^31 - 1 and 1 overflowed',
    account: A(255, ['B', 2 ** 31 - 1]),
    signatures: [b, a],
    before: 'txBAD_AUTH_EXTRA 10',
    since: 'txBAD_AUTH_EXTRA 10',
  },
  {
    what: 'a sum that had not reached could overflow',
    account: A(255, ['B', 2 ** 31 - 1]),
    signatures: [a, b],
    before: 'txBAD_AUTH 11',
    since: 'txSUCCESS 11',
  },
  {
    what: 'two of 2^31 were 0',
    account: A(0, ['B', 2 ** 31], ['C', 2 ** 31]),
    signatures: [b, c],
    before: 'txSUCCESS 11',
    since: 'txBAD_AUTH_EXTRA 10',
  },
]

describe('sum of weights', () => {
  tell(
    ROWS.flatMap(({ what, account, signatures, before, since }) => [
      {
        what: `${what}, 8 and 9`,
        accounts: [account],
        transaction: { signatures },
        since: 8,
        until: 9,
        says: before,
      },
      { what: `${what}, from 10`, accounts: [account], transaction: { signatures }, says: since },
    ]),
  )
})
