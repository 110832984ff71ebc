import { expect } from 'chai'
import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Edit } from '../../../../src/advice/lint/index.js'
import type { TreePath } from '../../../../src/advice/policy/index.js'
import { applyEdits } from '../../../../src/edge/source/rewrite/apply-edits.js'
import type { Tree } from '../../../../src/edge/source/tree/tree.js'
import { parseTree } from '../../../../src/edge/source/tree/yaml-tree.js'
import { pathsIn, writtenFile, type Plain, type Written } from './written-file.js'

const NUMBER = /^[0-9]+$/

/** What a text says, in the words of these specs. */
const plainOf = (tree: Tree): Plain => {
  switch (tree._tag) {
    case 'Nothing':
      throw new Error('these files say something everywhere')
    case 'Text':
      return !tree.isQuoted && NUMBER.test(tree.text) ? Number(tree.text) : tree.text
    case 'List':
      return tree.items.map(plainOf)
    case 'Map':
      return new Map(tree.entries.map(({ name, value }) => [name, plainOf(value)]))
  }
}

const said = (text: string): Plain => {
  const parsed = parseTree(text)
  if (isLeft(parsed)) throw new Error(`not read:\n${text}`)
  expect(parsed.right.problems).to.deep.equal([])
  return plainOf(parsed.right.tree)
}

const samePath = (a: TreePath, b: TreePath): boolean => a.length === b.length && startsWith(a, b)
const startsWith = (path: TreePath, start: TreePath): boolean => start.every((step, i) => path[i] === step)

const NEW_ITEMS = ['- new', '- { p: 1, q: "two words" }', '-', '  r: 2']
const NEW_ENTRIES = ['new: 1', 'more:', '  - s', '  - "7"']
const newItems: readonly Plain[] = [
  'new',
  new Map<string, Plain>([
    ['p', 1],
    ['q', 'two words'],
  ]),
  new Map([['r', 2]]),
]
const newEntries: readonly (readonly [string, Plain])[] = [
  ['new', 1],
  ['more', ['s', '7']],
]

/** All edits at once, on what the file said before. */
const edited = (value: Plain, edits: readonly Edit[], path: TreePath = []): Plain => {
  const here = (tag: Edit['_tag']): Edit | undefined =>
    edits.find((edit) => edit._tag === tag && samePath(edit.path, path))
  const isRemoved = (step: string | number): boolean =>
    edits.some((edit) => edit._tag === 'Remove' && samePath(edit.path, [...path, step]))
  const set = here('Set')
  if (set?._tag === 'Set') return set.to
  const isAppended = here('Append') !== undefined
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, Plain>)]
      .filter(([name]) => !isRemoved(name))
      .map(([name, item]) => [name, edited(item, edits, [...path, name])] as const)
    return new Map([...entries, ...(isAppended ? newEntries : [])])
  }
  if (!Array.isArray(value)) return value
  const items = (value as readonly Plain[]).flatMap((item, i) =>
    isRemoved(i) ? [] : [edited(item, edits, [...path, i])],
  )
  return [...items, ...(isAppended ? newItems : [])]
}

const at = (value: Plain, path: TreePath): Plain =>
  path.reduce<Plain>(
    (one, step) =>
      one instanceof Map
        ? (one as ReadonlyMap<string, Plain>).get(String(step))!
        : (one as readonly Plain[])[Number(step)]!,
    value,
  )

const editAt = (plain: Plain, path: TreePath, choice: number): Edit => {
  const value = at(plain, path)
  const file = 'f'
  if (choice % 3 === 0 || (typeof value !== 'object' && choice % 3 === 1))
    return { file, path, _tag: 'Remove' }
  if (typeof value === 'object')
    return { file, path, _tag: 'Append', yaml: value instanceof Map ? NEW_ENTRIES : NEW_ITEMS }
  return { file, path, _tag: 'Set', to: choice % 2 === 0 ? 200 : 'some "words"' }
}

const touches = (a: Edit, b: Edit): boolean => startsWith(a.path, b.path) || startsWith(b.path, a.path)

const editedFile = fc
  .tuple(writtenFile, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }))
  .map(([written, picks]): { readonly written: Written; readonly edits: readonly Edit[] } => {
    const paths = pathsIn(written.plain)
    const edits: Edit[] = []
    for (const [place, choice] of picks) {
      const edit = editAt(written.plain, paths[place % paths.length]!, choice)
      if (!edits.some((other) => touches(other, edit))) edits.push(edit)
    }
    return { written, edits }
  })

describe('source: edits of any file', () => {
  it('the files of these specs say what they are meant to', () =>
    fc.assert(
      fc.property(writtenFile, ({ text, plain }) => {
        expect(said(text)).to.deep.equal(plain)
      }),
    ))

  it('say what the edits say, and leave comments, line breaks and notation', () =>
    fc.assert(
      fc.property(editedFile, ({ written: { text, plain, comments, isJson }, edits }) => {
        const result = applyEdits(text)(edits)
        if (isLeft(result)) throw new Error(`${result.left.code} ${result.left.message}`)
        expect(said(result.right)).to.deep.equal(edited(plain, edits))
        const isGone = (of: TreePath): boolean =>
          edits.some(({ _tag, path }) => _tag === 'Remove' && startsWith(of, path))
        for (const comment of comments) if (!isGone(comment.of)) expect(result.right).to.contain(comment.text)
        if (text.includes('\r\n')) expect(result.right).not.to.match(/[^\r]\n/)
        if (isJson)
          expect(() => {
            JSON.parse(result.right)
          }).not.to.throw()
      }),
      { numRuns: 300 },
    ))

  it('a value that is set leaves every byte around it', () =>
    fc.assert(
      fc.property(writtenFile, fc.nat(), ({ text, plain }, pick) => {
        const paths = pathsIn(plain).filter((path) => typeof at(plain, path) === 'number')
        const path = paths[pick % paths.length]
        if (path === undefined) return
        const marked = applyEdits(text)([{ file: 'f', path, _tag: 'Set', to: 987_654 }])
        const back = isLeft(marked)
          ? marked
          : applyEdits(marked.right)([{ file: 'f', path, _tag: 'Set', to: Number(at(plain, path)) }])
        expect(isLeft(back) ? back.left : back.right).to.equal(text)
      }),
    ))
})
