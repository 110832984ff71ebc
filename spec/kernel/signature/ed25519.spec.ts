import { expect } from 'chai'
import { strict } from '../../../src/kernel/signature/ed25519.js'

/** The prime of the field, and the d of the curve -x² + y² = 1 + d·x²·y² (RFC 8032 section 5.1). */
const P = 2n ** 255n - 19n
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n

/** The two y coordinates of order 8. */
const ORDER_8 = [
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]

describe('ed25519 pre-checks', () => {
  /** Says yes to all, so that what is refused is refused by the pre-checks. */
  const open = strict({ name: 'yes', verify: () => true })
  const littleEndian = (number: bigint): Uint8Array =>
    Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * i)) & 255n))
  const L = 2n ** 252n + 27742317777372353535851937790883648493n
  const SIGN = 2n ** 255n
  const accepts = (a: bigint, r: bigint, s: bigint): boolean =>
    open.verify(littleEndian(a), new Uint8Array(0), Uint8Array.of(...littleEndian(r), ...littleEndian(s)))
  it('know the points of order 8: twice such a point has y = 0, and so d·y⁴ + 2·y² = 1', () => {
    for (const y of ORDER_8) expect((D * y ** 4n + 2n * y ** 2n) % P).to.equal(1n)
  })

  it('refuse small order in A and in R, with either sign, in every encoding', () => {
    for (const y of [0n, 1n, P - 1n, P, P + 1n, ...ORDER_8])
      for (const sign of [0n, SIGN]) {
        expect(accepts(y + sign, 5n, 1n), `A ${y}`).to.equal(false)
        expect(accepts(5n, y + sign, 1n), `R ${y}`).to.equal(false)
      }
  })

  it('let other points through: the backend decides about them', () => {
    for (const y of [2n, 3n, P - 2n, (ORDER_8[0] as bigint) + 1n])
      for (const sign of [0n, SIGN]) {
        expect(accepts(y + sign, 5n, 1n), `A ${y}`).to.equal(true)
        expect(accepts(5n, y + sign, 1n), `R ${y}`).to.equal(true)
      }
  })

  it('refuse S from the order of the group on', () => {
    for (const [s, ok] of [
      [0n, true],
      [L - 1n, true],
      [L, false],
      [L + 1n, false],
      [2n * L, false],
      [SIGN, false],
      [2n ** 256n - 1n, false],
    ] as const)
      expect(accepts(5n, 5n, s), `S ${s}`).to.equal(ok)
  })

  it('refuse a key whose y is not below the prime, whatever its sign', () => {
    for (const y of [P + 2n, P + 18n])
      for (const sign of [0n, SIGN]) expect(accepts(y + sign, 5n, 1n), `A ${y}`).to.equal(false)
  })
})
