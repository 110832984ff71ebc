/** What the server is asked in its bench: 3-of-5 accounts, two operations, three signatures, each another one. */
import { Account, Asset, Keypair, Networks, Operation, TransactionBuilder, xdr } from '@stellar/stellar-base'
import { createHash } from 'node:crypto'

/** One question: an envelope and the account that it acts for, both in base64. */
export interface ServeCase {
  readonly envelope: string
  readonly account: string
}

const keyOf = (name: string): Keypair =>
  Keypair.fromRawEd25519Seed(createHash('sha256').update(`quorate bench: ${name}`).digest())

const keys = ['anna', 'bruno', 'carla', 'dora', 'emil'].map(keyOf)

const entryOf = (treasury: Keypair): string =>
  new xdr.AccountEntry({
    accountId: treasury.xdrAccountId(),
    balance: new xdr.Int64(100_000_000n),
    seqNum: new xdr.Int64(41n),
    numSubEntries: keys.length,
    inflationDest: null,
    flags: 0,
    homeDomain: '',
    thresholds: Buffer.from([0, 3, 3, 3]),
    signers: keys.map(
      (key) => new xdr.Signer({ key: xdr.SignerKey.signerKeyTypeEd25519(key.rawPublicKey()), weight: 1 }),
    ),
    ext: new xdr.AccountEntryExt(0),
  }).toXDR('base64')

const caseOf = (index: number): ServeCase => {
  const treasury = keyOf(`treasury ${String(index)}`)
  const transaction = new TransactionBuilder(new Account(treasury.publicKey(), '41'), {
    fee: '100',
    networkPassphrase: Networks.TESTNET,
  })
    .addOperation(
      Operation.payment({ destination: keyOf('anna').publicKey(), asset: Asset.native(), amount: '10' }),
    )
    .addOperation(Operation.setOptions({ homeDomain: 'example.org' }))
    .setTimeout(0)
    .build()
  for (const key of keys.slice(0, 3)) transaction.sign(key)
  return { envelope: transaction.toXDR(), account: entryOf(treasury) }
}

/** So many different ones. */
export const serveCases = (count: number): readonly ServeCase[] =>
  Array.from({ length: count }, (_, index) => caseOf(index))

/** The question as one request. */
export const jsonBody = ({ envelope, account }: ServeCase): string =>
  JSON.stringify({ envelope, network: 'testnet', accounts: [account] })

/** The same as a line of a batch. */
export const batchLine = ({ envelope, account }: ServeCase, index: number): string =>
  JSON.stringify({
    id: String(index),
    networkPassphrase: Networks.TESTNET,
    accounts: [account],
    closedWorld: false,
    envelope,
  })
