/**
 * Styled text as data: what is said, and the part that each piece plays. Colour is chosen by whoever
 * prints; a reader who sees none loses nothing, because symbols and words say it all.
 */

/** The part that a piece of text plays. */
export type Role = 'plain' | 'good' | 'bad' | 'warn' | 'dim' | 'strong'

/** A piece of text in one role. */
export interface Span {
  readonly text: string
  readonly role: Role
}

/** One line as it is shown. */
export type Line = readonly Span[]

/** How a role looks: the text with or without whatever switches a colour on and off. */
export type Paint = (role: Role, text: string) => string

/** No colour at all. */
export const unpainted: Paint = (_role, text) => text

export const span = (text: string, role: Role = 'plain'): Span => ({ text, role })
export const good = (text: string): Span => span(text, 'good')
export const bad = (text: string): Span => span(text, 'bad')
export const warn = (text: string): Span => span(text, 'warn')
export const dim = (text: string): Span => span(text, 'dim')
export const strong = (text: string): Span => span(text, 'strong')

/** A space at which no line is broken; shown as a space. */
export const HARD_SPACE = '\u00a0'

/** The text with no place for a line break in it. */
export const unbroken = (text: string): string => text.replaceAll(' ', HARD_SPACE)

/** Columns that a text takes. Every name that reaches a report is narrow; symbols are one column each. */
export const widthOf = (text: string): number => [...text].length

export const widthOfLine = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0)

/** Control characters and marks of direction: a passphrase out of a hostile file could repaint a terminal. */
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** The text as it is safe to show on one line. */
export const shown = (text: string): string => text.replace(UNSHOWABLE, '·').replaceAll(HARD_SPACE, ' ')

/** Lines as one text, each ended by a newline. */
export const renderLines =
  (paint: Paint) =>
  (lines: readonly Line[]): string =>
    lines.map((line) => line.map(({ text, role }) => paint(role, shown(text))).join('') + '\n').join('')
