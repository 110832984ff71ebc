import { expect } from 'chai'
import { layOut, paragraph, row } from '../../../src/edge/report/layout.js'
import { renderLines, span, unbroken, unpainted } from '../../../src/edge/report/styled.js'
import { joined, kebab, numbered, operationWords, ranges } from '../../../src/edge/report/words.js'
import { OPERATION_TYPES } from '../../../src/kernel/model/index.js'
import { operation } from '../../support/build/operation.js'

const rendered = (width: number, ...blocks: Parameters<ReturnType<typeof layOut>>[0]): string =>
  renderLines(unpainted)(layOut(width)(blocks))

describe('report: words and layout', () => {
  it('writes positions as people count', () => {
    expect(ranges([0])).to.equal('1')
    expect(ranges([0, 1])).to.equal('1, 2')
    expect(ranges([0, 1, 2, 4, 6, 7])).to.equal('1-3, 5, 7, 8')
    expect(numbered('operation', [2])).to.equal('operation 3')
    expect(numbered('operation', [2, 3, 4])).to.equal('operations 3-5')
    expect(joined(['a', 'b', 'c'], 'or')).to.equal('a, b or c')
  })

  it('writes tags and types as words', () => {
    expect(kebab('NotReached')).to.equal('not-reached')
    expect(kebab('PreAuthTx')).to.equal('pre-auth-tx')
    expect(kebab('HashX')).to.equal('hash-x')
    for (const type of OPERATION_TYPES)
      expect(operationWords(operation(type))).to.match(/^[a-z]+( [a-z]+| TTL)*$/)
  })

  it('wraps under the text, never inside what belongs together', () => {
    expect(rendered(12, paragraph(2, 4, span('one two three')))).to.equal('  one two\n    three\n')
    expect(rendered(12, paragraph(0, 2, span(`aaa ${unbroken('bbb ccc ddd')}`)))).to.equal(
      'aaa\n  bbb ccc dd\n  d\n',
    )
    expect(rendered(6, paragraph(0, 0, span('abcdefgh')))).to.equal('abcdef\ngh\n')
  })

  it('keeps cells at the right edge of the first line', () => {
    const cells = [{ span: span('3'), width: 3 }]
    expect(rendered(12, row(0, 2, [span('aaa bbb ccc')], cells))).to.equal('aaa bbb    3\n  ccc\n')
  })
})
