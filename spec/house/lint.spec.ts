import { expect } from 'chai'
import { ESLint } from 'eslint'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'
import { ROOT } from '../support/repository.js'

/** The fences of eslint.config.js that need no types, shown to fire outside of src/app and only there. */
describe('house: lint', () => {
  const untyped = {
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
  }
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: [untyped] })
  const FENCES = /^no-(restricted-|console)/

  const fencesAt = async (path: string, text: string): Promise<number> => {
    const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) })
    return result!.messages.filter(({ ruleId }) => FENCES.test(ruleId ?? '')).length
  }

  const world = [
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'process.pid',
    'globalThis.x',
    'fetch("x")',
    'setTimeout(f, 1)',
    'crypto.subtle',
    'console.log(1)',
  ]

  before(async function () {
    this.timeout(60_000)
    await fencesAt('src/kernel/model/a.ts', '')
  })

  for (const text of world)
    it(`keeps \`${text}\` in src/app`, async () => {
      expect(await fencesAt('src/kernel/model/a.ts', text)).to.be.greaterThan(0)
      expect(await fencesAt('src/app/node/a.ts', text)).to.equal(0)
    })

  it('lets pure dates pass', async () => {
    expect(await fencesAt('src/edge/report/a.ts', 'new Date(5).toISOString()')).to.equal(0)
  })

  it('denies default exports in src, and the root of fp-ts everywhere', async () => {
    for (const path of ['src/kernel/model/a.ts', 'src/app/node/a.ts'])
      expect(await fencesAt(path, 'export default 1'), path).to.equal(1)
    for (const path of ['src/kernel/model/a.ts', 'spec/kernel/a.spec.ts']) {
      expect(await fencesAt(path, "import { pipe } from 'fp-ts'"), path).to.equal(1)
      expect(await fencesAt(path, "import { pipe } from 'fp-ts/function'"), path).to.equal(1)
      expect(await fencesAt(path, "import { pipe } from 'fp-ts/lib/function.js'"), path).to.equal(0)
    }
  })
})
