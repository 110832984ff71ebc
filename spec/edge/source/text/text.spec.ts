import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { quoted, quotedName } from '../../../../src/edge/source/index.js'
import { nearestName } from '../../../../src/edge/source/text/nearest-name.js'
import { pairOf } from '../../../../examples/generator/keys.js'
import { looksLikeSeed } from '../../../../src/kernel/model/index.js'
import { seedOffsets, seedOffsetsBesideBase64 } from '../../../../src/edge/source/text/seed-scan.js'
import { positionIn } from '../../../../src/edge/source/text/text-position.js'
import { FOUNDER, SEED } from '../keys.js'

describe('source: quoted', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['a', '`a`'],
    ['', '``'],
    ['two words', '`two words`'],
    ['a\nb\u001b[31m`\u202e', '`a·b·[31m··`'],
    [FOUNDER, `\`${FOUNDER.slice(0, 4)}…${FOUNDER.slice(-4)}\``],
    ['x'.repeat(30), `\`${'x'.repeat(30)}\``],
    ['x1'.repeat(30), `\`${'x1'.repeat(20)}…\``],
  ]
  for (const [value, shown] of rows) it(JSON.stringify(value), () => expect(quoted(value)).to.equal(shown))

  it('shows names up to 250 characters', () => {
    expect(quotedName('a/b1'.repeat(30))).to.equal(`\`${'a/b1'.repeat(30)}\``)
  })

  it('never shows twelve characters of a seed in a row, wherever it stands', () => {
    const parts = fc.tuple(fc.string(), fc.string(), fc.nat(56), fc.nat(56), fc.boolean())
    fc.assert(
      fc.property(parts, ([before, after, from, to, isLower]) => {
        const piece = SEED.slice(Math.min(from, to), Math.max(from, to))
        const value = `${before} ${isLower && piece.length === 56 ? piece.toLowerCase() : piece} ${after}`
        for (const shown of [quoted(value), quotedName(value)])
          for (let i = 0; i + 13 <= SEED.length; i++)
            expect(shown.toUpperCase()).not.to.contain(SEED.slice(i, i + 13))
      }),
    )
  })
})

describe('source: nearest name', () => {
  const names = ['address', 'master', 'thresholds', 'signers']
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['treshold', 'thresholds'],
    ['adress', 'address'],
    ['signres', 'signers'],
    ['Master', 'master'],
    ['matser', 'master'],
    ['weights', undefined],
    ['', undefined],
    ['m'.repeat(65), undefined],
  ]
  for (const [name, nearest] of rows)
    it(`${name} → ${String(nearest)}`, () =>
      expect(O.toUndefined(nearestName(names)(name))).to.equal(nearest))

  it('takes the nearest, and the first of equals', () => {
    expect(nearestName(['abcdxx', 'abcdex', 'abcdey'])('abcdef')).to.deep.equal(O.some('abcdex'))
  })
})

describe('source: seeds in a text', () => {
  it('finds them, but not in longer runs', () => {
    expect(seedOffsets(`${SEED} x${SEED}`)).to.deep.equal([0, 58])
    expect(seedOffsets(`A${SEED} ${SEED}7`)).to.deep.equal([])
  })

  it('finds one in any case by its checksum', () => {
    const seed = pairOf('amara').secret()
    for (const text of [seed.toLowerCase(), seed.slice(0, 20) + seed.slice(20).toLowerCase()]) {
      expect(seedOffsets(`name: ${text} # here`)).to.deep.equal([6])
      expect(seedOffsetsBesideBase64(text)).to.deep.equal([0])
      expect(looksLikeSeed(text)).to.equal(true)
    }
    expect(seedOffsets(`s${'a'.repeat(55)}`)).to.deep.equal([])
  })

  it('does not take base64 for one', () => {
    const zeros = `AQ+S${'A'.repeat(55)}+Zg==`
    expect(seedOffsets(zeros)).to.deep.equal([3])
    expect(seedOffsetsBesideBase64(zeros)).to.deep.equal([])
    expect(seedOffsetsBesideBase64(`{"a":"${SEED}"}`)).to.deep.equal([6])
  })
})

describe('source: positions', () => {
  it('are those of a walk over the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r', 'é'), { maxLength: 40 }),
        fc.nat(40),
        (letters, offset) => {
          const text = letters.join('')
          const before = text.slice(0, offset).split('\n')
          fc.pre(offset <= text.length)
          expect(positionIn(text)(offset)).to.deep.equal({
            line: before.length,
            column: before.at(-1)!.length + 1,
          })
        },
      ),
    )
  })
})
