/** Weighing says what a check says, and who signed beyond it. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import { weigher, type Weighing } from '../../../src/kernel/engine/index.js'
import { hashXKey, preAuthTxKey, signer, type Signer } from '../../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../../src/kernel/protocol/index.js'
import { proveWith, strict, tweetnacl, type Prove } from '../../../src/kernel/signature/index.js'
import { signAll } from '../../support/build/envelope.js'
import { key, sha256 } from '../../support/build/key.js'
import { by, preimage, withHint, type Signing } from '../../support/build/signature.js'

const prove = proveWith(strict(tweetnacl))
const hash = sha256('something that is signed')
const x = sha256('x')

const ONE = (name: string, weight = 1): Signer => signer(key(name).signerKey, weight)

const weigh = (signers: readonly Signer[], needed: number, ...signings: readonly Signing[]): Weighing =>
  weigher({ protocol: DEFAULT_PROTOCOL, prove })({ hash, signatures: signAll(hash, signings) })(
    signers,
    needed,
  )

/** Whether it is met, the weight, and the positions of those who signed. */
const told = ({ met, weight, signed }: Weighing): readonly unknown[] => [
  met,
  weight,
  signed.map(({ signature }) => signature),
]

describe('engine: weighing', () => {
  const two = [ONE('alice', 2), ONE('bilal', 3)]

  const rows: readonly (readonly [string, Weighing, boolean, number, readonly number[]])[] = [
    ['nobody', weigh(two, 0), false, 0, []],
    ['one is enough for 0', weigh(two, 0, by('alice')), true, 2, [0]],
    ['one of weight 0 is enough for 0', weigh([ONE('alice', 0)], 0, by('alice')), true, 0, [0]],
    ['both, where one is enough', weigh(two, 2, by('bilal'), by('alice')), true, 5, [0, 1]],
    ['both, and not enough', weigh(two, 6, by('alice'), by('bilal')), false, 5, [0, 1]],
    ['one twice', weigh(two, 4, by('alice'), by('alice')), false, 2, [0]],
    ['a stranger between', weigh(two, 5, by('alice'), by('carol'), by('bilal')), true, 5, [0, 2]],
    ['a wrong hint', weigh(two, 1, withHint(1)(by('alice'))), false, 0, []],
    ['weights are capped at 255', weigh([ONE('alice', 300)], 256, by('alice')), false, 255, [0]],
    ['no signers', weigh([], 0, by('alice')), false, 0, []],
    ['a preimage', weigh([signer(hashXKey(sha256(x)), 4)], 4, preimage(x)), true, 4, [0]],
    ['a hash that needs no signature', weigh([signer(preAuthTxKey(hash), 4)], 4), true, 4, []],
  ]
  for (const [what, weighing, ...expected] of rows)
    it(what, () => void expect(told(weighing)).to.deep.equal(expected))

  it('one weigher verifies each signature against each key once, however often it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }), (needs) => {
        let asked = 0
        const counting: Prove = (...given) => {
          asked++
          return prove(...given)
        }
        const signatures = signAll(hash, [by('alice'), by('bilal')])
        const ask = weigher({ protocol: DEFAULT_PROTOCOL, prove: counting })({ hash, signatures })
        const again = needs.map((needed) => told(ask(two, needed)))
        expect(again).to.deep.equal(needs.map((needed) => [needed <= 5, 5, [0, 1]]))
        expect(asked).to.equal(2)
      }),
      { numRuns: 20 },
    )
  })
})
