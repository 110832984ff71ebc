/** The index of claims: `src/advice/policy/claims/index.ts`, from the names of the files beside it. */
import { filesUnder } from '../support/repository.js'
import type { Generated } from './generated.js'
import { identifierOf } from './preset-index.js'

const FOLDER = 'src/advice/policy/claims/'

/** The names of the files that each hold one form of claims. */
export const claimIds = (): readonly string[] =>
  filesUnder(FOLDER)
    .map((path) => path.slice(FOLDER.length).replace(/\.ts$/, ''))
    .filter((id) => id !== 'index')

export const claimIndex = async (): Promise<readonly Generated[]> => {
  const ids = claimIds()
  return [
    {
      path: `${FOLDER}index.ts`,
      text: [
        '/** All forms of claims, by name. Written by `npm run generate` from the files of this folder. */',
        "import type { ClaimForm } from '../claim-form.js'",
        ...ids.map((id) => `import { ${identifierOf(id)} } from './${id}.js'`),
        '',
        '/** All forms of claims, by name. Each only ever meets claims of its own tag. */',
        `export const CLAIM_FORMS: readonly ClaimForm[] = [${ids.map(identifierOf).join(', ')}]`,
        '',
      ].join('\n'),
    },
  ]
}
