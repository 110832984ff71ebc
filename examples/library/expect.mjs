// Compares the answers of a batch with what is expected: expect.mjs FILE id=verdict...
import { readFileSync } from 'node:fs'

const [file, ...expected] = process.argv.slice(2)
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
const found = lines
  .map((line) => JSON.parse(line))
  .map(({ id, verdict }) => `${id}=${verdict ?? 'unreadable'}`)

for (const one of expected) if (!found.includes(one)) console.error(`expected ${one}`)
for (const one of found) if (!expected.includes(one)) console.error(`found ${one}`)
const isSame = found.length === expected.length && found.every((one, at) => one === expected[at])
console.log(isSame ? `${found.length} verdicts, all as expected` : 'not as expected')
process.exitCode = isSame ? 0 : 1
