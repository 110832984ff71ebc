/** The links of a Markdown text, and which of them lead nowhere. */
import { dirname, join } from 'node:path/posix'
import { withoutFences } from './fences.js'
import { anchorsOf } from './headings.js'

export interface Link {
  readonly target: string
  readonly line: number
}

/** The files a link may lead to: their text, `''` for a folder, undefined for nothing. */
export type Reader = (path: string) => string | undefined

const INLINE = /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g
const REFERENCE = /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/g

/** Every link and image, outside of code. */
export const linksOf = (text: string): readonly Link[] =>
  withoutFences(text)
    .split('\n')
    .flatMap((raw, index) => {
      const line = raw.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
      return [...line.matchAll(INLINE), ...line.matchAll(REFERENCE)].map((match) => ({
        target: match[1] ?? '',
        line: index + 1,
      }))
    })

const isElsewhere = (target: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(target)

/** Why a link of a file leads nowhere, if it does. Links to other hosts are not followed. */
export const whyBroken = (from: string, { target }: Link, reader: Reader): string | undefined => {
  if (isElsewhere(target)) return undefined
  const [file = '', anchor] = target.split('#')
  if (file.startsWith('/')) return `\`${target}\` begins at the root of a host: make it relative`
  const path = file === '' ? from : join(dirname(from), decodeURI(file))
  const text = reader(path)
  if (text === undefined) return `\`${target}\` leads to \`${path}\`, which does not exist`
  if (anchor === undefined || !path.endsWith('.md')) return undefined
  return anchorsOf(text).has(anchor) ? undefined : `\`${path}\` has no heading for \`#${anchor}\``
}
