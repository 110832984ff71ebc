/** What policies say, as it is read: every part with its place, every name as what it stands for. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { keysIn, type Formula } from '../../../../src/advice/policy/index.js'
import { readAccountFile, readPolicy } from '../../../../src/edge/source/index.js'
import { isDay } from '../../../../src/edge/source/policy/day.js'
import { operationOf, OPERATION_WORDS } from '../../../../src/edge/source/policy/operation-word.js'
import { besideFile, wayFrom } from '../../../../src/edge/source/policy/relative-path.js'
import { isMatch } from '../../../../src/edge/source/policy/selector.js'
import { OPERATION_TYPES } from '../../../../src/kernel/model/index.js'
import { thresholdLevelOf } from '../../../../src/kernel/protocol/index.js'
import { policyFrom, policyText } from '../../../support/build/policy.js'
import { valueOf } from '../told.js'
import { TREASURY } from './treasury.js'

const policy = policyFrom(TREASURY, 'p/treasury.quorate.yaml')
const nameOf = (strkey: string): string => policy.keysByStrkey.get(strkey)?.alias ?? strkey
const claimOf = (id: string) => policy.assertions.find((one) => one.id === id)!.claims[0]!

/** A formula as a short text: `2(1(chair-1 chair-2) emp-1)`. */
const shown = (formula: Formula): string =>
  formula._tag === 'Key' ? nameOf(formula.key) : `${formula.count}(${formula.of.map(shown).join(' ')})`

