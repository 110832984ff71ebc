import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { ROOT } from '../../support/repository.js'
import { runCliHere } from '../../support/run-cli.js'

const helpOf = async (words: readonly string[]): Promise<string> => {
  const { stdout, exit } = await runCliHere(...words, '--help')
  expect(exit, words.join(' ')).to.equal(0)
  return stdout
}

/** The commands that a help lists. */
const listedIn = (help: string): readonly string[] => {
  const [, list = ''] = /^Commands:\n((?: .*\n)+)/m.exec(help) ?? []
  return [...list.matchAll(/^ {2}([a-z0-9]+)/gm)].flatMap(([, name]) => name ?? [])
}

/** The helps of a command and of all commands below it. */
const helpsFrom = async (words: readonly string[]): Promise<readonly (readonly [string, string])[]> => {
  const help = await helpOf(words)
  const below: (readonly [string, string])[] = []
  for (const name of listedIn(help)) if (name !== 'help') below.push(...(await helpsFrom([...words, name])))
  return [[words.join(' '), help], ...below]
}

describe('help', () => {
  it('of every command fits on a terminal of 80 columns', async () => {
    const helps = await helpsFrom([])
    const files = readdirSync(join(ROOT, 'src/app/cli/commands')).map((file) => file.replace(/\.ts$/, ''))
    expect(helps.map(([name]) => name)).to.include.members(['', 'sep10 verify', ...files])
    const wide = helps.flatMap(([name, help]) =>
      help.split('\n').flatMap((line) => (line.length > 80 ? [`${name}: ${line}`] : [])),
    )
    expect(wide).to.deep.equal([])
  })
})
