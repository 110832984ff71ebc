import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { failureJson, failureLines, renderLines, unpainted } from '../../../src/edge/report/index.js'
import { unreadableLine } from '../../../src/edge/report/batch-line.js'
import { about, at, failure } from '../../../src/kernel/model/index.js'

const text = (...[failed]: Parameters<typeof failureLines>): string =>
  renderLines(unpainted)(failureLines(failed))

describe('report: failures', () => {
  const found = failure('weight-out-of-range', 'the weight is `256`', 'expected 0 to 255')

  it('tell code, message, place and help', () => {
    expect(text(failure('empty-input', 'nothing to read'))).to.equal('error[empty-input]: nothing to read\n')
    expect(text(about('joint.yaml')(at({ line: 15, column: 23 })(found)))).to.equal(
      'error[weight-out-of-range]: the weight is `256`\n  --> joint.yaml:15:23\n  help: expected 0 to 255\n',
    )
    expect(text(at({ line: 2, column: 3 })(failure('a', 'b')))).to.equal(
      'error[a]: b\n  --> line 2, column 3\n',
    )
    expect(text(failure('a', 'clear \u001b[2J'))).to.equal('error[a]: clear ·[2J\n')
  })

  it('tell programs the same', () => {
    expect(failureJson(about('joint.yaml')(found))).to.deep.equal({
      code: 'weight-out-of-range',
      message: 'the weight is `256`',
      help: 'expected 0 to 255',
      subject: 'joint.yaml',
      line: null,
      column: null,
    })
    expect(unreadableLine(O.none, found)).to.equal(
      '{"id":null,"error":{"code":"weight-out-of-range","message":"the weight is `256`"}}',
    )
  })
})
