import { expect } from 'chai'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { has, read, ROOT } from '../support/repository.js'
import { placeOf, textOf, whyUnknown } from './block.js'
import { allBlocks, blocksIn, documents } from './documents.js'
import { linksOf, type Reader, whyBroken } from './links.js'

const reader: Reader = (path) => {
  if (!has(path)) return undefined
  return statSync(join(ROOT, path)).isDirectory() ? '' : read(path)
}

const fine = (problems: readonly string[]): void => {
  expect(problems, `\n${problems.join('\n')}\n`).to.deep.equal([])
}

describe('docs: documents', () => {
  it('use languages that the runner knows', () => {
    fine(
      allBlocks().flatMap((block) => {
        const why = whyUnknown(block)
        return why === undefined ? [] : [`${placeOf(block)} ${why}`]
      }),
    )
  })

  it('are reached from other documents', () => {
    const reached = new Set(
      documents().flatMap((path) =>
        linksOf(read(path)).map(({ target }) => join(dirname(path), target.replace(/#.*$/, ''))),
      ),
    )
    fine(documents().filter((path) => path !== 'README.md' && !reached.has(path)))
  })

  for (const path of documents()) {
    const blocks = blocksIn(path)

    it(`${path} has links that lead somewhere`, () => {
      fine(
        linksOf(read(path)).flatMap((link) => {
          const why = whyBroken(path, link, reader)
          return why === undefined ? [] : [`${placeOf({ path, line: link.line })} ${why}`]
        }),
      )
    })

    for (const block of blocks.filter((b) => b.language === 'json'))
      it(`${placeOf(block)} is JSON`, () => void JSON.parse(textOf(block)))

    for (const block of blocks.filter((b) => b.language === 'yaml'))
      it(`${placeOf(block)} is YAML`, () => {
        fine(parseAllDocuments(textOf(block)).flatMap((document) => document.errors.map(String)))
      })
  }
})
