import { expect } from 'chai'
import { pathToFileURL } from 'node:url'
import { placeOf } from './block.js'
import { cleanUp, compile, type Compiled } from './compile.js'
import { allBlocks } from './documents.js'
import { printedBy, promisedLines } from './printed.js'

describe('docs: ts blocks', () => {
  const blocks = allBlocks().filter((block) => block.language === 'ts' && !block.flags.includes('no-check'))
  let compiled: readonly Compiled[] = []

  before(function () {
    this.timeout(60_000)
    compiled = compile(blocks)
  })

  after(cleanUp)

  blocks.forEach((block, index) => {
    it(placeOf(block), async () => {
      const { problems, script } = compiled[index]!
      expect(problems, `\n${problems.join('\n')}\n`).to.deep.equal([])
      if (block.flags.includes('no-run')) return
      const printed = await printedBy(() => import(pathToFileURL(script).href))
      const promised = promisedLines(block.lines)
      if (promised.length > 0) expect(printed).to.deep.equal(promised)
    })
  })
})
