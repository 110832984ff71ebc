import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { generated } from '../../../src/edge/xdr/generated.js'
import { encodedAccount } from '../../../src/edge/xdr/encode-keys.js'
import { accountLedgerKey, decodeAccount, decodeAccountData } from '../../../src/edge/xdr/index.js'
import { account } from '../../support/build/account.js'
import { accountData, dataOfEntry } from '../../support/build/account-answers.js'
import { key } from '../../support/build/key.js'
import { loadVectors } from '../../support/vectors.js'

const JOINT = account({
  of: 'joint',
  master: 0,
  low: 1,
  medium: 200,
  high: 255,
  signers: [['bilal', 255]],
  state: {},
})

const rightOf = <A>(found: E.Either<unknown, A>): A => {
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  return found.right
}

describe('xdr: accounts as Stellar RPC keeps them', () => {
  it('reads weights and thresholds above 127 as they are', () => {
    expect(rightOf(decodeAccountData(accountData(JOINT)))).to.deep.equal(JOINT)
  })

  it('reads the same of recorded entries as of the entries alone', () => {
    const entries = loadVectors<{ readonly accounts: readonly string[] }>('core-state')
      .slice(0, 200)
      .flatMap(({ accounts }) => accounts)
      // Some are whole ledger entries, which begin with the number of a ledger.
      .filter((entry) => entry.startsWith('AAAAA'))
    expect(entries.length).to.be.above(200)
    for (const entry of entries)
      expect(rightOf(decodeAccountData(dataOfEntry(entry)))).to.deep.equal(rightOf(decodeAccount(entry)))
  })

  it('takes the sponsor from the extension of the entry', () => {
    const ext = generated.LedgerEntryExt as unknown as new (
      arm: number,
      value?: unknown,
    ) => { toXDR: (f: 'base64') => string }
    const sponsored = new ext(
      1,
      new generated.LedgerEntryExtensionV1({
        sponsoringId: encodedAccount(key('carina').id),
        ext: new generated.LedgerEntryExtensionV1Ext(0),
      }),
    ).toXDR('base64')
    const read = rightOf(decodeAccountData(accountData(JOINT), O.some(sponsored)))
    expect(O.isSome(read.state) && read.state.value.sponsor).to.deep.equal(O.some(key('carina').id))
    expect(rightOf(decodeAccountData(accountData(JOINT), O.some('AAAAAA==')))).to.deep.equal(JOINT)
  })

  it('refuses an entry of another kind, one with something after it, and no base64', () => {
    const trustline = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      Buffer.from(accountData(JOINT), 'base64').subarray(4),
    ])
    const trailing = Buffer.concat([Buffer.from(accountData(JOINT), 'base64'), Buffer.alloc(4)])
    const texts = [trustline.toString('base64'), trailing.toString('base64'), 'AAAA', '%']
    for (const text of texts) expect(E.isLeft(decodeAccountData(text))).to.equal(true)
    expect(E.isLeft(decodeAccountData(accountData(JOINT), O.some('AAAA')))).to.equal(true)
  })

  it('asks for the key that the network has for an account', () => {
    const read = generated.LedgerKey.fromXDR(accountLedgerKey(JOINT.id), 'base64')
    expect(Buffer.from(read.account().accountId().ed25519())).to.deep.equal(
      Buffer.from(key('joint').publicKey),
    )
  })
})
