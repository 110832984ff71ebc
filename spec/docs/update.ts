/** Rewrites the console blocks of the documents with what the commands print now. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/repository.js'
import { blocksIn, documents } from './documents.js'
import { rewrite } from './rewrite.js'
import { openShell } from './shell.js'

for (const path of documents()) {
  if (!blocksIn(path).some((block) => block.language === 'console')) continue
  const file = join(ROOT, path)
  const before = readFileSync(file, 'utf8')
  const shell = openShell(before)
  try {
    const after = await rewrite(path, before, shell.run)
    if (after !== before) {
      writeFileSync(file, after)
      console.log(`updated ${path}`)
    }
  } finally {
    shell.close()
  }
}
