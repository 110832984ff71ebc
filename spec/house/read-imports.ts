/** What a TypeScript file imports: `import`, `import type`, `export from`, and `import()`. */
import ts from 'typescript'
import { type Import, type SourceFile } from './import-rules.js'

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

/** The imports of a text, in order. TypeScript's own scanner finds them; no regular expression does. */
export const importsOf = (text: string): readonly Import[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName, pos }) => ({ specifier: fileName, line: lineAt(text, pos) }))

export const sourceFile = (path: string, text: string): SourceFile => ({ path, imports: importsOf(text) })
