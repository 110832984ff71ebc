/**
 * Writes every file that is made from the code: `npm run generate`. With `--check` it compares only, and
 * ends with 1 where a file is not what it would write.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { has, read, ROOT } from '../support/repository.js'
import { generatedFiles } from './generated.js'

const isChecking = process.argv.includes('--check')

for (const { path, text } of await generatedFiles()) {
  if (has(path) && read(path) === text) continue
  if (isChecking) {
    console.error(`${path} is not what \`npm run generate\` writes`)
    process.exitCode = 1
  } else {
    const file = join(ROOT, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path}`)
  }
}
