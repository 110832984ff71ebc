'use strict'

/**
 * The mocha reporter of the house: the usual `spec` output and, after its
 * summary, one closing line that a person or a program can read at a glance:
 *
 *   412 passed, 0 failed, 2 skipped
 *
 * It is CommonJS because mocha loads reporters with `require`.
 */

const { reporters } = require('mocha')

const closingLine = ({ passes, failures, pending }) =>
  `${passes} passed, ${failures} failed` + (pending > 0 ? `, ${pending} skipped` : '')

class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    // Registered after the base class has registered its summary, so this line comes last.
    runner.once('end', () => reporters.Base.consoleLog(closingLine(this.stats)))
  }
}

module.exports = Reporter
module.exports.closingLine = closingLine
