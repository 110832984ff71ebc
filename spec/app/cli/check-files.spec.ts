/** What `quorate check` does with files as they come: ends of lines, JSON, one line; and what it leaves alone. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { writeFixed } from '../../../src/app/programs/check/fix-all.js'
import { policyFrom } from '../../support/build/policy.js'
import { runCliHere, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { firm, PEOPLE } from './check-policies.js'

const LOOSE = firm({
  signers: '{ anna: 2, bruno: 2, carla: 2, dora: 1 } # dora trains',
  medium: 4,
  high: 4,
  more: [],
})

const keyOf = (name: string): string => new RegExp(`${name}: \\{ key: (\\w+)`).exec(PEOPLE)?.[1] ?? ''

const DATA = {
  quorate: 1,
  network: 'testnet',
  keys: Object.fromEntries(['anna', 'bruno', 'carla', 'dora'].map((name) => [name, { key: keyOf(name) }])),
  accounts: {
    firm: {
      address: /address: (\w+)/.exec(LOOSE)?.[1],
      master: 0,
      thresholds: { low: 4, medium: 4, high: 4 },
      signers: { anna: 2, bruno: 2, carla: 2, dora: 1 },
    },
  },
}

const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n')

const FORMS: readonly (readonly [name: string, file: string, text: string])[] = [
  ['YAML with CRLF', 'firm.quorate.yaml', withCrlf(LOOSE)],
  ['YAML with a byte order mark', 'firm.quorate.yaml', `\ufeff${LOOSE}`],
  ['YAML without a last line end', 'firm.quorate.yaml', LOOSE.trimEnd()],
  [
    'YAML in brackets',
    'firm.quorate.yaml',
    `{ quorate: 1, imports: [people.quorate.yaml], # why\n  accounts: ${JSON.stringify(DATA.accounts).replaceAll('"', '').replaceAll(':', ': ')} }\n`,
  ],
  ['JSON on one line', 'firm.quorate.json', JSON.stringify(DATA)],
  ['JSON with tabs', 'firm.quorate.json', JSON.stringify(DATA, null, '\t')],
  ['JSON with CRLF', 'firm.quorate.json', withCrlf(`${JSON.stringify(DATA, null, 2)}\n`)],
]

describe('quorate check, and files as they come', () => {
  let folder: TemporaryFolder

  beforeEach(() => {
    folder = temporaryFolder({ 'people.quorate.yaml': PEOPLE })
  })
  afterEach(() => folder.remove())

  const check = (file: string, ...more: readonly string[]): Promise<CliResult> =>
    runCliHere('check', join(folder.path, file), ...more)

  for (const [name, file, text] of FORMS)
    it(`--fix keeps the form, and does nothing twice: ${name}`, async () => {
      folder.write({ [file]: text })
      const first = await check(file, '--fix')
      expect([first.exit, first.stderr.includes('remove signer dora')]).to.deep.equal([0, true])
      const fixed = folder.read(file)
      expect(fixed.startsWith('\ufeff')).to.equal(text.startsWith('\ufeff'))
      expect(fixed.includes('\r\n')).to.equal(text.includes('\r\n'))
      expect(fixed.replaceAll('\r\n', '').includes('\r')).to.equal(false)
      if (text.includes('\r\n')) expect(fixed.split('\n')).to.have.lengthOf(fixed.split('\r\n').length)
      expect(fixed.endsWith('\n')).to.equal(text.endsWith('\n'))
      for (const comment of ['# dora trains', '# why'])
        expect(fixed.includes(comment)).to.equal(text.includes(comment))
      if (file.endsWith('.json'))
        expect(JSON.parse(fixed))
          .to.have.nested.property('accounts.firm.signers')
          .and.not.have.property('dora')
      const second = await check(file, '--fix')
      expect([second.exit, second.stderr, folder.read(file)]).to.deep.equal([0, '', fixed])
    })

  it('--fix leaves a read-only file as it is, and says so', async () => {
    folder.write({ 'firm.quorate.yaml': LOOSE })
    chmodSync(join(folder.path, 'firm.quorate.yaml'), 0o444)
    const { exit, stderr } = await check('firm.quorate.yaml', '--fix')
    expect(exit).to.equal(2)
    expect(stderr).to.include('[file-not-written]').and.include('read-only')
    expect(folder.read('firm.quorate.yaml')).to.equal(LOOSE)
  })

  it('--fix leaves a file that somebody else changed meanwhile', async () => {
    const written = await writeFixed(
      { readText: () => TE.right(`${LOOSE}# mine\n`) },
      { open: () => expect.fail('nothing is written') },
      {
        file: 'firm.quorate.yaml',
        fixed: {
          text: O.some({ file: 'firm.quorate.yaml', before: LOOSE, after: '' }),
          done: [],
          notDone: [],
          policy: policyFrom(JSON.stringify(DATA)),
        },
      },
    )
    expect(E.isLeft(written) && written.left.map(({ code }) => code)).to.deep.equal(['file-changed'])
  })

  it('a file that is called JSON is bad JSON, and no bad YAML', async () => {
    folder.write({ 'bad.quorate.json': '{"quorate": 1,} x' })
    const { exit, stdout } = await check('bad.quorate.json')
    expect([exit, stdout.includes('not valid JSON')]).to.deep.equal([2, true])
  })

  it('what is wrong with a file stays within the width', async () => {
    const long = 'a-word-that-is-much-too-long-for-the-name-of-anybody'
    folder.write({ 'firm.quorate.yaml': LOOSE.replaceAll('dora', `${long} and more`) })
    const { exit, stdout } = await check('firm.quorate.yaml')
    expect(exit).to.equal(2)
    const lines = stdout.split('\n').filter((line) => !line.includes(folder.path))
    expect(lines.filter((line) => line.length > 80)).to.deep.equal([])
  })

  describe('failures', () => {
    const annotations = ({ stdout }: CliResult): readonly string[] =>
      stdout.split('\n').filter((line) => line.startsWith('::error'))

    it('are annotations too, where GitHub reads standard output', async () => {
      for (const [args, code] of [
        [['--format', 'github', '--today', '2026-02-30'], 'usage'],
        [['--format=github', '--nope'], 'usage'],
        [['--format', 'github', '--base', 'nope'], 'not-a-repository'],
        [['--format', 'github', '--format', 'json=no/such/folder'], 'file-not-written'],
      ] as const) {
        const ran = await check('people.quorate.yaml', ...args)
        expect(ran.exit).to.equal(2)
        expect(annotations(ran)).to.have.lengthOf(1)
        expect(annotations(ran)[0]).to.include(`::error title=${code}::`)
        expect(ran.stderr).to.include(`error[${code}]`)
      }
    })

    it('are none where it does not', async () => {
      const path = join(folder.path, 'out')
      const ran = await check('people.quorate.yaml', '--format', `github=${path}`, '--today', 'nope')
      expect([ran.exit, ran.stdout]).to.deep.equal([2, ''])
      expect(ran.stderr).to.include('`nope` is no day')
    })
  })
})
