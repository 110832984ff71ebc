import { expect } from 'chai'
import { innermostOf, type Envelope } from '../../src/kernel/model/index.js'
import { judge, type Phase, type Question } from '../reference/checker.js'
import { loadVectors } from '../support/vectors.js'
import { engineAnswer, verdictOf } from './engine.js'
import { envelopeIn, viewIn, type Row } from './recorded.js'
import { onAnotherNetwork, withBitTurned, withCopy, withoutLast } from './spoiled.js'

type Name = 'pubnet-ledgers' | 'horizon-scenarios' | 'core-ledgers'

const NAMES: readonly Name[] = ['pubnet-ledgers', 'horizon-scenarios', 'core-ledgers']

const PHASES: readonly Phase[] = ['validate', 'apply']

/**
 * An earlier transaction of the same ledger merged this fee source away. When the ledger closed, nobody
 * asked; before consensus, with the state that the row holds, it would have been refused.
 */
const FEE_SOURCE_MERGED_AWAY = 'edd30d699f6f4b171b18787ba8276965dec95e307c98492b07adfb98e61c968c'

/** The first ledger of a network of stellar-core's tests has protocol 0; its one row asks nothing special. */
const protocolOf = ({ protocol }: Row, phase: Phase): number =>
  protocol === 0 ? (phase === 'apply' ? 10 : 8) : protocol

const isJudged = ({ id, protocol }: Row, phase: Phase): boolean =>
  phase === 'validate' ? id !== FEE_SOURCE_MERGED_AWAY : protocol >= 10 || protocol === 0

const questionOf = (row: Row, phase: Phase, envelope: Envelope = envelopeIn(row)): Question => ({
  envelope,
  view: viewIn(row),
  protocol: protocolOf(row, phase),
  phase,
})

const isKnown = ({ unknownAccounts }: Row): boolean => (unknownAccounts ?? []).length === 0

const rowsOf = (name: Name, phase: Phase): readonly Row[] =>
  loadVectors<Row>(name).filter((row) => isJudged(row, phase))

const count = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const VERDICTS: Readonly<Record<Name, Readonly<Record<Phase, Readonly<Record<string, number>>>>>> = {
  'pubnet-ledgers': {
    validate: { Authorized: 888, Undetermined: 145 },
    apply: { Authorized: 888, Undetermined: 145 },
  },
  // 127 of its rows were closed at protocols 8 and 9, where Quorate does not judge what was applied.
  'horizon-scenarios': { validate: { Authorized: 292 }, apply: { Authorized: 165 } },
  'core-ledgers': {
    validate: { Authorized: 172, Undetermined: 4 },
    apply: { Authorized: 173, Undetermined: 4 },
  },
}

describe('engine: transactions that real networks accepted', () => {
  for (const name of NAMES)
    for (const phase of PHASES)
      it(`are authorized where every account is known, and else never refused: ${name}, ${phase}`, () => {
        const verdicts = rowsOf(name, phase).map((row) => {
          const { _tag } = verdictOf(questionOf(row, phase))
          expect(_tag, row.id).to.equal(isKnown(row) ? 'Authorized' : 'Undetermined')
          return _tag
        })
        expect(count(verdicts)).to.deep.equal(VERDICTS[name][phase])
      })

  it('names the account that is missing, where one is', () => {
    for (const row of rowsOf('pubnet-ledgers', 'apply').filter((r) => !isKnown(r))) {
      const verdict = verdictOf(questionOf(row, 'apply'))
      if (verdict._tag !== 'Undetermined') throw new Error(`${row.id} is ${verdict._tag}`)
      expect(row.unknownAccounts, row.id).to.include.members([...verdict.missing])
    }
  })

  it('refuses the fee bump whose fee source is gone, before consensus only', () => {
    const row = loadVectors<Row>('core-ledgers').find(({ id }) => id === FEE_SOURCE_MERGED_AWAY)!
    expect(engineAnswer(questionOf(row, 'validate')).code).to.equal('txNO_ACCOUNT')
    expect(engineAnswer(questionOf(row, 'apply')).code).to.equal('txFEE_BUMP_INNER_SUCCESS')
  })
})

interface Spoiling {
  readonly what: string
  readonly spoil: (row: Row) => Envelope
  /** The code of the innermost transaction that was judged, over the rows of which all is known. */
  readonly codes: Readonly<Record<Name, Readonly<Record<string, number>>>>
}

const SPOILED: readonly Spoiling[] = [
  {
    what: 'without its last signature',
    spoil: (row) => withoutLast(envelopeIn(row)),
    codes: {
      'pubnet-ledgers': { txBAD_AUTH: 522, txFAILED: 366 },
      'horizon-scenarios': { txBAD_AUTH: 165 },
      'core-ledgers': { txBAD_AUTH: 141, txFAILED: 32 },
    },
  },
  {
    what: 'with one bit of its first signature turned',
    spoil: (row) => withBitTurned(envelopeIn(row)),
    codes: {
      'pubnet-ledgers': { txBAD_AUTH: 794, txFAILED: 94 },
      'horizon-scenarios': { txBAD_AUTH: 165 },
      'core-ledgers': { txBAD_AUTH: 173 },
    },
  },
  {
    what: 'with its first signature twice',
    spoil: (row) => withCopy(envelopeIn(row)),
    codes: {
      'pubnet-ledgers': { txBAD_AUTH_EXTRA: 888 },
      'horizon-scenarios': { txBAD_AUTH_EXTRA: 165 },
      'core-ledgers': { txBAD_AUTH_EXTRA: 173 },
    },
  },
  {
    what: 'on another network',
    spoil: onAnotherNetwork,
    codes: {
      'pubnet-ledgers': { txBAD_AUTH: 888 },
      'horizon-scenarios': { txBAD_AUTH: 165 },
      'core-ledgers': { txBAD_AUTH: 173 },
    },
  },
]

/** At apply, where the outer list of a fee bump is not judged: it would no longer fit the inner one. */
const codesOf = (name: Name, spoil: (row: Row) => Envelope): readonly string[] =>
  rowsOf(name, 'apply')
    .filter(isKnown)
    .map((row) => {
      const question = questionOf(row, 'apply', spoil(row))
      const answer = engineAnswer(question)
      expect(answer, row.id).to.deep.equal(judge(question))
      return (answer.inner ?? answer).code
    })

describe('engine: the same transactions, spoiled', () => {
  for (const { what, spoil, codes } of SPOILED)
    it(`are refused, as the reference refuses them: ${what}`, () => {
      for (const name of NAMES) expect(count(codesOf(name, spoil)), name).to.deep.equal(codes[name])
    })

  it('have no signature list so full that a copy would not fit', () => {
    for (const name of NAMES)
      for (const row of loadVectors<Row>(name))
        expect(innermostOf(envelopeIn(row)).signatures.length, row.id).to.be.below(20)
  })
})
