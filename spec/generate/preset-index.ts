/** The index of presets: `src/advice/plan/presets/index.ts`, from the names of the files beside it. */
import { filesUnder } from '../support/repository.js'
import type { Generated } from './generated.js'

const FOLDER = 'src/advice/plan/presets/'

/** The names of the files that each hold one preset. */
export const presetIds = (): readonly string[] =>
  filesUnder(FOLDER)
    .map((path) => path.slice(FOLDER.length).replace(/\.ts$/, ''))
    .filter((id) => id !== 'index')

/** `m-of-n` as `mOfN`. */
export const identifierOf = (id: string): string =>
  id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

export const presetIndex = async (): Promise<readonly Generated[]> => {
  const ids = presetIds()
  const imports = ids.map((id) => `import { ${identifierOf(id)} } from './${id}.js'`)
  return [
    {
      path: `${FOLDER}index.ts`,
      text: [
        '/** All presets, by name. Written by `npm run generate` from the files of this folder. */',
        "import type { Preset } from '../preset.js'",
        ...imports,
        '',
        '/** All presets, by name. */',
        `export const PRESETS: readonly Preset[] = [${ids.map(identifierOf).join(', ')}]`,
        '',
      ].join('\n'),
    },
  ]
}
