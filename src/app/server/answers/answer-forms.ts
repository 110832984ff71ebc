/** The forms that answers are made of. They are open: members may be added, and a reader skips them. */
import * as t from 'io-ts/lib/index.js'
import { described } from '../wire/forms.js'

/** Changes only where a reader would break. */
export const formatVersion = t.literal(1)

/** What may be missing is null. */
export const orNull = <C extends t.Mixed>(of: C): t.UnionC<[C, t.NullC]> => t.union([of, t.null])

export const texts = t.readonlyArray(t.string)
export const positions = t.readonlyArray(t.Int)

/** Members of which some readers need no more than that they are there. */
export const objects = t.readonlyArray(t.record(t.string, t.unknown))

export const networkAnswer = t.type({ name: orNull(t.string), passphrase: t.string })

/** `authorized` is yes; every other word is no. */
export const verdictWord = described(
  'Yes is the text `authorized`, and nothing else is.',
  t.keyof({ authorized: null, rejected: null, undetermined: null }),
)

export const listWord = t.keyof({ transaction: null, 'fee-bump': null, inner: null })

/** A signer with what is said of it. */
export const signerAnswer = t.type({
  key: t.string,
  kind: t.string,
  alias: orNull(t.string),
  weight: t.Int,
})

export const plainSigner = t.type({ key: t.string, weight: t.Int })

/** A signature that is left out. */
export const droppedAnswer = t.type({ signature: t.Int, reason: t.string, signers: texts })

/** As of which ledger an answer is; there only where a source was asked. */
export const asOfMember = t.partial({
  asOf: t.type({
    source: t.string,
    asked: t.Int,
    ledgers: orNull(t.type({ first: t.Int, last: t.Int })),
    unsaid: t.Int,
    failures: t.readonlyArray(
      t.type({ account: t.string, code: t.string, message: t.string, help: orNull(t.string) }),
    ),
  }),
})
