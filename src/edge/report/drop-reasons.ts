/** Why a signature is left out, in words and as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type { Dropped, DropReason } from '../../advice/select/index.js'
import { hintToHex, type DecoratedSignature } from '../../kernel/model/index.js'
import type { Json } from './json-list.js'
import type { Names } from './names.js'
import { bad, dim, warn, type Span } from './styled.js'
import { hintedWho, whoIs, type Telling } from './text/signatures.js'
import { kebab } from './words.js'

/** What is said of the reason; whose the signature is stands before it. */
export const dropText = (reason: DropReason): string => {
  switch (reason._tag) {
    case 'Duplicate':
      return `duplicate of signature ${String(reason.of + 1)}: a signer counts once`
    case 'WrongHint':
      return `wrong hint: it should carry ${hintToHex(reason.expected)}, and so is never tried`
    case 'NotProved':
      return reason.signers.every(({ key }) => key._tag === 'HashX')
        ? 'does not verify: not the preimage of this hash'
        : 'does not verify: made for another envelope, another network, or by another key'
    case 'OverBudget':
      return 'not verified: the network makes no more than 1000 verifications a list'
    case 'Stranger':
      return 'stranger: no signer of anything that is needed here'
    case 'Unknown':
      return 'unknown: no signer of the accounts that were given'
    case 'NotJudged':
      return 'not looked at: the network refuses the envelope before'
    case 'NotNeeded':
      return 'not needed: enough weight is reached without it'
    case 'Voided':
      return 'void: it signs the inner signatures as they were'
  }
}

const symbolOf = (reason: DropReason): Span => {
  switch (reason._tag) {
    case 'NotNeeded':
    case 'NotJudged':
    case 'Voided':
      return dim('–')
    case 'Unknown':
      return warn('?')
    case 'Duplicate':
    case 'WrongHint':
    case 'NotProved':
    case 'OverBudget':
    case 'Stranger':
      return bad('✗')
  }
}

const whose = (names: Names, signature: DecoratedSignature | undefined, reason: DropReason): string => {
  const who = whoIs(names)
  switch (reason._tag) {
    case 'Duplicate':
    case 'WrongHint':
      return who(reason.signer.key)
    case 'NotProved':
    case 'OverBudget':
      return reason.signers.map(({ key }) => who(key)).join(' or ')
    case 'NotNeeded':
      return reason.signers.map(({ key }) => who(key)).join(' + ')
    case 'Stranger':
    case 'Unknown':
    case 'NotJudged':
    case 'Voided':
      return signature === undefined ? '' : hintedWho(names, signature.hint)
  }
}

/** A signature that is left out, as a row tells it. */
export const tellDropped =
  (names: Names, signatures: readonly DecoratedSignature[]) =>
  ({ signature, reason }: Dropped): Telling => ({
    symbol: symbolOf(reason),
    who: whose(names, signatures[signature], reason),
    what: dropText(reason),
  })

const keysIn = (reason: DropReason): readonly string[] => {
  switch (reason._tag) {
    case 'Duplicate':
    case 'WrongHint':
      return [reason.signer.key.strkey]
    case 'NotProved':
    case 'OverBudget':
    case 'NotNeeded':
      return reason.signers.map(({ key }) => key.strkey)
    case 'Stranger':
    case 'Unknown':
    case 'NotJudged':
    case 'Voided':
      return []
  }
}

/** A signature that is left out: its position from 0, the reason's name, and whose it is where known. */
export const droppedJson = ({ signature, reason }: Dropped): Readonly<Record<string, Json>> => ({
  signature,
  reason: kebab(reason._tag),
  signers: keysIn(reason),
  ...(reason._tag === 'Duplicate' ? { of: reason.of } : {}),
  ...(reason._tag === 'WrongHint' ? { expectedHint: hintToHex(reason.expected) } : {}),
})

/** Names of the keys in a list of StrKeys, where they have one. */
export const aliasesJson = (names: Names, strkeys: Iterable<string>): Json =>
  Object.fromEntries(
    [...new Set(strkeys)].flatMap((strkey) => {
      const name = names.key(strkey)
      return O.isSome(name) ? [[strkey, name.value]] : []
    }),
  )
