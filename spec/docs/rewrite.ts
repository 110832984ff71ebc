/** A Markdown text with its console blocks brought up to date. */
import { type Outcome, renderStep, stepsOf } from './console-block.js'
import { fencesOf } from './fences.js'

/** Runs every command in order; blocks whose output still matches stay as they are. */
export const rewrite = async (
  path: string,
  text: string,
  run: (command: string) => Promise<Outcome>,
): Promise<string> => {
  const lines = text.split('\n')
  // How far earlier rewrites have moved the lines below them.
  let moved = 0
  for (const block of fencesOf(path, text).filter((b) => b.language === 'console')) {
    const at = block.line - 1 + moved
    const indent = /^\s*/.exec(lines[at - 1] ?? '')?.[0] ?? ''
    const body: string[] = []
    for (const step of stepsOf(block)) body.push(...renderStep(step, await run(step.command)))
    lines.splice(at, block.lines.length, ...body.map((line) => (line === '' ? '' : indent + line)))
    moved += body.length - block.lines.length
  }
  return lines.join('\n')
}
