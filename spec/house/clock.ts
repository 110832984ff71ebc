/** Where a text reads the clock by `Date()` or `new Date()`: with an argument it is arithmetic. */
import ts from 'typescript'

/** The lines of a text that ask what time it is. */
export const clockReadings = (path: string, text: string): readonly number[] => {
  if (!/\bDate\b/.test(text)) return []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const lines: number[] = []
  const visit = (node: ts.Node): void => {
    const asks =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'Date' &&
      (node.arguments?.length ?? 0) === 0
    if (asks) lines.push(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return lines
}
