import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  collectCompletions,
  completions,
  type CompletionOptions,
  type Obstacle,
} from '../../../src/advice/select/index.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import {
  completionsJson,
  completionsPageOf,
  renderLines,
  stateOf,
  unpainted,
  type CompletionsReport,
} from '../../../src/edge/report/index.js'
import { obstacleJson } from '../../../src/edge/report/completions/obstacle-json.js'
import { profilesOf } from '../../../src/edge/report/completions/profiles.js'
import { obstacleTexts } from '../../../src/edge/report/completions/text/obstacles.js'
import { namesOf } from '../../../src/edge/report/names.js'
import type { Judge } from '../../../src/kernel/engine/index.js'
import {
  EMPTY_VIEW,
  NETWORKS,
  preAuthTxKey,
  signer,
  type Envelope,
  type LedgerView,
} from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { proveWith } from '../../../src/kernel/signature/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, someHash } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, withHint } from '../../support/build/signature.js'

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F']

const names = namesOf(new Map(LETTERS.map((name) => [key(name).id as string, name])))

const judge: Judge = { protocol: 27 as Protocol, phase: 'validate', prove: proveWith(ed25519()) }

const reportOf = (
  view: LedgerView,
  what: Envelope,
  options: CompletionOptions = {},
  more: Partial<CompletionsReport> = {},
): CompletionsReport => {
  const found = completions(judge)(view)(what)(options)
  return {
    network: NETWORKS.testnet,
    names,
    envelope: what,
    completions: found,
    lost: [],
    collected: collectCompletions(500)(found),
    most: 10,
    showsCost: false,
    signedFor: O.none,
    sequenceNote: O.none,
    ...more,
  }
}

const page = (report: CompletionsReport, width = 80): string =>
  renderLines(unpainted)(completionsPageOf(width)(report))

const five = account({
  of: 'A',
  low: 3,
  medium: 3,
  high: 3,
  signers: [
    ['B', 1],
    ['C', 1],
    ['D', 1],
    ['E', 1],
  ],
})

