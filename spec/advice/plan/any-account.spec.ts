import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { isSameConfiguration, plan } from '../../../src/advice/plan/index.js'
import { activeSignersOf, type Account } from '../../../src/kernel/model/index.js'
import { account as anyAccount } from '../../support/arbitrary/account.js'
import { envelope } from '../../support/build/envelope.js'
import { request } from './asking.js'
import { canChange } from './plan-model.js'

/** Two configurations of one account: any signers of any kind, weights from before protocol 10 too. */
const pairs = fc
  .tuple(anyAccount, anyAccount)
  .map(([from, other]): readonly [Account, Account] => [from, { ...other, id: from.id }])

describe('plans for any two configurations', () => {
  it('are found or refused, never both and never neither, and say of themselves what they are', () => {
    const seen = new Map<string, number>()
    const count = (what: string): void => {
      seen.set(what, (seen.get(what) ?? 0) + 1)
    }
    fc.assert(
      fc.property(pairs, fc.boolean(), fc.nat(), ([from, to], proveKeys, mask) => {
        const unavailable = new Set(
          activeSignersOf(from)
            .map(({ key }) => key.strkey)
            .filter((_, at) => mask % 5 === 0 && ((mask >> at) & 1) === 1),
        )
        const pending = [envelope({ source: { id: from.id } })]
        const found = plan(request(from, to, { proveKeys, unavailable, pending }))
        if (E.isLeft(found)) {
          count(found.left._tag === 'Failure' ? found.left.code : found.left.reasons[0].code)
          return
        }
        const { transactions, checks, complete, applyable } = found.right
        count(complete ? 'planned' : 'undecided')
        expect(checks.map(({ verdict }) => verdict)).not.to.include('violated')
        expect(checks.map(({ id }) => id)).to.deep.equal([
          'never-locks',
          'no-weaker-window',
          'abort-safe',
          'signatures-fit',
          'no-operation-fails',
          'reserve',
          'claims-hold',
        ])
        expect(complete).to.equal(
          checks.every(
            ({ verdict, isNeeded }) => verdict === 'holds' || (verdict === 'unknown' && !isNeeded),
          ),
        )
        expect(applyable).to.equal(complete && transactions.length > 0)
        expect(transactions.length === 0).to.equal(isSameConfiguration(from, to))
        for (const { before, signing, transaction, sequence } of transactions) {
          const signers = signing.signers.map(({ strkey }) => strkey)
          expect(signers.some((key) => unavailable.has(key))).to.equal(false)
          expect(canChange(before, signers)).to.equal(true)
          expect(O.isSome(transaction)).to.equal(O.isSome(sequence))
        }
      }),
      { numRuns: 200 },
    )
    for (const what of ['planned', 'undecided', 'locked-out', 'would-lock'])
      expect(seen.get(what), [...seen].join(' ')).to.be.greaterThan(3)
  })
})
