/** `quorate rules` and `quorate explain`: everything that has a name can be asked about. */
import { expect } from 'chai'
import { RULES } from '../../../src/advice/lint/index.js'
import { CLAIM_FORMS } from '../../../src/advice/policy/index.js'
import { runCli, runCliHere } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { firm, PEOPLE } from './check-policies.js'

describe('quorate rules', () => {
  it('lists every rule and every claim, within the width', async () => {
    const { stdout, exit } = await runCliHere('rules')
    expect(exit).to.equal(0)
    const first = new Set(stdout.split('\n').map((line) => line.split(' ')[0]))
    for (const { id } of [...RULES, ...CLAIM_FORMS]) expect([...first]).to.include(id)
    for (const line of stdout.split('\n')) expect([...line].length, line).to.be.at.most(80)
  })

  it('is JSON for programs', async () => {
    const { stdout } = await runCliHere('rules', '--json')
    const { rules, claims } = JSON.parse(stdout) as { rules: { id: string }[]; claims: { id: string }[] }
    expect(rules.map(({ id }) => id)).to.deep.equal(RULES.map(({ id }) => id))
    expect(claims.map(({ id }) => id)).to.deep.equal(CLAIM_FORMS.map(({ id }) => id))
  })

  it('takes names, and tells the nearest one', async () => {
    const one = await runCliHere('rules', 'dummy-signer')
    expect([one.exit, one.stdout.includes('one-vendor')]).to.deep.equal([0, false])
    const none = await runCliHere('rules', 'dummy-singer')
    expect([none.exit, none.stdout]).to.deep.equal([2, ''])
    expect(none.stderr).to.include('did you mean `dummy-signer`?')
  })
})

describe('quorate explain', () => {
  it('has a page for every rule and every claim', async () => {
    for (const { id, summary } of [...RULES, ...CLAIM_FORMS]) {
      const { stdout, exit } = await runCliHere('explain', id)
      expect(exit, id).to.equal(0)
      expect(stdout.replace(/\s+/g, ' '), id).to.include(summary)
      expect(stdout, id).to.include('Why')
    }
  })

  describe('in a folder', () => {
    let folder: TemporaryFolder
    before(() => {
      folder = temporaryFolder({ 'people.quorate.yaml': PEOPLE, 'firm.quorate.yaml': firm() })
    })
    after(() => {
      folder.remove()
    })
    const explain = (...args: readonly string[]) => runCli({ args: ['explain', ...args], cwd: folder.path })

    it('tells why an assertion holds', async () => {
      const { stdout, exit } = await explain('two-pay')
      expect(exit).to.equal(0)
      expect(stdout).to.include('two-pay · firm').and.to.include('firm.quorate.yaml:')
      expect(stdout).not.to.include('one-lost')
    })

    it('expands an account, by its name and by its address', async () => {
      const byName = await explain('firm')
      expect(byName.exit).to.equal(0)
      for (const piece of ['digest', 'anna', 'people.quorate.yaml', 'Can act'])
        expect(byName.stdout).to.include(piece)
      const address = /address +(\w+)/.exec(byName.stdout)?.[1] ?? ''
      expect((await explain(address)).stdout).to.equal(byName.stdout)
    })

    it('refuses a name that is none, with the nearest', async () => {
      const { stdout, stderr, exit } = await explain('two-pya')
      expect([exit, stdout]).to.deep.equal([2, ''])
      expect(stderr).to.include('did you mean `two-pay`?')
    })

    it('refuses files that cannot be read', async () => {
      const { stderr, exit } = await explain('firm', 'none.quorate.yaml')
      expect(exit).to.equal(2)
      expect(stderr).to.include('[file-not-found]')
    })
  })
})
