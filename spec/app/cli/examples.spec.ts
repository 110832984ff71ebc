import { expect } from 'chai'
import { read } from '../../support/repository.js'
import { runCliAll, runCliHere, type CliResult } from '../../support/run-cli.js'

interface Example {
  readonly file: string
  readonly accounts: readonly string[]
  readonly network: string
  readonly protocol?: number
  readonly phase?: string
  readonly verdict: string
  readonly code: string | null
  readonly inner?: { readonly code: string } | null
  readonly exit: number
}

const SYMBOLS: Readonly<Record<string, string>> = { authorized: '✓', rejected: '✗', undetermined: '?' }

const EXAMPLES = JSON.parse(read('examples/expected.json')) as readonly Example[]

const argumentsOf = ({ file, accounts, protocol, phase }: Example): readonly string[] => [
  'evaluate',
  file,
  '--account',
  ...accounts,
  ...(protocol === undefined ? [] : ['--protocol', String(protocol)]),
  ...(phase === undefined ? [] : ['--phase', phase]),
]

const headlineOf = ({ verdict, code, inner }: Example): string =>
  [
    `${SYMBOLS[verdict] ?? ''} ${verdict}`,
    ...(code === null ? [] : [code]),
    ...(inner === undefined || inner === null ? [] : [`inner ${inner.code}`]),
  ].join(' · ')

const nameOf = ({ file, protocol, phase }: Example): string =>
  [file, ...(protocol === undefined ? [] : [`protocol ${protocol}`]), phase ?? ''].join(' ').trim()

const check = (example: Example, { stdout, stderr, exit }: CliResult): void => {
  expect(stderr).to.equal('')
  expect(stdout.split('\n')[0]).to.equal(headlineOf(example))
  expect(exit).to.equal(example.exit)
  for (const line of stdout.split('\n')) expect([...line].length, line).to.be.at.most(80)
}

describe('quorate evaluate: every example', function () {
  this.timeout(120_000)

  for (const example of EXAMPLES)
    it(`${nameOf(example)}: ${example.verdict}`, async () => {
      check(example, await runCliHere(...argumentsOf(example)))
    })

  it('the built program says the same of one in each folder, and of each exit code', async () => {
    const folderAndExit = ({ file, exit }: Example): string => `${file.split('/')[1] ?? ''} ${exit}`
    const chosen = [...new Map(EXAMPLES.map((example) => [folderAndExit(example), example])).values()]
    const results = await runCliAll(chosen.map((example) => ({ args: argumentsOf(example) })))
    for (const [index, example] of chosen.entries()) {
      check(example, results[index]!)
      expect(results[index]).to.deep.equal(await runCliHere(...argumentsOf(example)))
    }
  })
})
