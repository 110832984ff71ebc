/** Where the unsigned envelopes of a plan are, or why there are none. */
import * as O from 'fp-ts/lib/Option.js'
import { paragraph, type Block } from '../layout.js'
import { dim, span, warn } from '../styled.js'
import type { PlanReport } from './plan-report.js'

/** The files of one transaction, in the folder of a plan. */
export const fileNames = (index: number): Readonly<Record<'xdr' | 'txrep' | 'uri', string>> => {
  const name = `tx${String(index + 1)}`
  return { xdr: `${name}.xdr`, txrep: `${name}.txrep`, uri: `${name}.uri` }
}

/** The file of the plan itself. */
export const PLAN_FILE = 'plan.json'

/** What was written, or how to have it written. */
export const artefactBlocks = ({ artefacts, folder }: PlanReport): readonly Block[] => {
  if (artefacts._tag === 'NotMade')
    return [
      paragraph(
        2,
        4,
        warn('none: '),
        span(artefacts.because),
        dim(O.isSome(artefacts.help) ? ` (${artefacts.help.value})` : ''),
      ),
    ]
  if (O.isNone(folder))
    return [paragraph(2, 4, dim('--out FOLDER writes the unsigned envelopes: XDR, txrep, URI'))]
  return [
    paragraph(2, 4, span(`in ${folder.value}: ${PLAN_FILE}`)),
    ...artefacts.artefacts.map(({ index }) => {
      const { xdr, txrep, uri } = fileNames(index)
      return paragraph(2, 4, span(`${xdr}, ${txrep} (SEP-11, for people), ${uri} (SEP-7, for wallets)`))
    }),
  ]
}
