/** The index of rules: `src/advice/lint/rules/index.ts`, from the names of the files beside it. */
import { filesUnder } from '../support/repository.js'
import type { Generated } from './generated.js'
import { identifierOf } from './preset-index.js'

const FOLDER = 'src/advice/lint/rules/'

/** The names of the files that each hold one rule. */
export const ruleIds = (): readonly string[] =>
  filesUnder(FOLDER)
    .map((path) => path.slice(FOLDER.length).replace(/\.ts$/, ''))
    .filter((id) => id !== 'index')

export const ruleIndex = (): Promise<readonly Generated[]> => {
  const ids = ruleIds()
  return Promise.resolve([
    {
      path: `${FOLDER}index.ts`,
      text: [
        '/** All rules, by name. Written by `npm run generate` from the files of this folder. */',
        "import type { Rule } from '../rule.js'",
        ...ids.map((id) => `import { ${identifierOf(id)} } from './${id}.js'`),
        '',
        '/** All rules, by name. */',
        `export const RULES: readonly Rule[] = [${ids.map(identifierOf).join(', ')}]`,
        '',
      ].join('\n'),
    },
  ])
}
