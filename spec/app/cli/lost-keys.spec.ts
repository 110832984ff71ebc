/** Keys that a file calls lost: nobody is asked for them, and what they have signed counts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { ROOT } from '../../support/repository.js'
import { runCliHere, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'

const DAY = '2026-05-01'

/** An example's account file that calls some keys lost. */
const calling = (example: string, ...lost: readonly string[]): string =>
  lost.reduce(
    (text, alias) =>
      text.replace(new RegExp(`^  ${alias}: (G\\w+)$`, 'm'), `  ${alias}: { key: $1, lost: ${DAY} }`),
    readFileSync(join(ROOT, 'examples', example, 'account.quorate.yaml'), 'utf8'),
  )

interface Told {
  readonly state: string
  readonly best: { readonly signers: readonly string[] } | null
  readonly completions: readonly (readonly string[])[]
  readonly lost: readonly { readonly key: string; readonly signed: boolean }[]
  readonly aliases: Readonly<Record<string, string>>
}

interface Analysis {
  readonly isReachable: boolean
  readonly suppositions: readonly string[]
  readonly calledLost: readonly { readonly signer: string; readonly line: number }[]
  readonly before: { readonly isReachable: boolean; readonly lost: readonly string[] }
  readonly after: object | null
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

describe('keys that a file calls lost', () => {
  let folder: TemporaryFolder
  before(() => {
    folder = temporaryFolder({
      'joint.yaml': calling('joint', 'carina'),
      'company.yaml': calling('company', 'bo'),
      'names.yaml': `quorate: 1\nkeys:\n  chen-again: { key: ${/chen: (G\w+)/.exec(calling('company'))?.[1] ?? ''}, lost: ${DAY} }\n`,
      'all.yaml': calling('company', 'bo', 'chen', 'eko', 'farid'),
    })
  })
  after(() => folder.remove())

  const file = (name: string): string => join(folder.path, name)
  const ask = (command: string, envelope: string, name: string, ...more: readonly string[]) =>
    runCliHere(
      command,
      join(ROOT, 'examples', envelope),
      '--account',
      name.startsWith('examples/') ? join(ROOT, name) : file(name),
      ...more,
    )
  const signers = (envelope: string, name: string, ...more: readonly string[]): Promise<CliResult> =>
    ask('signers', envelope, name, ...more)
  const told = async (...args: Parameters<typeof signers>): Promise<Told> => {
    const { stdout } = await signers(...args, '--format', 'json')
    return JSON.parse(stdout) as Told
  }
  const TWO = 'company/payment.2-of-6.rejected.xdr'

  describe('in signers', () => {
    it('are not asked, in no completion, and it says so', async () => {
      const { stdout, exit } = await signers(TWO, 'company.yaml')
      expect(exit).to.equal(1)
      expect(stdout).to.include('sign next: chen').and.include('1 of chen, eko or farid')
      expect(flat(stdout)).to.include(`! bo is not asked: lost since ${DAY} by ${file('company.yaml')}:`)
      expect(stdout).to.include('can sign: chen 1, eko 1, farid 1\n      called lost: bo 1')
    })

    it('are told to programs, with where it is said', async () => {
      const { best, completions, lost, aliases } = await told(TWO, 'company.yaml')
      const named = (keys: readonly string[]) => keys.map((key) => aliases[key])
      expect(named(best?.signers ?? [])).to.deep.equal(['chen'])
      expect(completions.map(named)).to.deep.equal([['chen'], ['eko'], ['farid']])
      expect(lost.map(({ key, ...said }) => ({ ...said, alias: aliases[key] }))).to.deep.equal([
        { alias: 'bo', since: DAY, file: file('company.yaml'), line: 10, signed: false },
      ])
    })

    it('are lost where another of the files says so', async () => {
      const { completions } = await told(TWO, 'company.yaml', '--account', file('names.yaml'))
      expect(completions).to.have.length(2)
    })

    it('stay so where somebody names them as available', async () => {
      const { stdout, exit } = await signers(TWO, 'company.yaml', '--available', 'bo,dalia')
      expect(exit).to.equal(1)
      expect(stdout).to.include('✗ impossible · nobody who is available can complete it')
      expect(flat(stdout))
        .to.include('bo 1 would count, but is called lost')
        .and.include('bo is not asked, although named as available: lost since')
    })

    it('are the reason where nobody can do without them', async () => {
      for (const [envelope, name, says] of [
        ['joint/add-signer.missing-carina.xdr', 'joint.yaml', 'carina 1 would count, but is called lost'],
        [TWO, 'all.yaml', 'bo 1, chen 1, eko 1 and farid 1 would count, but are called lost'],
      ] as const) {
        const { stdout, exit } = await signers(envelope, name)
        expect(stdout).to.include('✗ impossible · nobody can complete it without a key that is called lost')
        expect(flat(stdout)).to.include(says)
        expect(exit).to.equal(1)
      }
      expect((await told(TWO, 'all.yaml')).state).to.equal('impossible')
    })

    it('count where they have signed, which is told as well', async () => {
      const { stdout, exit } = await signers('joint/add-signer.ok.xdr', 'joint.yaml')
      expect(exit).to.equal(0)
      expect(stdout).to.include('✓ complete')
      expect(flat(stdout))
        .to.include(`carina has signed, and is lost since ${DAY} by`)
        .and.include('the signature counts all the same')
      const { lost } = await told('joint/add-signer.ok.xdr', 'joint.yaml')
      expect(lost.map(({ signed }) => signed)).to.deep.equal([true])
    })
  })

  it('are nothing to the network: evaluate, trim and simulate answer as before', async () => {
    for (const [command, envelope] of [
      ['evaluate', 'joint/add-signer.ok.xdr'],
      ['evaluate', 'joint/add-signer.missing-carina.xdr'],
      ['trim', 'joint/payment.surplus.xdr'],
      ['simulate', 'joint/add-signer.ok.xdr'],
    ] as const) {
      const lost = await ask(command, envelope, 'joint.yaml', '--format', 'json')
      const known = await ask(command, envelope, 'examples/joint/account.quorate.yaml', '--format', 'json')
      expect(lost, command).to.deep.equal(known)
    }
  })

  describe('in analyze', () => {
    const analyze = async (...args: readonly string[]): Promise<Analysis> => {
      const { stdout } = await runCliHere('analyze', ...args, '--format', 'json')
      return (JSON.parse(stdout) as { readonly accounts: readonly [Analysis] }).accounts[0]
    }

    it('are supposed to be lost, beside the account as it is, as --lost would', async () => {
      const [called, supposed] = [
        await analyze(file('joint.yaml')),
        await analyze(join(ROOT, 'examples/joint/account.quorate.yaml'), '--lost', 'carina'),
      ]
      expect(called.calledLost.map(({ signer, line }) => [signer, line])).to.deep.equal([['carina', 9]])
      expect({ ...called, calledLost: [] }).to.deep.equal(supposed)
      expect(called).to.deep.include({ isReachable: false, suppositions: ['carina is lost'] })
      expect(called.before).to.deep.include({ isReachable: true, lost: [] })
    })

    it('are told by name, day and place, and end as the answer does', async () => {
      const { stdout, exit } = await runCliHere('analyze', file('joint.yaml'))
      expect(flat(stdout)).to.include(`Called lost carina, since ${DAY} by ${file('joint.yaml')}:9`)
      expect(stdout).not.to.include('What if')
      expect(stdout)
        .to.include('HIGH CAN NEVER BE REACHED')
        .and.match(/Before +After/)
      expect(exit).to.equal(1)
      const markdown = await runCliHere('analyze', file('joint.yaml'), '--format', 'markdown')
      expect(markdown.stdout).to.include(`**Called lost** carina, since ${DAY} by`)
    })

    it('are lost in every what-if, unless they are no signers there', async () => {
      const lostIn = async (...args: readonly string[]) => {
        const { suppositions, calledLost } = await analyze(file('joint.yaml'), ...args)
        return [suppositions, calledLost.map(({ signer }) => signer)]
      }
      expect(await lostIn('--lost', 'carina,bilal')).to.deep.equal([
        ['carina is lost', 'bilal is lost'],
        ['carina'],
      ])
      expect(await lostIn('--stolen', 'carina')).to.deep.equal([
        ['carina is lost', 'carina is stolen'],
        ['carina'],
      ])
      expect(await lostIn('--without', 'carina')).to.deep.equal([['carina is removed'], []])
      expect(await lostIn('--weight', 'carina=0')).to.deep.equal([['carina weighs 0'], []])
      expect(await lostIn('--weight', 'carina=2', '--threshold', 'high=2')).to.deep.equal([
        ['carina weighs 2', 'high takes 2', 'carina is lost'],
        ['carina'],
      ])
    })

    it('are the same in explain', async () => {
      const { stdout } = await runCliHere('explain', 'joint', file('joint.yaml'))
      expect(flat(stdout)).to.include(`Called lost carina, since ${DAY}`)
    })
  })
})
