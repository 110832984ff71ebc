/** Pieces of a picture: each knows its height, so that they can be put one below the other. */
import { shown } from '../../styled.js'

/** A part of a picture, drawn from its own upper left corner. */
export interface Piece {
  readonly height: number
  readonly body: string
}

/** Columns of the whole picture. */
export const WIDTH = 880

/** How texts may look. */
export interface TextStyle {
  readonly size?: number
  readonly weight?: 'normal' | 'bold'
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Dark enough on white, and on every light colour of this picture. */
export const INK = '#1a1a1a'
/** Still above a contrast of 7 to 1 on white. */
export const SOFT_INK = '#4d4d4d'

/** A text as it may stand in XML. */
export const escaped = (text: string): string =>
  shown(text).replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

/** About how wide a text is; capitals and digits, of which short keys are made, are wider than letters. */
export const widthOf = (content: string, size = 13): number =>
  [...content].reduce((sum, letter) => sum + (/[A-Z0-9…]/.test(letter) ? 0.72 : 0.58) * size, 0)

/** The text, cut where it would be wider than there is room. */
export const cut = (content: string, width: number, size = 13): string => {
  if (widthOf(content, size) <= width) return content
  const letters = [...content]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('')}…`
}

export const text = (
  x: number,
  y: number,
  content: string,
  { size = 13, weight = 'normal', fill = INK, anchor = 'start' }: TextStyle = {},
): string =>
  `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(content)}</text>`

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 3): string =>
  `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="${String(radius)}" fill="${fill}"/>`

/** A piece moved to a place. */
export const moved = (x: number, y: number, { body }: Piece): string =>
  `<g transform="translate(${String(x)} ${String(y)})">${body}</g>`

/** Pieces one below the other. */
export const stacked = (pieces: readonly Piece[], gap = 16): Piece => {
  let height = 0
  const bodies = pieces.map((piece) => {
    const body = moved(0, height, piece)
    height += piece.height + gap
    return body
  })
  return { height: Math.max(0, height - gap), body: bodies.join('\n') }
}

/** Words in lines that fit a width. */
export const wrapped = (content: string, width: number, size = 13): readonly string[] => {
  const lines: string[] = []
  for (const word of content.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
