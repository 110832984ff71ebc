/** Power in words: exact fractions, signers who decide alike in one line. */
import * as O from 'fp-ts/lib/Option.js'
import { showRational, type Power } from '../../../advice/coalition/index.js'
import type { Names } from '../names.js'
import { joined } from '../words.js'
import { signerLabel } from './report.js'

/** `chair: decides 3/8; share 1/2 (Banzhaf), 5/12 (Shapley-Shubik)`. */
export const powerLines = (names: Names, { banzhaf, shapleyShubik }: Power): readonly string[] => {
  const groups = new Map<string, readonly string[]>()
  banzhaf.forEach(({ id, chance, share }, index) => {
    const order = shapleyShubik._tag === 'Known' ? shapleyShubik.shares[index]?.share : undefined
    const banzhafShare = O.isSome(share) ? showRational(share.value) : '0'
    const shapley = order === undefined ? 'not computed' : showRational(order)
    const text = `decides ${showRational(chance)}; share ${banzhafShare} (Banzhaf), ${shapley} (Shapley-Shubik)`
    groups.set(text, [...(groups.get(text) ?? []), signerLabel(names)(id)])
  })
  return [...groups].map(([text, who]) => `${joined(who)}: ${who.length > 1 ? 'each ' : ''}${text}`)
}
