/** The anchors that a Markdown text offers to links, spelled as code hosts spell them. */
import { withoutFences } from './fences.js'

const plain = (heading: string): string =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*~]/g, '')
    .trim()

/** Lower case, punctuation dropped, every space a hyphen. */
export const slugOf = (heading: string): string =>
  plain(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-')

const numbered = (slugs: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return slugs.map((slug) => {
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${String(count)}`
  })
}

export const anchorsOf = (text: string): ReadonlySet<string> => {
  const body = withoutFences(text)
  const headings = [...body.matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/gm)].map((m) => m[1] ?? '')
  const named = [...body.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map((m) => m[1] ?? '')
  return new Set([...numbered(headings.map(slugOf)), ...named])
}
