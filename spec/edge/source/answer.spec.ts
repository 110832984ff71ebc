import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import {
  horizonAnswer,
  rpcAccountsAnswer,
  type AccountAnswer,
  type HttpAnswer,
} from '../../../src/edge/source/index.js'
import { accountLedgerKey } from '../../../src/edge/xdr/index.js'
import type { Failure } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { accountData, horizonJson } from '../../support/build/account-answers.js'

const JOINT = account({
  of: 'joint',
  master: 0,
  high: 2,
  signers: [
    ['bilal', 1],
    ['carina', 1],
  ],
})

const HORIZON = JSON.stringify(horizonJson(JOINT))
const RPC = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  result: { entries: [{ key: accountLedgerKey(JOINT.id), xdr: accountData(JOINT) }], latestLedger: 512 },
})

const answer = (body: string, status = 200): HttpAnswer => ({
  status,
  body,
  headers: new Map([
    ['content-type', 'application/json'],
    ['latest-ledger', '512'],
  ]),
})

type Told = E.Either<Failure, AccountAnswer>

const byHorizon = (body: string, status?: number): Told => horizonAnswer(JOINT.id)(answer(body, status))

const byRpc = (body: string): Told =>
  E.chain((told: ReadonlyMap<string, Told>) => told.get(JOINT.id)!)(
    rpcAccountsAnswer(1, [JOINT.id])(answer(body)),
  )

/** A failure of a source, or the account that was asked for; and nothing else. */
const isHonest = (told: Told): boolean =>
  E.isLeft(told)
    ? told.left.code.startsWith('source-')
    : told.right._tag === 'Known' && told.right.account.id === JOINT.id

/** A text with some of its characters replaced, left out or put in. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length - 1), fc.nat(3), fc.string({ maxLength: 4 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce((sum, [at, gone, put]) => `${sum.slice(0, at)}${put}${sum.slice(at + gone)}`, text),
    )

/** Any JSON, and such as has members that are looked for. */
const anyJson = fc.oneof(
  fc.json(),
  fc
    .record(
      {
        jsonrpc: fc.constantFrom('2.0', '1.0', 2),
        id: fc.constantFrom(1, 2, '1', null),
        error: fc.jsonValue(),
        result: fc.record(
          {
            entries: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 1 })),
            latestLedger: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
        account_id: fc.constantFrom(JOINT.id, 'G', null),
        type: fc.constantFrom('https://stellar.org/horizon-errors/not_found', 'about:blank'),
        status: fc.constantFrom(404, 200, '404'),
        signers: fc.jsonValue(),
        thresholds: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
)

describe('source: answers that nobody should give', () => {
  const check = (body: fc.Arbitrary<string>, read: (body: string) => Told, numRuns: number): void =>
    fc.assert(
      fc.property(body, (text) => isHonest(read(text))),
      { numRuns },
    )

  it('Horizon: a damaged answer is the account that was asked for, or a failure; never absence', () => {
    expect(E.isRight(byHorizon(HORIZON))).to.equal(true)
    check(damaged(HORIZON), byHorizon, 500)
  })

  it('Stellar RPC: the same', () => {
    expect(E.isRight(byRpc(RPC))).to.equal(true)
    check(damaged(RPC), byRpc, 500)
  })

  it('neither takes any other JSON for absence', () => {
    check(anyJson, byHorizon, 300)
    check(
      anyJson.filter((text) => !/"entries":\s*\[\s*\]/.test(text)),
      byRpc,
      300,
    )
  })

  it('Horizon: of 404s only the one document says absent', () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        const json = JSON.parse(text) as { type?: unknown; status?: unknown } | null
        const isDocument =
          json?.type === 'https://stellar.org/horizon-errors/not_found' && json.status === 404
        const told = byHorizon(text, 404)
        return isDocument ? E.isRight(told) && told.right._tag === 'Absent' : isHonest(told) && E.isLeft(told)
      }),
      { numRuns: 300 },
    )
  })
})