describe('source: policy', () => {
  it('reads what is said of keys', () => {
    const { place, proof, key: _, ...facts } = policy.keys.get('chair-1')!
    expect(facts).to.deep.equal({
      alias: 'chair-1',
      holder: O.some('anna'),
      role: O.some('chair'),
      device: O.some('ledger-nano-x'),
      vendor: O.some('ledger'),
      location: ['zurich-office'],
      custody: O.some('self'),
      online: O.some(false),
      added: O.some('2026-03-01'),
      lost: O.some('2026-05-01'),
    })
    expect(O.isSome(proof) && proof.value.signature.length).to.equal(64)
    expect(place).to.deep.equal({
      file: 'p/treasury.quorate.yaml',
      position: { line: 5, column: 3 },
      path: ['keys', 'chair-1'],
    })
  })

  it('resolves groups: lists, groups of groups, selectors of which all conditions hold', () => {
    expect(
      [...policy.groups.values()].map(({ name, members }) => `${name}: ${members.join(' ')}`),
    ).to.deep.equal([
      'chair: chair-1 chair-2 chair-3',
      'employees: emp-1 emp-2 emp-3 emp-4 emp-5 emp-6',
      'everybody: chair-1 chair-2 chair-3 emp-1 emp-2 emp-3 emp-4 emp-5 emp-6',
      'ledgers: emp-1',
      'escrowed: chair-3',
    ])
  })

  it('reads a group without members, which later promises nothing', () => {
    const { groups } = policyFrom(
      'quorate: 1\ngroups: { none: [], nobody: { match: "x*" }, both: [none, nobody] }',
    )
    expect([...groups.values()].map(({ members }) => members)).to.deep.equal([[], [], []])
  })

  it('gives each member of a group its weight, at the place of the group', () => {
    const { account, signerPlaces, masterPlace, thresholdPlaces } = policy.accounts.get('treasury')!
    expect(
      account.signers.map(({ key, weight }) => `${nameOf(key.strkey)} ${weight}`).toSorted(),
    ).to.deep.equal(
      ['chair-1', 'chair-2', 'chair-3', 'emp-1', 'emp-2', 'emp-3', 'emp-4', 'emp-5', 'emp-6'].map(
        (one) => `${one} 1`,
      ),
    )
    const paths = [...signerPlaces].map(([key, { path }]) => `${nameOf(key)} ${path.join('/')}`)
    expect(paths).to.include('emp-6 accounts/treasury/signers/employees')
    expect(paths.length).to.equal(9)
    expect(masterPlace.path).to.deep.equal(['accounts', 'treasury', 'master', 'weight'])
    expect(thresholdPlaces.High.path).to.deep.equal(['accounts', 'treasury', 'thresholds', 'high'])
    expect(
      TREASURY.split('\n')[thresholdPlaces.High.position.line - 1]!.slice(
        thresholdPlaces.High.position.column - 1,
      ),
    ).to.match(/^high: 7/)
  })

  it('fills in presets; their numbers have the place of the preset', () => {
    const { account, preset, thresholdPlaces } = policy.accounts.get('petty-cash')!
    expect(account.thresholds).to.deep.equal({ low: 2, medium: 2, high: 3 })
    expect(account.signers.map(({ key }) => nameOf(key.strkey)).toSorted()).to.deep.equal([
      'emp-1',
      'emp-2',
      'emp-3',
    ])
    expect(O.isSome(preset) && preset.value.preset).to.equal('m-of-n')
    expect(thresholdPlaces.Low.path).to.deep.equal(['accounts', 'petty-cash', 'preset'])
  })

  it('reads each form of claim once for each level', () => {
    expect(new Set(policy.assertions.map(({ form }) => form)).size).to.equal(23)
    const tags = (id: string) =>
      policy.assertions
        .find((one) => one.id === id)!
        .claims.map((claim) =>
          'at' in claim ? `${claim._tag} ${claim.at.level} ${claim.at.said}` : claim._tag,
        )
    expect(tags('pay-any-3')).to.deep.equal(['Can Medium medium'])
    expect(tags('needs-one')).to.deep.equal(['Needs High set_options.signers'])
    expect(tags('two-lost')).to.deep.equal(['Survives Medium medium', 'Survives High high'])
    expect(tags('same')).to.deep.equal(['Compare Low low', 'Compare Medium medium', 'Compare High high'])
    expect(tags('nested')).to.deep.equal(['Nested'])
  })

  it('reads formulas: names are keys where all are names, otherwise each part stands for itself', () => {
    const who = (id: string): string => {
      const claim = claimOf(id)
      return claim._tag === 'Can' || claim._tag === 'Cannot'
        ? shown(claim.who)
        : claim._tag === 'Every'
          ? shown(claim.has)
          : ''
    }
    const six = 'emp-1 emp-2 emp-3 emp-4 emp-5 emp-6'
    expect(who('pay-any-3')).to.equal(`3(${six})`)
    expect(who('all-can')).to.equal(`2(3(chair-1 chair-2 chair-3) 6(${six}))`)
    expect(who('not-alone')).to.equal('emp-1')
    expect(who('dual')).to.equal(`2(1(chair-1 chair-2 chair-3) 2(2(${six}) emp-1))`)
  })

  it('asks for somebody where a group is empty', () => {
    const { assertions } = policyFrom(
      'quorate: 1\nkeys: { a: {a} }\ngroups: { none: [] }\naccounts: { a: { address: a, master: 1, thresholds: { low: 0, medium: 0, high: 0 } } }\nassert: [{ id: x, on: a, claim: { every: low, has: none } }]',
    )
    const [claim] = assertions[0]!.claims
    expect(claim?._tag === 'Every' && claim.has._tag === 'AnyOf' && claim.has.count).to.equal(1)
    expect(claim?._tag === 'Every' && keysIn(claim.has)).to.deep.equal([])
  })

  it('reads tests, ignores and numbers of rules', () => {
    expect(
      policy.tests.map(({ name, on, expect: { verdict }, trial }) => [
        name,
        on,
        verdict,
        trial._tag === 'Envelope' ? trial.file : `${trial.said} by ${trial.by.keys.map(nameOf).join(' ')}`,
      ]),
    ).to.deep.equal([
      ['two employees cannot pay', 'treasury', 'deny', 'payment by emp-1 emp-2'],
      ['nobody signed', 'treasury', 'deny', 'set_options.signers by '],
      ['the recorded payment', 'treasury', 'allow', 'envelopes/payment.xdr'],
    ])
    expect(policy.ignores.map(({ rule, on, until }) => [rule, on, O.toUndefined(until)])).to.deep.equal([
      ['one-vendor', ['petty-cash'], '2027-01-31'],
      ['one-location', [], undefined],
    ])
    expect(policy.options.map(({ rule, numbers }) => [rule, ...numbers])).to.deep.equal([
      ['key-rotation', ['months', 24]],
    ])
    expect(policy.assertions.find(({ id }) => id === 'no-new-power')!.on).to.deep.equal([
      'treasury',
      'petty-cash',
    ])
  })

  it('knows which names something refers to', () => {
    const { used } = policyFrom(`quorate: 1
keys: { a: {a}, b: {b}, c: {c}, d: {d}, e: {e}, f: {f} }
groups: { listed: [b], selected: { match: "c" }, idle: { match: "d" } }
accounts:
  x: { address: {a}, master: 0, signers: { selected: 1, {e}: 1 }, thresholds: { low: 1, medium: 1, high: 1 } }
`)
    expect([...used].toSorted()).to.deep.equal(['a', 'b', 'c', 'e', 'selected'])
  })

  it('is an account file too', () => {
    const file = valueOf(readAccountFile(TREASURY))
    expect([...file.accounts.keys()]).to.deep.equal(['treasury', 'petty-cash'])
    expect(file.accounts.get('treasury')).to.deep.equal(policy.accounts.get('treasury')!.account)
    expect([...file.keys.keys()]).to.deep.equal([...policy.keys.keys()])
  })

  it('says the same in JSON', () => {
    const text = policyText('{ "quorate": 1, "keys": { "a": "{a}" }, "groups": { "g": ["a"] } }')
    expect(valueOf(readPolicy(text, 'a.json')).groups.get('g')?.members).to.deep.equal(['a'])
  })
})

