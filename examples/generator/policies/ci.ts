/** The repository of policies that `examples/ci` shows: `{name}` stands for the key of that name. */

/** Files by their path below `examples/ci`. */
export const CI_POLICIES: Readonly<Record<string, string>> = {
  'policies/people.quorate.yaml': `# Who holds which key, on what and where. The accounts import it.
# The keys are worthless: anyone can make them from a public sentence (see examples/README.md).
quorate: 1
network: testnet
keys:
  amara:
    key: {amara}
    holder: amara
    vendor: ledger
    location: zurich
  bo:
    key: {bo}
    holder: bo
    vendor: trezor
    location: zurich
  chen:
    key: {chen}
    holder: chen
    vendor: coldcard
    location: basel
  dalia:
    key: {dalia}
    holder: dalia
    vendor: ledger
    location: basel
  eko:
    key: {eko}
    holder: eko
    vendor: trezor
    location: [geneva, lyon]
  farid:
    key: {farid}
    holder: farid
    vendor: coldcard
    location: geneva
  founder:
    key: {founder}
    holder: founder
    vendor: ledger
    location: bern
  bilal:
    key: {bilal}
    holder: bilal
    vendor: trezor
    location: thun
  carina:
    key: {carina}
    holder: carina
    vendor: coldcard
    location: biel
  owner:
    key: {owner}
    holder: owner
    vendor: ledger
    location: zurich
  diyuan:
    key: {diyuan}
    holder: diyuan
    vendor: trezor
    location: basel
  emil:
    key: {emil}
    holder: emil
    vendor: coldcard
    location: geneva
`,
  'policies/company.quorate.yaml': `# The company: three of six employees pay, four change who they are.
quorate: 1
imports: [people.quorate.yaml]
keys:
  company:
    key: {company}
    holder: notary
groups:
  employees: [amara, bo, chen, dalia, eko, farid]
accounts:
  company:
    address: company
    master: 0 # switched off: the key that named the account has no say
    thresholds: { low: 3, medium: 3, high: 4 }
    signers: { amara: 1, bo: 1, chen: 1, dalia: 1, eko: 1, farid: 1 }
assert:
  - { id: any-3-pay, on: company, claim: { any: 3, of: employees, can: payment } }
  - { id: two-lost-ok, on: company, claim: { survives: { lose: 2, by: key }, for: [medium, high] } }
  - { id: two-stolen-ok, on: company, claim: { withstands: { steal: 2, by: holder }, for: [medium, high] } }
  - { id: one-office-lost, on: company, claim: { survives: { lose: 1, by: location }, for: medium } }
  - id: one-vendor-broken
    on: company
    claim: { withstands: { steal: 1, by: vendor }, for: [medium, high] }
  - { id: no-new-power, on: company, claim: { not-looser-than: base } }
tests:
  - { name: two cannot pay, on: company, signed: [amara, bo], op: payment, expect: deny, missing: 1 }
  - { name: three can, on: company, signed: [amara, chen, eko], op: payment, expect: allow }
`,
  'policies/joint.quorate.yaml': `# The joint account: each of three people pays alone, any two of them change who they are.
quorate: 1
imports: [people.quorate.yaml]
groups:
  family: [founder, bilal, carina]
accounts:
  joint:
    address: founder
    master: 1
    thresholds: { low: 1, medium: 1, high: 2 }
    signers: { bilal: 1, carina: 1 }
assert:
  - { id: each-pays, on: joint, claim: { any: 1, of: family, can: payment } }
  - { id: two-change, on: joint, claim: { any: 2, of: family, can: set_options.signers } }
  - { id: nobody-takes-over, on: joint, claim: { no-dictator: { by: holder }, for: high } }
  - { id: one-lost-ok, on: joint, claim: { survives: { lose: 1, by: key }, for: high } }
  - { id: family-new-power, on: joint, claim: { not-looser-than: base } }
`,
  'policies/expense.quorate.yaml': `# The expense account: the owner and two coworkers pay, the owner decides who they are.
quorate: 1
imports: [people.quorate.yaml]
groups:
  coworkers: [diyuan, emil]
accounts:
  expense:
    address: owner
    master: 3
    thresholds: { low: 1, medium: 1, high: 3 }
    signers: { diyuan: 1, emil: 1 }
assert:
  - { id: coworkers-pay, on: expense, claim: { any: 1, of: coworkers, can: payment } }
  - { id: owner-decides, on: expense, claim: { key: owner, can: high } }
  - { id: coworkers-stay-out, on: expense, claim: { any: 2, of: coworkers, cannot: high } }
  - { id: two-lost-still-pay, on: expense, claim: { survives: { lose: 2, by: key }, for: payment } }
  - { id: expense-new-power, on: expense, claim: { not-looser-than: base } }
ignore:
  - rule: one-key-loss-locks
    on: expense
    reason: a copy of the key of the owner is with the bank
`,
}
