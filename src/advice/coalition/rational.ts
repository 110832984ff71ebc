/** Exact fractions: power indices are compared and added up, and floating-point numbers would not be. */

/** A fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The fraction of two numbers, of which the second is above 0. */
export const rational = (numerator: bigint, denominator: bigint): Rational => {
  const common = gcd(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

/** The sum of two fractions. */
export const addRationals = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

/** As people write it: `1/3`, and whole numbers without a stroke. */
export const showRational = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`

/** The nearest floating-point number, for charts. */
export const numberOf = ({ numerator, denominator }: Rational): number =>
  Number((numerator * 10n ** 18n) / denominator) / 1e18
