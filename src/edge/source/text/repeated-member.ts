/**
 * Members that a JSON object has twice. Readers disagree about which of them counts (RFC 8259, section 4):
 * an answer that says two things about one account says nothing.
 */
import * as O from 'fp-ts/lib/Option.js'

/** Texts, brackets, colons and commas; numbers and words are of no interest. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs

/**
 * The name of the first member that stands twice in one object; none where all are single. The text is
 * JSON: it was parsed before.
 */
export const repeatedMember = (json: string): O.Option<string> => {
  // One set of names an object, nothing for a list; the innermost is the last.
  const open: (Set<string> | undefined)[] = []
  let text: string | undefined
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const names = open.at(-1)
      // One name can be spelt in many ways: `"\u0061"` is `"a"`.
      const name = text === undefined ? '' : (JSON.parse(text) as string)
      if (names?.has(name) === true) return O.some(name)
      names?.add(name)
    }
    text = token.startsWith('"') ? token : undefined
  }
  return O.none
}
