import { expect } from 'chai'
import { renderViolation } from './denials.js'
import { violationsOf } from './import-rules.js'
import { sourceFile } from './read-imports.js'
import { filesUnder, read } from '../support/repository.js'

describe('house: imports', () => {
  it('follow the order of floors and rooms, and every fence', () => {
    const files = filesUnder('src').filter((path) => path.endsWith('.ts'))
    const violations = violationsOf(files.map((path) => sourceFile(path, read(path))))
    expect(violations, `\n${violations.map(renderViolation).join('\n')}\n`).to.deep.equal([])
  })
})