describe('report: completions', () => {
  it('tells many ways as few: so many of those who may stand for each other', () => {
    const told = page(reportOf(world(five), envelope({ source: 'A' })))
    expect(told).to.match(/^… unfinished · 3 signatures are missing\n/)
    expect(told).to.include('Who can complete it · 10 ways\n  3 of ')
  })

  it('lists ways that are few, and no more than asked for', () => {
    const heavy = account({
      of: 'A',
      master: 2,
      medium: 2,
      signers: [
        ['B', 1],
        ['C', 1],
      ],
    })
    const what = envelope({ source: 'A' })
    expect(page(reportOf(world(heavy), what))).to.match(/Or instead\n {2}(B and C|C and B)\n/)
    const many = reportOf(world(five), what, {}, { most: 2, showsCost: true })
    expect(page(many)).to.match(/Or instead\n( {2}.* · cost 3\n){2} {2}and 7 more\n/)
  })

  it('notes what else is in the way', () => {
    const told = page(
      reportOf(
        world(five),
        envelope({ source: 'A', signatures: [by('B')] }),
        {},
        {
          sequenceNote: O.some('its sequence number 7 is used'),
          signedFor: O.some(NETWORKS.public),
        },
      ),
    ).replace(/\s+/g, ' ')
    expect(told).to.include('it would be refused all the same: its sequence number 7 is used')
    expect(told).to.include('the signatures that are there are for public, not for testnet')
  })

  it('keeps apart what is missing and what is not known', () => {
    const what = envelope({ source: 'A', operations: [payment('C', 'B')], signatures: [by('A')] })
    const view: LedgerView = { ...world(account({ of: 'A' })), closedWorld: false }
    const report = reportOf(view, what)
    expect(stateOf(report.completions)).to.equal('conditional')
    expect(page(report)).to.include('it also depends on 1 account not given: B')
    expect(stateOf(reportOf(EMPTY_VIEW, what).completions)).to.equal('conditional')
    const json = completionsJson(report) as { state: string; dependsOn: string[]; best: object }
    expect([json.state, json.dependsOn]).to.deep.equal(['conditional', [key('B').id]])
  })

  it('shows signatures that do not help, each with its place and reason', () => {
    const what = envelope({
      source: 'A',
      signatures: [by('B'), withHint(7)(by('C')), by('B'), by('F')],
    })
    const report = reportOf(world(five), what)
    const told = page(report)
    expect(told).to.match(/Signatures to leave out\n {2}✗ 2 {2}C \S+ +wrong hint/)
    expect(told).to.match(/✗ 3 {2}B \S+ +duplicate of signature 1/)
    expect(told).to.match(/✗ 4 {2}F \S+ +stranger/)
    const json = completionsJson(report) as { useless: { signature: number; reason: string }[] }
    expect(json.useless.map(({ signature, reason }) => [signature, reason])).to.deep.equal([
      [1, 'wrong-hint'],
      [2, 'duplicate'],
      [3, 'stranger'],
    ])
  })

  it('has words and JSON for every obstacle', () => {
    const [A, B] = [key('A'), key('B')]
    const requirement = {
      _tag: 'Operation',
      index: 2,
      operation: payment('B'),
      account: A.id,
      level: 'Medium',
    } as const
    const obstacles: readonly Obstacle[] = [
      { _tag: 'Form', list: 'transaction', reason: 'no-operations' },
      { _tag: 'NoAccount', list: 'inner', account: A.id },
      { _tag: 'NotSupported', requirement },
      { _tag: 'OperationsFail', code: 'txFAILED', operations: [0, 1] },
      { _tag: 'ExtraSignerIsPreAuthTx', key: preAuthTxKey(someHash('x')) },
      {
        _tag: 'NotEnoughWeight',
        list: 'transaction',
        requirement,
        needed: 5,
        reached: 2,
        available: [signer(A.signerKey, 1)],
        unavailable: [signer(B.signerKey, 3)],
        otherTransactions: [signer(preAuthTxKey(someHash('y')), 2)],
      },
      {
        _tag: 'NotEnoughWeight',
        list: 'transaction',
        requirement: { _tag: 'Source', account: A.id, level: 'Low' },
        needed: 0,
        reached: 0,
        available: [],
        unavailable: [],
        otherTransactions: [],
      },
      { _tag: 'TooManySignatures', list: 'transaction', atLeast: 21, most: 20 },
      { _tag: 'OldProtocol', protocol: 9, since: 10 },
    ]
    const texts = obstacles
      .flatMap((one) => obstacleTexts(names, one))
      .map((text) => text.replaceAll('\u00a0', ' '))
    expect(new Set(texts).size).to.equal(texts.length)
    expect(texts).to.include(
      'operation 3 payment: medium of A needs 5 and has 2; only A 1 can still be added',
    )
    expect(texts).to.include('B 3 could sign, but is not available')
    expect(texts).to.include('it takes at least 21 signatures, and a list holds 20')
    const kinds = obstacles.map((one) => (obstacleJson(one) as { kind: string }).kind)
    expect(kinds).to.include.members([
      'form',
      'no-account',
      'not-enough-weight',
      'extra-signer-is-pre-auth-tx',
    ])
  })

  it('keeps to the width', () => {
    for (const line of page(reportOf(world(five), envelope({ source: 'A' })), 60).split('\n'))
      expect([...line].length).to.be.at.most(60)
  })
})

describe('report: profiles', () => {
  const expand = (profile: ReturnType<typeof profilesOf>[0]): readonly string[] =>
    profile
      .reduce<readonly (readonly string[])[]>(
        (sets, { count, keys }) =>
          sets.flatMap((set) => choose(keys, count).map((more) => [...set, ...more])),
        [[]],
      )
      .map((set) => set.toSorted().join(''))

  const choose = (keys: readonly string[], count: number): readonly (readonly string[])[] => {
    if (count === 0) return [[]]
    return keys.flatMap((first, at) => choose(keys.slice(at + 1), count - 1).map((rest) => [first, ...rest]))
  }

  it('stand for exactly the sets that they were made of', () => {
    const sets = fc.uniqueArray(fc.subarray(LETTERS, { minLength: 1 }), {
      minLength: 1,
      maxLength: 30,
      selector: (set) => set.join(''),
    })
    fc.assert(
      fc.property(sets, (given) => {
        const again = profilesOf(given).flatMap(expand)
        expect(again.toSorted()).to.deep.equal(given.map((set) => set.toSorted().join('')).toSorted())
      }),
      { numRuns: 800 },
    )
  })

  it('are one where any two of four will do', () => {
    expect(profilesOf(choose(['A', 'B', 'C', 'D'], 2))).to.deep.equal([
      [{ count: 2, keys: ['A', 'B', 'C', 'D'] }],
    ])
  })
})
