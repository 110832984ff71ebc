import { expect } from 'chai'
import { placeOf } from './block.js'
import { matches, stepsOf } from './console-block.js'
import { blocksIn, documents } from './documents.js'
import { openShell, type Shell } from './shell.js'
import { read } from '../support/repository.js'

const consoleBlocksIn = (path: string) => blocksIn(path).filter((block) => block.language === 'console')

describe('docs: console blocks', () => {
  for (const path of documents().filter((document) => consoleBlocksIn(document).length > 0))
    describe(path, () => {
      let shell: Shell
      before(() => void (shell = openShell(read(path))))
      after(() => shell.close())

      for (const step of consoleBlocksIn(path).flatMap(stepsOf))
        it(`${placeOf({ path, line: step.line })} $ ${step.command}`, async () => {
          const { output, exit } = await shell.run(step.command)
          if (!matches(step.expected, output)) expect(output.join('\n')).to.equal(step.expected.join('\n'))
          expect(exit, 'exit code').to.equal(step.exit)
        })
    })
})
