/** Challenges of SEP-10 and the account that they are for: files of `examples/login/`. */
import {
  Account,
  type Keypair,
  Networks,
  Operation,
  type Transaction,
  TransactionBuilder,
} from '@stellar/stellar-base'
import { key, pairOf, type Alias } from './keys.js'
import { accountFile } from './render.js'

/** The second at which every challenge here begins; it is good for 15 minutes. */
const BEGIN = 1_700_000_000

/** Whoever signs beside the server. */
const SIGNED: Readonly<Record<string, readonly Alias[]>> = {
  unsigned: [],
  'by-ann': ['ann'],
  'by-ann-and-bo': ['ann', 'bo'],
  'by-disabled-master': ['old key'],
  'by-ann-twice': ['ann', 'ann'],
  'by-stranger': ['mallory'],
}

const challenge = (signers: readonly Alias[]): Transaction => {
  // The builder adds 1.
  const built = new TransactionBuilder(new Account(key('anchor server'), '-1'), {
    fee: '100',
    networkPassphrase: Networks.TESTNET,
    timebounds: { minTime: BEGIN, maxTime: BEGIN + 900 },
  })
    .addOperation(
      Operation.manageData({
        source: key('old key'),
        name: 'anchor.example auth',
        value: Buffer.alloc(48, 7).toString('base64'),
      }),
    )
    .addOperation(
      Operation.manageData({
        source: key('anchor server'),
        name: 'web_auth_domain',
        value: 'auth.anchor.example',
      }),
    )
    .build()
  for (const pair of [pairOf('anchor server'), ...signers.map((one): Keypair => pairOf(one))])
    built.sign(pair)
  return built
}

const ACCOUNT = accountFile({
  name: 'login',
  about: [
    'The shop took the power from the key that its account is named by: master is 0.',
    'Its thresholds for everyday operations were left at 0, as many are.',
  ],
  keys: { 'old-key': key('old key'), ann: key('ann'), bo: key('bo') },
  accounts: {
    shop: {
      address: 'old-key',
      master: 0,
      thresholds: { low: 0, medium: 0, high: 2 },
      signers: { ann: 1, bo: 1 },
    },
  },
  envelopes: [],
})

/** Every file with its text, by its path under `examples/`. */
export const loginFiles = (): readonly (readonly [string, string])[] => [
  ['login/account.quorate.yaml', ACCOUNT],
  ...Object.entries(SIGNED).map(
    ([name, signers]) => [`login/${name}.challenge`, `${challenge(signers).toXDR()}\n`] as const,
  ),
]
