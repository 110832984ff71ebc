/**
 * The accounts that `examples/plans` changes: `{name}` stands for the key of that name. Those of `trio` and
 * `six` are the stories of a lesson about signer lists, told as accounts of this network.
 */

const WORTHLESS =
  '# The keys are worthless: anyone can make them from a public sentence (see examples/README.md).'

const TRIO_KEYS = `quorate: 1
network: testnet
keys:
  trio: {trio}
  alice: {alice}
  bob: {bob}
  carol: {carol}`

interface TrioParts {
  readonly about: string
  readonly master?: number
  readonly more?: readonly string[]
  readonly signers: string
}

/** An account of the trio: three is what everything takes. */
const trio = ({ about, master = 0, more = [], signers }: TrioParts): string =>
  [
    `# ${about}`,
    WORTHLESS,
    TRIO_KEYS,
    ...more.map((name) => `  ${name}: {${name}}`),
    'accounts:',
    '  trio:',
    '    address: trio',
    `    master: ${String(master)}`,
    '    thresholds: { low: 3, medium: 3, high: 3 }',
    `    signers: { ${signers} }`,
    '',
  ].join('\n')

const OPS_KEYS = `quorate: 1
network: testnet
keys:
  ops: {ops}
  anna: {anna}
  bruno: {bruno}
  old-cfo: {old-cfo}`

const SIX_KEYS = `quorate: 1
network: testnet
keys:
  six: {six}
  ada: {ada}
  ben: {ben}
  cleo: {cleo}
  dirk: {dirk}
  eva: {eva}
  finn: {finn}`

/** Files by their path below `examples/plans`. */
export const PLAN_POLICIES: Readonly<Record<string, string>> = {
  'ops/before.quorate.yaml': `# The account of operations: any two of three. The old chief of finance is leaving.
${WORTHLESS}
${OPS_KEYS}
accounts:
  ops:
    address: ops
    master: 0
    thresholds: { low: 1, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, old-cfo: 1 }
`,
  'ops/after.quorate.yaml': `# The same account without the old chief of finance, and with three more people: any three of five.
${WORTHLESS}
${OPS_KEYS}
  carla: {carla}
  dora: {dora}
  emil: {emil}
groups:
  people: [anna, bruno, carla, dora, emil]
accounts:
  ops:
    address: ops
    master: 0
    thresholds: { low: 2, medium: 3, high: 3 }
    signers: { people: 1 }
assert:
  - { id: any-3-pay, on: ops, claim: { any: 3, of: people, can: payment } }
  - { id: two-lost-ok, on: ops, claim: { survives: { lose: 2, by: key }, for: [medium, high] } }
  - { id: two-stolen-ok, on: ops, claim: { withstands: { steal: 2, by: key }, for: [medium, high] } }
`,
  'ops/careless.quorate.yaml': `# What nobody should be let do: four of four, so that one lost key locks the account.
${WORTHLESS}
${OPS_KEYS}
  carla: {carla}
  dora: {dora}
groups:
  people: [anna, bruno, carla, dora]
accounts:
  ops:
    address: ops
    master: 0
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { people: 1 }
assert:
  - { id: one-lost-ok, on: ops, claim: { survives: { lose: 1, by: key }, for: [medium, high] } }
`,
  'ops/beyond-reach.quorate.yaml': `# A slip of the pen: five is more than three people weigh, and nobody could ever change it back.
${WORTHLESS}
${OPS_KEYS}
accounts:
  ops:
    address: ops
    master: 0
    thresholds: { low: 1, medium: 2, high: 5 }
    signers: { anna: 1, bruno: 1, old-cfo: 1 }
`,
  'trio/account.quorate.yaml': trio({
    about: 'Alice with one of the others: three is what it takes.',
    signers: 'alice: 2, bob: 1, carol: 1',
  }),
  'trio/with-dave.quorate.yaml': trio({
    about: 'Dave joins, and everybody else stays.',
    more: ['dave'],
    signers: 'alice: 2, bob: 1, carol: 1, dave: 1',
  }),
  'trio/as-in-the-lesson.quorate.yaml': trio({
    about: 'A list that was written anew to add Dave, and does not have Carol any more.',
    more: ['dave'],
    signers: 'alice: 2, bob: 1, dave: 1',
  }),
  'trio/without-carol.quorate.yaml': trio({
    about: 'Carol has left; now Alice and Bob are both needed.',
    signers: 'alice: 2, bob: 1',
  }),
  'trio/carol-replaced.quorate.yaml': trio({
    about: 'Carol has lost her key, and has a new one.',
    more: ['carol-2'],
    signers: 'alice: 2, bob: 1, carol-2: 1',
  }),
  'trio/alice-replaced.quorate.yaml': trio({
    about: 'Alice has lost her key, and has a new one.',
    more: ['alice-2'],
    signers: 'alice-2: 2, bob: 1, carol: 1',
  }),
  'trio-with-master/account.quorate.yaml': trio({
    about: 'The trio, with the master key as the last resort: it lies in a safe.',
    master: 3,
    signers: 'alice: 2, bob: 1, carol: 1',
  }),
  'trio-with-master/alice-replaced.quorate.yaml': trio({
    about: 'Alice has lost her key, and has a new one; the master key stays in its safe.',
    master: 3,
    more: ['alice-2'],
    signers: 'alice-2: 2, bob: 1, carol: 1',
  }),
  'six/account.quorate.yaml': `# Any four of six. People leave, and nobody takes their keys off the list.
${WORTHLESS}
${SIX_KEYS}
groups:
  people: [ada, ben, cleo, dirk, eva, finn]
accounts:
  six:
    address: six
    master: 0
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { people: 1 }
`,
  'six/four-left.quorate.yaml': `# Those who have left are off the list, and three of four are enough.
${WORTHLESS}
${SIX_KEYS}
groups:
  people: [ada, ben, cleo, dirk]
accounts:
  six:
    address: six
    master: 0
    thresholds: { low: 3, medium: 3, high: 3 }
    signers: { people: 1 }
assert:
  - { id: one-may-leave, on: six, claim: { survives: { lose: 1, by: key }, for: [medium, high] } }
`,
}

/** The account of operations as Horizon answers it; the text is what it prints. */
export const OPS_LIVE = (key: (alias: string) => string): string =>
  `${JSON.stringify(
    {
      id: key('ops'),
      account_id: key('ops'),
      sequence: '4294967296000041',
      subentry_count: 3,
      thresholds: { low_threshold: 1, med_threshold: 2, high_threshold: 2 },
      flags: {
        auth_required: false,
        auth_revocable: false,
        auth_immutable: false,
        auth_clawback_enabled: false,
      },
      balances: [
        {
          balance: '1250.0000000',
          buying_liabilities: '0.0000000',
          selling_liabilities: '0.0000000',
          asset_type: 'native',
        },
      ],
      signers: [
        ...['anna', 'bruno', 'old-cfo'].map((alias) => ({
          weight: 1,
          key: key(alias),
          type: 'ed25519_public_key',
        })),
        { weight: 0, key: key('ops'), type: 'ed25519_public_key' },
      ],
      data: {},
      num_sponsoring: 0,
      num_sponsored: 0,
    },
    null,
    2,
  )}\n`
