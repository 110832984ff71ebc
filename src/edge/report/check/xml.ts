/** Texts in XML 1.0, which has no place for most control characters, not even escaped. */
import { shown } from '../styled.js'

/** What no XML document may hold: halves of pairs, and the two that are no characters. */
const NEVER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escaped = (text: string): string =>
  text.replace(NEVER, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** A text between tags; it keeps its lines. */
export const xmlText = (text: string): string => escaped(text.split('\n').map(shown).join('\n'))

/** The value of an attribute, on one line. */
export const xmlAttribute = (text: string): string => escaped(shown(text))

/** An element with attributes in their order, and what is in it; that is XML already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly string[]
): string => {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`)
    .join('')
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`
}
