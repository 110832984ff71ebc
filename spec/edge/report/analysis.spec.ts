/** Analyses as text, Markdown and a picture: accounts that no account file would hold among them. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { analyzeAccount, unchanged, type Units } from '../../../src/advice/coalition/index.js'
import {
  analysisJson,
  analysisMarkdown,
  analysisPageOf,
  analysisPicture,
  namesOf,
  renderLines,
  unpainted,
  type AnalysisReport,
} from '../../../src/edge/report/index.js'
import { levelMeaning } from '../../../src/edge/report/analysis/level-words.js'
import { toleranceText } from '../../../src/edge/report/analysis/tolerance-words.js'
import { THRESHOLD_LEVELS, type Account } from '../../../src/kernel/model/index.js'
import { account, type AccountParts } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'

const people = (count: number, weight: number): readonly (readonly [string, number])[] =>
  Array.from({ length: count }, (_, index) => [`p${String(index)}`, weight] as const)

const reportOf = (accounts: readonly Account[], names: readonly string[], units: readonly Units[] = []) =>
  ({
    names: namesOf(new Map(names.map((name) => [key(name).id, name]))),
    accounts: accounts.map((one) => ({
      analysis: analyzeAccount(units)(unchanged(one)),
      calledLost: [],
      after: O.none,
      departures: [],
    })),
    power: true,
    asked: [],
  }) satisfies AnalysisReport

const of = (parts: AccountParts): AnalysisReport =>
  reportOf([account(parts)], [parts.of as string, ...(parts.signers ?? []).map(([name]) => name as string)])

const textOf = (report: AnalysisReport): string => renderLines(unpainted)(analysisPageOf(80)(report))

describe('report: analysis', () => {
  it('tells 20 signers of weight 0 as signers who never matter', () => {
    const report = of({ of: 'founder', master: 1, signers: people(20, 0) })
    expect(textOf(report))
      .to.include('21 signers')
      .and.include('Never matters')
      .and.include('Enough alone      founder')
    expect(analysisPicture(report)).to.include('never matters')
  })

  it('says that 21 signatures do not fit into a transaction', () => {
    const report = of({ of: 'founder', master: 1, high: 21, signers: people(20, 1) })
    expect(textOf(report)).to.include('HIGH CAN NEVER BE REACHED').and.include('more than the 20 signatures')
  })

  it('says of an account without weight that nobody can use it', () => {
    const report = of({ of: 'founder', master: 0, signers: [] })
    expect(textOf(report)).to.include('no signer has any weight')
    expect(JSON.stringify(analysisJson(report))).to.include('"isReachable":false')
  })

  it('says where a level below takes more than one above', () => {
    const report = of({ of: 'founder', master: 1, low: 2, medium: 1, high: 2, signers: people(2, 1) })
    expect(textOf(report)).to.include('must reach low too')
  })

  it('stays within 80 columns, whatever the names are', () => {
    const names = people(20, 1).map(
      ([, weight], index) => [`${'n'.repeat(36)}-${String(index)}`, weight] as const,
    )
    for (const line of textOf(of({ of: 'founder', master: 1, high: 11, signers: names })).split('\n'))
      expect([...line].length, line).to.be.at.most(80)
  })

  it('lists a dozen kinds of groups, and counts the others', () => {
    const weights = people(20, 1).map(([name], index) => [name, 1 + index * 7] as const)
    expect(textOf(of({ of: 'founder', master: 1, medium: 200, signers: weights }))).to.match(
      /and .*more kinds? of groups/,
    )
  })

  it('says which keys lack a holder, and nothing of kinds of which nothing is known', () => {
    const one = account({ of: 'founder', master: 1, signers: people(1, 1) })
    const units: readonly Units[] = [
      { kind: 'holder', of: new Map([[key('founder').id, ['anna']]]) },
      { kind: 'vendor', of: new Map() },
    ]
    const text = textOf(reportOf([one], ['founder', 'p0'], units))
    expect(text).to.include('not known: no holder is written down for p0').and.not.include('vendor')
  })

  it('tells copies: lost with all, stolen with any', () => {
    const one = account({ of: 'founder', master: 1 })
    const units: readonly Units[] = [
      { kind: 'location', of: new Map([[key('founder').id, ['home', 'bank']]]) },
    ]
    const { names, accounts } = reportOf([one], ['founder'], units)
    const place = accounts[0]?.analysis.levels[0]?.kinds[1]
    if (place === undefined) throw new Error('no places')
    expect(toleranceText(names, 'loss')(place)).to.equal(
      'any 1 of 2 locations may be lost; without home and bank nobody can act',
    )
    expect(toleranceText(names, 'theft')(place)).to.equal(
      'no location may be stolen: any location is enough for a thief',
    )
  })

  it('lets no name become markup', () => {
    const names = namesOf(new Map([[key('founder').id, '<b>|&"']]))
    const report = { ...of({ of: 'founder', master: 1 }), names }
    expect(analysisPicture(report)).to.not.include('<b>').and.not.include('|&"')
    expect(analysisMarkdown(report)).to.not.include('<b>').and.not.include(' <b')
  })

  it('names at each level what the protocol names', () => {
    const [low, medium, high] = THRESHOLD_LEVELS.map(levelMeaning)
    expect(low)
      .to.include('bump sequence')
      .and.include('claim claimable balance')
      .and.not.include('inflation')
    expect(medium).to.include('payment').and.include('home domain')
    expect(high).to.include('account merge')
  })
})
