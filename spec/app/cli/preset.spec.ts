import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fc from 'fast-check'
import { accountOf, PRESETS, type Configuration, type KeyOf } from '../../../src/advice/plan/index.js'
import { accountFileJson, accountFileYaml } from '../../../src/app/programs/account-file-text.js'
import { readAccountFile } from '../../../src/edge/source/index.js'
import { NETWORKS } from '../../../src/kernel/model/index.js'
import { signerWeight } from '../../support/arbitrary/weight.js'
import { key } from '../../support/build/key.js'
import { runCliHere } from '../../support/run-cli.js'

/** A worthless seed: made for this file, and guarding nothing. */
const SEED = 'SB3KJJHPHGRGWQ5JFYAOCRBS3BWMC2V4PGRXPVOEUZHVNPQ3GO3OVBH2'

const id = (name: string): string => key(name).id
const at = ['--address', id('owner')]
const signers = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => ['--key', `${name}=${id(name)}`])

describe('cli: preset', () => {
  it('lists the presets, for people and for programs', async () => {
    const { stdout, exit } = await runCliHere('preset')
    expect(exit).to.equal(0)
    expect(stdout.trimEnd().split('\n')).to.have.lengthOf(PRESETS.length)
    const json = await runCliHere('preset', '--format', 'json')
    const told = JSON.parse(json.stdout) as { readonly presets: readonly { readonly id: string }[] }
    expect(told.presets.map((one) => one.id)).to.deep.equal(PRESETS.map((one) => one.id))
  })

  it('prints an account file, and on the side what it does not protect from', async () => {
    const keys = ['ann', 'bo', 'cy', 'di']
    const { stdout, stderr, exit } = await runCliHere(
      ...['preset', 'company', '--m', '2', '--high', '3', '--name', 'treasury', '--network', 'testnet'],
      ...[
        ...at,
        '--keys',
        keys
          .slice(0, 2)
          .map((name) => `${name}=${id(name)}`)
          .join(','),
      ],
      ...signers('cy', 'di'),
    )
    expect(exit).to.equal(0)
    expect(stdout.split('\n')).to.deep.equal([
      '# Preset company, m 2, high 3: m of n keys together for everything; the key that names the account is switched off.',
      'quorate: 1',
      'network: testnet',
      'keys:',
      ...['treasury', ...keys].map((name) => `  ${name}: ${id(name === 'treasury' ? 'owner' : name)}`),
      'accounts:',
      '  treasury:',
      '    address: treasury',
      '    master: 0',
      '    thresholds: { low: 2, medium: 2, high: 3 }',
      '    signers: { ann: 1, bo: 1, cy: 1, di: 1 }',
      '',
    ])
    expect(stderr).to.contain('2 lost keys freeze the signers for ever')
    expect(stderr).to.contain('quorate evaluate ENVELOPE --account treasury.quorate.yaml')
  })

  it('prints what the reader of account files reads, as YAML and as JSON', async () => {
    for (const format of ['text', 'json'])
      for (const { id: preset, example } of PRESETS) {
        const { stdout, exit } = await runCliHere(
          ...['preset', preset, '--format', format, '--address', `${example.master}=${id('owner')}`],
          ...signers(...example.keys),
        )
        expect(exit).to.equal(0)
        const read = readAccountFile(stdout)
        if (E.isLeft(read)) throw new Error(read.left[0].message)
        expect([...read.right.accounts.values()].map((one) => one.id)).to.deep.equal([id('owner')])
        expect([...read.right.keys.keys()]).to.deep.equal([example.master, ...example.keys])
      }
  })

  it('prints names and passphrases so that they are read again', () => {
    const odd = ['1', '0x1f', '1e3', 'null', 'true', 'no', '.5', '1.5', 'a.b', '007', '1_0', 'y', '~', 'off']
    const name = fc.oneof(
      fc.constantFrom(...odd.filter((one) => /^[a-z0-9]/.test(one))),
      fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,39}$/),
    )
    const network = fc.oneof(
      fc.constantFrom(...Object.values(NETWORKS), undefined),
      fc.string({ minLength: 1 }).map((text) => ({ passphrase: `a ${text}` })),
    )
    const drawn = fc.uniqueArray(name, { minLength: 2, maxLength: 9 })
    const weights = fc.array(signerWeight, { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(drawn, weights, network, ([account = '', ...aliases], weight, chosen) => {
        const configuration: Configuration = {
          master: { alias: account, weight: 1 },
          thresholds: { low: 0, medium: 1, high: 255 },
          signers: aliases.map((alias, index) => ({ alias, weight: weight[index]! })),
        }
        const keyOf: KeyOf = (alias) => key(`named ${alias}`).signerKey
        const parts = {
          about: 'A file.',
          network: chosen,
          name: account,
          keys: [account, ...aliases].map((alias) => [alias, keyOf(alias).strkey] as const),
          configuration,
        }
        for (const text of [accountFileYaml(parts), accountFileJson(parts)]) {
          const read = readAccountFile(text)
          if (E.isLeft(read)) throw new Error(`${read.left[0].message}\n${text}`)
          expect(read.right.accounts.get(account)).to.deep.equal(accountOf(keyOf)(configuration))
          expect(O.toUndefined(read.right.network)).to.deep.equal(chosen)
        }
      }),
    )
  })

  const refused: readonly [what: string, args: readonly string[], ...says: readonly string[]][] = [
    ['an unknown preset', ['copany'], 'error[unknown-preset]', 'did you mean `company`?'],
    ['no address', ['joint', ...signers('ann')], 'error[no-address]', '--address founder=G…'],
    ['no keys', ['joint', ...at], 'error[too-few-keys]', '--key bilal=G…'],
    ['options without a preset', ['--m', '3'], 'no NAME is given'],
    ['m beyond the keys', ['company', ...at, ...signers('ann', 'bo')], 'expected a whole number from 1 to 2'],
    ['a number that is none', ['company', ...at, ...signers('ann'), '--m', 'two'], '`m` is `two`'],
    [
      'a weight beyond 255',
      ['expense', ...at, ...signers('ann'), '--high', '256'],
      'error[weight-out-of-range]',
    ],
    [
      'a number of another preset',
      ['anchor', ...at, ...signers('ann'), '--m', '1'],
      '`anchor` has no number `m`',
    ],
    ['a key without a name', ['joint', ...at, '--key', id('ann')], 'error[no-name]', 'expected `name=G…`'],
    ['a bad name', ['joint', ...at, '--key', `Ann=${id('ann')}`], 'error[bad-name]'],
    ['a bad account name', ['joint', ...at, ...signers('ann'), '--name', 'My Account'], 'error[bad-name]'],
    ['a bad key', ['joint', ...at, '--key', 'ann=GABC'], 'error[bad-strkey]'],
    ['one key twice', ['joint', ...at, ...signers('ann'), '--key', `bo=${id('ann')}`], 'error[key-twice]'],
    ['one name twice', ['joint', ...at, ...signers('ann'), '--key', `ann=${id('bo')}`], 'error[name-twice]'],
    ['the account as its own signer', ['joint', ...at, ...signers('owner')], 'error[master-among-signers]'],
    ['a name for two things', ['joint', ...at, '--key', `joint=${id('ann')}`], 'error[name-clash]'],
    [
      'an unknown network',
      ['joint', ...at, ...signers('ann'), '--network', 'tesnet'],
      'did you mean `testnet`?',
    ],
    [
      '21 keys',
      ['company', ...at, ...signers(...Array.from({ length: 21 }, (_, index) => `key-${String(index)}`))],
      'the network allows 20 signers beside the master key',
    ],
    [
      '21 keys that must all sign',
      ['joint', ...at, ...signers(...Array.from({ length: 20 }, (_, index) => `key-${String(index)}`))],
      'error[never-reached]',
      'which 20 signatures cannot reach',
    ],
  ]
  for (const [what, args, ...says] of refused)
    it(`refuses ${what}`, async () => {
      const { stdout, stderr, exit } = await runCliHere('preset', ...args)
      expect({ stdout, exit }).to.deep.equal({ stdout: '', exit: 2 })
      for (const text of says) expect(stderr).to.contain(text)
    })

  it('never repeats a secret seed, wherever it stands', async () => {
    const places: readonly (readonly string[])[] = [
      [SEED],
      ['joint', '--address', SEED],
      ['joint', '--address', `owner=${SEED}`],
      ['joint', ...at, '--key', `ann=${SEED}`],
      ['joint', ...at, '--keys', `ann=${id('ann')},bo=${SEED}`],
      ['joint', ...at, ...signers('ann'), '--name', SEED],
      ['joint', ...at, ...signers('ann'), '--m', SEED],
      ['joint', ...at, '--key', `${SEED}=${id('ann')}`],
    ]
    for (const args of places) {
      const { stdout, stderr, exit } = await runCliHere('preset', ...args)
      expect({ stdout, exit }).to.deep.equal({ stdout: '', exit: 2 })
      expect(stderr).to.contain('error[secret-seed]')
      expect(stderr).to.not.contain(SEED.slice(0, 13))
    }
  })
})
