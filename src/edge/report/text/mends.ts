/** What would help, one arrow each. */
import * as O from 'fp-ts/lib/Option.js'
import type { Mend } from '../../../kernel/engine/index.js'
import { hintToHex, networkLabel, PASSPHRASES } from '../../../kernel/model/index.js'
import type { Evaluation } from '../evaluation.js'
import { paragraph, type Block } from '../layout.js'
import { keyLabel, type Names } from '../names.js'
import { span, strong } from '../styled.js'
import { numbered } from '../words.js'
import { signerNames } from './signatures.js'

/** An arrow with what to do. */
export const arrow = (text: string): Block => paragraph(2, 4, strong('→'), span(` ${text}`))

const within = (list: Mend['list']): string =>
  list === 'inner' ? ' of the inner transaction' : list === 'fee-bump' ? ' of the fee bump' : ''

const tellMend =
  (names: Names) =>
  (mend: Exclude<Mend, { _tag: 'AddSignature' }>): string => {
    switch (mend._tag) {
      case 'DropSignatures':
        return `drop ${numbered('signature', mend.signatures)}${within(mend.list)}`
      case 'CorrectHint':
        return `give signature ${String(mend.signature + 1)}${within(mend.list)} the hint of ${keyLabel(names)(mend.signer.key)}, ${hintToHex(mend.hint)}`
    }
  }

const additions = (names: Names, mends: readonly Mend[]): readonly string[] => {
  const added = mends.flatMap((mend) => (mend._tag === 'AddSignature' ? [mend] : []))
  const [first] = added
  if (first === undefined) return []
  const who = signerNames(
    names,
    added.map(({ signer }) => signer.key),
  )
  return [
    added.length === 1
      ? `${who} would complete it${first.list === 'transaction' ? '' : ` by signing${within(first.list).replace(' of', '')}`}`
      : `one more signature${within(first.list)} would complete it: ${who}`,
  ]
}

const networkText = ({ network, networkFrom, signedFor }: Evaluation): readonly string[] => {
  if (O.isNone(signedFor)) return []
  const other = networkLabel(signedFor.value)
  const here = networkLabel(network)
  return [
    networkFrom === 'command-line'
      ? `the signatures are for ${other}, not for ${here}: judge it with --network ${other}, or sign again for ${here}`
      : `the signatures are for ${other}, and the account file is of ${here}: sign again for ${here}, or judge it with accounts of ${other} and --network ${other}`,
  ]
}

/** Arrows for everything that would help. */
export const mendBlocks = (evaluation: Evaluation): readonly Block[] => {
  const { names, mends } = evaluation
  const changes = mends.flatMap((mend) => (mend._tag === 'AddSignature' ? [] : [mend]))
  const voided = mends.some(({ list }) => list === 'inner')
  return [
    ...networkText(evaluation),
    ...changes.map(tellMend(names)),
    ...additions(names, mends),
    ...(voided ? ['then the fee bump has to be signed again: its hash covers the inner signatures'] : []),
  ].map(arrow)
}

/** A network as people call it: its name, or its passphrase in quotes. */
export const networkName = (passphrase: string): string => {
  const label = networkLabel({ passphrase })
  return Object.hasOwn(PASSPHRASES, label) ? label : `“${passphrase}”`
}
