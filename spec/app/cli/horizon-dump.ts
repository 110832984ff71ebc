/** An account as Horizon would answer it, with signers that weigh nothing. */
import { key } from '../../support/build/key.js'

/** The master key with weight 1, and so many signers of weight 0. */
export const horizonDump = (count: number): string => {
  const id = key('founder').id
  const idle = Array.from({ length: count }, (_, index) => key(`idle ${String(index)}`).id)
  const signers = [...idle.map((one) => ({ key: one, weight: 0 })), { key: id, weight: 1 }]
  return JSON.stringify({
    id,
    account_id: id,
    sequence: '1',
    subentry_count: count,
    thresholds: { low_threshold: 0, med_threshold: 0, high_threshold: 0 },
    flags: {
      auth_required: false,
      auth_revocable: false,
      auth_immutable: false,
      auth_clawback_enabled: false,
    },
    balances: [
      {
        balance: '1.0000000',
        buying_liabilities: '0.0000000',
        selling_liabilities: '0.0000000',
        asset_type: 'native',
      },
    ],
    signers: signers.map((one) => ({ ...one, type: 'ed25519_public_key' })),
    num_sponsoring: 0,
    num_sponsored: 0,
    data: {},
  })
}
