/** The recorded ledger and the requests of the anchor's service: files of `examples/anchor/service/`. */
import { Asset, Operation, type xdr } from '@stellar/stellar-base'
import { encode } from './envelope.js'
import { key, type Alias } from './keys.js'
import { authorized, ordinary, type AccountSpec, type TransactionSpec } from './scenario.js'
import { byAll } from './signing.js'

/** Accounts of other examples, and the one that they are customers of. */
const ACCOUNTS: Readonly<Record<string, AccountSpec>> = {
  anchor: {
    address: 'anchor',
    master: 2,
    thresholds: { low: 0, medium: 2, high: 2 },
    signers: { helper: 1 },
  },
  customer: ordinary('customer'),
  household: {
    address: 'mira',
    master: 1,
    thresholds: { low: 1, medium: 2, high: 2 },
    signers: { jonas: 1, ada: 1 },
  },
  shop: {
    address: 'old key',
    master: 0,
    thresholds: { low: 0, medium: 0, high: 2 },
    signers: { ann: 1, bo: 1 },
  },
}

const signerOf = (alias: Alias, weight: number) => ({
  weight,
  key: key(alias),
  type: 'ed25519_public_key',
})

/** An account as Horizon answers it. */
const horizonAnswer = ({ address, master, thresholds, signers }: AccountSpec): object => ({
  id: key(address),
  account_id: key(address),
  sequence: '30064771072',
  subentry_count: Object.keys(signers).length,
  last_modified_ledger: 7,
  thresholds: {
    low_threshold: thresholds.low,
    med_threshold: thresholds.medium,
    high_threshold: thresholds.high,
  },
  flags: {
    auth_required: address === 'anchor',
    auth_revocable: address === 'anchor',
    auth_immutable: false,
    auth_clawback_enabled: false,
  },
  balances: [
    {
      balance: '100.0000000',
      buying_liabilities: '0.0000000',
      selling_liabilities: '0.0000000',
      asset_type: 'native',
    },
  ],
  signers: [
    ...Object.entries(signers).map(([alias, weight]) => signerOf(alias, weight)),
    signerOf(address, master),
  ],
  data: {},
  num_sponsoring: 0,
  num_sponsored: 0,
})

const EUR = new Asset('EUR', key('anchor'))

const payBack = (source: Alias, asset = EUR): TransactionSpec => ({
  source,
  operations: [Operation.payment({ destination: key('anchor'), asset, amount: '12.5' })],
})

const onboarding = (...ours: readonly xdr.Operation[]): TransactionSpec => ({
  source: 'customer',
  operations: [Operation.changeTrust({ asset: EUR }), ...ours],
})

const permit = Operation.setTrustLineFlags({
  trustor: key('customer'),
  asset: EUR,
  flags: { authorized: true },
  source: key('anchor'),
})

/** The low level is enough for this too. */
const freeze = Operation.setTrustLineFlags({
  trustor: key('customer'),
  asset: EUR,
  flags: { authorized: false },
  source: key('anchor'),
})

const issue = Operation.payment({
  destination: key('customer'),
  asset: EUR,
  amount: '1000',
  source: key('anchor'),
})

/** What is asked of the service, and who signed it. */
const REQUESTS: Readonly<Record<string, readonly [TransactionSpec, readonly Alias[]]>> = {
  'withdrawal.ok': [payBack('mira'), ['mira', 'ada']],
  'withdrawal.one-signature': [payBack('mira'), ['jonas']],
  'withdrawal.surplus': [payBack('mira'), ['mira', 'jonas', 'ada']],
  'approval.ok': [onboarding(permit), ['customer']],
  'approval.unsigned': [onboarding(permit), []],
  'approval.issue': [onboarding(permit, issue), ['customer']],
  'approval.freeze': [{ source: 'old key', operations: [freeze] }, ['ann']],
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`

/** Every file with its text, by its path under `examples/`. */
export const anchorServiceFiles = (): readonly (readonly [string, string])[] => [
  ...Object.entries(ACCOUNTS).map(
    ([name, account]) => [`anchor/service/ledger/${name}.json`, json(horizonAnswer(account))] as const,
  ),
  ...Object.entries(REQUESTS).map(([name, [transaction, signers]]) => {
    const text = encode({
      ...transaction,
      file: name,
      signatures: byAll(...signers),
      expect: authorized,
      because: '',
    })
    return [`anchor/service/requests/${name}.json`, json({ transaction: text })] as const
  }),
]
