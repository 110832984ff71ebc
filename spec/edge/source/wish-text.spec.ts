import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { formulaText, type Formula } from '../../../src/advice/policy/index.js'
import { parseWish, type Meaning, type Naming } from '../../../src/edge/source/index.js'

const KEYS = ['anna', 'bruno', 'chair', 'd-1', 'd-2', 'd-3']
const GROUPS: Readonly<Record<string, readonly string[]>> = { directors: ['d-1', 'd-2', 'd-3'], nobody: [] }

const naming: Naming = {
  names: [...KEYS, ...Object.keys(GROUPS)],
  meaningOf: (name): Meaning | undefined => {
    const members = GROUPS[name]?.map((alias) => ({ alias, key: `K-${alias}` }))
    if (members !== undefined) return { _tag: 'Group', members }
    return KEYS.includes(name) ? { _tag: 'Key', member: { alias: name, key: `K-${name}` } } : undefined
  },
}

const said = (text: string): string => {
  const read = parseWish(naming)(text)
  return E.isRight(read) ? formulaText(read.right) : `${read.left.code}: ${read.left.message}`
}

describe('edge/source: wishes as text', () => {
  const rows: readonly [string, string][] = [
    ['anna', 'anna'],
    ['((anna))', 'anna'],
    ['anna and bruno', 'all of (anna, bruno)'],
    ['anna or bruno or chair', 'any 1 of (anna, bruno, chair)'],
    ['directors', 'all of directors'],
    ['chair and any 2 of directors', 'all of (chair, any 2 of directors)'],
    ['chair and 2 of directors', 'all of (chair, any 2 of directors)'],
    [
      '(2 of anna,bruno,chair) and (2 of d-1, d-2, d-3)',
      'all of (any 2 of (anna, bruno, chair), any 2 of (d-1, d-2, d-3))',
    ],
    ['any 2 of (directors, chair)', 'any 2 of (d-1, d-2, d-3, chair)'],
    ['any 1 of (anna and bruno, chair)', 'any 1 of (all of (anna, bruno), chair)'],
    ['all of (anna, any 1 of directors)', 'all of (anna, any 1 of directors)'],
    ['  anna\n and (bruno or chair) ', 'all of (anna, any 1 of (bruno, chair))'],
    ['any 3 of directors', 'all of directors'],
  ]
  for (const [text, expected] of rows) it(text, () => expect(said(text)).to.equal(expected))

  const refused: readonly [string, string][] = [
    ['', 'bad-wish: the wish ends too early, at character 1'],
    ['anna and', 'bad-wish: the wish ends too early, at character 9'],
    ['anna bruno', 'bad-wish: the wish should end, at character 6'],
    ['anna and bruno or chair', 'bad-wish: `and` and `or` are mixed'],
    ['anna & bruno', 'bad-wish: here stands what is no name, no number'],
    ['any two of directors', 'bad-wish: a number is expected after `any`'],
    ['any 4 of directors', 'bad-wish: 4 of 3 is asked for'],
    ['any 0 of directors', 'bad-wish: 0 of 3 is asked for'],
    ['any 1 of nobody', 'bad-wish: 1 of 0 is asked for'],
    ['nobody', 'bad-wish: group `nobody` has no members'],
    ['any 2 of (d-1, directors)', 'bad-wish: the list names key `d-1` twice'],
    ['any 1 of (anna and bruno, directors)', 'bad-wish: group `directors` stands beside formulas'],
    ['(anna', 'bad-wish: `)` is expected'],
    ['and', 'bad-wish: `and` stands where a name is expected'],
    ['ana', 'undefined-alias: `ana` is no key and no group'],
    [`${'('.repeat(30)}anna${')'.repeat(30)}`, 'bad-wish: parentheses are nested too deeply'],
    [`anna${' and anna'.repeat(300)}`, 'too-large: the wish names more than 250 keys'],
    ['anna '.repeat(2_000), 'too-large: the wish has 10000 characters'],
  ]
  for (const [text, expected] of refused)
    it(`refuses ${text.slice(0, 40)}`, () => expect(said(text)).to.include(expected))

  it('reads back what it says itself', () => {
    const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula; some: Formula }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...KEYS).map((name): Formula => ({ _tag: 'Key', said: name, key: `K-${name}` })),
        tie('some'),
      ),
      some: fc
        .array(tie('formula'), { minLength: 2, maxLength: 3 })
        .filter(
          (of) =>
            !of.every(({ _tag }) => _tag === 'Key') ||
            new Set(of.map(({ said: name }) => name)).size === of.length,
        )
        .chain((of) =>
          fc
            .integer({ min: 1, max: of.length })
            .map((count): Formula => ({ _tag: 'AnyOf', count, said: '', of })),
        ),
    })).formula
    fc.assert(
      fc.property(formula, (one) => {
        expect(parseWish(naming)(formulaText(one))).to.deep.equal(E.right(one))
      }),
    )
  })

  it('never throws', () => {
    const word = fc.constantFrom(
      'and',
      'or',
      'any',
      'all',
      'of',
      '(',
      ')',
      ',',
      '2',
      'anna',
      'directors',
      'x',
      '$',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const read = parseWish(naming)(words.join(' '))
        expect(read._tag).to.be.oneOf(['Left', 'Right'])
      }),
      { numRuns: 500 },
    )
  })
})
