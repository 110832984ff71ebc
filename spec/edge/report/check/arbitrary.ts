/** Checks of any size, in which every text may be hostile: names, files, reasons, messages. */
import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { SEVERITIES } from '../../../../src/advice/lint/index.js'
import type { Answer, Asserted, Claim } from '../../../../src/advice/policy/index.js'
import type { CheckedFile, Result } from '../../../../src/edge/report/index.js'
import { at, failure } from '../../../../src/kernel/model/index.js'
import { MEDIUM } from '../../../advice/policy/treasury.js'
import { asserted, holding } from './promises.js'
import { ANNAS, assertedResult, checkedFile, finding, found, line, tested } from './sample.js'

/** What breaks a format that is careless: commands, markup, ends of blocks, terminals, halves of pairs. */
export const HOSTILE: readonly string[] = [
  ']]>',
  '::error::',
  '%0A::stop-commands::x',
  '%',
  'a|b',
  '<script>alert(1)</script>',
  '</failure></testcase>',
  '&amp;&#0;',
  '\u0000\u0001\u001b[2J\u0007\u009b',
  '\r\n\r\n# head',
  '\n::error file=x::y',
  '"},{"a":"',
  "' onload='",
  '\ud800',
  '\udc00a',
  '\ufffe\uffff',
  '\u202egnp.exe',
  '```\n@everyone https://evil.example www.evil.example',
  '[a](javascript:b)',
  '![](x)',
  '- 1. + = > #1',
  '$a$ ~b~ **c** _d_',
  '\\',
  '😀',
  'a'.repeat(300),
  '',
]

/** Any text, hostile more often than not. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)

const claim: Claim = { _tag: 'Withstands', at: MEDIUM, steal: 1, by: 'key' }

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant(holding),
  fc
    .record({ says: text, unit: text, units: fc.array(text, { maxLength: 2 }), title: text })
    .map(({ says, unit, units, title }): Answer => ({
      _tag: 'Violated',
      counterexample: {
        level: 'Medium',
        says,
        exhibits: [{ ...ANNAS, title, units, keys: [...ANNAS.keys, title] }],
        tolerated: O.some({ asked: 2, holds: 1, unit }),
        demands: [],
      },
    })),
  fc.record({ says: text, help: text }).map((parts): Answer => ({ _tag: 'Vacuous', ...parts })),
  fc
    .record({ code: text, says: text, help: text, keys: fc.array(text, { maxLength: 2 }) })
    .map((why): Answer => ({ _tag: 'Unknown', why })),
)

const place = fc
  .record({ file: text, number: fc.integer({ min: 1, max: 9999 }), path: fc.array(text, { maxLength: 2 }) })
  .map(({ file, number, path }) => line(number, path, file))

const promise: fc.Arbitrary<Asserted> = fc
  .record({ id: text, account: text, form: text, answer, place, breaks: fc.array(text, { maxLength: 2 }) })
  .map(({ id, account, form, answer: one, place: where, breaks }) =>
    asserted(id, [{ claim, answer: one }], {
      account,
      assertion: { id, on: [account], form, claims: [claim], place: where },
      spoiled: [{ change: { _tag: 'Weight', key: id, from: 1, to: 2 }, breaks }],
    }),
  )

const suppressed = fc.oneof(
  fc.constant(O.none),
  text.map((reason) => O.some({ _tag: 'Ignored' as const, reason, until: O.none })),
  text.map((file) => O.some({ _tag: 'InBaseline' as const, file })),
)

const findings: fc.Arbitrary<Result> = fc
  .record({
    severity: fc.constantFrom(...SEVERITIES),
    rule: text,
    says: text,
    help: text,
    account: fc.option(text).map(O.fromNullable),
    place,
    related: fc.array(fc.record({ place, says: text }), { maxLength: 2 }),
    suppressed,
  })
  .map(({ severity, rule, suppressed: why, ...parts }) =>
    found(finding(severity, rule, { ...parts, exhibits: [ANNAS] }), why),
  )

const tests: fc.Arbitrary<Result> = fc
  .record({ name: text, outcome: fc.constantFrom('Passed', 'Failed', 'Unknown'), says: text })
  .map(({ name, outcome, says }) => tested(name, outcome, says))

const failures: fc.Arbitrary<Result> = fc
  .record({ code: text, message: text, help: fc.option(text), where: fc.boolean() })
  .map(({ code, message, help, where }) => {
    const one = failure(code, message, help ?? undefined)
    return { _tag: 'Unreadable', failure: where ? at({ line: 1, column: 2 })(one) : one }
  })

const readable = fc.record({
  file: text,
  results: fc.array(fc.oneof(findings, promise.map(assertedResult), tests), { maxLength: 8 }),
  accounts: fc.nat(20),
})

const broken = fc.record({
  file: text,
  results: fc.array(failures, { minLength: 1, maxLength: 3 }),
  digest: fc.constant(O.none),
  policy: fc.constant(O.none),
  accounts: fc.constant(0),
})

/** Files of a check. */
export const files: fc.Arbitrary<readonly CheckedFile[]> = fc.array(
  fc
    .oneof({ weight: 4, arbitrary: readable }, { weight: 1, arbitrary: broken })
    .map(({ results, ...parts }) => checkedFile(results, parts)),
  { maxLength: 4 },
)
