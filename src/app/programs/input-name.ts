/** What an input is called in messages. */
import { quoted } from '../../edge/source/quoted.js'
import { looksLikeSeed } from '../../kernel/model/strkey.js'

/** The path, as it may be repeated: a mistyped secret could stand where a path belongs. */
export const inputName = (path: string): string =>
  path === '-' ? 'standard input' : isPlain(path) ? path : quoted(path).slice(1, -1)

/** Long paths are shown whole, so that an editor can open them; unless they hold what could be a key. */
const isPlain = (path: string): boolean =>
  path.length < 1024 && !/[A-Z2-7]{13,}|[A-Za-z2-7]{36,}|\p{C}|`/u.test(path)

/**
 * Whether a file that is there may be called by its whole path, even where that holds an address. Policies
 * are told apart by what they are called, so that one that cannot be shown whole is not read at all.
 */
export const isShownWhole = (path: string): boolean =>
  path.length < 1024 && !/[\p{C}\p{Zl}\p{Zp}`]/u.test(path) && !looksLikeSeed(path)
