/** The treasury that the documents argue about, with every part of the format somewhere. */
import { policyText } from '../../../support/build/policy.js'

export const TREASURY = policyText(`# yaml-language-server: $schema=../docs/schema/policy.json
quorate: 1
network: testnet
keys:
  chair-1: { key: {chair-1}, holder: anna, role: chair, device: ledger-nano-x, vendor: ledger, location: [zurich-office], custody: self, online: false, added: 2026-03-01, lost: 2026-05-01, proof: { on: 2026-03-02, message: "chair-1 of treasury", signature: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==" } }
  chair-2: { key: {chair-2}, holder: anna, device: trezor-safe-5, vendor: trezor, location: [zurich-home, bern-bank] }
  chair-3: { key: {chair-3}, holder: notary, vendor: coldcard, location: bern-notary, custody: escrow }
  emp-1: { key: {emp-1}, holder: bruno, vendor: ledger, location: [basel] }
  emp-2: {emp-2}
  emp-3: {emp-3}
  emp-4: {emp-4}
  emp-5: {emp-5}
  emp-6: {emp-6}
  petty: {petty}
groups:
  chair: [chair-1, chair-2, chair-3]
  employees: { match: "emp-*" }
  everybody: [chair, employees]
  ledgers: { vendor: ledger, holder: bruno, location: basel }
  escrowed: { custody: escrow }
accounts:
  treasury:
    address: {treasury}
    master: { weight: 0 }
    signers: { chair: 1, employees: 1 }
    thresholds: { low: 3, medium: 3, high: 7 }
  petty-cash: { address: petty, preset: m-of-n, with: { keys: [emp-1, emp-2, emp-3], m: 2, high: 3 } }
assert:
  - { id: pay-any-3, on: treasury, claim: { any: 3, of: employees, can: medium } }
  - { id: all-can, on: treasury, claim: { all: [chair, employees], can: [low, high] } }
  - { id: not-alone, on: treasury, claim: { key: emp-1, cannot: payment } }
  - { id: chair-rotates, on: treasury, claim: { needs: { any: 1, of: chair }, for: high } }
  - { id: needs-one, on: treasury, claim: { needs: chair-1, for: set_options.signers } }
  - { id: two-lost, on: treasury, claim: { survives: { lose: 2, by: key }, for: [medium, high] } }
  - { id: two-stolen, on: treasury, claim: { withstands: { steal: 2, by: key }, for: medium } }
  - { id: recover, on: treasury, claim: { recovers: { steal: 1, by: holder } } }
  - { id: dual, on: treasury, claim: { every: high, has: { all: [{ any: 1, of: chair }, { any: 2, of: [{ any: 2, of: employees }, emp-1] }] } } }
  - { id: signed, on: treasury, claim: { signatures: { at-least: 3, at-most: 9 }, for: medium } }
  - { id: same, on: treasury, claim: { equals: petty-cash } }
  - { id: stricter, on: treasury, claim: { stricter-than: petty-cash, for: high } }
  - { id: looser, on: treasury, claim: { looser-than: base, for: high } }
  - { id: no-new-power, on: "*", claim: { not-looser-than: base } }
  - { id: proper, on: [treasury, "petty*"], claim: { proper: medium } }
  - { id: strong, on: treasury, claim: { strong: medium } }
  - { id: decided, on: treasury, claim: { no-deadlock: { between: [chair, [emp-1, emp-2]] }, for: medium } }
  - { id: matter, on: treasury, claim: { no-dummies: high } }
  - { id: equal, on: treasury, claim: { interchangeable: employees, for: medium } }
  - { id: ranked, on: treasury, claim: { ranks: [chair-1, emp-1], for: high } }
  - { id: power, on: treasury, claim: { power: { of: chair-1, index: banzhaf, at-least: 0, at-most: 1/4 }, for: medium } }
  - { id: dictator, on: treasury, claim: { no-dictator: { by: holder }, for: high } }
  - { id: veto, on: treasury, claim: { no-veto: { by: location }, for: high } }
  - { id: reachable, on: treasury, claim: { reachable: [low, medium, high] } }
  - { id: nested, on: treasury, claim: { nested: true } }
tests:
  - { name: two employees cannot pay, on: treasury, signed: [emp-1, emp-2], op: payment, expect: deny, missing: 1 }
  - { name: nobody signed, on: treasury, signed: [], op: set_options.signers, expect: deny }
  - { name: the recorded payment, on: treasury, envelope: envelopes/payment.xdr, expect: allow }
ignore:
  - { rule: one-vendor, on: petty-cash, reason: "founders share an office", until: 2027-01-31 }
  - { rule: one-location, reason: "it is a small town" }
rules:
  key-rotation: { months: 24 }
`)
