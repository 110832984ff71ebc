/** The proof of a key: a message that it signed, as SEP-53 says. Here it is read; it is verified elsewhere. */
import * as E from 'fp-ts/lib/Either.js'
import type { KeyProof } from '../../../advice/policy/index.js'
import { failure, fromBase64, type Bytes } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { refuse, struct, unless, type Read } from '../tree/problem.js'
import { mapIn, required, textIn, unknownKeys } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import { dayIn } from './day.js'
import { sentenceIn } from './word.js'

const FIELDS = ['on', 'message', 'signature'] as const

const SIGNATURE_LENGTH = 64

const signatureIn =
  (what: string) =>
  (tree: Tree): Read<Bytes> => {
    const text = textIn(what, 'a signature in base64')(tree)
    if (E.isLeft(text)) return text
    const bytes = fromBase64(text.right)
    return E.isRight(bytes) && bytes.right.length === SIGNATURE_LENGTH
      ? bytes
      : refuse(tree.offset, () =>
          failure(
            'bad-proof',
            E.isRight(bytes)
              ? `${what} has ${String(bytes.right.length)} bytes; expected ${String(SIGNATURE_LENGTH)}`
              : `${what} is no base64`,
            'copy the whole signature, with the `==` at its end',
          ),
        )
  }

/** The `proof` of a key. */
export const readProof =
  (alias: string) =>
  (tree: Tree): Read<KeyProof> => {
    const where = `the proof of ${quoted(alias)}`
    const section = mapIn(where, 'a map of `on`, `message` and `signature`')(tree)
    if (E.isLeft(section)) return section
    const part = <A>(name: (typeof FIELDS)[number], read: (tree: Tree) => Read<A>): Read<A> =>
      required(
        name,
        () =>
          failure(
            'missing-key',
            `\`${name}\` is missing in ${where}`,
            'write all three: `on`, `message` and `signature`',
          ),
        section.right.offset,
        read,
      )(section.right)
    return unless(unknownKeys(where, FIELDS)(section.right))(
      struct<KeyProof>({
        on: part('on', dayIn(`the day of ${where}`)),
        message: part('message', sentenceIn(`the message of ${where}`)),
        signature: part('signature', signatureIn(`the signature of ${where}`)),
      }),
    )
  }
