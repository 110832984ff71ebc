/** Which files document this project, and the blocks in them. */
import { filesUnder, read } from '../support/repository.js'
import { type Block } from './block.js'
import { docstringFencesOf } from './docstrings.js'
import { fencesOf } from './fences.js'

const isDocument = (path: string): boolean =>
  /^[^/]+\.md$/.test(path) || /^docs\/.+\.md$/.test(path) || /^examples\/(.+\/)?README\.md$/.test(path)

/** Markdown files a reader is pointed to. */
export const documents = (): readonly string[] => filesUnder('.').filter(isDocument)

/** Blocks of one file. */
export const blocksIn = (path: string): readonly Block[] =>
  path.endsWith('.md') ? fencesOf(path, read(path)) : docstringFencesOf(path, read(path))

/** Every block of the documents and of the docstrings under src. */
export const allBlocks = (): readonly Block[] =>
  [...documents(), ...filesUnder('src').filter((path) => path.endsWith('.ts'))].flatMap(blocksIn)
