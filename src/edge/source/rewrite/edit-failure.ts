/** Why an edit cannot be done. Nothing is done then. */
import { failure, type Failure } from '../../../kernel/model/index.js'
import type { TreePath } from '../../../advice/policy/index.js'
import { quoted } from '../quoted.js'

const said = (path: TreePath): string => quoted(path.map(String).join('.'))

export const noSuchPath = (path: TreePath): Failure =>
  failure('no-such-path', `nothing stands at ${said(path)}`, 'was the file changed meanwhile?')

export const editsOverlap = (path: TreePath): Failure =>
  failure('edits-overlap', `${said(path)} is to be edited twice`, 'do one edit, then the other')

export const cannotEdit = (path: TreePath, why: string): Failure =>
  failure('cannot-edit', `${said(path)} cannot be edited: ${why}`, 'edit it by hand')
