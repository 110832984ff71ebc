/**
 * All `ts` blocks in one compilation, against the package as it is published: `quorate` is the name
 * through which Node and TypeScript find this package's own `exports`, so `dist` must be built.
 *
 * Blocks are written inside the checkout, because a package can name itself only from within, and each
 * is pushed down to the line it has in its document, so that every message points there.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../support/repository.js'
import { type Block, placeOf, textOf } from './block.js'

export interface Compiled {
  readonly block: Block
  /** Messages of the compiler, each with its place in the document. */
  readonly problems: readonly string[]
  /** The JavaScript to import. */
  readonly script: string
}

/** By process: two runs in one checkout must not write into each other. */
const FOLDER = join(ROOT, '.cache', `docs-${String(process.pid)}`)

const optionsOf = (): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys))
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT)
  return {
    ...options,
    noEmit: false,
    declaration: false,
    // An example may name a thing only to show that it exists.
    noUnusedLocals: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    rootDir: FOLDER,
    outDir: join(FOLDER, 'out'),
  }
}

const nameOf = (block: Block): string => placeOf(block).replace(/[^\w.-]/g, '-')

const problemAt = (block: Block, diagnostic: ts.Diagnostic): string => {
  const { file, start = 0, messageText } = diagnostic
  const line = file === undefined ? block.line : ts.getLineAndCharacterOfPosition(file, start).line + 1
  return `${placeOf({ path: block.path, line })} ${ts.flattenDiagnosticMessageText(messageText, '\n  ')}`
}

/** Compiles blocks; an empty list costs nothing. */
export const compile = (blocks: readonly Block[]): readonly Compiled[] => {
  if (blocks.length === 0) return []
  mkdirSync(FOLDER, { recursive: true })
  const sources = blocks.map((block) => join(FOLDER, `${nameOf(block)}.ts`))
  blocks.forEach((block, index) =>
    writeFileSync(sources[index] ?? '', `${'\n'.repeat(block.line - 1)}${textOf(block)}\n`),
  )
  const program = ts.createProgram(sources, optionsOf())
  program.emit()
  return blocks.map((block, index) => ({
    block,
    problems: ts
      .getPreEmitDiagnostics(program, program.getSourceFile(sources[index] ?? ''))
      .map((diagnostic) => problemAt(block, diagnostic)),
    script: join(FOLDER, 'out', `${nameOf(block)}.js`),
  }))
}

/** Removes what `compile` wrote. */
export const cleanUp = (): void => rmSync(FOLDER, { recursive: true, force: true })
