/** `quorate check --not-looser`, and promises that a change takes out: a change cannot open its own gate. */
import { expect } from 'chai'
import { key } from '../../support/build/key.js'
import { runCli, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { firm, PEOPLE, PROMISES } from './check-policies.js'

const GATE = '  - { id: no-new-power, on: firm, claim: { not-looser-than: base } }'
const STOLEN = '  - { id: one-stolen, on: firm, claim: { withstands: { steal: 1, by: key }, for: medium } }'

/** As it was committed. */
const BEFORE = firm({ more: [...PROMISES, GATE, STOLEN] })

/** One key is enough, and nothing that says otherwise is left. */
const OPENED = firm({ medium: 1, high: 1, more: PROMISES })

describe('quorate check --not-looser', () => {
  let folder: TemporaryFolder

  beforeEach(() => {
    folder = temporaryFolder({ 'people.quorate.yaml': PEOPLE, 'firm.quorate.yaml': BEFORE })
    folder.commit('before')
  })
  afterEach(() => folder.remove())

  const check = (...args: readonly string[]): Promise<CliResult> =>
    runCli({ args: ['check', '--today', '2026-11-21', '--base', 'main', ...args], cwd: folder.path })

  const flat = ({ stdout }: CliResult): string => stdout.replace(/\s+/g, ' ')

  const commit = (files: Readonly<Record<string, string>>): void => {
    folder.git('checkout', '-q', '-b', 'change')
    folder.write(files)
    folder.git('commit', '-qam', 'change')
  }

  /** What was dropped, as the rule says it. */
  const dropped = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await check('--rule', 'dropped-promise', '--format', 'json', ...args)
    const report = JSON.parse(stdout) as { files: { results: { id: string; message: string }[] }[] }
    return report.files
      .flatMap(({ results }) => results)
      .flatMap(({ id, message }) => (id === 'dropped-promise' ? [message] : []))
  }

  it('1: stops a commit that takes out the claim and lets one key move funds, and names who gains', async () => {
    commit({ 'firm.quorate.yaml': OPENED })
    const without = await check('--skip', 'single-key-high')
    expect(without.exit).to.equal(0)
    const ran = await check('--not-looser', '--skip', 'single-key-high')
    expect(ran.exit).to.equal(1)
    expect(flat(ran)).to.match(/--not-looser .*(anna|bruno|carla) reaches medium on firm, and cannot before/)
    expect(ran.stdout).to.include('firm.quorate.yaml:5:')
  })

  it('0: nobody gains anything', async () => {
    commit({ 'firm.quorate.yaml': firm({ medium: 2, high: 3, more: [] }) })
    expect((await check('--not-looser')).exit).to.equal(0)
  })

  it('asks nothing twice that the file promises', async () => {
    const ran = await check('--not-looser', '--format', 'json')
    expect(ran.exit).to.equal(0)
    expect(ran.stdout).to.include('no-new-power').and.not.to.include('--not-looser')
  })

  it('asks all levels where the file promises one', async () => {
    const one = GATE.replace('base }', 'base, for: low }')
    commit({ 'firm.quorate.yaml': firm({ high: 1, more: [...PROMISES, one, STOLEN] }) })
    const ran = await check('--not-looser', '--skip', 'single-key-high')
    expect(ran.exit).to.equal(1)
    expect(flat(ran)).to.include('reaches high on firm, and cannot before the change')
  })

  it('says of a name that it stands for another key', async () => {
    commit({ 'people.quorate.yaml': PEOPLE.replace(/(carla: \{ key: )\w+/, `$1${key('carla-2').id}`) })
    const ran = await check('--not-looser')
    expect(ran.exit).to.equal(1)
    expect(flat(ran)).to.include('carla (with another key)').and.not.to.include('bruno (with')
  })

  it('4: an account that may have been in a file that cannot be read', async () => {
    folder.write({ 'broken.quorate.yaml': 'quorate: 1\nkeys: [\n' })
    folder.commit('broken')
    folder.git('rm', '-q', 'broken.quorate.yaml')
    const shop = firm({ account: 'shop', more: [] }).replace(/address: \w+/, 'address: dora')
    folder.write({ 'shop.quorate.yaml': shop })
    const ran = await check('--not-looser')
    expect(ran.exit).to.equal(4)
    expect(ran.stdout).to.include('base-unreadable')
  })

  it('2: without a base', async () => {
    const { stderr, exit } = await runCli({ args: ['check', '--not-looser'], cwd: folder.path })
    expect(exit).to.equal(2)
    expect(stderr).to.include('--base REF')
  })

  it('a promise that is gone is told, by what it said', async () => {
    commit({ 'firm.quorate.yaml': OPENED })
    const told = await dropped()
    expect(told).to.have.length(2)
    expect(told[0]).to.include('no-new-power').and.to.include('low not looser than before')
    expect(told[1]).to.include('one-stolen').and.to.include('of firm')
    // What the option asks for is promised still.
    expect(await dropped('--not-looser')).to.have.length(1)
  })

  it('a promise that moved, with its account, to another file and other names is not gone', async () => {
    const renamed = BEFORE.replace('  firm:', '  company:')
      .replaceAll('on: firm', 'on: company')
      .replaceAll('id: ', 'id: x-')
    folder.write({ 'moved/firm.quorate.yaml': renamed, 'moved/people.quorate.yaml': PEOPLE })
    folder.git('rm', '-q', 'firm.quorate.yaml', 'people.quorate.yaml')
    expect(await dropped()).to.deep.equal([])
  })

  it('a key that was replaced takes no promise with it', async () => {
    const { bruno, dora } = Object.fromEntries(
      [...PEOPLE.matchAll(/^ {2}(\w+): \{ key: (\w+)/gm)].map(([, name, key]) => [name, key]),
    ) as { bruno: string; dora: string }
    folder.write({
      'people.quorate.yaml': PEOPLE.replace(bruno, 'X').replace(dora, bruno).replace('X', dora),
    })
    expect(await dropped()).to.deep.equal([])
  })

  it('a promise that another file makes of an import is not gone', async () => {
    const account = firm({ more: [] })
    const importing = (...more: readonly string[]): string =>
      ['quorate: 1', 'imports: [firm.quorate.yaml]', ...more, ''].join('\n')
    folder.write({
      'firm.quorate.yaml': account,
      'one.quorate.yaml': importing(...PROMISES),
      'two.quorate.yaml': importing('assert:', GATE, STOLEN),
    })
    expect(await dropped()).to.deep.equal([])
    folder.write({ 'two.quorate.yaml': importing('assert:', GATE) })
    expect(await dropped()).to.have.length(1)
  })
})
