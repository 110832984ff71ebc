import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { accountOf, PRESETS, type KeyOf } from '../../src/advice/plan/index.js'
import { NUMBER_FLAGS } from '../../src/app/cli/commands/preset.js'
import { readAccountFile } from '../../src/edge/source/index.js'
import type { Account } from '../../src/kernel/model/index.js'
import { asInDocument } from '../advice/plan/presets.js'
import { formatted } from '../generate/formatted.js'
import { presetIds, presetIndex } from '../generate/preset-index.js'
import { presetPages } from '../generate/preset-pages.js'
import { has, read } from '../support/repository.js'

const DOCUMENT = ['anchor', 'company', 'custom-currency', 'expense', 'joint']

describe('catalogue: presets', () => {
  it('are named as their files, each once', () => {
    expect(PRESETS.map(({ id }) => id)).to.deep.equal(presetIds())
  })

  it('are all in the index', async () => {
    for (const { path, text } of await presetIndex())
      expect(await formatted(path, text), path).to.equal(read(path))
  })

  it('have pages, and the pages are current', async () => {
    const pages = await presetPages()
    expect(pages.map(({ path }) => path)).to.deep.equal([
      'docs/presets/README.md',
      ...PRESETS.map(({ id }) => `docs/presets/${id}.md`),
    ])
    for (const { path, text } of pages) {
      expect(has(path), path).to.equal(true)
      expect(await formatted(path, text), `${path}: run \`npm run generate\``).to.equal(read(path))
    }
  })

  for (const preset of PRESETS) {
    const { id, summary, example, numbers } = preset
    it(`${id} says in a line what it is, and has an example`, () => {
      expect(summary).to.match(/^[a-z].*[^.]$/)
      expect(new Set([example.master, ...example.keys]).size).to.equal(example.keys.length + 1)
      const { given } = asInDocument(preset)
      expect(preset.promises(given)).to.not.have.lengthOf(0)
      expect(preset.notProtected(given)).to.not.have.lengthOf(0)
    })

    it(`${id} takes numbers that the command line can say`, () => {
      expect(NUMBER_FLAGS).to.include.members(Object.keys(numbers))
    })
  }

  for (const preset of PRESETS.filter(({ id }) => DOCUMENT.includes(id)))
    it(`${preset.id} is the account of the document that stands under examples`, () => {
      const file = readAccountFile(read(`examples/${preset.id}/account.quorate.yaml`))
      if (E.isLeft(file)) throw new Error(file.left[0].message)
      const { keys, accounts } = file.right
      const keyOf: KeyOf = (alias) => {
        const key = keys.get(alias)
        if (key?._tag !== 'Ed25519') throw new Error(`\`${alias}\` is no key of the example`)
        return key
      }
      const expected: Account | undefined = accounts.get(preset.example.account)
      expect(accountOf(keyOf)(asInDocument(preset).configuration)).to.deep.equal(expected)
    })
})