describe('source: words of policies', () => {
  it('has a word for each operation, and one for each thing that set_options sets', () => {
    const tags = new Set(OPERATION_WORDS.map((word) => operationOf(word)._tag))
    expect([...tags].toSorted()).to.deep.equal([...OPERATION_TYPES].toSorted())
    expect(OPERATION_WORDS).to.include.members([
      'create_passive_sell_offer',
      'extend_footprint_ttl',
      'path_payment_strict_send',
    ])
    expect(OPERATION_WORDS.filter((word) => thresholdLevelOf(operationOf(word)) === 'High')).to.deep.equal([
      'account_merge',
      'set_options.signers',
      'set_options.thresholds',
      'set_options.master_weight',
    ])
  })

  for (const [text, is] of [
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
  ] as const)
    it(`${text} is ${is ? 'a day' : 'no day'}`, () => expect(isDay(text)).to.equal(is))

  for (const [pattern, yes, no] of [
    ['*', ['', 'a'], []],
    ['a*', ['a', 'ab'], ['ba', '']],
    ['*a', ['a', 'ba'], ['ab']],
    ['a*a', ['aa', 'aba'], ['a']],
    ['a*b*c', ['abc', 'axbxc', 'abbcc'], ['acb', 'ac', 'abcd']],
    ['a.c', ['a.c'], ['abc']],
    ['a**b', ['ab', 'axb'], ['a']],
    ['ab*ba', ['abba', 'abxba'], ['aba']],
  ] as const)
    it(`${pattern} means ${yes.join(', ')} and not ${no.join(', ')}`, () => {
      expect(yes.filter(isMatch(pattern))).to.deep.equal(yes)
      expect(no.filter(isMatch(pattern))).to.deep.equal([])
    })

  for (const [file, path, folder, way] of [
    ['a.yaml', 'b.yaml', '.', 'b.yaml'],
    ['p/a.yaml', 'b.yaml', 'p', 'b.yaml'],
    ['p/a.yaml', '../b.yaml', 'p', undefined],
    ['p/a.yaml', '../b.yaml', '.', 'b.yaml'],
    ['a.yaml', '../b.yaml', '.', undefined],
    ['../a.yaml', 'b.yaml', '..', 'b.yaml'],
    ['../a.yaml', '../b.yaml', '..', undefined],
    ['/p/a.yaml', 'q/../b.yaml', '/p', 'b.yaml'],
    ['/p/a.yaml', '../pq/b.yaml', '/p', undefined],
    ['./p/./a.yaml', './b.yaml', 'p/', 'b.yaml'],
  ] as const)
    it(`${path} beside ${file} ${way === undefined ? `is outside of ${folder}` : `is ${way} in ${folder}`}`, () => {
      expect(O.toUndefined(wayFrom(folder, besideFile(file, path)))).to.equal(way)
    })
})
