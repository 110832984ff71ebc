/** Words, names, days and numbers of policies, as codecs. */
import { CUSTODIES, UNIT_KINDS } from '../../../../advice/policy/index.js'
import { LEVEL_WORDS } from '../level-word.js'
import { OPERATION_WORDS } from '../operation-word.js'
import { WORD } from '../word.js'
import { anyOf, choice, described, oneOrMore, pattern, saying, whole } from './shape.js'

export const word = saying('a word', WORD.source)
export const glob = saying('a name or a pattern', '^[a-z0-9._*-]{1,40}$')
export const sentence = saying('one line of text', '^.{1,300}$')
export const day = pattern('a day', '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
export const path = saying('a path', '^[^/\\\\~][^\\\\]{0,249}$')
export const weight = whole(0, 255)
export const signerWeight = whole(1, 255)
export const count = whole(1, 1000)
export const custody = choice(CUSTODIES)

/** `0`, `1` or `1/4`. */
export const fraction = anyOf(pattern('a fraction', '^(0|1|[0-9]{1,9}/[1-9][0-9]{0,8})$'), whole(0, 1))

export const unit = described('What is lost or stolen at one stroke.', choice(UNIT_KINDS))
export const operation = described("An operation in Horizon's spelling.", choice(OPERATION_WORDS))
export const levels = described(
  'A level, an operation that needs it, or a list of different levels.',
  oneOrMore(choice(LEVEL_WORDS)),
)
export const keyName = described('The name of a key.', word)
export const keyNames = described('The name of a key or of a group, or a list of them.', oneOrMore(word))
export const accountNames = described(
  'The name of an account, a list of names, or a pattern such as `*`.',
  oneOrMore(glob),
)
