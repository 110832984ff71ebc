/** A fenced block of documentation, and what the runner does with its language. */

export interface Block {
  /** The file it stands in, from the root of the repository. */
  readonly path: string
  /** Line of its first line of text, from 1. */
  readonly line: number
  readonly language: string
  /** Words after the language: `no-run` in "ts no-run". */
  readonly flags: readonly string[]
  readonly lines: readonly string[]
}

/**
 * What may stand after the fence. A language that is not here is an error, so that no block escapes
 * its check by a spelling.
 */
export const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  ts: ['no-run', 'no-check'],
  console: [],
  json: [],
  yaml: [],
  text: [],
  sh: [],
  diff: [],
  mermaid: [],
  markdown: [],
}

/** Why a block's language or flags are not known, if they are not. */
export const whyUnknown = ({ language, flags }: Block): string | undefined => {
  const known = LANGUAGES[language]
  if (known === undefined)
    return `unknown language \`${language}\`, expected one of ${Object.keys(LANGUAGES).join(', ')}`
  const stray = flags.find((flag) => !known.includes(flag))
  return stray === undefined ? undefined : `unknown flag \`${stray}\` after \`${language}\``
}

export const textOf = (block: Block): string => block.lines.join('\n')

/** `README.md:12`, as editors and terminals link it. */
export const placeOf = ({ path, line }: { readonly path: string; readonly line: number }): string =>
  `${path}:${String(line)}`
