/** What could hide a violation from `quorate check`: names of files, links, accounts without signers. */
import { expect } from 'chai'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { runCli, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { firm, PEOPLE } from './check-policies.js'

/** Long runs of capitals, which messages shorten to the same text. */
const LONG = 'AAAABBBBBBBBBBBBBBAAAA.quorate.yaml'
const OTHER = 'AAAACCCCCCCCCCCCCCAAAA.quorate.yaml'
const SHORT = 'AAAA…AAAA.quorate.yaml'

const asserting = (claim: string): readonly string[] => [
  'assert:',
  `  - { id: promise, on: firm, claim: ${claim} }`,
]
const VIOLATED = asserting('{ any: 1, of: [anna, bruno, carla], can: medium }')

describe('quorate check, and what could hide a violation', () => {
  let folder: TemporaryFolder

  beforeEach(() => {
    folder = temporaryFolder({ 'people.quorate.yaml': PEOPLE })
  })
  afterEach(() => {
    folder.remove()
  })

  const check = (...args: readonly string[]): Promise<CliResult> =>
    runCli({ args: ['check', '--skip', 'no-promise', ...args], cwd: folder.path })

  it('a file is not taken for an imported one that messages call the same', async () => {
    folder.write({
      'main.quorate.yaml': `quorate: 1\nimports: [${LONG}]\n`,
      [LONG]: 'quorate: 1\n',
      [SHORT]: firm({ more: VIOLATED }),
    })
    const { stdout, exit } = await check()
    expect(exit).to.equal(1)
    expect(stdout).to.include('violated')
  })

  it('one account at the same line of two files that messages call the same', async () => {
    folder.write({ [LONG]: firm({ more: [] }), [OTHER]: firm({ more: [], medium: 1 }) })
    const { stdout, exit } = await check()
    expect(exit).to.equal(2)
    expect(stdout).to.include('[account-twice]').and.include(OTHER)
  })

  it('a file whose path cannot be shown', async () => {
    folder.write({ 'a\u001b[31m.quorate.yaml': firm({ more: [] }) })
    const { stdout, exit } = await check()
    expect(exit).to.equal(2)
    expect(stdout).to.include('[bad-path]').and.not.include('\u001b[31m')
  })

  it('a policy that was a link in the base was there', async () => {
    const compared = { more: asserting('{ not-looser-than: base }') }
    folder.write({ 'real.yaml': firm(compared) })
    symlinkSync('real.yaml', join(folder.path, 'firm.quorate.yaml'))
    folder.commit('a link')
    folder.write({ 'real.yaml': firm({ ...compared, medium: 1 }) })
    const { stdout, exit } = await check('--base', 'HEAD')
    expect(exit).to.equal(1)
    expect(stdout).to.include('cannot before the change')
  })

  it('an account without signers has no dummies, and promises nothing by that', async () => {
    folder.write({ 'firm.quorate.yaml': firm({ signers: '{}', more: asserting('{ no-dummies: medium }') }) })
    const { stdout, exit } = await check()
    expect(exit).to.equal(1)
    expect(stdout).to.include('vacuous')
  })

  it('two promises that contradict each other over keys of another account are told, not a fault', async () => {
    const other = `  other:
    address: anna
    master: 4
    signers: { dora: 3 }
    thresholds: { low: 3, medium: 7, high: 7 }
`
    const text = firm({
      signers: '{ anna: 3, bruno: 1 }',
      medium: 5,
      high: 3,
      more: [
        'assert:',
        '  - { id: looser, on: firm, claim: { looser-than: other, for: medium } }',
        '  - { id: not-looser, on: firm, claim: { not-looser-than: other, for: medium } }',
      ],
    })
    folder.write({ 'firm.quorate.yaml': text.replace('accounts:\n', `accounts:\n${other}`) })
    const { stdout, stderr, exit } = await check()
    expect([exit, stderr]).to.deep.equal([1, ''])
    expect(stdout).to.include('looser')
  })
})
