/** Claims with what the engine said to them. A claim that it does not confirm is not written down. */
import {
  setsOf,
  unconfirmed,
  type Claim,
  type Coalition,
  type Configuration,
  type Proof,
} from '../../src/advice/plan/index.js'
import { ACTS } from '../../src/advice/policy/index.js'
import { capital, code, joined, wrapped } from './markdown.js'

/** More names than these are counted, not listed. */
const FEW = 3

const someText = ({ any, of }: Coalition[number]): string => {
  const names = of.length > FEW ? `the ${String(of.length)} keys` : joined(of.map(code))
  if (any === of.length) return of.length > FEW ? `all of ${names}` : names
  return `any ${any === 1 ? 'one' : String(any)} of ${names}`
}

const coalitionText = (coalition: Coalition): string => {
  const parts = coalition.filter(({ any }) => any > 0).map(someText)
  return parts.length === 0 ? 'nobody' : parts.join(' together with ')
}

/** Proofs by the same people with the same answer are one sentence. */
const grouped = (proofs: readonly Proof[]): readonly (readonly Proof[])[] => {
  const groups = new Map<string, readonly Proof[]>()
  for (const proof of proofs) {
    const name = `${coalitionText(proof.by)} ${String(proof.can)}`
    groups.set(name, [...(groups.get(name) ?? []), proof])
  }
  return [...groups.values()]
}

const proofText = (proofs: readonly Proof[]): string => {
  const [first] = proofs
  if (first === undefined) return ''
  const who = coalitionText(first.by)
  const sets = setsOf(first.by).length
  const acts = joined(
    proofs.map(({ act }) => ACTS[act].says),
    first.can ? 'and' : 'or',
  )
  const verb = who === 'nobody' ? 'without a signature, nobody can' : `${who} ${first.can ? 'can' : 'cannot'}`
  return `${verb} ${acts}${sets > 1 ? ` (in each of ${String(sets)} cases)` : ''}`
}

/** Claims as a list. Throws where the engine contradicts one. */
export const claimsText = (configuration: Configuration, claims: readonly Claim[]): string =>
  claims
    .map((claim) => {
      const wrong = unconfirmed(configuration)(claim)
      if (wrong.length > 0)
        throw new Error(
          `the engine does not confirm "${claim.says}": ${wrong.map(({ act }) => act).join(', ')}`,
        )
      const because = grouped(claim.because).map(proofText).join('; ')
      const heading = /[?!]$/.test(claim.says) ? claim.says : `${claim.says}.`
      return `- ${wrapped(`**${heading}** ${claim.means}`, '  ')}\n\n  ${wrapped(`_Asked:_ ${capital(because)}.`, '  ')}`
    })
    .join('\n\n')
